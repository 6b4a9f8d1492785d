import assert from "node:assert/strict";
import test from "node:test";
import { asked, search } from "./index.mjs";

/** A statement with a title of one's own, as a row of the index. */
const statement = (name, title) => [0, `facts/${name}.html`, title, `${title}.`, "2024", [2024], [], [], [], [], [], [], ""];
const titles = {
  plain: "Schroder and Sao Tome, written plainly",
  schroder: "Schröder came",
  paulo: "São Paulo is a city",
  army: "The quân đội marched",
  renewal: "The đổi went on",
  peace: "Talks of hoà in Hue",
  flower: "A hoa in Hue",
  apart: "The đội has a mới",
};
await search.add({ passages: [], claims: Object.entries(titles).map(([name, title]) => statement(name, title)) }, false);

const found = (query, options) => search.find(query, {}, options).results.map(({ url }) => url.slice(6, -5));
const nowhere = (query, options) => search.find(query, {}, options).nowhere;

test("words with accents before the same letters without", () => {
  assert.deepEqual(found("Schröder"), ["schroder", "plain"]);
  assert.deepEqual(found("São"), ["paulo", "plain"]);
  assert.deepEqual(found("đổi"), ["renewal", "army", "apart"]);
  assert.deepEqual(found("ĐỘI").slice(0, 2).sort(), ["apart", "army"]);
  assert.deepEqual(nowhere("Schröder"), []);
});

test("without accents both are the same", () => {
  assert.deepEqual(new Set(found("schroder")), new Set(["schroder", "plain"]));
  assert.deepEqual(found("doi").length, 3);
  assert.deepEqual(nowhere("schroder"), []);
});

test("the tone may be on either vowel", () => {
  assert.deepEqual(found("hòa"), ["peace", "flower"]);
  assert.deepEqual(nowhere("hòa"), []);
});

test("what nothing has with its accents is said, and its letters are shown", async () => {
  assert.deepEqual(nowhere("Schróder"), ["Schróder"]);
  assert.deepEqual(found("Schróder").sort(), ["plain", "schroder"]);
  assert.deepEqual([found("đòi").length, nowhere("đòi")], [3, ["đòi"]]);
  const answer = search.find("đòi marched");
  assert.deepEqual([answer.results, answer.nowhere, answer.labelled.kind], [[], ["đòi"], "letters"]);
  assert.deepEqual(answer.labelled.results.map(({ title }) => title), [titles.army]);
  assert.equal((await asked("đòi marched")).labelled.kind, "letters");
});

test("words that no text has at once are said together", () => {
  assert.deepEqual(nowhere("đổi quân"), ["đổi quân"]);
  assert.deepEqual(found("đổi quân"), ["army"]);
});

test("of a word that may go on nothing is said", () => {
  assert.deepEqual(nowhere("đô", { typing: true }), []);
  assert.deepEqual(nowhere("hoạ", { typing: true }), ["hoạ"]);
});
