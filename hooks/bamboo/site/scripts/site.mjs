/* What every page runs. */

import { cite } from "./cite.mjs";
import { folds } from "./folds.mjs";
import { notes } from "./notes.mjs";
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
  loader();
  box();
};
