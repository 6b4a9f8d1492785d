/* Where the card of a note goes. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { meaning, placed } from "../../../../hooks/bamboo/site/scripts/notes.mjs";

const phone = { left: 0, width: 360, top: 50, bottom: 700 };
const at = (mark, card = {}, view = phone) => placed({ left: 40, top: 90, bottom: 100, ...mark }, { width: 200, height: 120, ...card }, view);

test("a card begins at its number where there is room", () => {
  assert.deepEqual(at({}), { left: 40, top: 104 });
});

test("a card never passes the right edge of the window", () => {
  assert.equal(at({ left: 340 }).left, 152);
});

test("a card never begins before the left edge", () => {
  assert.equal(at({ left: 2 }, { width: 340 }).left, 8);
});

test("a window that begins left of the page's frame is counted from there", () => {
  assert.equal(at({ left: 5 }, { width: 100 }, { ...phone, left: -30 }).left, 5);
});

test("a card opens upwards where there is no room below its number", () => {
  assert.equal(at({ top: 640, bottom: 652 }).top, 516);
  assert.equal(at({ top: 564, bottom: 576 }).top, 580);
});

test("a card with room on neither side opens downwards, where the page can be scrolled", () => {
  assert.equal(at({ top: 300, bottom: 312 }, { height: 400 }).top, 316);
});

test("a term is explained by what it has, each line with who says so", () => {
  assert.deepEqual(meaning({ term: "BRICS", expansion: "Brazil, Russia", expansionBy: "expanded by the editors" }), [
    ["BRICS", ""], ["Brazil, Russia", "expanded by the editors"],
  ]);
  assert.deepEqual(meaning({ term: "East Sea", definition: "“a sea”", definitionBy: "WVR" }), [["East Sea", ""], ["“a sea”", "WVR"]]);
});
