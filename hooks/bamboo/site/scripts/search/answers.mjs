/* The answer that a result gives in a line: a figure's newest value, a person's office. */

import { all } from "./documents.mjs";

const newest = (doc) => {
  const period = all.find((one) => !one.entity && one.figure === doc.place);
  if (!period) return null;
  const value = period.title.slice(period.title.lastIndexOf(`${period.when}: `) + period.when.length + 2);
  return { value, when: period.when };
};

/** {value, when} of a figure ("nearly 800 billion US dollars", "2024"), {office} of a person, or null. */
export const answerOf = (doc) => {
  if (doc.of === "indicators") return newest(doc);
  if (doc.of === "people" && doc.roles.length) return { office: doc.roles[0] };
  return null;
};
