/* What scrolls sideways can be reached, and then moved, with the keyboard. */

const BOXES = ".md-typeset__scrollwrap, .md-typeset pre, .md-typeset pre > code, .scroll";

const reach = () => {
  for (const box of document.querySelectorAll(BOXES)) {
    if (box.scrollWidth > box.clientWidth && getComputedStyle(box).overflowX !== "visible") box.tabIndex = 0;
  }
};

export const scroll = () => {
  addEventListener("load", reach);
  addEventListener("resize", reach);
};
