/* What was searched for last, kept by this browser and nowhere else, until the reader clears it. */

const KEY = "bamboo.searches";
const MOST = 5;

/** Queries that a text holds; none where it is no list of queries. */
export const read = (text) => {
  try {
    const found = JSON.parse(text);
    return Array.isArray(found) ? found.filter((query) => typeof query === "string" && query).slice(0, MOST) : [];
  } catch {
    return [];
  }
};

/** `open` gives the browser's storage, or throws where there is none: then nothing is kept. */
export const recent = (open) => {
  const attempt = (act, otherwise) => {
    try {
      return act(open());
    } catch {
      return otherwise;
    }
  };
  const all = () => attempt((storage) => read(storage.getItem(KEY)), []);
  return {
    all,
    /** Put a query first. */
    add: (query) => {
      const text = query.trim();
      if (text) attempt((storage) => storage.setItem(KEY, JSON.stringify([text, ...all().filter((other) => other !== text)].slice(0, MOST))));
    },
    clear: () => attempt((storage) => storage.removeItem(KEY)),
  };
};
