/* What every page runs. */

import { cite } from "./cite.mjs";
import { shelves } from "./collect/shelf.mjs";
import { store } from "./collect/store.mjs";
import { take } from "./collect/take.mjs";
import { folds } from "./folds.mjs";
import { manifest } from "./manifest.mjs";
import { notes } from "./notes.mjs";
import { paper } from "./paper.mjs";
import { passages } from "./passages.mjs";
import { scroll } from "./scroll.mjs";
import { box } from "./search/box.mjs";
import { loader } from "./search/loader.mjs";

export const start = () => {
  passages();
  notes();
  folds();
  scroll();
  cite();
  paper();
  loader();
  const { root } = window.bambooSearch;
  manifest(root);
  shelves(root);
  window.bambooList = store(() => localStorage);
  take(window.bambooShelf, window.bambooList, root);
  box();
};
