/* Text to the words that are looked up, as fold.py does it at build time. */

const NO_MARKS = { đ: "d", ł: "l", ø: "o", ı: "i" };
const WORD = /\d+(?:[.,]\d+)*(?![\p{L}\p{N}])|[\p{L}\p{N}]+/gu;
const SCALES = { bn: "billion", mn: "million" };

/** Small letters without marks: "Đối tác" and its decomposed form as "doi tac". */
export const fold = (text) =>
  text
    .toLowerCase()
    .replace(/[đłøı]/g, (letter) => NO_MARKS[letter])
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");

/** A number as it is looked up: "1,000" as "1000", the Vietnamese "14,8" as "14.8". */
const number = (word) => {
  if (!word.includes(",")) return word;
  return /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(word) ? word.replaceAll(",", "") : word.replaceAll(",", ".");
};

/** The words of a text. "US$1,000" is "usd" and "1000", "U.S." is "us", "13th" also "13". */
export const words = (text, ordinals = true) => {
  const plain = fold(text)
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu, (initials) => initials.replaceAll(".", ""))
    .replace(/['’‘ʼ]s(?![\p{L}\p{N}])/gu, "")
    .replace(/(?:(?<![\p{L}\p{N}_])us)?\$/gu, " usd ")
    .replaceAll("%", " percent ")
    .replace(/(\d)(bn|mn)(?![\p{L}\p{N}_])/gu, (_, digit, scale) => `${digit} ${SCALES[scale]}`);
  const found = [];
  for (const [word] of plain.matchAll(WORD)) {
    const ordinal = /^(\d+)(?:st|nd|rd|th)$/.exec(word);
    found.push(number(word));
    if (ordinal && ordinals) found.push(ordinal[1]);
  }
  return found;
};
