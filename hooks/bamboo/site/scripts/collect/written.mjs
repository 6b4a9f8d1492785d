/* Statements as text to take away: one to paste, and a list in each form. Every function is pure. */

import { cell } from "../search/csv.mjs";

/** A citation with the address in it, where one is known; it has a place for one, or is whole already. */
export const cited = (form, address) => {
  if (typeof form === "string") return form;
  const [head, before, after, tail] = form;
  return head + (address ? before + address + after : "") + tail;
};

const HOSTED = /^https?:/;

/** Where others find a statement: on the host it is read from, or that it was made for; "" where there is none. */
export const place = ({ url, row }, root) =>
  [HOSTED.test(root) ? new URL(url, root).href : "", row.at(-1)].find((address) => HOSTED.test(address)) ?? "";

const lines = (...found) => found.filter(Boolean).join("\n");

/** A statement to paste anywhere, with the words that say so and who prints them. */
export const plain = (statement, root) =>
  lines(
    statement.sentence,
    ...statement.quotes.map((quote) => lines(`“${quote.text}” — ${quote.source}`, quote.translation)),
    place(statement, root),
  );

// What Markdown would read as more than itself.
const escaped = (text) => text.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&").replace(/^(\s*\d*)([-+.)])(?=\s)/, "$1\\$2");

const asMarkdown = (statement, root) =>
  [
    `## ${escaped(statement.title)}`,
    escaped(statement.sentence),
    ...statement.quotes.map((quote) => lines(
      `> “${escaped(quote.text)}”`,
      quote.translation && `> ${escaped(quote.translation)}`,
      `> — ${escaped(quote.source)}`,
    )),
    lines(`When: ${escaped(statement.when)}`, place(statement, root) && `<${place(statement, root)}>`),
  ].join("\n\n");

/** Works that prove statements, each once, in the order of the statements. */
const sourcesOf = (statements, works) =>
  [...new Set(statements.flatMap((statement) => statement.sources))].map((id) => works[id]).filter(Boolean);

const forms = (statements, works, ending, root) => [
  ...sourcesOf(statements, works).map((work) => cited(work[ending], "")),
  ...statements.map((statement) => cited(statement.forms[ending], place(statement, root))),
];

const markdown = ({ statements, works, root, title }) =>
  `${[
    `# ${escaped(title)}`,
    ...statements.map((statement) => asMarkdown(statement, root)),
    "## Sources",
    sourcesOf(statements, works).map((work) => `- ${escaped(cited(work.txt, ""))}`).join("\n"),
  ].join("\n\n")}\n`;

const together = (ending) => ({ statements, works, root }) =>
  `${forms(statements, works, ending, root).join("\n\n")}\n`;

/** Each citation is a list of one item. */
const csl = ({ statements, works, root }) =>
  `${JSON.stringify(forms(statements, works, "csl.json", root).flatMap((text) => JSON.parse(text)), null, 2)}\n`;

/** With a byte order mark, by which Excel knows that the letters are UTF-8. The last cell is the address. */
const csv = ({ statements, columns, root }) => {
  const rows = statements.map((one) => [...one.row.slice(0, -1), place(one, root) || one.url]);
  return `\ufeff${[columns, ...rows].map((cells) => cells.map(cell).join(",")).join("\r\n")}\r\n`;
};

/** What a list can be saved as: its name for readers, how its file ends, its media type, and how it is written. */
export const FORMS = [
  { name: "Markdown", ending: "md", type: "text/markdown", write: markdown },
  { name: "RIS", ending: "ris", type: "application/x-research-info-systems", write: together("ris") },
  { name: "BibTeX", ending: "bib", type: "application/x-bibtex", write: together("bib") },
  { name: "CSL-JSON", ending: "csl.json", type: "application/vnd.citationstyles.csl+json", write: csl },
  { name: "CSV", ending: "csv", type: "text/csv", write: csv },
];
