/* Answers a query: what holds all its words, an entity's own page first; else what holds most of them.

   `find` gives an object with

   results    what answers, best first: {id, kind, url, title, entity, doc, terms, missing, answer}. `missing` are the
              words of the query, as typed, that the result lacks: shown struck through ("without: meetings"). `answer`
              is a figure's newest value, a person's office, or "". A list that answers (lists.mjs) is a result
              of kind "list".
   matched    the same before the filters, for counting.
   labelled   what is shown where nothing answers, and only with a label that says so, or null:
              {kind: "meant", query, results: []}: another query that was perhaps meant;
              {kind: "letters", results}: what has the words without their accents;
              {kind: "fewer", results}: what has some of the words.
   absent     the English names of countries that the query names and no source does; the rest is answered.
   corrected  {from, to} for each word, as typed, that was taken for another one.
   nowhere    words, as typed, that nothing found has with their accents.
   uncounted  the page of the term whose number is asked for and that no figure counts, or null.
   intent     what a question asks for (questions.mjs), or null.
   unread     how many claims are in parts that are not loaded and may answer too. */

import { answerOf } from "./answers.mjs";
import { lettersLast, nowhere, only } from "./astyped.mjs";
import { add, all, entities } from "./documents.mjs";
import { kindsOf, listFor, uncounted } from "./lists.mjs";
import { inside, nearestOf, partly } from "./partial.mjs";
import { parse } from "./query.mjs";
import { answers } from "./questions.mjs";
import { OWN_WORDS, entitled, holding, officers, reach } from "./rank.mjs";
import { stretches } from "./runs.mjs";
import { vocabulary } from "./vocabulary.mjs";
import { expanded } from "./wordlist.mjs";
import { HOW, distance, forgiven, nearest, shown, variant } from "./words.mjs";

let info = null;
let directory = null;

/** Take up how many claims there are, and which words are in the parts that are not loaded. */
export const index = (value) => {
  info = value;
  directory = new Map();
  const where = value.directory.where.split(" ");
  const bits = (places) => places.split(".").reduce((sum, place) => sum | (1n << BigInt(parseInt(place, 36))), 0n);
  const known = new Map([["*", -1n]]); // many words are in the same parts
  expanded(value.directory.words).forEach((word, place) => {
    const its = where[place];
    if (!known.has(its)) known.set(its, bits(its));
    directory.set(word, known.get(its));
    if (!vocabulary.has(word)) vocabulary.set(word, false);
  });
  info.unread = value.parts.map(([name, claims], place) => ({ name, claims, bit: 1n << BigInt(place) }));
};

/** By what results can be narrowed, as the index says. */
export const facets = () => info.facets;

const OWN = { kind: (doc) => [doc.filed || doc.kind], year: (doc) => doc.years.map(String) };

/** A document's values of a facet: its own, or the ids of the records that it is or names. */
export const values = (doc, { name, of }) => {
  if (!of) return OWN[name](doc);
  if (doc.entity) return doc.of === of ? [doc.id] : [];
  return doc[of].map((place) => all[place].id);
};

/** Whether a document is among what is asked for; `but` is a facet that does not count. */
export const passes = (doc, filters, but = "") =>
  info.facets.every((facet) => {
    const wanted = filters[facet.name] || [];
    return facet.name === but || !wanted.length || wanted.some((value) => values(doc, facet).includes(value));
  });

/** Whether a name is the query but for one mistyped word, itself a word elsewhere. */
const nearly = (doc, list) =>
  doc.lists.some((name) => {
    const other = name.length === list.length ? name.findIndex((word, n) => word !== list[n]) : -1;
    if (other < 0 || name.some((word, n) => n !== other && word !== list[n])) return false;
    const [right, wrong] = [name[other], list[other]];
    return list.length > 1 && vocabulary.has(wrong) && right.length > 3 && right[0] === wrong[0] && forgiven(wrong) > 0 && distance(right, wrong, 1) === 1;
  });

/** "xi ji": a last word of one or two letters as the beginning of a word in a name after the others. */
const completed = (query) => {
  const last = query.units[query.units.length - 1];
  if (query.units.length < 2 || last.text.length > 2 || /\d/.test(last.text)) return null;
  const others = query.words.slice(0, -1);
  const found = new Set();
  for (const list of entities.flatMap((doc) => doc.lists)) {
    const place = list.findIndex((_, n) => others.every((word, m) => list[n + m] === word)) + others.length;
    if (place >= others.length && list[place]?.startsWith(last.text)) found.add(list[place]);
  }
  if (!found.size) return null;
  const whole = { ...last, optional: false, variants: [...found].map((word) => variant([word], HOW.begun)) };
  return [...query.units.slice(0, -1), whole];
};

/** Words to be marked besides those found: they need not be there, and were still asked for. */
const helping = (units) =>
  units.filter((one) => one.optional && one.told).flatMap((one) => one.variants.flatMap((v) => v.words));

/** What a query asks for, each as `all` that it may mean and its `own` words in any form: not those that a word of
    English may be called otherwise. Each is a list of lists of words. */
const asking = (units) =>
  units.filter((one) => !one.optional).map(({ variants, whole, date }) => ({
    all: variants.map((v) => v.words), own: variants.filter((v) => whole || date || v.how !== HOW.other).map((v) => v.words),
  }));

const result = (units) => {
  const [more, wanted] = [helping(units), asking(units)];
  return ({ doc, hit, missing = [] }) => ({
    id: doc.id, kind: doc.kind, url: doc.url, title: doc.title, entity: doc.entity, doc, missing,
    answer: answerOf(doc), terms: new Set([...hit.terms, ...more]), asked: wanted,
  });
};

/** The words of a query that were taken for others. */
const corrections = (units) =>
  units.flatMap((one) => {
    if (one.corrected) return one.optional ? [] : [{ from: one.said, to: one.corrected }];
    const wrong = !one.optional && one.variants.length && one.variants.every((v) => v.how === HOW.mistyped);
    return wrong ? [{ from: one.said, to: shown(one.variants[0].words) }] : [];
  });

/** The query with its unknown words replaced by the nearest names, to be offered; null where there are none. */
const meant = (query) => {
  let changed = false;
  const parts = query.units.map((one) => {
    if (one.variants.length || one.quoted || one.text.length < 4 || /\d/.test(one.text)) return one.text;
    const near = nearest(one.text, one.text.length < 6 ? 1 : 2, new Map(), 3).find((name) => name.slice(0, 3) === one.text.slice(0, 3));
    changed = changed || Boolean(near);
    return near || one.text;
  });
  return changed ? parts.join(" ") : null;
};

/** The claims in parts that may hold an answer and are not loaded, the newest first. */
const unread = (query) => {
  let bits = info.unread.reduce((sum, part) => sum | part.bit, 0n);
  const parts = (list) => list.reduce((every, word) => every & (directory.get(word) || 0n), -1n);
  for (const one of query.units.filter((unit) => !unit.optional)) {
    // Of a date the directory knows the year.
    if (one.date) bits &= one.year ? parts([one.year]) : -1n;
    else bits &= one.variants.reduce((some, v) => some | parts(v.words), 0n);
  }
  return info.unread.filter((part) => part.bit & bits);
};

/** What answers a query in full, as rows of documents. */
const matching = (query) => {
  const matched = holding(query.units, query);
  if (matched.some((one) => one.doc.entity && reach(one.doc, query.units) === OWN_WORDS)) return matched;
  // Where nothing is named as it stands, a word may be half written, or be wrong although it is one.
  const whole = completed(query);
  const near = entities.filter((doc) => nearly(doc, query.words));
  const named = whole ? holding(whole, query) : near.map((doc) => ({ doc, hit: { terms: query.words } }));
  const places = new Set(named.map((one) => one.doc.place));
  return [...named, ...matched.filter((one) => !places.has(one.doc.place))];
};

const BROAD = new Set(["themes", "years", "sources"]);
const AHEAD = 2; // partial answers before pages that only speak of everything somewhere

/** Rows with the pages that a query names in full, among the first three. */
const withNamed = (rows, query) => {
  const first = new Set(rows.slice(0, 3).map((row) => row.doc.place));
  const named = inside(query.units).filter((row) => !first.has(row.doc.place)).slice(0, 2);
  return [...rows.slice(0, 2), ...named, ...rows.slice(2).filter((row) => !named.some((one) => one.doc === row.doc))];
};

/** Rows with the page of what a question is about as the third, where none of the first three is a page that it names. */
const withAbout = (rows, query) => {
  const named = inside(query.units);
  const [about] = named;
  if (!about || named.some((row) => rows.slice(0, 3).some((one) => one.doc === row.doc))) return rows;
  return [...rows.slice(0, 2), about, ...rows.slice(2).filter((one) => one.doc !== about.doc)];
};

/** Full answers with what is nearer where these are broad pages only, or with a page that the query names. */
const joined = (rows, query) => {
  if (!rows.length) return rows;
  if (rows.some((row) => !row.rank || row.rank[0] < 2)) return query.question ? withAbout(rows, query) : rows;
  const known = new Set(rows.map((row) => row.doc.place));
  const broad = rows.every((row) => BROAD.has(row.doc.of) || row.doc.entity);
  const part = broad ? partly(query.units, query.unnamed, query) : { rows: [], weak: true };
  const nearer = part.rows.filter((row) => !known.has(row.doc.place) && !row.doc.entity).slice(0, part.weak ? 0 : AHEAD);
  return withNamed([...nearer, ...rows], query);
};

/** Rows with the list that a query asks for, first where it is what is asked. */
const withList = (rows, query) => {
  const found = query.absent.length ? null : listFor(query);
  if (!found) return rows;
  const row = (doc) => ({ doc, hit: { terms: query.words } });
  if (!found.leads) return rows.length ? [...rows.slice(0, 3), row(found.list), ...rows.slice(3)] : rows;
  const beside = found.beside ? [row(found.beside)] : [];
  return [row(found.list), ...beside, ...rows.filter((one) => one.doc !== found.beside)];
};

const OFFICERS = 2;

const isPerson = (doc) => doc.of === "people";

/** Rows with somebody who is named by an office and a part of the name first. */
const withEntitled = (rows, query) => {
  const doc = query.absent.length ? null : entitled(entities.filter(isPerson), query.units);
  if (!doc || rows[0]?.doc === doc) return rows;
  return [{ doc, hit: { terms: query.words } }, ...rows.filter((row) => row.doc !== doc)];
};

/** Rows with whoever holds the office that a question asks for among other things: in a year, at a visit. */
const withOfficers = (rows, query) => {
  if (query.intent !== "who" || query.absent.length || rows.slice(0, 3).some((row) => isPerson(row.doc))) return rows;
  const years = query.units.map((one) => one.year).filter(Boolean);
  const people = entities.filter((doc) => isPerson(doc) && years.every((year) => doc.years.map(String).includes(String(year))));
  const found = officers(people, query.units).slice(0, OFFICERS).map((doc) => ({ doc, hit: { terms: query.words } }));
  return [...rows.slice(0, 1), ...found, ...rows.slice(1).filter((row) => !found.some((one) => one.doc === row.doc))];
};

const COUNTED = new Set(["many", "when"]); // what a page of one kind answers: a figure, a dated event

/** Rows with what is of the kind that a question asks for among the first three, though it lacks a word. */
const withKind = (rows, query) => {
  const fits = (doc) => answers(query.intent, doc) || (query.intent === "many" && doc.figure !== undefined);
  if (!rows.length || !COUNTED.has(query.intent) || query.absent.length || rows.slice(0, 3).some((row) => fits(row.doc))) return rows;
  const row = nearestOf(query.units, fits);
  return row ? [...rows.slice(0, 1), row, ...rows.slice(1).filter((one) => one.doc !== row.doc)] : rows;
};

/** Results after those that have the words of a misspelt name or compound as they are typed, if not side by side. */
const withApart = (results, query) => {
  if (!query.units.some((one) => one.apart)) return results;
  const units = query.units.flatMap((one) => one.apart || one);
  const found = only(holding(units, query).map(result(units)), units);
  const places = new Set(found.map((one) => one.doc.place));
  return [...found, ...results.filter((one) => !places.has(one.doc.place))];
};

/** Rows with a page that is to be the first. */
const withFirst = (rows, doc, query) => {
  if (!doc) return rows;
  const row = rows.find((one) => one.doc === doc) || { doc, hit: { terms: query.words } };
  return [{ ...row, missing: [] }, ...rows.filter((one) => one.doc !== doc)];
};

const asked = (text, typing) => {
  const query = parse(text, typing);
  return { ...query, kinds: kindsOf(query.units) };
};

/** Answers for a query; `typing`: its last word may be half written. See above. */
export const find = (text, filters = {}, { typing = false } = {}) => {
  let query = asked(text, typing);
  const empty = { results: [], matched: [], labelled: null, absent: query.absent, corrected: [], nowhere: [], uncounted: null, intent: query.intent, unread: 0, query };
  if (!query.units.some((one) => !one.optional)) return empty;
  let rows = query.absent.length ? [] : matching(query);
  if (!rows.length && !typing) {
    // Enter finds what the box has shown: the last word may be half written although it is one ("part").
    const begun = asked(text, true);
    const half = begun.absent.length || begun.units[begun.units.length - 1].optional ? [] : matching(begun);
    if (half.length) [query, rows] = [begun, half];
  }
  const quoted = query.units.find((one) => one.quoted && !one.optional);
  rows = rows.length || !quoted ? joined(rows, query) : stretches(quoted);
  const part = rows.length ? { rows: [], weak: true } : partly(query.units, query.unnamed, query);
  const made = result(query.units);
  const term = uncounted(query);
  const inOrder = withFirst(withList(withKind(withOfficers(withEntitled(part.weak ? rows : withNamed(part.rows, query), query), query), query), query), term, query);
  const matched = withApart(lettersLast(inOrder.map(made), query.units), query);
  const answer = {
    ...empty, query, matched, results: matched.filter((one) => passes(one.doc, filters)), corrected: corrections(query.units), uncounted: term,
    nowhere: nowhere(matched, query.units, typing),
    unread: unread(query).reduce((sum, one) => sum + one.claims, 0),
  };
  if (matched.length) return answer;
  const instead = query.absent.length ? null : meant(query);
  const letters = query.absent.length ? [] : holding(query.units.map((one) => (one.letters?.length ? { ...one, variants: one.letters } : one)), query);
  if (letters.length) return { ...answer, nowhere: query.units.filter((one) => one.letters?.length).map((one) => one.said), labelled: { kind: "letters", results: letters.map(made) } };
  if (instead) return { ...answer, labelled: { kind: "meant", query: instead, results: [] }, corrected: [] };
  const fewer = part.rows.map(made).filter((one) => passes(one.doc, filters));
  return { ...answer, labelled: fewer.length ? { kind: "fewer", results: fewer } : null };
};

/** Load, by `part`, the newest part that may hold an answer and is not loaded; false where there is none. */
export const more = async (part, text, typing = false) => {
  const [next] = unread(parse(text, typing));
  if (!next) return false;
  info.unread = info.unread.filter((one) => one !== next);
  try {
    await add(await part(next.name), true);
  } catch (error) {
    info.unread.push(next);
    throw error;
  }
  return true;
};
