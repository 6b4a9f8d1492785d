/* One word of a query to the words of the index that it may mean: itself and its inflections, what the
   lists say of it, words that begin so, and words that differ by a typing mistake. */

import { acronyms, display, vocabulary } from "./vocabulary.mjs";

export const HOW = { exact: 0, inflected: 1, other: 2, begun: 3, mistyped: 4 };
const WEIGHT = [1, 0.9, 0.6, 0.5, 0.5];
const LEAST = [4, 4, 4, 4, 4, 3, 1, 1, 0]; // worth of what a word of so many letters may be mistyped for
const MOST_BEGUN = 40;
const stems = new Map(); // stem -> words
const families = new Map(); // what words of one family begin with -> words
const letters = []; // [word, which letters it has] of words that can be mistyped
let known = 0; // words of the vocabulary that are in these

/** Words that are right as they are, and never taken for one of the index. */
export const rightly = new Set();

/** Names of one word that are words of every day elsewhere. */
export const plain = new Set();

/** Words as they are written in names. */
export const shown = (list) => list.map((word) => display.get(word) || word).join(" ");

/** "upgraded", "upgrades" and "upgrade" alike. Not a word of any language; only for comparing. */
export const stem = (word) => {
  if (word.length < 4 || /\d/.test(word)) return word;
  let root = word;
  if (/ies$/.test(root) && root.length > 4) root = `${root.slice(0, -3)}y`;
  else if (/(s|x|z|ch|sh)es$/.test(root)) root = root.slice(0, -2);
  else if (/[^sui]s$/.test(root)) root = root.slice(0, -1);
  if (root.length > 5) root = root.replace(/(.{3,})(?:ed|ing)$/, "$1").replace(/([^aeiouls])\1$/, "$1");
  return root.length > 4 ? root.replace(/e$/, "") : root;
};

/** "celebrated" and "celebrations", "exhibited" and "exhibitors" alike: words of one family, for comparing. */
const family = (word) => {
  const root = stem(word);
  const short = root.replace(/(?:at(?:ion|or|iv)?|ion|or|iv|ment|er|ance|al|ly)$/, "");
  return short.length > 4 ? short : root;
};

/** Which letters a word has, as bits. */
const bits = (word) => {
  let found = 0;
  for (let i = 0; i < word.length; i += 1) found |= 1 << (word.charCodeAt(i) & 31);
  return found;
};

const count = (number) => {
  let left = number;
  let found = 0;
  for (; left; left &= left - 1) found += 1;
  return found;
};

const put = (map, key, word) => (map.has(key) ? map.get(key).push(word) : map.set(key, [word]));

/** Put in order the words that have come to the index. */
export const sort = () => {
  if (known === vocabulary.size) return;
  let place = 0;
  for (const word of vocabulary.keys()) {
    place += 1;
    if (place <= known) continue;
    put(stems, stem(word), word);
    if (word.length > 5) put(families, family(word), word);
    if (word.length > 3 && !/\d/.test(word)) letters.push([word, bits(word)]);
  }
  known = vocabulary.size;
};

/** A word and the words of the index that are forms of it. */
export const inflections = (word) => {
  sort();
  return [...new Set([...(vocabulary.has(word) ? [word] : []), ...(word.length > 2 ? stems.get(stem(word)) || [] : [])])];
};

/** How many letters differ, two exchanged neighbours counted once; more than `most` is `most + 1`. */
export const distance = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, n) => n);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, before[j - 2] + 1);
      }
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return row[other.length];
};

/** Letters that may be mistyped in a word: none in numbers and in words of up to three letters. */
export const forgiven = (word) => (/\d/.test(word) || word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** Words of the index, of at least this worth, that are nearest to a mistyped one; `decoys` among them. */
export const nearest = (word, most, decoys, least) => {
  sort();
  const mine = bits(word);
  let best = most;
  let found = [];
  const look = (candidate, its, worth) => {
    if (count(mine ^ its) > 2 * best) return;
    const same = candidate[0] === word[0];
    // "OPEC" and "EVFTA" are no mistyped "APEC" and "EFTA".
    if (!same && word.length < 8) return;
    if (acronyms.has(candidate) && candidate.length !== word.length) return;
    const away = distance(word, candidate, best);
    // Two letters may be wrong in a name only.
    if (away > best || (away > 1 && (!same || worth < 2))) return;
    if (away < best) found = [];
    best = away;
    found.push(candidate);
  };
  for (const [candidate, its] of letters) {
    const worth = vocabulary.get(candidate);
    if (worth >= least && (worth > 1 || candidate.length > 5)) look(candidate, its, worth);
  }
  for (const [decoy] of decoys) look(decoy, bits(decoy), 4);
  return found;
};

const begunWith = (word, least) => {
  const found = [];
  for (const [candidate, worth] of vocabulary) {
    if (worth >= least && candidate.length > word.length && candidate.startsWith(word)) found.push(candidate);
  }
  return found.sort((a, b) => vocabulary.get(b) - vocabulary.get(a) || a.length - b.length).slice(0, MOST_BEGUN);
};

export const variant = (list, how) => ({ words: list, how, weight: WEIGHT[how] });

/** What a word may mean, the surest first. `typing`: it may be the beginning of a longer one. */
export const meanings = (word, { same, decoys, typing }) => {
  sort();
  const found = [];
  if (vocabulary.has(word)) found.push(variant([word], HOW.exact));
  const ordinal = /^(\d+)(st|nd|rd|th)$/.exec(word);
  if (ordinal && vocabulary.has(ordinal[1])) found.push(variant([ordinal[1]], HOW.inflected));
  for (const other of stems.get(stem(word)) || []) {
    if (other !== word && word.length > 2) found.push(variant([other], HOW.inflected));
  }
  const others = (same.get(word) || []).flatMap((list) => (list.length > 1 ? [list] : inflections(list[0]).map((form) => [form])));
  for (const other of others) {
    const twice = other.length < 2 && found.some((have) => have.words.length === 1 && have.words[0] === other[0]);
    if (!twice && other.every((part) => vocabulary.has(part))) found.push(variant(other, HOW.other));
  }
  if (!found.length && word.length > 5 && !rightly.has(word)) {
    found.push(...(families.get(family(word)) || []).map((other) => variant([other], HOW.other)));
  }
  const sure = found.some((one) => one.how !== HOW.inflected);
  const digits = /\d/.test(word);
  if (word.length > 2 && !digits && (typing || !sure)) {
    for (const other of begunWith(word, word.length === 3 ? 2 : 0)) {
      if (!found.some((have) => have.words[0] === other)) found.push(variant([other], HOW.begun));
    }
  }
  if (!found.length && forgiven(word) && !rightly.has(word)) {
    // A country without a record among the nearest forbids the others: "Malii" is no mistyped "Malawi".
    const near = nearest(word, forgiven(word), decoys, LEAST[Math.min(word.length, LEAST.length - 1)]);
    if (!near.some((other) => decoys.has(other))) found.push(...near.map((other) => variant([other], HOW.mistyped)));
  }
  return found;
};
