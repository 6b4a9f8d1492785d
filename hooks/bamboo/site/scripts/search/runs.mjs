/* Words in quotation marks that stand nowhere together: what has the longest stretches of them. */

import { all, mini } from "./documents.mjs";

const LEAST = 4; // words of a stretch, and
const SHARE = 0.5; // the share of the words in quotation marks

const ENOUGH = 5; // documents, after which no shorter stretch is looked for

/** Documents that have long stretches of the words, the longest first: {doc, hit, missing}. */
export const stretches = ({ list }) => {
  const least = Math.max(LEAST, SHARE * list.length);
  const many = new Set(list).size - list.length + least; // different words, at least
  const perhaps = mini.search({ combineWith: "OR", queries: [list.join(" ")] }).filter((hit) => hit.terms.length >= many).map((hit) => all[hit.id]);
  const texts = perhaps.map((doc) => ` ${Object.values(doc.words).join(" | ")} `);
  const rows = new Map();
  for (let length = list.length - 1; length >= least && rows.size < ENOUGH; length -= 1) {
    for (let from = 0; from + length <= list.length; from += 1) {
      const run = list.slice(from, from + length);
      const phrase = ` ${run.join(" ")} `;
      const missing = [...list.slice(0, from), ...list.slice(from + length)];
      perhaps.forEach((doc, n) => {
        if (!rows.has(doc) && texts[n].includes(phrase)) rows.set(doc, { doc, hit: { terms: run }, missing });
      });
    }
  }
  // What says it comes before what is only about it.
  return [...rows.values()].sort((a, b) => a.missing.length - b.missing.length || Number(a.doc.entity) - Number(b.doc.entity));
};
