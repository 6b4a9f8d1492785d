/* Folded lists: opened where the address leads inside one, for browsers that do not do that by themselves. */

import { named } from "./dom.mjs";

const reveal = () => {
  const target = document.getElementById(named(location.hash));
  if (!target) return;
  let closed = false;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    closed ||= !fold.open;
    fold.open = true;
  }
  if (closed) target.scrollIntoView();
};

export const folds = () => {
  addEventListener("hashchange", reveal);
  reveal();
};
