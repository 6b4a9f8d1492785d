/* Which words of a query distinguish one sentence about a page from another: not its name, nor what every page of its kind
   is about ("relations" of a partner). */

import { entities } from "./documents.mjs";
import { words } from "./fold.mjs";

const FEW = 3; // pages of a kind, below which nothing is common to them
const common = new Map(); // kind of page -> words around most pages of that kind

const commonTo = (of) => {
  if (common.has(of)) return common.get(of);
  const pages = entities.filter((doc) => doc.of === of);
  const often = new Map();
  for (const doc of pages) for (const word of new Set(doc.words.around.split(/[ |]+/))) often.set(word, (often.get(word) || 0) + 1);
  const found = new Set(pages.length < FEW ? [] : [...often].filter(([word, many]) => many * 2 > pages.length && !/\d/.test(word)).map(([word]) => word));
  common.set(of, found);
  return found;
};

/** The distinctive words of what a result is asked for. */
export const distinctive = ({ doc, asked, terms }) => {
  if (!asked) return terms;
  const known = new Set([...doc.lists.flat(), ...commonTo(doc.of)]);
  const other = asked.filter(({ all }) => !all.some((list) => list.every((word) => known.has(word))));
  return new Set(other.flatMap(({ own }) => own.flat()));
};

/** How much of what a result is asked for a text has. */
export const holds = ({ asked, terms }, text) => {
  const has = new Set(words(text));
  const each = asked ? asked.map(({ all }) => all) : [...terms].map((word) => [[word]]);
  return each.filter((lists) => lists.some((list) => list.every((word) => has.has(word)))).length;
};
