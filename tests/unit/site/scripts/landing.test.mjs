import assert from "node:assert/strict";
import test from "node:test";
import { leave, stretch, taken } from "../../../../hooks/bamboo/site/scripts/search/landing.mjs";
import { read, recent } from "../../../../hooks/bamboo/site/scripts/search/recent.mjs";

const storage = () => {
  const held = new Map();
  return { getItem: (key) => held.get(key) ?? null, setItem: (key, text) => held.set(key, text), removeItem: (key) => held.delete(key) };
};
const broken = () => {
  throw new Error("SecurityError");
};

test("words are taken once, by the page that they were left for, while they are fresh", () => {
  const kept = storage();
  const open = () => kept;
  leave(open, "file:///a.html#x", { phrase: "two words", terms: new Set(["two"]) });
  assert.equal(taken(open, "file:///b.html"), null);
  const { phrase, terms } = taken(open, "file:///a.html#x");
  assert.deepEqual([phrase, terms], ["two words", ["two"]]);
  assert.equal(taken(open, "file:///a.html#x"), null);
  leave(open, "file:///a.html", { terms: [] });
  assert.equal(taken(open, "file:///a.html", Date.now() + 60_000), null);
});

test("without storage nothing is kept and nothing goes wrong", () => {
  leave(broken, "a", { terms: [] });
  assert.equal(taken(broken, "a"), null);
  const searched = recent(broken);
  searched.add("trade");
  searched.clear();
  assert.deepEqual(searched.all(), []);
});

test("a stretch is found over several texts, by its words alone", () => {
  const texts = ["They came, ", "and “saw”", " it. They came"];
  assert.deepEqual(stretch(texts, "came and saw"), [[[5, 10]], [[0, 9]], []]);
  assert.deepEqual(stretch(texts, "saw them"), [[], [], []]);
  assert.deepEqual(stretch(texts, ""), [[], [], []]);
});

test("searches are kept newest first, each once, and can be cleared", () => {
  const kept = storage();
  const searched = recent(() => kept);
  for (const query of ["a", "b", "a", " ", "c", "d", "e", "f"]) searched.add(query);
  assert.deepEqual(searched.all(), ["f", "e", "d", "c", "a"]);
  searched.clear();
  assert.deepEqual(searched.all(), []);
  assert.deepEqual([read("{}"), read("x"), read('[1, "", "a"]')], [[], [], ["a"]]);
});
