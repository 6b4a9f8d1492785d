// Asks the index in the folder given for every ten words that are side by side in the texts given, in quotation
// marks, and prints those that do not lead to their source among the first three passages, as JSON.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import { createRequire } from "node:module";

const [, , folder, minisearch, given] = process.argv;
const WORDS = 10;
const SAMPLE = 60; // stretches between two that the whole search is asked for
const loaded = {};
const part = async (name) => {
  if (!loaded[name]) runInThisContext(readFileSync(join(folder, name), "utf8"));
  return loaded[name];
};
globalThis.bambooSearch = { load: (name, value) => (loaded[name] = value), part, root: "https://example.org/" };
globalThis.MiniSearch = createRequire(import.meta.url)(minisearch);
await part("core.js");
const scripts = "../../hooks/bamboo/site/scripts/search/";
const { start } = await import(`${scripts}engine.mjs`);
const { found, load, sought, unread } = await import(`${scripts}texts.mjs`);
start();
globalThis.bambooSearch.begin(loaded.core);

const texts = JSON.parse(readFileSync(given, "utf8"));
const missed = [];
let asked = 0;
const look = (url, query, results) => {
  if (!results.slice(0, 3).some((one) => one.url.split("#")[0] === url)) missed.push(query);
};
await load(part);
for (const [url, text] of Object.entries(texts)) {
  const words = text.match(/\S*[\p{L}\p{N}]\S*/gu);
  for (let at = 0; at + WORDS <= words.length; at += 1) {
    const query = `"${words.slice(at, at + WORDS).join(" ")}"`;
    const wanted = sought(query, []);
    for (const number of unread(wanted)) await load(part, number);
    look(url, query, found(wanted));
    asked += 1;
    if (at % SAMPLE) continue;
    let last = null;
    await globalThis.bambooSearch.ask(query, {}, (answer) => {
      last = answer;
    });
    look(url, query, last.results);
  }
}
console.log(JSON.stringify({ asked, missed }));
