import assert from "node:assert/strict";
import test from "node:test";
import { fold, words } from "../../../../hooks/bamboo/site/scripts/search/fold.mjs";

test("letters lose their marks, composed or not", () => {
  for (const text of ["Đối tác", "Đối tác".normalize("NFD"), "DOI TAC"]) assert.equal(fold(text), "doi tac");
  assert.equal(fold("Søren Łódź"), "soren lodz");
});

const CASES = [
  ["US$1,000", ["usd", "1000"]],
  ["over $286.3 million", ["over", "usd", "286.3", "million"]],
  ["14,8 %", ["14.8", "percent"]],
  ["U.S. and E.U.", ["us", "and", "eu"]],
  ["the 13th Congress", ["the", "13th", "13", "congress"]],
  ["Vietnam's, Việt Nam’s", ["vietnam", "viet", "nam"]],
  ["5bn", ["5", "billion"]],
  ["G20 1st", ["g20", "1st", "1"]],
  ["", []],
  ["“–” …", []],
];

for (const [text, found] of CASES) test(`words of "${text}"`, () => assert.deepEqual(words(text), found));

test("an ordinal asked for stays one word", () => assert.deepEqual(words("13th", false), ["13th"]));
