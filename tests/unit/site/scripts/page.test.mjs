import assert from "node:assert/strict";
import test from "node:test";
import { address, hosted } from "../../../../hooks/bamboo/site/scripts/cite.mjs";
import { counted, named } from "../../../../hooks/bamboo/site/scripts/dom.mjs";
import { sought } from "../../../../hooks/bamboo/site/scripts/passages.mjs";
import { asQuery, state } from "../../../../hooks/bamboo/site/scripts/search/results.mjs";

test("an address to cite is whole, without what was searched for", () => {
  const here = "https://example.org/bamboo/facts/2024/a.html?q=x#quote";
  assert.equal(address("a.html", here), "https://example.org/bamboo/facts/2024/a.html");
  assert.equal(address("../../figures/trade.html?q=x#period-2024", here), "https://example.org/bamboo/figures/trade.html#period-2024");
});

test("a page on a disk has no address for others", () => {
  assert.deepEqual(["https://a.b/", "http://a.b/", "file:///a.html"].map(hosted), [true, true, false]);
});

test("an id that an address names, also one that is no text", () => {
  assert.deepEqual(["#at-a", "#%C3%BD", "", "#", "#%E0%"].map(named), ["at-a", "ý", "", "", ""]);
});

test("the passage that an address names", () => {
  assert.deepEqual(sought("#passage-1-5"), { passage: "passage-1-5", note: null });
  assert.deepEqual(sought("#note-passage-1-5"), { passage: "passage-1-5", note: "note-passage-1-5" });
  assert.equal(sought("#not-covered"), null);
  assert.equal(sought(""), null);
});

test("one claim, many claims", () => {
  assert.deepEqual([0, 1, 1200].map((many) => counted(many, "claim")), ["0 claims", "1 claim", "1,200 claims"]);
});

test("the results' address says what is asked, and is read as it was written", () => {
  const asked = { q: "trade, 2024", filters: { kind: ["visit", "event"], year: ["2024"], theme: [], partner: [], source: [] }, sort: "date", shown: 60 };
  assert.deepEqual(state(asQuery(asked), Object.keys(asked.filters)), asked);
  assert.equal(asQuery(state("?q=trade")), "?q=trade");
});

test("an address that says nothing sensible asks for the usual", () => {
  const { q, sort, shown } = state("?sort=up&shown=-4&shown=x");
  assert.deepEqual([q, sort, shown], ["", "relevance", 30]);
});
