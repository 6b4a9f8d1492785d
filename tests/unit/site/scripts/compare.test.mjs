import assert from "node:assert/strict";
import test from "node:test";
import { asked, cut, lines, listed, query, shared } from "../../../../hooks/bamboo/site/scripts/compare.mjs";

const known = { partners: ["japan", "china", "laos", "peru", "cuba"], years: ["2023", "2024"] };

test("an address asks for up to four known things of one kind", () => {
  assert.deepEqual(asked("?partners=japan,china", known), { kind: "partners", ids: ["japan", "china"] });
  assert.deepEqual(asked("?years=2023,2023,1066", known), { kind: "years", ids: ["2023"] });
  assert.deepEqual(asked("?partners=japan,china,laos,peru,cuba", known).ids.length, 4);
  assert.deepEqual(asked("?partners=<b>&x=japan", known), { kind: "", ids: [] });
  assert.deepEqual(asked("", known), { kind: "", ids: [] });
});

test("what is picked goes into the address and comes back", () => {
  const picked = { kind: "partners", ids: ["laos", "peru"] };
  assert.deepEqual(asked(query(picked), known), picked);
  assert.equal(query({ kind: "", ids: [] }), "");
});

const subject = (rows, all) => ["id", "Name", "page.html", rows, all];

test("shared is what all have, in the order of the first", () => {
  const three = [subject([], [3, 1, 2]), subject([], [1, 3]), subject([], [3, 1, 7])];
  assert.deepEqual(shared(three), [3, 1]);
  assert.deepEqual(shared([three[0], subject([], [])]), []);
});

test("a row in which nobody has anything is left out", () => {
  const two = [subject([[1], [], []], []), subject([[], [], [2]], [])];
  assert.deepEqual(lines(["Visits", "Events", "Plans"], two), [["Visits", [[1], []]], ["Plans", [[], [2]]]]);
});

test("one more is shown rather than folded", () => {
  assert.deepEqual([cut(3, 6), cut(7, 6), cut(8, 6)], [3, 7, 6]);
});

test("names in a sentence", () => {
  assert.deepEqual([listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])], ["a", "a and b", "a, b and c"]);
});
