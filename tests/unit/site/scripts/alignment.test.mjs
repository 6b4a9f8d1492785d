import assert from "node:assert/strict";
import test from "node:test";
import { aligned, pairsOf } from "../../../../hooks/bamboo/site/scripts/search/alignment.mjs";

const text = "one two three four five six seven eight nine ten eleven twelve one two".split(" ");
const pairs = pairsOf(text);
const place = (pasted) => {
  const found = aligned(pairs, pasted.split(" "));
  return found && [found.from, found.to];
};

test("a stretch is where most of its pairs of words are", () => {
  assert.deepEqual(place("three four five six seven"), [2, 6]);
  assert.equal(aligned(pairs, text).share, 1);
});

test("a word may be missing, mistyped or too many", () => {
  assert.deepEqual(place("three four six seven eight nine"), [2, 8]);
  assert.deepEqual(place("three four fife six seven eight nine"), [2, 8]);
  assert.deepEqual(place("three four five new six seven eight"), [2, 7]);
});

test("a few words of a long text are no stretch", () => {
  assert.equal(place("two three four"), null);
  assert.equal(place("a b c two three d e f six seven g h i nine ten"), null);
  assert.equal(aligned(pairsOf([]), ["one", "two"]), null);
});
