import assert from "node:assert/strict";
import test from "node:test";
import { asked, matches, told } from "../../../../hooks/bamboo/site/scripts/timeline.mjs";

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
