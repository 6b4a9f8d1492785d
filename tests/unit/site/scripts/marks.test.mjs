import assert from "node:assert/strict";
import test from "node:test";
import { excerpt, otherName, pieces, quote, said } from "../../../../hooks/bamboo/site/scripts/search/marks.mjs";

const terms = new Set(["usd", "8", "norway"]);

test("the pieces are the text, and those asked for are told", () => {
  const text = "Norway’s trade: US$8 billion, not Norwaylike.";
  const found = pieces(text, terms);
  assert.equal(found.map(([piece]) => piece).join(""), text);
  assert.deepEqual(found.filter(([, sought]) => sought).map(([piece]) => piece), ["Norway", "8"]);
});

test("nothing asked for, one piece; no text, none", () => {
  assert.deepEqual(pieces("Brazil", terms), [["Brazil", false]]);
  assert.deepEqual(pieces("", terms), []);
});

test("the quote that holds most words", () => {
  const quotes = [{ text: "Norway" }, { text: "Norway 8" }, { text: "8 8 8" }];
  assert.equal(quote({ quotes }, terms), quotes[1]);
  assert.equal(quote({ quotes: [{ text: "Chile" }] }, terms), null);
  assert.equal(quote({}, terms), null);
});

test("a long text is cut at blanks around the words asked for", () => {
  const text = `${"before ".repeat(60)}Norway ${"after ".repeat(60)}`;
  const found = excerpt(text, terms, 120);
  assert.match(found, /^… .*Norway.* …$/);
  assert.ok(found.length <= 130);
  assert.equal(excerpt("short", terms, 120), "short");
});

test("of an entity the line or the sentence that holds most words is said, else the first", () => {
  const doc = { text: "A kingdom.", by: "Editors' words", overview: ["Norway came.", "Norway paid US$8."] };
  assert.deepEqual(said(doc, terms), { text: "Norway paid US$8.", by: "" });
  assert.deepEqual(said({ ...doc, overview: [] }, terms), { text: "A kingdom.", by: "Editors' words" });
  assert.equal(said({ ...doc, text: "", overview: ["It came.", "It went."] }, terms).text, "It came.");
  assert.deepEqual(said({ ...doc, short: "Kingdom", overview: [] }, terms), { text: "", by: "" });
  assert.equal(said({ ...doc, overview: ["It came."] }, terms).text, "It came.");
  assert.deepEqual(said({ text: "", overview: [], lead: "It went." }, terms), { text: "It went.", by: "" });
});

test("another name is told where the title does not answer", () => {
  const doc = { others: [["Na Uy", "vi"], ["Norway", ""]], roles: ["8 offices"] };
  assert.deepEqual(otherName({ doc, title: "Kingdom", terms }), ["Norway", ""]);
  assert.equal(otherName({ doc, title: "Norway", terms }), null);
  assert.deepEqual(otherName({ doc: { ...doc, others: [] }, title: "Kingdom", terms }), ["8 offices"]);
});
