/* Folded lists: opened where the address leads inside one, and for printing. Browsers that open folds for
   an address by themselves need no script for that. */
(() => {
  "use strict";

  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    let closed = false;
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      closed ||= !fold.open;
      fold.open = true;
    }
    if (closed) target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll(".md-content details:not([open], .seed__claims)")];
    unfolded.forEach((list) => (list.open = true));
  });
  addEventListener("afterprint", () => unfolded.forEach((list) => (list.open = false)));
})();
