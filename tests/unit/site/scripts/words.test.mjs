import assert from "node:assert/strict";
import test from "node:test";
import { acronyms, count, learn, vocabulary } from "../../../../hooks/bamboo/site/scripts/search/vocabulary.mjs";
import { HOW, distance, forgiven, meanings, stem } from "../../../../hooks/bamboo/site/scripts/search/words.mjs";

learn("brazil | germany | malawi", 4);
learn("upgraded upgrade partnership partnerships asean apec", 1);
acronyms.add("apec");

const asked = (word, more = {}) =>
  meanings(word, { same: new Map(), decoys: new Map(), typing: false, ...more }).map((one) => [one.words.join(" "), one.how]);

test("a word is worth the most that it is worth anywhere", () => {
  learn("brazil", 1);
  assert.equal(vocabulary.get("brazil"), 4);
});

test("what three claims say is worth something", () => {
  learn("halal", 0);
  count("halal halal");
  count("halal");
  assert.equal(vocabulary.get("halal"), 0);
  count("halal food");
  assert.equal(vocabulary.get("halal"), 1);
});

test("inflections have one stem", () => {
  for (const word of ["upgraded", "upgrades", "upgrade"]) assert.equal(stem(word), stem("upgrading"));
  assert.equal(stem("countries"), stem("country"));
  assert.notEqual(stem("2024s"), stem("2024"));
});

test("how many letters differ, exchanged neighbours once", () => {
  assert.equal(distance("brazil", "barzil", 2), 1);
  assert.equal(distance("brazil", "brasil", 2), 1);
  assert.equal(distance("brazil", "brazil", 2), 0);
  assert.equal(distance("brazil", "norway", 2), 3);
});

test("numbers and short words are not mistyped", () => assert.deepEqual(["2024", "lao", "laos", "thailand"].map(forgiven), [0, 0, 1, 2]));

test("itself first, then its inflections", () => {
  assert.deepEqual(asked("partnership"), [["partnership", HOW.exact], ["partnerships", HOW.inflected]]);
});

test("a mistyped word is the nearest", () => {
  assert.deepEqual(asked("brasil"), [["brazil", HOW.mistyped]]);
  assert.deepEqual(asked("2025"), []);
});

test("an acronym is no mistyped other one", () => assert.deepEqual(asked("opec"), []));

test("a country without a record forbids the others", () => {
  assert.deepEqual(asked("malwi"), [["malawi", HOW.mistyped]]);
  assert.deepEqual(asked("malii", { decoys: new Map([["mali", "Mali"]]) }), []);
});

test("a word half typed is one it begins, and so it is where it is no other", () => {
  assert.deepEqual(asked("germ", { typing: true }), [["germany", HOW.begun]]);
  assert.deepEqual(asked("germ"), [["germany", HOW.begun]]);
});

test("what a list says of a word, where the index has it", () => {
  const same = new Map([["deutschland", [["germany"], ["federal", "republic"]]]]);
  assert.deepEqual(asked("deutschland", { same }), [["germany", HOW.other]]);
});

test("a word that no page holds is looked for by its family", () => {
  learn("celebrations exhibitors ministry", 1);
  assert.deepEqual(asked("celebrated"), [["celebrations", HOW.other]]);
  assert.deepEqual(asked("exhibited"), [["exhibitors", HOW.other]]);
  assert.deepEqual(asked("celebrations"), [["celebrations", HOW.exact]]);
});

test("what a list says of a word is looked for in all its forms", () => {
  learn("tourist", 1);
  assert.deepEqual(asked("visitors", { same: new Map([["visitors", [["tourists"]]]]) }), [["tourist", HOW.other]]);
});
