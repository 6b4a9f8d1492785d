/* Near misses: results that lack some of the words, apart from those that have all of them. */

export const lacking = ({ missing }) => missing.length > 0;

export const LACKING = "These lack some of the words";
const HAVING = "These have all the words";

/** Results in their order as groups [heading, results, whether they lack words]: near misses before the first that has
    all the words, and after the last. One between others is marked by itself. */
export const apart = (results) => {
  const full = results.flatMap((one, place) => (lacking(one) ? [] : [place]));
  const first = full.length ? full[0] : results.length;
  const last = full.length ? full[full.length - 1] + 1 : results.length;
  return [
    [LACKING, results.slice(0, first), true],
    [first ? HAVING : "", results.slice(first, last), false],
    [LACKING, results.slice(last), true],
  ].filter(([, its]) => its.length);
};
