/* Vietnamese by words, not syllables: the words and names a query holds, as they are written with their marks.

   A name or compound counts where each syllable has its marks or none are typed; one mistake in it is forgiven. */

import { written } from "./accents.mjs";
import { fold, words } from "./fold.mjs";
import { vocabulary } from "./vocabulary.mjs";
import { distance, rightly } from "./words.mjs";

const LONGEST = 12; // syllables of a name
const TYPED = 16; // words up to which mistakes are looked for
const ONSET = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?";
const RHYME = "(?:uye|uya|uyu|oai|oay|oeo|uay|uoi|uou|ieu|yeu|oa|oe|uy|ua|uo|ue|ui|uu|ia|ie|iu|ye|ai|ao|au|ay|eo|eu|oi|[aeiouy])(?:ch|ng|nh|[cmnpt])?";
const SYLLABLE = new RegExp(`^${ONSET}${RHYME}$`);

/** Whether letters without marks can be a syllable of Vietnamese. */
export const isSyllable = (letters) => SYLLABLE.test(letters);

/** The words of a text as typed beside their letters: {said, raw, word}; `raw` as it is written. */
export const typed = (text) => {
  const pieces = (text.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) || []).map((said) => [said, fold(said)]);
  let at = 0;
  return words(text, false).map((word) => {
    const place = pieces.findIndex(([, letters], n) => n >= at && n < at + 6 && letters === word);
    if (place < 0) return { word, raw: word, said: word };
    at = place + 1;
    return { word, raw: written(pieces[place][0]), said: pieces[place][0] };
  });
};

/** Whether a word is typed with marks of Vietnamese. */
export const isMarked = ({ word, raw }) => raw !== word && isSyllable(word);

/** Words of English that say little; none is part of a mistaken name where the others are words too. */
export const english = new Set();

const entries = new Map(); // letters of a name, joined by blanks -> entries
const byFirst = new Map(); // first letter -> entries of two syllables or more

/** Know a name, compound or phrase; `kind` says what it is, `more` what belongs to it. */
export const know = (text, kind, more = {}) => {
  const tokens = typed(text);
  if (!tokens.length || tokens.length > LONGEST) return;
  const list = tokens.map(({ word }) => word);
  const entry = { list, raws: tokens.map(({ raw }) => raw), joined: list.join(""), text, kind, ...more };
  const key = list.join(" ");
  entries.set(key, [...(entries.get(key) || []), entry]);
  if (list.length > 1 && !["small", "phrase", "light"].includes(kind)) {
    byFirst.set(key[0], [...(byFirst.get(key[0]) || []), entry]);
  }
};

/** Whether words hold a name of some kind, side by side. */
export const within = (list, kind) =>
  list.some((_, from) => list.some((word, to) => to > from && entries.get(list.slice(from, to + 1).join(" "))?.some((one) => one.kind === kind)));

const KINDS = ["name", "absent", "everywhere", "compound", "phrase", "everyday", "light", "small"];

/** Whether what is typed can be an entry: the same marks, or none. A single syllable needs its marks. */
const fits = (entry, window) =>
  entry.list.length === 1
    ? window[0].raw === entry.raws[0]
    : window.every((one, n) => one.raw === entry.raws[n] || one.raw === one.word);

const exact = (window) => {
  const found = (entries.get(window.map(({ word }) => word).join(" ")) || []).filter((entry) => fits(entry, window));
  return found.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
};

const isRight = (word) => rightly.has(word) || vocabulary.has(word) || english.has(word);

/** The entry that a window is but for one mistake: marks of one syllable, or one letter; `alone`: it is the whole query. */
const mistaken = (window, alone) => {
  const joined = window.map(({ word }) => word).join("");
  if (joined.length < 5 || window.some(({ word }) => /\d/.test(word))) return null;
  const marked = window.some(isMarked);
  // "the value" is no mistaken "thế và lực": each of its words is right.
  const plainly = !marked && window.every(({ word }) => isRight(word));
  let best = null;
  for (const entry of byFirst.get(joined[0]) || []) {
    if (Math.abs(entry.list.length - window.length) > 1 || Math.abs(entry.joined.length - joined.length) > 1) continue;
    if (joined === entry.joined && window.length === entry.list.length) {
      const other = window.filter((one, n) => one.raw !== entry.raws[n] && one.raw !== one.word).length;
      const most = entry.list.length > 3 ? 2 : 1;
      if (other <= most && (!best || other < best.cost)) best = { entry, cost: other };
      continue;
    }
    const short = entry.list.length < 3;
    if (short && entry.kind !== "name" && entry.kind !== "absent") continue;
    if (best && best.cost <= 1.5) continue;
    if (plainly || distance(joined, entry.joined, 1) > 1) continue;
    // "hợp đồng" is another word than "hội đồng", not a mistaken one.
    const wrong = window.filter((one) => !entry.list.includes(one.word));
    const other = alone && entry.kind === "name" && wrong.length < 2;
    if (short && marked && !entry.person && !other && wrong.every(({ word }) => isSyllable(word))) continue;
    best = { entry, cost: 1.5 };
  }
  return best && { entry: best.entry, letters: best.cost > 1 };
};

const COST = { known: 1, wrong: 2.2, unknown: 2 };

/** What can begin at a place of a query: names, compounds and phrases, each {entries, length, wrong, letters}. */
const beginning = (tokens, place) => {
  const found = [{ entries: [], length: 1, cost: COST.unknown }];
  for (let length = Math.min(LONGEST, tokens.length - place); length > 0; length -= 1) {
    const window = tokens.slice(place, place + length);
    const its = exact(window);
    if (its.length) found.push({ entries: its, length, wrong: false, cost: COST.known });
    const near = !its.length && length > 1 && tokens.length <= TYPED ? mistaken(window, length === tokens.length) : null;
    if (near) found.push({ entries: [near.entry], length, wrong: true, letters: near.letters, cost: COST.wrong });
  }
  return found;
};

/** A query cut in names, compounds, phrases and the words between them, so that it has as few pieces and mistakes as can be. */
export const cut = (tokens) => {
  const best = [{ cost: 0, pieces: [] }];
  for (let place = 0; place < tokens.length; place += 1) {
    for (const piece of beginning(tokens, place)) {
      const cost = best[place].cost + piece.cost;
      const end = place + piece.length;
      if (!best[end] || cost < best[end].cost) {
        best[end] = { cost, pieces: [...best[place].pieces, { ...piece, place, tokens: tokens.slice(place, end) }] };
      }
    }
  }
  return best[tokens.length].pieces;
};
