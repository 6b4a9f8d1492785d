// Prints what biblatex-csl-converter makes of a file of BibTeX: its titles, and what it complains of.
import { readFileSync } from "node:fs";
import { BibLatexParser, CSLExporter } from "biblatex-csl-converter";

const parser = new BibLatexParser(readFileSync(process.argv[2], "utf8"), { processUnexpected: true });
const { entries, errors, warnings } = parser.parse();
const items = Object.values(new CSLExporter(entries).parse());
console.log(JSON.stringify({ items, complaints: [...errors, ...warnings] }));
