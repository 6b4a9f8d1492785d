/* What holds the accented words of a query as they are typed comes before what only has their letters: "đội" is found
   where "đội" stands, then where "đổi" does. A Vietnamese compound stands wherever its English does, too. */

import { begins } from "./accents.mjs";
import { all } from "./documents.mjs";
import { stands } from "./rank.mjs";
import { marked } from "./vocabulary.mjs";
import { HOW } from "./words.mjs";

const around = ({ partners, people, terms, themes, figure }) => [partners, people, terms, themes, figure ?? []].flat();

/** Whether a document, or a name in it, has a word as it is written. */
const writes = (doc, word) => doc.accents.has(word) || (!doc.entity && around(doc).some((place) => all[place].named.has(word)));

const translated = ({ doc, terms }, one) =>
  doc.words && one.variants.some((v) => v.how === HOW.other && v.words.every((word) => terms.has(word)) && stands(doc, v.words.join(" ")));

/** Whether a result has a unit as it is typed, or what it means in English. */
const has = (result, one) => one.accents.every((word) => writes(result.doc, word)) || (!one.misspelt && translated(result, one));

/** Whether a result has only the letters of a unit, or what they are misspelt for. One that has not even these is there for
    something else. */
const lettersOnly = (result, one) =>
  !has(result, one) && (!result.doc.words || one.variants.some((v) => (one.misspelt || v.how !== HOW.other) && stands(result.doc, v.words.join(" "))));

/** The units typed with accents. A corrected word is told as such. */
const accented = (units) => units.filter((one) => !one.optional && one.accents?.length && !one.corrected && one.variants.some((v) => v.how !== HOW.mistyped));

/** Results with those last that have only the letters of a unit. */
export const lettersLast = (results, units) => {
  const wanted = accented(units);
  if (!wanted.length) return results;
  const after = new Set(results.filter((one) => wanted.some((unit) => lettersOnly(one, unit))));
  return after.size && after.size < results.length ? [...results.filter((one) => !after.has(one)), ...after] : results;
};

/** Only the results that have every unit as typed. */
export const only = (results, units) => results.filter((one) => accented(units).every((unit) => has(one, unit)));

/** What of a query is nowhere as typed where all that is found has only the letters: words that no text has so, else all
    that no result has at once. `typing`: the last may go on. */
export const nowhere = (results, units, typing) => {
  const full = results.filter((one) => !one.doc.list && !one.missing.length);
  const last = units[units.length - 1];
  const open = (one) => typing && one === last && one.accents.some((word) => !marked.has(word) && [...marked].some((other) => begins(word, other)));
  const wanted = accented(units);
  if (!wanted.length || !full.length || wanted.some(open) || !full.every((one) => wanted.some((unit) => lettersOnly(one, unit)))) return [];
  const never = wanted.filter((unit) => unit.accents.some((word) => !marked.has(word)));
  return never.length ? never.map((one) => one.said) : [wanted.map((one) => one.said).join(" ")];
};
