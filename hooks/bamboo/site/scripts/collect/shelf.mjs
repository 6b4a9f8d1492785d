/* Where statements are fetched from, each when a reader asks for it: scripts that site/collect writes. */

import { runner } from "../run.mjs";

const BUCKETS = 64;

/** The script that holds a statement: FNV-1a of its id, as in site/collect/scripts.py. */
export const bucket = (id) => {
  let found = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) found = Math.imul(found ^ byte, 0x01000193) >>> 0;
  return found % BUCKETS;
};

/** Gives statements by id, and what all share. `run` runs a script of this site. */
export const shelf = (run) => {
  const loaded = new Map();
  const asked = new Map();

  const script = (name) => {
    if (!asked.has(name)) {
      const running = run(`collect/${name}.js`);
      running.catch(() => asked.delete(name)); // may be asked again
      asked.set(name, running);
    }
    return asked.get(name).then(() => loaded.get(name));
  };

  return {
    load: (name, value) => loaded.set(name, value),
    /** A statement; undefined where there is none of this id any more. Rejects where scripts cannot be had. */
    statement: async (id) => {
      const name = String(bucket(id));
      try {
        return (await script(name))[id];
      } catch {
        // A bucket without a statement has no script; that of the sources is always there.
        await script("sources");
        return undefined;
      }
    },
    sources: () => script("sources"),
  };
};

/** Make `bambooShelf`, the name by which the scripts hand over what they hold. */
export const shelves = (root) => {
  window.bambooShelf = shelf(runner(root));
};
