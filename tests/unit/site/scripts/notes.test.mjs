/* Where the card of a note goes. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { meaning, placed } from "../../../../hooks/bamboo/site/scripts/notes.mjs";

const window = { left: 0, width: 360 };

test("a card begins at its number where there is room", () => {
  assert.deepEqual(placed({ left: 40, bottom: 100 }, 200, window), { left: 40, top: 104 });
});

test("a card never passes the right edge of the window", () => {
  assert.equal(placed({ left: 340, bottom: 0 }, 200, window).left, 152);
});

test("a card never begins before the left edge", () => {
  assert.equal(placed({ left: 2, bottom: 0 }, 340, window).left, 8);
});

test("a window that begins left of the page's frame is counted from there", () => {
  assert.equal(placed({ left: 5, bottom: 0 }, 100, { left: -30, width: 360 }).left, 5);
});

test("a term is explained by what it has, each line with who says so", () => {
  assert.deepEqual(meaning({ term: "BRICS", expansion: "Brazil, Russia", expansionBy: "expanded by the editors" }), [
    ["BRICS", ""], ["Brazil, Russia", "expanded by the editors"],
  ]);
  assert.deepEqual(meaning({ term: "East Sea", definition: "“a sea”", definitionBy: "WVR" }), [["East Sea", ""], ["“a sea”", "WVR"]]);
});
