/* What scrolls sideways can be reached, and then moved, with the keyboard. */
(() => {
  "use strict";

  const reach = () => {
    for (const box of document.querySelectorAll(".md-typeset__scrollwrap, .md-typeset pre, .md-typeset pre > code, .scroll")) {
      if (box.scrollWidth > box.clientWidth && getComputedStyle(box).overflowX !== "visible") box.tabIndex = 0;
    }
  };
  addEventListener("load", reach);
  addEventListener("resize", reach);
})();
