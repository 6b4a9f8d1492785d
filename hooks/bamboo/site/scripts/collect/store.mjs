/* The reader's list: ids of statements, kept by this browser and nowhere else.

   Where the browser keeps nothing (storage forbidden or full), the list lasts as long as the page, and the
   link to My list carries it in the part of its address that no browser sends. */

const KEY = "bamboo.list";

/** Ids that a text holds, once each; none where it is no list of ids. */
export const read = (text) => {
  try {
    const found = JSON.parse(text);
    return Array.isArray(found) ? [...new Set(found.filter((id) => typeof id === "string" && id))] : [];
  } catch {
    return [];
  }
};

/** `open` gives the browser's storage, or throws where there is none. */
export const store = (open) => {
  let ids = [];
  let kept = true;
  const heard = new Set();

  const refresh = () => {
    try {
      const text = open().getItem(KEY);
      // What could not be kept is only here: an older list must not come in its place.
      if (kept) ids = read(text);
    } catch {
      kept = false;
    }
  };
  const change = (to) => {
    ids = to;
    try {
      open().setItem(KEY, JSON.stringify(ids));
      kept = true;
    } catch {
      kept = false;
    }
    heard.forEach((act) => act());
  };

  refresh();
  return {
    all: () => [...ids],
    has: (id) => ids.includes(id),
    /** Whether the browser keeps it. */
    kept: () => kept,
    /** Put ids at the end, or where they were. */
    add: (...more) => {
      refresh();
      change([...new Set([...ids, ...more])]);
    },
    remove: (id) => {
      refresh();
      change(ids.filter((other) => other !== id));
    },
    replace: (by) => change([...new Set(by)]),
    /** Another page of this site has changed it. */
    again: () => {
      refresh();
      heard.forEach((act) => act());
    },
    onChange: (act) => heard.add(act),
  };
};

/** Ids with those that are there now in place of old ones, once each. */
export const followed = (ids, moved) => [...new Set(ids.map((id) => (Object.hasOwn(moved, id) ? moved[id] : id)))];

/** The ids that an address brings along. */
export const brought = (hash) => {
  const found = /^#add=(.+)$/.exec(hash);
  try {
    return found ? found[1].split(",").map(decodeURIComponent).filter(Boolean) : [];
  } catch {
    return [];
  }
};

/** An address that brings ids along. */
export const bringing = (address, ids) =>
  ids.length ? `${address}#add=${ids.map(encodeURIComponent).join(",")}` : address;
