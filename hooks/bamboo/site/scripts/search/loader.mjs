/* Fetches the search when it is first wanted: its scripts, then the index. No page pays for it before.

   Everything is a script, since a page opened from a disk may fetch nothing else. */

import { runner } from "../run.mjs";

const SCRIPTS = ["assets/vendor/minisearch-7.2.0/minisearch.js", "assets/search.js", "search/core.js"];

/** Make `bambooSearch`, the one name that the scripts of the search know each other by. */
export const loader = () => {
  const root = new URL("../", document.currentScript.src);
  const run = runner(root);
  const loaded = new Map();
  let readying = null;

  /** What a script of the index brings. */
  const load = (name, value) => loaded.set(name, value);

  const begin = async () => {
    await Promise.all(SCRIPTS.map(run));
    if (!loaded.has("core")) throw new Error("the index is not whole");
    bambooSearch.begin(loaded.get("core"));
    loaded.delete("core");
  };

  /** Resolves once queries can be answered; rejects where the index cannot be loaded, and can be asked again. */
  const ready = () => {
    readying ??= begin().catch((error) => {
      readying = null;
      throw error;
    });
    return readying;
  };

  /** A further part of the index. */
  const part = async (name) => {
    await run(`search/${name}`);
    const rows = loaded.get(name);
    loaded.delete(name);
    return rows;
  };

  window.bambooSearch = { root, load, ready, part };
};
