/* Words as they are written: "đội" is not "đổi", "São" is not "sao", but "hoà" is "hòa". */

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]|\p{M}/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const NONE = new Set();

/** A word in small letters with its accents: the tones after the letters, so that it does not matter on which vowel one is. */
export const written = (word) => {
  const letters = word.toLowerCase().normalize("NFKD");
  const tones = letters.match(TONES);
  return tones ? letters.replace(TONES, "") + tones.join("") : letters;
};

/** Whether a written word can be the beginning of another one. */
export const begins = (word, other) => {
  const [mine, its] = [word, other].map((one) => [one.replace(TONES, ""), (one.match(TONES) || []).join("")]);
  return its[0].startsWith(mine[0]) && its[1].startsWith(mine[1]);
};

/** The words of texts that have accents, as they are written. */
export const accents = (texts) => {
  const found = new Set();
  for (const text of texts) {
    if (!ACCENTED.test(text)) continue;
    for (const [word] of text.matchAll(WORD)) if (ACCENTED.test(word)) found.add(written(word));
  }
  return found.size ? found : NONE;
};
