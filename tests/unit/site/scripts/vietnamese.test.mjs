import assert from "node:assert/strict";
import test from "node:test";
import { cut, isSyllable, know, typed } from "../../../../hooks/bamboo/site/scripts/search/vietnamese.mjs";

know("ngoại giao", "compound");
know("ngoại giao kinh tế", "name");
know("kinh tế", "compound");
know("hội đồng", "name");
know("hợp đồng", "compound");
know("Hàn Quốc", "name");
know("áo dài", "everyday");
know("của", "small");

const pieces = (text) => cut(typed(text)).map((one) => [one.tokens.map(({ said }) => said).join(" "), one.entries[0]?.text || null]);

test("the longest name or compound, with its marks or without any", () => {
  assert.deepEqual(pieces("ngoại giao kinh tế"), [["ngoại giao kinh tế", "ngoại giao kinh tế"]]);
  assert.deepEqual(pieces("Ngoai giao kinh te"), [["Ngoai giao kinh te", "ngoại giao kinh tế"]]);
  assert.deepEqual(pieces("ngoại giao của"), [["ngoại giao", "ngoại giao"], ["của", "của"]]);
});

test("one mistake is forgiven: a wrong or missing mark, one letter wrong, missing, doubled or exchanged", () => {
  for (const text of ["ngoại giáo kinh tế", "ngoại giao kinh te", "ngoại gaio kinh tế", "ngoại gia kinh tế", "ngoại giao kinhh tế", "ngoại giao kinh tệ"]) {
    assert.deepEqual(pieces(text), [[text, "ngoại giao kinh tế"]]);
  }
  assert.deepEqual(pieces("Hàn Quốcc"), [["Hàn Quốcc", "Hàn Quốc"]]);
});

test("another word is no mistake", () => {
  assert.deepEqual(pieces("hợp đồng"), [["hợp đồng", "hợp đồng"]]);
  assert.deepEqual(pieces("hộp đồng"), [["hộp đồng", "hợp đồng"]]);
  assert.deepEqual(pieces("của họp động").map(([, its]) => its), ["của", null, null]);
  assert.deepEqual(pieces("áo dài"), [["áo dài", "áo dài"]]);
});

test("alone, a name of two syllables may have a letter wrong too", () => {
  assert.deepEqual(pieces("hội đồg"), [["hội đồg", "hội đồng"]]);
});

test("letters that can be a syllable", () => {
  for (const letters of ["nghieng", "a", "quoc", "thuy", "khuyen"]) assert.ok(isSyllable(letters), letters);
  for (const letters of ["brazil", "trade", "str", "xx", "sweden"]) assert.ok(!isSyllable(letters), letters);
});
