/* Near misses apart from what answers, and what is said of a result. */

import assert from "node:assert/strict";
import test from "node:test";
import { apart } from "../../../../hooks/bamboo/site/scripts/search/near.mjs";
import { remarks } from "../../../../hooks/bamboo/site/scripts/search/remarks.mjs";
import { numbered } from "../../../../hooks/bamboo/site/scripts/search/results.mjs";
import { search } from "./index.mjs";

const full = (id) => ({ id, missing: [] });
const near = (id) => ({ id, missing: ["trade"] });
const headings = (...results) => apart(results).map(([heading, its]) => [heading, its.map(({ id }) => id).join("")]);

test("near misses before and after what has all the words have a heading, one in between has none", () => {
  assert.deepEqual(headings(full("a"), full("b")), [["", "ab"]]);
  assert.deepEqual(headings(full("a"), near("b"), full("c"), near("d")), [["", "abc"], ["These lack some of the words", "d"]]);
  assert.deepEqual(headings(near("a"), full("b")), [["These lack some of the words", "a"], ["These have all the words", "b"]]);
  assert.deepEqual(headings(near("a"), near("b")), [["These lack some of the words", "ab"]]);
  assert.deepEqual(headings(), []);
});

test("the number of results says how many of them lack words", () => {
  assert.equal(numbered([full("a")]), "1 result");
  assert.equal(numbered([full("a"), near("b"), near("c")]), "1 result, and 2 that lack some of the words");
  assert.equal(numbered([near("b")]), "1 result that lacks some of the words");
});

test("where nothing has all the words, that is said", () => {
  const said = (query) => remarks(search.find(query), query, () => "").map((line) => line.join(""));
  assert.deepEqual(said("Norway zebra"), ["Nothing here has all the words of “Norway zebra”."]);
  assert.deepEqual(said("Norway"), []);
});

test("a statement is shown by its sentence, and by its quote where that has more of what is asked", () => {
  const visit = (query) => {
    const { quoted, words } = search.described(search.find(query).results.find((one) => one.kind === "visit"), 300);
    return [quoted, words];
  };
  assert.deepEqual(visit("Norway"), [false, "Prime Minister Kari Berg of Norway visited Hanoi on June 3-5, 2024."]);
  assert.deepEqual(visit("Norway Chile"), [true, "Prime Minister Kari Berg of Norway visited Hanoi on June 3-5, 2024 with President Carla Costa of Chile"]);
});

test("a number that no figure counts leads to the page of the term, and that is said", () => {
  const query = "How many strategic partnerships does Vietnam have?";
  const found = search.find(query);
  assert.equal(found.results[0].url, "terms/strategic-partnership.html");
  assert.deepEqual(remarks(found, query, () => ""), [["No figure here counts “Strategic Partnership”."]]);
  assert.equal(search.find("strategic partnerships").uncounted, null);
  assert.equal(search.find("how many of a strategic partnership").uncounted, null);
});
