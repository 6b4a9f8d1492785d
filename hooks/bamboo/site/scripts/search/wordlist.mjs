/* A sorted list of words that search/wordlist.py has made short. */

/** The words again: each is without the letters it shares with the one before it, whose number comes first. */
export const expanded = (short) => {
  let before = "";
  return short.split(" ").filter(Boolean).map((one) => {
    before = before.slice(0, parseInt(one[0], 36)) + one.slice(1);
    return before;
  });
};
