/* A list of results as a CSV file that a spreadsheet opens as what it is: text. */

const HEAD = ["kind", "title", "when", "themes", "partners", "sources", "quote", "address"];

/** A cell. One that a spreadsheet would take for a formula begins with an apostrophe. */
export const cell = (value) => {
  const text = String(value);
  const safe = /^[\s\0]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const row = ({ all, quote, root }) => ({ doc, url, kind, title, terms }) => {
  const names = (places) => (places || []).map((place) => all[place].title).join("; ");
  const shown = quote(doc, terms) || (doc.quotes || [])[0];
  return [
    kind, title, doc.when || (doc.entity ? "" : doc.years.join("; ")), names(doc.themes), names(doc.partners),
    names(doc.sources), shown ? (shown.by ? `${shown.by}: ${shown.text}` : shown.text) : doc.text ? (doc.by ? `${doc.by}: ${doc.text}` : doc.text) : "", new URL(url, root).href,
  ];
};

/** With a byte order mark, by which Excel knows that the letters are UTF-8. `search` is what found the results. */
export const csv = (results, search) => `\ufeff${[HEAD, ...results.map(row(search))].map((cells) => cells.map(cell).join(",")).join("\r\n")}\r\n`;
