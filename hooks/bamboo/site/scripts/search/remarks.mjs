/* What has to be said about an answer besides its results: absent countries, corrected words, missing words. */

import { link, make } from "../dom.mjs";
import { lacking } from "./near.mjs";

const listed = (names) => (names.length > 1 ? `${names.slice(0, -1).join(", ")} or ${names[names.length - 1]}` : names[0]);
const quoted = (words) => listed(words.map((word) => (/^“/.test(word) ? word : `“${word}”`)));

const LONG = 60; // characters of a query that is not repeated

/** That nothing has all words of a query. */
export const noneHas = (query, { unread }) =>
  `Nothing ${unread ? "read so far" : "here"} has all the words of ${query.length > LONG ? "what you typed" : `“${query}”`}.`;

/** Lines, each a list of texts and nodes; `to` makes the address that asks a query. */
export const remarks = (answer, query, to) => {
  const lines = [];
  if (answer.absent.length) lines.push([`No source here names ${listed(answer.absent)}.`]);
  if (answer.uncounted) lines.push([`No figure here counts “${answer.uncounted.title}”.`]);
  if (answer.nowhere.length) {
    const follows = answer.matched.length ? " The results match the letters with other marks or none." : "";
    lines.push([`Nothing ${answer.unread ? "read so far" : "here"} has ${quoted(answer.nowhere)} with these marks.${follows}`]);
  }
  for (const { from, to: other } of answer.matched.length ? answer.corrected : []) {
    const instead = query.replace(from, `"${from}"`);
    lines.push(["Showing results for ", make("em", "", other), "; search for ", link(to(instead), "", from), " instead."]);
  }
  // Where something is said of a word already, that is why nothing has all of them.
  if (!lines.length && answer.matched.length && answer.matched.every(lacking)) lines.push([noneHas(query, answer)]);
  return lines;
};

/** "without: meetings", the words struck through; null where a result lacks none. */
export const without = ({ missing }) => {
  if (!missing.length) return null;
  const found = make("span", "note", "without: ");
  missing.forEach((word, n) => found.append(n ? " " : "", make("s", "", word)));
  return found;
};
