import assert from "node:assert/strict";
import test from "node:test";
import { asks, dated, marksOf } from "../../../../hooks/bamboo/site/scripts/search/dates.mjs";

const sure = (text) => {
  const date = dated(text);
  return date && asks(date)[0];
};

const SAME = {
  d20231219: ["19/12/2023", "19.12.2023", "2023-12-19", "Dec 19 2023", "December 19th, 2023", "19 December 2023", "ngày 19 tháng 12 năm 2023", "19 tháng mười hai, 2023", "12/19/2023"],
  m202408: ["Aug 2024", "august 2024", "8/2024", "2024-08", "tháng 8 năm 2024", "tháng 8/2024", "tháng tám 2024", "August of 2024"],
  x20231012: ["Q4 2023", "2023 Q4", "last quarter of 2023", "the fourth quarter of 2023", "quý 4 năm 2023", "quý IV/2023", "quý cuối năm 2023"],
  x20240106: ["first half of 2024", "H1 2024", "first six months of 2024", "sáu tháng đầu năm 2024", "6 tháng đầu năm 2024", "January–June 2024"],
};

for (const [mark, texts] of Object.entries(SAME)) {
  test(`ways to write ${mark}`, () => {
    for (const text of texts) assert.deepEqual(sure(text), [mark], text);
  });
}

test("days from one to another", () => {
  assert.deepEqual(sure("15–18 December 2023"), ["d20231215", "d20231216", "d20231217", "d20231218"]);
});

test("so many months of a year", () => {
  for (const text of ["11 tháng năm 2024", "11 tháng đầu năm 2024", "first 11 months of 2024", "January–November 2024"]) assert.deepEqual(sure(text), ["x20240111"], text);
  assert.deepEqual(sure("ngày 11 tháng năm 2024"), ["d20240511"]);
});

test("a day of any year", () => assert.deepEqual(sure("meeting on 19 August"), ["e0819"]));

test("what is left is the rest of the query", () => {
  assert.equal(dated("to lam in Aug 2024 beijing").rest.replace(/\s+/g, " "), "to lam in beijing");
});

test("what is no date", () => {
  for (const text of ["2024", "31/02/2024", "may", "1982", "36-NQ/TW", "15.8 million", "13/2024", ""]) assert.equal(dated(text), null, text);
});

test("a claim has the marks of its day, month, quarter and half", () => {
  for (const mark of ["d20240819", "m202408", "q20243", "h20242"]) assert.ok(marksOf("19 August 2024").includes(mark), mark);
  for (const mark of ["q20234", "x20231012", "h20232", "p202311"]) assert.ok(marksOf("October–December 2023").includes(mark), mark);
  assert.deepEqual(asks(dated("Q4 2023"))[1], ["q20234"]);
  assert.deepEqual(marksOf("2024"), []);
});
