/* A query to units, each a word, name, phrase or date with all that it may mean.

   Words that say little ("of", "là gì") and what all of the site is about ("Vietnam") need not be on a page; they only
   help. A country that no source names is known as such, so that no other is taken for it. */

import { absences, avoid, decoys } from "./absent.mjs";
import { clean } from "./clean.mjs";
import { asks, dated, spelled } from "./dates.mjs";
import { all } from "./documents.mjs";
import { fold, words } from "./fold.mjs";
import { intent, isQuestion } from "./questions.mjs";
import { cut, english, isMarked, isSyllable, know, typed, within } from "./vietnamese.mjs";
import { acronyms, marked, vocabulary } from "./vocabulary.mjs";
import { HOW, distance, inflections, meanings, plain, rightly, sort, stem, variant } from "./words.mjs";

const small = new Set();
const everywhere = new Set();
const light = new Set();
const particles = new Set(); // Vietnamese words that say little, without their marks
const same = new Map(); // a word -> what it may be called otherwise, each a list of words
const forms = new Map(); // what the forms of such a word begin with -> the same

const lists = (texts) => texts.map((text) => words(text, false));
const parts = (text) => text.split(",").map((part) => part.trim()).filter(Boolean);

const SHORT = /^[\p{Lu}\p{N}]{2,6}$/u;

/** Take the short name of an organisation for its long one, and the other way round: in texts either is printed. */
const knowShort = (doc) => {
  const names = [[doc.title], ...doc.others].filter(([, lang]) => !lang).map(([name]) => name);
  const long = names.map((name) => words(name, false)).filter((list) => list.length > 1);
  for (const [short] of names.filter((name) => SHORT.test(name)).map((name) => words(name, false))) {
    same.set(short, [...(same.get(short) || []), ...long]);
    for (const list of long) know(list.join(" "), "phrase", { others: [[short]] });
  }
};

/** Take up the lists that come with the index. */
export const prepare = (core) => {
  words(core.small).forEach((word) => (small.add(word), english.add(word)));
  words(core.everywhere).forEach((word) => everywhere.add(word));
  words(core.light).forEach((word) => light.add(word));
  words(core.plain).forEach((word) => plain.add(word));
  words(core.right).forEach((word) => rightly.add(word));
  for (const [asked, others] of Object.entries(core.same)) {
    const list = words(asked, false);
    if (list.length > 1) know(asked, "phrase", { others: lists(others) });
    else {
      same.set(list[0], lists(others));
      forms.set(stem(list[0]), lists(others));
    }
  }
  const weak = new Set(parts(core.vietnameseLight));
  for (const [asked, others] of Object.entries(core.vietnamese)) if (!weak.has(asked)) know(asked, "compound", { others: lists(others) });
  for (const name of ["việt nam", "socialist republic of vietnam", "sr vietnam"]) know(name, "everywhere");
  parts(core.everyday).forEach((text) => know(text, "everyday"));
  for (const text of parts(core.vietnameseSmall)) {
    know(text, "small", { vietnamese: true });
    if (!text.includes(" ")) particles.add(fold(text));
  }
  weak.forEach((text) => know(text, "light", { others: lists(core.vietnamese[text] || []) }));
  parts(core.smallPhrases).forEach((text) => know(text, "small"));
  avoid(core.absent);
  all.filter((one) => one.of === "partners").forEach(knowShort);
  for (const doc of all.filter((one) => one.entity)) {
    for (const [name, lang] of [[doc.title], ...doc.others]) {
      const list = words(name, false);
      if (lang === "vi" || doc.of === "people") know(name, "name", { person: doc.of === "people" });
      // "To Lam" begins with a word that says little elsewhere.
      else if (list.length > 1 && small.has(list[0]) && list[0] !== "the") know(name, "phrase", { others: [] });
      // "People's Republic of China" holds another country's name.
      else if (list.length > 2 && within(list, "absent")) know(name, "phrase", { others: [] });
    }
  }
  sort();
};

/** "g 20" as "g20" and "cyber crime" as "cybercrime", where only that is a word of the index. */
const rejoined = (tokens) => {
  const found = [];
  for (const one of tokens) {
    const last = found[found.length - 1];
    const known = last && vocabulary.has(last.word) && (vocabulary.has(one.word) || /^\d/.test(one.word));
    const whole = last && !known && [last.word + one.word].find((word) => vocabulary.has(word));
    if (whole) found[found.length - 1] = { word: whole, raw: whole, said: `${last.said} ${one.said}` };
    else found.push(one);
  }
  return found;
};

/** What a list says otherwise, as variants: a single word in all its forms. */
const otherwise = (others) =>
  others.flatMap((list) =>
    list.length > 1 ? [variant(list, HOW.other)] : inflections(list[0]).map((word) => variant([word], HOW.other)),
  );

/** The words of tokens that are typed with accents. */
const accentsOf = (tokens) => tokens.filter(({ raw, word }) => raw !== word).map(({ raw }) => raw);

const unknown = (token) => ({ text: token.word, said: token.said, optional: false, accents: accentsOf([token]), variants: [] });

/** What the lists say of a word, or of a form of it. */
const called = { get: (word) => same.get(word) || forms.get(stem(word)) };

/** The word that a slip of the fingers made another one, of those the lists have: letters exchanged, doubled or left out. */
const slipped = (word) => {
  if (word.length < 4 || [vocabulary, rightly, same, small, light].some((known) => known.has(word)) || isSyllable(word)) return null;
  const letters = (text) => [...text].sort().join("");
  const near = (other) => other.length > 3 && other[0] === word[0] && (other.length !== word.length || letters(other) === letters(word)) && distance(word, other, 1) === 1;
  const another = (other) => acronyms.has(other) && other.length !== word.length; // "EVFTA" is no mistyped "EFTA"
  return [...small, ...light, ...same.keys()].find((other) => near(other) && !another(other)) || null;
};

/** One word. Of a Vietnamese query, letters that are a syllable are no English word. */
const single = (token, { vietnamese, unmarked }, typing) => {
  const { word, said } = token;
  const optional = (unmarked && particles.has(word)) || (!(isMarked(token) && vietnamese) && (small.has(word) || everywhere.has(word)));
  if (!optional && vietnamese && isSyllable(word)) {
    const known = isMarked(token) ? marked.has(token.raw) : vocabulary.get(word) > 1;
    if (known) return { ...unknown(token), loose: isMarked(token), variants: [variant([word], HOW.exact)] };
    // What only its letters are on a page of is no answer, and is shown as what it is.
    if (!typing) return { ...unknown(token), letters: vocabulary.has(word) ? [variant([word], HOW.exact)] : [] };
  }
  const variants = meanings(word, { same: called, decoys, typing });
  const meant = variants.length || optional || typing ? null : slipped(word);
  if (meant) return { ...single({ ...token, word: meant, raw: meant }, { vietnamese, unmarked }, typing), corrected: meant };
  return {
    text: word, said, optional, told: everywhere.has(word), // no small word: worth a mark
    light: light.has(word), accents: accentsOf([token]), variants,
  };
};

/** What a segment means as a unit; one with other marks than its name or compound may be words by themselves, too. */
const several = (found, tokens, language) => {
  const misspelt = found.wrong && !found.letters;
  const said = tokens.map((one) => one.said).join(" ");
  const [first] = found.entries;
  const { list, kind } = first;
  const others = found.entries.flatMap((entry) => entry.others || []);
  const own = list.every((word) => vocabulary.has(word)) && kind !== "small" ? [variant(list, HOW.exact)] : [];
  return {
    text: list.join(" "), said, optional: kind === "small" || kind === "everywhere", told: kind === "everywhere",
    light: kind === "light" || list.some((word) => light.has(word) && list.length < 2), sure: kind === "name", whole: true, everyday: kind === "everyday",
    corrected: found.wrong && found.letters ? first.text : null, accents: accentsOf(tokens), misspelt,
    apart: misspelt ? tokens.map((token) => single(token, language, false)) : null,
    variants: [...own, ...otherwise(others)],
  };
};

const dateUnit = (date) => {
  const [sure, perhaps] = asks(date);
  return {
    text: date.said, said: date.said, optional: false, sure: true, date: true, year: date.year,
    variants: [...sure.map((mark) => variant([mark], HOW.exact)), ...perhaps.map((mark) => variant([mark], HOW.other)), ...spelled(date).map((list) => variant(list, HOW.other))],
  };
};

/** Whether a query is Vietnamese: by its marks, or by compounds typed without any. */
const isVietnamese = (tokens, found) =>
  tokens.some(isMarked) || found.some((one) => one.length > 1 && ["compound", "everyday"].includes(one.entries[0].kind));

/** Leave Vietnamese entries of one word without marks ("do", "hay") out of a query that is not Vietnamese. */
const settle = (one, vietnamese) => {
  const bare = one.length === 1 && one.tokens[0].raw === one.tokens[0].word;
  if (!bare) return one;
  const entries = vietnamese ? one.entries : one.entries.filter((entry) => entry.kind === "phrase");
  return { ...one, entries };
};

// "No." before a number says nothing.
const NUMBERED = /(^|[\s(])(?:(?:nos?|nr|số)\.?\s+|№\s*)(?=\d)/giu;

const MANY = 24; // words, beyond which only the longest of a pasted text are looked for among the statements

/** Of many units those that say most: names and stretches, then the longest words. */
const telling = (units) => {
  const content = units.filter((one) => !one.optional);
  if (content.length <= MANY) return units;
  const weight = (one) => (one.quoted || one.date || one.sure ? 100 : 0) + (one.variants.length ? one.text.length : 0);
  const kept = new Set([...content].sort((a, b) => weight(b) - weight(a)).slice(0, MANY));
  return units.filter((one) => kept.has(one));
};

/** A query's units, what it asks for, and the countries it names that no source does (`unnamed`: as typed). */
export const parse = (text, typing) => {
  const quoted = [];
  const cleaned = clean(text);
  let rest = cleaned.replace(/["“”„«»]([^"“”„«»]+)["“”„«»]/gu, (_, inside) => {
    const list = words(inside);
    if (list.length) quoted.push({ list, said: inside.trim() });
    return " ";
  });
  rest = rest.replace(NUMBERED, "$1");
  const dates = [];
  for (let date = dated(rest); date && dates.length < 3; date = dated(rest)) {
    dates.push(date);
    rest = date.rest;
  }
  const tokens = rejoined(typed(rest));
  const segments = cut(tokens);
  const vietnamese = isVietnamese(tokens, segments);
  const language = { vietnamese, unmarked: vietnamese && !tokens.some(isMarked) };
  const settled = segments.map((one) => settle(one, vietnamese));
  const { labels, unnamed, left } = absences(settled);
  const units = quoted.map(({ list, said }) => ({
    text: `"${list.join(" ")}"`, said: `“${said}”`, optional: false, quoted: true, list, accents: accentsOf(typed(said)),
    variants: list.every((word) => vocabulary.has(word)) ? [variant(list, HOW.exact)] : [],
  }));
  for (const one of left) {
    const last = one.place + one.length === tokens.length && !/\s$/.test(cleaned) && !dates.length;
    units.push(one.entries.length ? several(one, one.tokens, language) : single(one.tokens[0], language, typing && last));
  }
  units.push(...dates.map(dateUnit));
  // What asks for a list of countries names no word of a page; no more do "latest" and "details" beside others.
  if (units.some((one) => !one.optional && !one.light)) units.forEach((one) => (one.optional ||= Boolean(one.light)));
  if (units.length && !unnamed.length && units.every((one) => one.optional)) units.forEach((one) => (one.optional = false));
  // A word of which only its first letter is there must not empty the list; while typing, the first two.
  const last = units[units.length - 1];
  if (units.length > 1 && last.text.length < (typing ? 3 : 2) && !last.variants.length && !/\d/.test(last.text)) last.optional = true;
  return {
    units: telling(units), words: tokens.map(({ word }) => word), folded: fold(text), absent: labels, unnamed, vietnamese,
    intent: intent(cleaned), question: isQuestion(cleaned), text: cleaned,
  };
};
