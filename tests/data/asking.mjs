// Answers queries from the index of the live data, as a page would: reads {index, minisearch, queries, places} and writes,
// for each query, {urls, absent, corrected} in each place: "box" or "page";
// with no place, the absent countries alone.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { runInThisContext } from "node:vm";

const given = JSON.parse(readFileSync(0, "utf8"));
const loaded = {};
globalThis.bambooSearch = { load: (name, value) => (loaded[name] = value), part: () => null, root: "https://example.org/" };
globalThis.MiniSearch = createRequire(import.meta.url)(given.minisearch);
runInThisContext(given.index);
const { start } = await import("../../hooks/bamboo/site/scripts/search/engine.mjs");
const { parse } = await import("../../hooks/bamboo/site/scripts/search/query.mjs");
start();
globalThis.bambooSearch.begin(loaded.core);

const answer = (query, typing) => {
  const { results, absent, corrected } = globalThis.bambooSearch.find(query, {}, { typing });
  const urls = [...new Set(results.map((one) => one.url.replace(/[?#].*$/, "")))];
  return { urls: urls.slice(0, 10), absent, corrected };
};
const answers = (query) =>
  given.places.length ? given.places.map((place) => answer(query, place === "box")) : [{ absent: parse(query, false).absent }];
process.stdout.write(JSON.stringify(given.queries.map(answers)));
