/* The search itself: what the box and the results page ask, under the one name `bambooSearch`. */

import { add, all, begin } from "./documents.mjs";
import { facets, find, index, more, passes, values } from "./find.mjs";
import { words } from "./fold.mjs";
import { excerpt, marked, otherName, quote, said } from "./marks.mjs";
import { prepare } from "./query.mjs";

/** Take up the first script of the index, and forget its rows. */
const take = (core) => {
  begin(core);
  prepare(core);
  index(core);
  core.entities = core.claims = core.passages = null;
};

export const start = () => {
  const part = (name) => bambooSearch.part(name);
  Object.assign(bambooSearch, {
    add, all, begin: take, excerpt, facets, find, marked, otherName, passes, quote, said, values, words,
    more: (text, typing) => more(part, text, typing),
  });
};
