import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { bucket, shelf } from "../../../../hooks/bamboo/site/scripts/collect/shelf.mjs";
import { bringing, brought, followed, read, store } from "../../../../hooks/bamboo/site/scripts/collect/store.mjs";
import { FORMS, place, plain } from "../../../../hooks/bamboo/site/scripts/collect/written.mjs";

/** A browser's storage; `broken` are the methods that throw. */
const storage = (...broken) => {
  const held = new Map();
  const act = (name, does) => (...words) => {
    if (broken.includes(name)) throw new Error("QuotaExceededError");
    return does(...words);
  };
  return {
    held,
    getItem: act("getItem", (key) => held.get(key) ?? null),
    setItem: act("setItem", (key, text) => held.set(key, text)),
  };
};

test("what is saved is kept, once, in the order of saving", () => {
  const here = storage();
  const list = store(() => here);
  list.add("a");
  list.add("b", "a");
  assert.deepEqual(store(() => here).all(), ["a", "b"]);
  list.remove("a");
  assert.deepEqual(store(() => here).all(), ["b"]);
  assert.ok(list.kept());
});

test("two pages open at once lose nothing of each other's", () => {
  const here = storage();
  const [one, other] = [store(() => here), store(() => here)];
  one.add("a");
  other.add("b");
  one.again();
  assert.deepEqual(one.all(), ["a", "b"]);
});

for (const [name, open] of [
  ["forbidden", () => { throw new Error("SecurityError"); }],
  ["full", () => storage("setItem")],
  ["unreadable", () => storage("getItem", "setItem")],
]) {
  test(`a storage that is ${name} leaves a list as long as the page lasts`, () => {
    const list = store(open);
    let heard = 0;
    list.onChange(() => (heard += 1));
    list.add("a");
    list.add("b");
    list.remove("a");
    list.again();
    assert.deepEqual(list.all(), ["b"]);
    assert.equal(list.kept(), false);
    assert.equal(heard, 4);
  });
}

test("a storage that holds no list is taken for an empty one", () => {
  for (const text of [null, "", "{", "1", '{"a":1}', '[1,null,""]']) assert.deepEqual(read(text), []);
  assert.deepEqual(read('["a","b","a",3]'), ["a", "b"]);
});

test("an address brings a list along, whatever its ids", () => {
  const ids = ["trade@2024", "a,b", "ý/#"];
  assert.deepEqual(brought(new URL(bringing("my-list.html", ids), "file:///x/").hash), ids);
  assert.equal(bringing("my-list.html", []), "my-list.html");
  for (const hash of ["", "#add=", "#other", "#add=%E0"]) assert.deepEqual(brought(hash), []);
});

test("a list follows statements that have another name now, and keeps what it does not know", () => {
  const moved = { old: "new", older: "new" };
  assert.deepEqual(followed(["older", "a", "old", "new", "constructor"], moved), ["new", "a", "constructor"]);
});

const { statements, works, columns, buckets, expected, root } = JSON.parse(readFileSync(process.env.BAMBOO_COLLECT, "utf8"));

test("a statement is looked for where the build has put it", () => {
  for (const [id, number] of Object.entries(buckets)) assert.equal(bucket(id), number, id);
});

test("a script is run once; what is in none is not there; what cannot be had is asked for again", async () => {
  const ran = [];
  const made = shelf((address) => {
    ran.push(address);
    if (address === "collect/sources.js") made.load("sources", {});
    else if (address === `collect/${bucket("a")}.js` && ran.length > 1) made.load(String(bucket("a")), { a: 1 });
    else return Promise.reject(new Error("cannot be loaded"));
    return Promise.resolve();
  });
  assert.equal(await made.statement("a"), undefined);
  assert.equal(await made.statement("a"), 1);
  assert.equal(await made.statement("a"), 1);
  assert.equal(ran.filter((address) => address === `collect/${bucket("a")}.js`).length, 2);
});

for (const { ending, write } of FORMS) {
  if (ending === "md") continue;
  test(`a list as ${ending} is what the program writes of the same statements`, () => {
    const text = write({ statements, works, columns, root, title: "" }).replace(/^\ufeff/, "");
    if (ending === "csl.json") assert.deepEqual(JSON.parse(text), JSON.parse(expected[ending]));
    else assert.equal(text, expected[ending]);
  });
}

test("a list as Markdown has each sentence, each quote and each source, and nothing that acts", () => {
  const one = {
    url: "facts/2024/a.html", title: "A *title*", sentence: "1. It <b>is</b> so.", when: "2024",
    quotes: [{ text: "words [sic]", source: "A text" }], sources: ["a", "a"], row: ["", "facts/2024/a.html"],
  };
  const { write } = FORMS.find(({ ending }) => ending === "md");
  assert.equal(write({ statements: [one, one], works: { a: { txt: "A text. (n.d.)." } }, root: "https://e.org/x/", title: "List" }), `# List

## A \\*title\\*

1\\. It \\<b\\>is\\</b\\> so.

> “words \\[sic\\]”
> — A text

When: 2024
<https://e.org/x/facts/2024/a.html>

## A \\*title\\*

1\\. It \\<b\\>is\\</b\\> so.

> “words \\[sic\\]”
> — A text

When: 2024
<https://e.org/x/facts/2024/a.html>

## Sources

- A text. (n.d.).
`);
});

test("a copied statement has its words, who prints them, and an address where others can open one", () => {
  const one = { sentence: "It is so. — A", quotes: [{ text: "so", source: "T, article" }], url: "f.html", row: ["f.html"] };
  assert.equal(plain(one, "https://e.org/x/"), "It is so. — A\n“so” — T, article\nhttps://e.org/x/f.html");
  assert.equal(plain(one, "file:///x/"), "It is so. — A\n“so” — T, article");
  assert.equal(place({ ...one, row: ["https://known.org/f.html"] }, "file:///x/"), "https://known.org/f.html");
});
