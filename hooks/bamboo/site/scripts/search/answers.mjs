/* The answer that a result gives in a line: a figure's newest value, a person's office. */

import { all } from "./documents.mjs";

/** "nearly 800 billion US dollars (2024)". */
const newest = (doc) => {
  const period = all.find((one) => !one.entity && one.figure === doc.place);
  if (!period) return "";
  const value = period.title.slice(period.title.lastIndexOf(`${period.when}: `) + period.when.length + 2);
  return `${value} (${period.when})`;
};

/** What is told of a figure or a person beside the name; "" of others. */
export const answerOf = (doc) => {
  if (doc.of === "indicators") return newest(doc);
  return (doc.of === "people" && doc.roles[0]) || "";
};
