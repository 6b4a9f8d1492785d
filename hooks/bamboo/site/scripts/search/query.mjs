/* A query to units, each a word or phrase with all that it may mean.

   Words that say little ("of", "the") and what all of the site is about ("Vietnam") need not be on a page;
   they only help. A country that no source names is known as such, so that no other is taken for it. */

import { all } from "./documents.mjs";
import { fold, words } from "./fold.mjs";
import { vocabulary } from "./vocabulary.mjs";
import { HOW, forgiven, meanings, nearest, sort, variant } from "./words.mjs";

const small = new Set();
const everywhere = new Set();
const same = new Map(); // a word -> what it may be called otherwise, each a list of words
const phrases = []; // the same for phrases, whose words are together: [words, others]
const absent = []; // {label, name, list} for each name of a country without a record
const decoys = new Map(); // those that are one word -> label

/** Take up the lists that come with the index. */
export const prepare = (core) => {
  words(core.small).forEach((word) => small.add(word));
  words(core.everywhere).forEach((word) => everywhere.add(word));
  for (const [asked, others] of Object.entries(core.same)) {
    const list = words(asked, false);
    const lists = others.map((other) => words(other, false));
    if (list.length > 1) phrases.push([list, lists]);
    else same.set(list[0], lists);
  }
  for (const names of core.absent) {
    for (const name of names) {
      const list = words(name);
      absent.push({ label: names[0], name: name.normalize("NFC").toLowerCase(), list });
      if (list.length === 1 && list[0].length > 3 && !vocabulary.has(list[0])) decoys.set(list[0], names[0]);
    }
  }
  // "To Lam" begins with a word that says little elsewhere.
  for (const doc of all) {
    for (const list of doc.lists || []) if (list.length > 1 && small.has(list[0]) && list[0] !== "the") phrases.push([list, []]);
  }
  absent.sort((a, b) => b.list.length - a.list.length);
  sort();
};

const at = (list, place, sought) => sought.every((word, n) => list[place + n] === word);

/** The country without a record that a query names, or null. */
const missing = (text, list) => {
  const typed = text.normalize("NFC").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) || [];
  for (const country of absent) {
    // "Ý" and "Áo" are Italy and Austria; "y" and "ao" are not.
    const short = country.list.join("").length < 4;
    if (short ? typed.includes(country.name) : list.some((_, place) => at(list, place, country.list))) {
      const inName = country.list.length === 1 && list.length > 1 && vocabulary.get(country.list[0]);
      if (!inName) return country.label;
    }
  }
  // Mistyped as well: "Rusia".
  for (const word of list) {
    const near = vocabulary.has(word) || !forgiven(word) ? [] : nearest(word, forgiven(word), decoys, 1);
    if (near.length === 1 && decoys.has(near[0])) return decoys.get(near[0]);
  }
  return null;
};

/** "g 20" as "g20" and "cyber crime" as "cybercrime", where only that is a word of the index. */
const rejoined = (list) => {
  const found = [];
  for (const word of list) {
    const last = found[found.length - 1];
    const known = last && vocabulary.has(last) && (vocabulary.has(word) || /^\d/.test(word));
    if (last && !known && vocabulary.has(last + word)) found[found.length - 1] = last + word;
    else found.push(word);
  }
  return found;
};

const unit = (text, list, options) => ({
  text: list.join(" "),
  optional: list.length === 1 && (small.has(list[0]) || everywhere.has(list[0])),
  told: everywhere.has(list[0]), // no small word: worth a mark
  variants: meanings(list[0], options),
});

/** The phrases of the lists that are in `list` at `place`, as a unit. */
const phrase = (list, place) => {
  const found = phrases.find(([asked]) => at(list, place, asked));
  if (!found) return null;
  const [asked, others] = found;
  return {
    text: asked.join(" "), length: asked.length, optional: false,
    variants: [variant(asked, HOW.exact), ...others.map((other) => variant(other, HOW.other))],
  };
};

/** A query's units, its quoted phrases, and the missing country it names. */
export const parse = (text, typing) => {
  const quoted = [];
  const rest = text.replace(/["“”„«»]([^"“”„«»]+)["“”„«»]/gu, (_, inside) => {
    const list = words(inside, false);
    if (list.length) quoted.push(list);
    return " ";
  });
  const list = rejoined(words(rest, false));
  const units = quoted.map((those) => ({
    text: `"${those.join(" ")}"`, optional: false, quoted: true,
    variants: those.every((word) => vocabulary.has(word)) ? [variant(those, HOW.exact)] : [],
  }));
  for (let place = 0; place < list.length; ) {
    const found = phrase(list, place);
    if (found) units.push(found);
    else {
      const last = place === list.length - 1 && !/\s$/.test(text);
      units.push(unit(text, [list[place]], { same, decoys, typing: typing && last }));
    }
    place += found ? found.length : 1;
  }
  if (units.length && units.every((one) => one.optional)) units.forEach((one) => (one.optional = false));
  // A word of which only its first letter is there must not empty the list; while typing, the first two.
  const last = units[units.length - 1];
  if (units.length > 1 && last.text.length < (typing ? 3 : 2) && !last.variants.length && !/\d/.test(last.text)) last.optional = true;
  const every = [...quoted.flat(), ...words(rest)];
  return { units, words: list, folded: fold(text), absent: missing(text, every) };
};
