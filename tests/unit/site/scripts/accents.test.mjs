import assert from "node:assert/strict";
import test from "node:test";
import { accents, begins, written } from "../../../../hooks/bamboo/site/scripts/search/accents.mjs";

test("large or small, composed or not, with the tone on either vowel", () => {
  for (const [one, other] of [["HÒA", "hoà"], ["thuỷ", "thủy"], ["khoẻ", "khỏe"], ["Đội", "đo\u0323\u0302i"], ["São", "SÃO"]]) assert.equal(written(one), written(other));
});

test("another mark is another word", () => {
  const words = ["doi", "đoi", "đội", "đối", "đổi", "đôi", "đồi", "đới", "đợi"];
  assert.equal(new Set(words.map(written)).size, words.length);
});

test("what is half typed begins what it can become", () => {
  for (const half of ["đ", "đô", "đôi", "đố", "đối"]) assert.ok(begins(written(half), written("đối")), half);
  for (const half of ["do", "đổ", "đối tác"]) assert.ok(!begins(written(half), written("đối")), half);
});

test("of a text only the words that have accents", () => {
  assert.deepEqual([...accents(["Gerhard Schröder’s visit to São Paulo", "No “mark” – here", ""])], ["Schröder", "São"].map(written));
});
