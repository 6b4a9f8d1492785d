import assert from "node:assert/strict";
import test from "node:test";
import { search, urls } from "./index.mjs";

test("an entity's own page comes first", () => {
  assert.equal(urls("Norway")[0], "partners/norway.html");
  assert.equal(urls("brazil")[0], "partners/brazil.html");
});

test("what holds every word comes first, and others say what they lack", () => {
  const found = search.find("Norway visited");
  assert.deepEqual(found.results[0].missing, []);
  for (const { doc, missing } of found.results) {
    const held = Object.values(doc.words).join(" ");
    assert.equal(/norway/.test(held), !missing.includes("Norway"));
    assert.equal(/visit/.test(held), !missing.includes("visited"));
  }
});

test("a filter leaves only what it asks for, and the counts know the rest", () => {
  const filters = { kind: ["visit"] };
  const found = search.find("Norway", filters);
  assert.deepEqual([...new Set(found.results.map((one) => one.kind))], ["visit"]);
  assert.ok(found.matched.length > found.results.length);
});

test("facets of what is found", () => {
  const [visit] = search.find("Norway", { kind: ["visit"] }).results;
  const { kind, year, partner, source } = Object.fromEntries(
    search.facets().map((facet) => [facet.name, search.values(visit.doc, facet)]),
  );
  assert.deepEqual([kind, year, partner, source], [["visit"], ["2024"], ["norway"], ["visit-report"]]);
});

test("a mistyped name is found, and said to be taken for another", () => {
  const found = search.find("Norwey");
  assert.equal(found.results[0].url, "partners/norway.html");
  assert.deepEqual(found.corrected, [{ from: "Norwey", to: "Norway" }]);
  assert.deepEqual(search.find("Norway").corrected, []);
});

test("a missing country is said to be missing, and the rest is answered", () => {
  const found = search.find("Russia");
  assert.deepEqual([found.absent, found.results], [["Russia"], []]);
  const rest = search.find("Russia Norway");
  assert.deepEqual(rest.absent, ["Russia"]);
  assert.equal(rest.results[0].url, "partners/norway.html");
  assert.deepEqual(rest.results[0].missing, ["Russia"]);
});

test("one word too many takes nothing away, and is named", () => {
  const [first] = search.find("Norway zebra").results;
  assert.equal(first.url, "partners/norway.html");
  assert.deepEqual(first.missing, ["zebra"]);
});

test("what has few of the words and no name is labelled, never a result", () => {
  const found = search.find("zebra crossing visit");
  assert.deepEqual(found.results, []);
  assert.equal(found.labelled.kind, "fewer");
});

test("nothing is found for nothing", () => {
  for (const query of ["", " ", "?", "zzzzqqq"]) assert.deepEqual(urls(query), []);
});
