/* What answers most of a query where nothing answers all of it: the same order, with what is missing named. */

import { all, entities } from "./documents.mjs";
import { vocabulary } from "./vocabulary.mjs";
import { HOW, plain } from "./words.mjs";
import { APART, contained, held, longest, look, ordered, owns, reach } from "./rank.mjs";

const SHOWN = 10; // documents that lack a word
const NEAR = 0.55; // of the best one's worth, down to which others are shown after it
const SHARE = 0.6; // of the words, from which on they make an answer without a name

/** How much it says that a document has a unit: the rarer it is, the more. */
const worths = (rated) => {
  const often = new Map();
  for (const { has } of rated) for (const one of has.keys()) often.set(one, (often.get(one) || 0) + 1);
  return (one) => Math.log(1 + all.length / (often.get(one) || 1)) * (one.sure ? 1.5 : 1);
};

const RARE = 9.5; // what two words are worth that few documents have
const RARE_ALONE = 2.3; // what one word is worth that few documents have
const NAMED = 4; // what a word of a country's or a person's name is worth in the vocabulary
const TELLING = 2.7; // what a compound is worth that is not everywhere
const SURE = [1, 0.95, 0.85, 0.5, 0.6];

/** Whether a word is a mistyped name of a country or a person. */
const isMistyped = ({ variants }) =>
  variants.every((v) => v.how === HOW.mistyped) && variants.some((v) => vocabulary.get(v.words[0]) === NAMED);

const rate = (wanted) => {
  const rated = look(wanted, "OR").map((hit) => {
    const found = new Set(hit.terms);
    const has = new Map();
    for (const one of wanted) {
      const v = held(all[hit.id], one, found);
      if (v) has.set(one, v.how);
    }
    const doc = all[hit.id];
    if (reach(doc, [...has.keys()]) === APART) for (const one of has.keys()) if (!owns(doc, one)) has.delete(one);
    return { hit, has };
  });
  const worth = worths(rated);
  for (const one of rated) {
    one.worth = [...one.has].reduce((sum, [unit, how]) => sum + worth(unit) * (isMistyped(unit) ? SURE[HOW.other] : SURE[how]), 0);
    one.key = wanted.map((unit) => Number(one.has.has(unit))).join("");
  }
  return { rated: rated.filter((one) => one.has.size).sort((a, b) => b.worth - a.worth), worth };
};

const PROPER = new Set(["partners", "people"]);
const SAY_LITTLE = /^(?:of|the|and|for|on|in|with|to|at|by)$/;

/** Whether a name is a proper one: "Hanoi Convention", not "Foreign policy". */
const isProper = (name) => name.split(/[\s–-]+/).every((word) => SAY_LITTLE.test(word) || /^[^\p{L}]*(?:\p{Lu}|\d|$)/u.test(word));

/** Whether a record is named in full by one of its names: somebody, a country, or what has a proper name. */
const properly = (doc, units) =>
  PROPER.has(doc.of) ||
  [[doc.title], ...doc.others].some(([name], n) => isProper(name) && !(doc.lists[n].length < 2 && plain.has(doc.lists[n][0])) && contained(units, doc.lists[n]));

/** Records that units name in full: somebody, a country, or what has a name of several words; the longest names first. */
export const inside = (units) => {
  const rows = [];
  const most = longest(units);
  for (const doc of entities) {
    const long = doc.of === "years" ? 0 : most(doc.called);
    const proper = long > 0 && properly(doc, units);
    if (long > 1 || proper) rows.push({ doc, long, proper, hit: { terms: units.flatMap((one) => one.variants.flatMap((v) => v.words)) } });
  }
  rows.sort((a, b) => b.long - a.long || (b.doc.claims || 0) - (a.doc.claims || 0));
  const content = units.filter((one) => !one.optional);
  return rows.map((row) => ({ ...row, missing: content.filter((one) => !held(row.doc, one, wordsOf(row.doc))).map((one) => one.said) }));
};

const wordsOf = (doc) => new Set(Object.values(doc.words).flatMap((text) => text.split(/[ |]+/)));

/** Whether units name a record in full; `strict`: by a proper name. */
const named = (units, strict) =>
  inside(units.filter((one) => one.text.length > 3 || one.said === one.said.toUpperCase() || one.whole)).some(({ proper }) => proper || !strict);

/** Whether a query asks for a page about the whole: by a word of it beside years. */
const paged = (content) =>
  content.filter((one) => !/^\d{4}$/.test(one.text)).length === 1 &&
  entities.some((doc) => doc.of === "pages" && content.some((one) => held(doc, one, new Set(`${doc.words.name} ${doc.words.around}`.split(/[ |]+/)))?.how <= HOW.inflected));

/** How surely a document must have a unit for it to count: a long word may stand for one that it begins. */
const surely = (one) => {
  if (one.whole) return HOW.other;
  return one.text.length > 5 ? HOW.begun : HOW.inflected;
};

/** The results that hold most of a query and the words each lacks; `weak` where they are no answer to it:
    they hold no name and few of its words. `unnamed` are words known to be on no page. */
export const partly = (units, unnamed, query) => {
  const content = units.filter((one) => !one.optional);
  const wanted = content.filter((one) => one.variants.length);
  const { rated, worth: worthOf } = wanted.length ? rate(wanted) : { rated: [] };
  if (!rated.length) return { rows: [], weak: true };
  const best = rated[0].worth;
  const groups = new Map();
  for (const one of rated) {
    if (one.worth < NEAR * best) break;
    const mine = groups.get(one.key) || [];
    groups.set(one.key, [...mine, one]);
  }
  const rows = [];
  for (const mine of groups.values()) {
    const has = [...mine[0].has.keys()];
    const missing = content.filter((one) => !has.includes(one)).map((one) => one.said);
    const within = [...has, ...units.filter((one) => one.optional)];
    rows.push(...ordered(mine.map(({ hit }) => hit), within, query).map((row) => ({ ...row, missing: [...missing, ...unnamed] })));
    if (rows.length >= SHOWN) break;
  }
  const known = units.filter((one) => one.variants.length);
  const size = (its) => its.reduce((sum, one) => sum + (one.whole ? 2 : 1), 0);
  const exact = wanted.filter((one) => !one.loose && (rated[0].has.get(one) ?? HOW.mistyped) <= surely(one));
  const half = rows[0].rank[0] === 0 && exact.length > 1; // of a name at least
  const compound = exact.some((one) => one.whole) && !content.some((one) => one.everyday) && size(exact) >= size(content) / 2 && rated[0].worth >= TELLING;
  const most = size(exact) >= SHARE * size(content) && (size(exact) > 2 || half || rated[0].worth >= RARE);
  // What a question has beside one rare word is how it is asked: "which country shares the waterfall with Vietnam".
  const about = size(exact) >= size(content) / 2 || wanted.length === content.length;
  const telling = query.question && about && exact.some((one) => !one.everyday && worthOf(one) >= RARE_ALONE);
  // "Malaisia visit": a country or somebody by a mistyped name, which is told as corrected.
  const mistyped = content.some((one) => rated[0].has.has(one) && isMistyped(one));
  const enough = !unnamed.length && (most || compound || telling || mistyped);
  return { rows: rows.slice(0, SHOWN), weak: !enough && !named(known, unnamed.length > 0) && (unnamed.length > 0 || !paged(content)) };
};

/** The document of a kind that has most of a query's words, as a row; null where it has too few beside what has most. */
export const nearestOf = (units, accept) => {
  const wanted = units.filter((one) => !one.optional && one.variants.length);
  const { rated } = wanted.length ? rate(wanted) : { rated: [] };
  const one = rated.find(({ hit }) => accept(all[hit.id]));
  if (!one || one.worth < NEAR * rated[0].worth) return null;
  const missing = units.filter((unit) => !unit.optional && !one.has.has(unit)).map((unit) => unit.said);
  return { doc: all[one.hit.id], hit: one.hit, missing };
};
