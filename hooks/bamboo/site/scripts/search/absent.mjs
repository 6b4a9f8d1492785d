/* Countries that no source names. One is told of only where a whole word or compound of a query is its name. */

import { written } from "./accents.mjs";
import { fold, words } from "./fold.mjs";
import { isSyllable, know } from "./vietnamese.mjs";
import { vocabulary } from "./vocabulary.mjs";
import { forgiven, nearest } from "./words.mjs";

const singles = new Map(); // a name of one word, as it is written -> label
export const decoys = new Map(); // those that may be mistyped, without marks -> label

/** Take up the names of the countries: for each, the English one first. */
export const avoid = (countries) => {
  for (const names of countries) {
    for (const name of names) {
      const list = words(name);
      if (list.length > 1) know(name, "absent", { label: names[0] });
      else {
        singles.set(written(name.replaceAll(".", "")), names[0]); // "U.S." is typed "us"
        const letters = list[0];
        if (letters.length > 3 && !singles.has(letters) && fold(name) === letters) singles.set(letters, names[0]);
        if (letters.length > 3 && !vocabulary.has(letters)) decoys.set(letters, names[0]);
      }
    }
  }
};

/** Whether what is beside a word leaves it a word: a compound, a word that says little, a number, no Vietnamese syllable. */
const apart = (one) =>
  !one || one.length > 1 || one.entries.length > 0 || /\d/.test(one.tokens[0].word) || !isSyllable(one.tokens[0].word);

const named = (one, before, after, many) => {
  const [{ raw, word }] = one.tokens;
  const label = singles.get(raw);
  if (!label) return null;
  if (many > 1 && raw === word && vocabulary.get(word)) return null; // "Georgia" in another name
  return isSyllable(word) && !(apart(before) && apart(after)) ? null : label;
};

/** "Rusia": one mistyped name of a country and nothing else that is unknown. */
const mistyped = (segments) => {
  const open = segments.filter((one) => !one.entries.length && !vocabulary.has(one.tokens[0].word));
  if (open.length !== 1) return null;
  const [{ word, raw }] = open[0].tokens;
  if (raw !== word || isSyllable(word) || !forgiven(word)) return null;
  const near = nearest(word, forgiven(word), decoys, 1);
  return near.length === 1 && decoys.has(near[0]) ? [open[0], decoys.get(near[0])] : null;
};

/** The countries that segments of a query name, as {labels, unnamed, left}: the words as typed, and the other segments. */
export const absences = (segments) => {
  const found = new Map();
  segments.forEach((one, n) => {
    const label = one.entries[0]?.kind === "absent" ? one.entries[0].label : one.length === 1 && !one.entries.length && named(one, segments[n - 1], segments[n + 1], segments.length);
    if (label) found.set(one, label);
  });
  const wrong = found.size ? null : mistyped(segments);
  if (wrong) found.set(...wrong);
  const said = (one) => one.tokens.map((token) => token.said).join(" ");
  return {
    labels: [...new Set(found.values())], unnamed: [...found.keys()].map(said),
    left: segments.filter((one) => !found.has(one)),
  };
};
