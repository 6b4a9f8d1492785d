import assert from "node:assert/strict";
import test from "node:test";
import "./index.mjs";

const { parse } = await import("../../../../hooks/bamboo/site/scripts/search/query.mjs");
const units = (text, typing = false) => parse(text, typing).units.map((one) => one.text);
const optional = (text) => parse(text, false).units.filter((one) => one.optional).map((one) => one.text);

test("each word is a unit", () => assert.deepEqual(units("Norway visit 2024"), ["norway", "visit", "2024"]));

test("small words and what the site is about need not be there, unless they are all there is", () => {
  assert.deepEqual(optional("the visit of Vietnam"), ["the", "of", "vietnam"]);
  assert.deepEqual(optional("Vietnam"), []);
});

test("what is quoted stands together", () => {
  assert.deepEqual(units('"open door" Brazil'), ['"open door"', "brazil"]);
  assert.deepEqual(parse('"open window"', false).units[0].variants, []);
});

test("a country that no source names is known as such, and mistyped too", () => {
  const absent = (text) => parse(text, false).absent;
  assert.deepEqual(absent("trade with Russia"), ["Russia"]);
  assert.deepEqual(absent("Rusia"), ["Russia"]);
  assert.deepEqual(absent("Áo"), ["Austria"]);
  assert.deepEqual(absent("thuy dien"), ["Sweden"]);
  for (const text of ["ao", "áo dài", "Norway", "angela merkel"]) assert.deepEqual(absent(text), [], text);
});

test("a query of nothing has no units", () => {
  for (const text of ["", "  ", "?!", '""']) assert.deepEqual(units(text), []);
});
