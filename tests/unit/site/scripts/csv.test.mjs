import assert from "node:assert/strict";
import test from "node:test";
import { cell, csv } from "../../../../hooks/bamboo/site/scripts/search/csv.mjs";

const CELLS = [
  ["plain", "plain"],
  ["a, b", '"a, b"'],
  ['say "x"', '"say ""x"""'],
  ["two\nlines", '"two\nlines"'],
  ["=1+1", "'=1+1"],
  ["  @cmd", "'  @cmd"],
  ["-5", "'-5"],
  ["+84", "'+84"],
  ["=a,b", "\"'=a,b\""],
  [2024, "2024"],
];

for (const [value, written] of CELLS) test(`cell ${JSON.stringify(value)}`, () => assert.equal(cell(value), written));

test("a row for each result, after a head, with a byte order mark", () => {
  const all = [{ title: "Norway" }, { title: "Brazil" }];
  const result = {
    doc: { when: "2024", partners: [0, 1], sources: [], quotes: [{ text: "one" }, { text: "two" }] },
    url: "facts/2024/a.html", kind: "visit", title: "A visit", terms: new Set(),
  };
  const quote = (doc) => doc.quotes[1];
  const [head, row, end] = csv([result], { all, quote, root: "https://example.org/x/" }).split("\r\n");
  assert.equal(head, "\ufeffkind,title,when,themes,partners,sources,quote,address");
  assert.equal(row, "visit,A visit,2024,,Norway; Brazil,,two,https://example.org/x/facts/2024/a.html");
  assert.equal(end, "");
});
