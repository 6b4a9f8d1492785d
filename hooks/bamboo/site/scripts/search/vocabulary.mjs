/* The words of the index, and what each is worth as what a mistyped word was meant to be. */

import { accents } from "./accents.mjs";
import { fold } from "./fold.mjs";

const OFTEN = 3; // claims that say a word

// word -> 4 in the English name of a partner or person, 3 in another English name or a role, 2 in a name in
// another language, 1 said often, 0 else
export const vocabulary = new Map();
export const acronyms = new Set();
export const display = new Map(); // word -> how names write it
export const marked = new Set(); // words with their accents, as texts and names write them
const said = new Map(); // word -> how many claims say it, up to OFTEN

/** Know the words of a text, each at the most it is worth anywhere. */
export const learn = (text, worth) => {
  for (const word of text.split(/[ |]+/)) {
    if (word && !(vocabulary.get(word) >= worth)) vocabulary.set(word, worth);
  }
  return text;
};

/** Count a claim's words; those said often are worth something. */
export const count = (text) => {
  for (const word of new Set(text.split(" "))) {
    const times = (said.get(word) || 0) + 1;
    if (times <= OFTEN) said.set(word, times);
    if (times === OFTEN) learn(word, 1);
  }
  return text;
};

/** Know the words of a name as it writes them. */
export const show = (name) => {
  for (const [word] of name.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) if (!display.has(fold(word))) display.set(fold(word), word);
};

/** Know the words of texts that have accents; they are what is returned. */
export const mark = (texts) => {
  const found = accents(texts);
  for (const word of found) marked.add(word);
  return found;
};
