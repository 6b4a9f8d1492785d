import assert from "node:assert/strict";
import test from "node:test";
import { asked } from "./index.mjs";

const passages = (answer) => answer.results.filter((one) => one.passage);

test("words in quotation marks lead to the passage that has them, and to what quotes it", async () => {
  const answer = await asked('"17 agreements were signed"');
  const [first, second] = answer.results;
  assert.match(first.url, /^sources\/visit-report\.html#passage-\d+-\d+$/);
  assert.equal(first.passage.said, "17 agreements were signed,");
  assert.ok(first.passage.statements.some(([url]) => url === second.url));
});

test("words that nothing quotes are found too, in the line that has them, and set aside is said", async () => {
  const [first] = passages(await asked('"A Report on a Visit"'));
  assert.equal(first.url, "sources/visit-report.html#line-1");
  assert.equal(first.passage.aside, "heading");
  assert.deepEqual(first.passage.statements, []);
});

test("a stretch may run on over lines", async () => {
  const [first] = passages(await asked('“Review In 2024, Vietnam upgraded”'));
  assert.match(first.url, /^sources\/small-review\.html/);
});

test("a pasted text is found with other quotes and dashes, breaks of lines, a word less and a mistyped one", async () => {
  const pasted = [
    "Prime Minister Kari Berg of Norway visited Hanoi on June 3–5, 2024 with President Carla Costa of Chile",
    "Prime Minister Kari Berg of\nNorway visited Hanoi on June 3-5, 2024\nwith President Carla",
    "Prime Minister Kari Berg of Norway visited on June 3-5, 2024 with Presidnet Carla Costa of Chile; 16 contracts",
    "Vietnam's 'open door' stays open. Hanoi hosted a forum on May 2",
  ];
  for (const text of pasted) assert.ok((await asked(text)).results[0].passage?.statements, text);
});

test("what few statements say is looked for in the texts, every word of it in one line", async () => {
  assert.deepEqual(passages(await asked("small review")).map((one) => one.url), ["sources/small-review.html#line-1"]);
  assert.deepEqual(passages(await asked("review zebra")), []);
  assert.deepEqual(passages(await asked("contracts forum")), []);
});

test("while the last quotation mark is not typed, the last word may be half written", async () => {
  assert.match((await asked('"were signed, and exp', { typing: true })).results[0].url, /^sources\/visit-report/);
});

test("a passage is narrowed by its source and its kind", async () => {
  const found = async (filters) => passages(await asked('"17 agreements were signed"', { filters })).length;
  assert.deepEqual([await found({ source: ["visit-report"] }), await found({ source: ["small-review"] })], [1, 0]);
  assert.deepEqual([await found({ kind: ["passage"] }), await found({ kind: ["visit"] })], [1, 0]);
});
