/* The search itself: what the box and the results page ask, under the one name `bambooSearch`. */

import { ask } from "./ask.mjs";
import { described } from "./describe.mjs";
import { add, all, begin, examples, kinds } from "./documents.mjs";
import { facets, find, index, more, passes, values } from "./find.mjs";
import { words } from "./fold.mjs";
import { gather } from "./lists.mjs";
import { marked, quote } from "./marks.mjs";
import { prepare } from "./query.mjs";
import { begin as beginTexts } from "./texts.mjs";

/** Take up the first script of the index, and forget its rows. */
const take = (core) => {
  begin(core);
  prepare(core);
  gather(core);
  index(core);
  beginTexts(core);
  core.entities = core.claims = core.passages = null;
};

export const start = () => {
  const part = (name) => bambooSearch.part(name);
  Object.assign(bambooSearch, {
    add, all, begin: take, described, examples, facets, find, kinds, marked, passes, quote, values, words,
    ask: (text, options, show) => ask(part, text, options, show),
    more: (text, typing) => more(part, text, typing),
  });
};
