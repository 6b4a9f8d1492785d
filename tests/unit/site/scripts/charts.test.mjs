import assert from "node:assert/strict";
import test from "node:test";
import { arranged, wrapped } from "../../../../hooks/bamboo/site/scripts/charts.mjs";

const measure = (text) => text.length;

test("lines are no wider than the room, but for a word that is", () => {
  assert.deepEqual(wrapped("one two  three", 7, measure), ["one two", "three"]);
  assert.deepEqual(wrapped("one twothreefour five", 7, measure), ["one", "twothreefour", "five"]);
  assert.deepEqual(wrapped("", 7, measure), []);
});

test("nothing lies on anything else", () => {
  const size = { width: 340, height: 100 };
  const short = arranged({ ...size, title: ["a"], source: ["b"] });
  const long = arranged({ ...size, title: ["a", "b"], source: ["c", "d"] });
  assert.ok(short.foot >= short.top + 100);
  assert.ok(short.height > short.foot);
  assert.equal(short.width, long.width);
  assert.ok(long.top > short.top && long.height > short.height);
});
