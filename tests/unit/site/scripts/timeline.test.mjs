import assert from "node:assert/strict";
import test from "node:test";
import { asked, matches, none, told } from "../../../../hooks/bamboo/site/scripts/timeline.mjs";

const entry = { kind: "visit", theme: "partnerships economy", partner: "" };

test("all that is chosen must be there", () => {
  assert.ok(matches(entry, []));
  assert.ok(matches(entry, [["theme", "economy"]]));
  assert.ok(matches(entry, [["theme", "economy"], ["kind", "visit"]]));
  assert.ok(!matches(entry, [["theme", "economy"], ["kind", "event"]]));
  assert.ok(!matches(entry, [["theme", "econ"]]));
  assert.ok(!matches(entry, [["partner", "norway"]]));
  assert.ok(!matches(entry, [["unknown", "x"]]));
});

test("of an address only what is a choice is taken", () => {
  const options = { kind: ["", "visit", "event"], theme: ["", "economy"] };
  assert.deepEqual(asked("?kind=visit&theme=economy", options), [["kind", "visit"], ["theme", "economy"]]);
  assert.deepEqual(asked("?kind=nothing&other=visit&theme=", options), []);
  assert.deepEqual(asked("", options), []);
});

test("how many are shown", () => {
  assert.equal(told(3, "12", true), "3 of 12");
  assert.equal(told(12, "12", false), "12");
});

test("where nothing is left, what was chosen is the reason", () => {
  assert.equal(none(["Visit", "Malawi"], 0), "None has both “Visit” and “Malawi”.");
  assert.equal(none(["Australia", "April 2024"], 1), "None has both “Australia” and “April 2024”. Without the month: 1 entry.");
  assert.equal(none(["Visit", "Australia", "April 2024"], 2), "None has all of “Visit”, “Australia” and “April 2024”. Without the month: 2 entries.");
  assert.equal(none(["Visit"], 0), "");
});
