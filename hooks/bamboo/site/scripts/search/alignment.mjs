/* Where a text holds what was pasted, although a word of it is missing, mistyped or another one: the stretch of
   the text that has most pairs of neighbouring words with the pasted text in the same order. */

const LEAST_PAIRS = 4;
const LEAST_SHARE = 0.4; // of the pairs of the pasted text
const OFTEN = 60; // places of a pair, from which on it tells nothing
const DRIFT = 8; // words that may be missing or too many before a stretch is taken for two

/** The places of each pair of neighbouring words. */
export const pairsOf = (words) => {
  const found = new Map();
  for (let place = 0; place + 1 < words.length; place += 1) {
    const pair = `${words[place]} ${words[place + 1]}`;
    const places = found.get(pair);
    if (places) places.push(place);
    else found.set(pair, [place]);
  }
  return found;
};

/** The best stretch as {from, to, share}, by the places of its first and last word; null where there is none. */
export const aligned = (pairs, pasted) => {
  const width = DRIFT + Math.floor(pasted.length / 10);
  const stretches = new Map();
  const count = (number, at, place) => {
    const stretch = stretches.get(number) || { pairs: 0, last: -1, from: place, to: place + 1 };
    if (stretch.last !== at) stretch.pairs += 1;
    stretch.last = at;
    stretch.from = Math.min(stretch.from, place);
    stretch.to = Math.max(stretch.to, place + 1);
    stretches.set(number, stretch);
  };
  for (let at = 0; at + 1 < pasted.length; at += 1) {
    const places = pairs.get(`${pasted[at]} ${pasted[at + 1]}`) || [];
    if (places.length > OFTEN) continue;
    for (const place of places) {
      // Each stretch overlaps its neighbours by half, so that none is cut in two.
      const half = Math.floor((2 * (place - at)) / width);
      count(half, at, place);
      count(half - 1, at, place);
    }
  }
  let best = null;
  for (const stretch of stretches.values()) {
    if (!best || stretch.pairs > best.pairs) best = stretch;
  }
  const share = best ? best.pairs / (pasted.length - 1) : 0;
  return best && best.pairs >= LEAST_PAIRS && share >= LEAST_SHARE ? { from: best.from, to: best.to, share } : null;
};
