/* The words of a query marked in a text, and the part of a quote that holds them. */

import { words } from "./fold.mjs";

const WORD = /(?:\p{L}\.){2,}|\d+(?:[.,]\d+)*(?:\p{L}+)?|[\p{L}\p{M}\p{N}]+/gu;
const LONGEST = 220; // characters of a passage in a list

/** A text cut in pieces, each with whether the query asks for it. */
export const pieces = (text, terms) => {
  const found = [];
  let end = 0;
  for (const word of text.matchAll(WORD)) {
    if (!words(word[0]).some((one) => terms.has(one))) continue;
    if (word.index > end) found.push([text.slice(end, word.index), false]);
    found.push([word[0], true]);
    end = word.index + word[0].length;
  }
  if (end < text.length) found.push([text.slice(end), false]);
  return found;
};

/** The pieces as nodes: text, and <mark> for what is asked for. Text from data is only ever text. */
export const marked = (text, terms) => {
  const nodes = document.createDocumentFragment();
  for (const [piece, sought] of pieces(text, terms)) {
    if (!sought) nodes.append(piece);
    else {
      const mark = document.createElement("mark");
      mark.textContent = piece;
      nodes.append(mark);
    }
  }
  return nodes;
};

const distinct = (text, terms) => new Set(words(text).filter((word) => terms.has(word))).size;

/** A document's quote that holds most of the words asked for, in its own language or translated; null where none
    holds any. A translation that holds more of them than its quote is what is shown. */
export const quote = (doc, terms) => {
  let best = null;
  let most = 0;
  const better = (one, text) => {
    const count = distinct(text, terms);
    if (count > most) [best, most] = [one, count];
  };
  for (const one of doc.quotes || []) {
    better(one, one.text);
    if (one.translation) better({ ...one, text: one.translation, lang: "en", by: "Translation by the editors" }, one.translation);
  }
  return best;
};

/** What is said of an entity: of the sentences of its overview and its line the one with most words asked for, the
    overview before the line; else how its page begins. And whose words it is where that has to be said. */
export const said = (doc, terms) => {
  const lines = [...doc.overview, doc.short ? "" : doc.text].filter(Boolean);
  const most = Math.max(...lines.map((line) => distinct(line, terms)));
  const text = lines.find((line) => distinct(line, terms) === most) || doc.lead || "";
  return { text, by: text && text === doc.text ? doc.by : "" };
};

/** The part of a long text around the words asked for, cut at blanks; its beginning, if no part holds more of them. */
export const excerpt = (text, terms, longest = LONGEST) => {
  if (text.length <= longest) return text;
  const places = [...text.matchAll(WORD)].filter((word) => words(word[0]).some((one) => terms.has(one))).map((word) => word.index);
  let from = 0;
  let most = -1;
  for (const place of places) {
    const count = places.filter((other) => other >= place && other < place + longest - 40).length;
    if (count > most) [from, most] = [place, count];
  }
  if (places.filter((place) => place < longest - 40).length >= most) from = 0;
  from = Math.max(0, Math.min(from - 40, text.length - longest));
  if (from > 0) from = text.indexOf(" ", from) + 1 || from;
  let to = Math.min(text.length, from + longest);
  if (to < text.length) to = text.lastIndexOf(" ", to);
  return `${from > 0 ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
};

/** The other name of an entity that answers where its title does not: [name, language]. */
export const otherName = ({ doc, title, terms }) => {
  if (distinct(title, terms)) return null;
  return doc.others.find(([name]) => distinct(name, terms)) || doc.roles.map((role) => [role]).find(([role]) => distinct(role, terms)) || null;
};
