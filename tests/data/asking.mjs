// Answers queries from the index of the live data, as a page would: reads {files, minisearch, queries, places} and writes,
// for each query, {urls, absent, corrected} in each place: "box" or "page";
// with no place, the absent countries alone.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { runInThisContext } from "node:vm";

const given = JSON.parse(readFileSync(0, "utf8"));
const loaded = {};
globalThis.bambooSearch = {
  load: (name, value) => (loaded[name] = value),
  part: async (name) => {
    if (!(name in loaded)) runInThisContext(given.files[name]);
    return loaded[name];
  },
  root: "https://example.org/",
};
globalThis.MiniSearch = createRequire(import.meta.url)(given.minisearch);
runInThisContext(given.files["core.js"]);
const { start } = await import("../../hooks/bamboo/site/scripts/search/engine.mjs");
const { parse } = await import("../../hooks/bamboo/site/scripts/search/query.mjs");
start();
globalThis.bambooSearch.begin(loaded.core);

const answer = async (query, typing) => {
  let last = null;
  await globalThis.bambooSearch.ask(query, { typing }, (one) => {
    last = one;
  });
  const { results, absent, corrected } = last;
  const urls = [...new Set(results.map((one) => one.url.replace(/[?#].*$/, "")))];
  return { urls: urls.slice(0, 10), absent, corrected };
};
const found = [];
for (const query of given.queries) {
  const answers = [];
  for (const place of given.places) answers.push(await answer(query, place === "box"));
  found.push(answers.length ? answers : [{ absent: parse(query, false).absent }]);
}
process.stdout.write(JSON.stringify(found));
