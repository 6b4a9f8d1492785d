// The search over the index of a small project, loaded as a page loads it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { runInThisContext } from "node:vm";

const loaded = {};
globalThis.bambooSearch = { load: (name, value) => (loaded[name] = value), part: () => null, root: "https://example.org/" };
globalThis.MiniSearch = createRequire(import.meta.url)(process.env.BAMBOO_MINISEARCH);
runInThisContext(readFileSync(process.env.BAMBOO_INDEX, "utf8"));

const { start } = await import("../../../../hooks/bamboo/site/scripts/search/engine.mjs");
start();
globalThis.bambooSearch.begin(loaded.core);

export const search = globalThis.bambooSearch;
export const urls = (query, filters) => search.find(query, filters).results.map((one) => one.url);
