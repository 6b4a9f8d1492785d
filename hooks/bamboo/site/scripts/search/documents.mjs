/* The rows of the index as documents, and MiniSearch over their words.

   The index holds texts, from which the browser builds what MiniSearch needs: shipped ready-made, that
   would more than double the bytes. Rows are explained in search/rows.py. */

import { marksOf } from "./dates.mjs";
import { fold, words } from "./fold.mjs";
import { isSyllable } from "./vietnamese.mjs";
import { acronyms, count, learn, mark, show } from "./vocabulary.mjs";

const FIELDS = ["name", "other", "title", "around", "dates", "text", "overview"];
const DATED = new Set(["relations", "visit", "agreement", "event"]); // claims in which who has an office acts
const PAUSE = 200; // claims added between two breaths, so that typing stays quick

export const entities = [];
export const all = []; // every document; entities first, so that a row's number is its place here
export const mini = new MiniSearch({
  fields: FIELDS,
  idField: "place",
  tokenize: (text) => text.split(/[ |]+/).filter(Boolean),
  processTerm: (word) => word,
  extractField: (doc, field) => (field === "place" ? doc.place : doc.words[field] || ""),
});
let core = null;

const join = (texts) => texts.map((text) => words(text).join(" ")).join(" | ");

const BETWEEN = /^(?:of|the|and|for|on|in|with|to|between)$/;

/** "nam" for Non-Aligned Movement, "pavn" and "lhq": the first letters of a name of three words or more, small
    letters only in a page's title. One that can be a syllable is no abbreviation of a Vietnamese name. */
const initials = (name, lang, title) => {
  if (/\d/.test(name)) return [];
  const list = (name.match(/\p{L}+/gu) || []).filter((word) => !/^s$/.test(word) && !BETWEEN.test(word));
  const capitals = list.filter((word) => /^[\p{Lu}\p{Lt}]/u.test(word));
  const first = (its, home) => its.map((word) => (word === "Vietnam" ? home : fold(word[0]))).join("");
  const found = lang ? [first(list, "v")] : [first(capitals, "v"), first(capitals, "vn"), ...(title ? [first(list, "v")] : [])];
  return [...new Set(found)].filter((word) => word.length > 2 && !(lang && isSyllable(word)));
};

/** "tolam", "southkorea": names typed without their blanks. */
const joined = (list) => (list.length > 1 && list.length < 5 ? [list.join("")] : []);

/** A row by the names of its columns, which the index begins with. A last cell that says nothing is not there. */
const read = (columns, row) => Object.fromEntries(columns.map((name, place) => [name, row[place]]));

/** A country's adjectives: "Lao" and "Laotian" each by itself, but "South Korean" whole. */
const adjectives = ({ home, lists }) => (home.length === 2 && lists.flat().includes(home[0]) ? [home] : home.map((word) => [word]));

const entity = (row) => {
  const { kind: its, url, title, others, roles, home, around, text, claims, years = [], overview = [], by = "", lead = "" } = read(core.columns.entities, row);
  const kind = core.kinds[its];
  const names = [[title], ...others];
  const lists = names.map(([name]) => words(name));
  names.forEach(([, lang], n) => learn(lists[n].join(" "), lang ? 2 : kind.proper ? 4 : 3));
  for (const [name, lang] of names) if (lang !== "vi") show(name);
  const short = kind.name === "people" ? [] : names.flatMap(([name, lang], n) => initials(name, lang, n === 0));
  for (const [name] of names) {
    if (/^[\p{Lu}\p{N}]{2,5}$/u.test(name)) acronyms.add(fold(name));
  }
  const doc = {
    place: all.length, entity: true, kind: kind.label, of: kind.name, url, title, others, roles, text, claims, years, overview, by, lead,
    tier: /\btier\b/.test(around),
    short: kind.short ? text : "",
    id: url.replace(/^.*\/|\.html$/g, ""),
    lists: [...lists, ...short.map((word) => [word]), ...lists.flatMap(joined).map((word) => [word])],
    home: words(home),
    named: mark([...names.map(([name]) => name), home]),
  };
  doc.accents = new Set([...doc.named, ...mark([...roles, around, text, ...overview])]);
  doc.called = kind.name === "partners" ? [...doc.lists, ...adjectives(doc)] : doc.lists;
  // "U.S. President" is the president, of the United States.
  const apart = new Set([...doc.home, "of", "the", "and"]);
  doc.offices = roles.map((role) => words(role).filter((word) => !apart.has(word))).filter((list) => list.length);
  doc.names = [...lists.map((list) => list.join(" ")), home && doc.home.join(" ")].filter(Boolean).join(" | ");
  doc.words = {
    name: lists[0].join(" "),
    other: learn(doc.lists.slice(1).map((list) => list.join(" ")).join(" | "), 2),
    around: [learn(join(roles), 3), learn([doc.home.join(" "), join([around])].join(" | "), 0)].join(" | "),
    dates: [...new Set(names.flatMap(([name]) => marksOf(name)))].join(" "),
    text: learn(join([text]), 0),
    overview: learn(join(overview), 0),
  };
  return doc;
};

/** What a kind of statement is called among the kinds, where a kind of page has the same name. */
const filed = (label) => (core.kinds.some((kind) => kind.label === label) ? `reported ${label}` : label);

/** The kinds that there are as [value, heading]: pages, and statements. */
export const kinds = () => ({
  pages: core.kinds.map(({ label, many }) => [label, many]),
  statements: core.claimKinds.map((label, place) => [filed(label), core.claimHeadings[place]]),
});

/** Queries to try, each with its language where that is not English. */
export const examples = () => core.examples;

const claim = (passages) => (row) => {
  const { kind, url, title, says, when, years, themes, partners, people, roles, terms, quotes, by, figure = null } = read(core.columns.claims, row);
  const label = core.claimKinds[kind];
  const around = [...partners, ...people, ...terms, ...themes, ...(figure === null ? [] : [figure])];
  const doc = {
    place: all.length, entity: false, kind: label, filed: filed(label), url, title, says, when, years, themes, partners, people, terms, by,
    id: url.replace(/^.*\/|\.html/g, "").replace("#period", ""), figure: figure ?? undefined,
    quotes: quotes.map((place) => passages[place]),
  };
  doc.sources = [...new Set(doc.quotes.map((quote) => quote.source))];
  people.forEach((place, n) => {
    if (roles[n] && DATED.has(label)) all[place].newest ??= doc.place;
  });
  doc.accents = mark([title, says, ...roles, ...doc.quotes.flatMap(({ text, translation }) => [text, translation])]);
  doc.words = {
    dates: marksOf(when).join(" "),
    title: count(learn(join([title]), 0)),
    around: learn([...around.map((place) => all[place].names), join([...roles, label, when, years.join(" ")])].join(" | "), 0),
    text: learn(join([says, ...doc.quotes.flatMap(({ text, translation }) => (translation ? [text, translation] : [text]))]), 0),
  };
  return doc;
};

const passage = (row) => {
  const { lang = "en", translation = "", ...rest } = read(core.columns.passages, row);
  return { ...rest, lang, translation };
};

const keep = (doc) => {
  all.push(doc);
  if (doc.entity) entities.push(doc);
  mini.add(doc);
};

/** Add the claims of a script, with a breath now and then where `patient`. */
export const add = async (rows, patient) => {
  const made = claim(rows.passages.map(passage));
  let since = 0;
  for (const row of rows.claims) {
    keep(made(row));
    since += 1;
    if (patient && since % PAUSE === 0) await new Promise((resolve) => setTimeout(resolve));
  }
};

/** Take up the first script: all entities and the newest claims. */
export const begin = (value) => {
  core = value;
  core.entities.forEach((row) => keep(entity(row)));
  for (const place of core.counted) all[place].counted = true;
  add(core, false);
};
