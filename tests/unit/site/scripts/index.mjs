// The search over the index of a small project, loaded as a page loads it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { runInThisContext } from "node:vm";

const loaded = {};
const run = (file) => runInThisContext(readFileSync(file, "utf8"));
/** A further script of the index, as the loader of a page gives it. */
const part = async (name) => {
  run(join(dirname(process.env.BAMBOO_INDEX), name));
  return loaded[name];
};
globalThis.bambooSearch = { load: (name, value) => (loaded[name] = value), part, root: "https://example.org/" };
globalThis.MiniSearch = createRequire(import.meta.url)(process.env.BAMBOO_MINISEARCH);
run(process.env.BAMBOO_INDEX);

const { start } = await import("../../../../hooks/bamboo/site/scripts/search/engine.mjs");
start();
globalThis.bambooSearch.begin(loaded.core);

export const search = globalThis.bambooSearch;
export const urls = (query, filters) => search.find(query, filters).results.map((one) => one.url);
/** The last answer to a query, with the texts of the sources where they are asked. */
export const asked = async (query, options = {}) => {
  let last = null;
  await search.ask(query, options, (answer) => {
    last = answer;
  });
  return last;
};
