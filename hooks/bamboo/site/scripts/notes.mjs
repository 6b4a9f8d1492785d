/* What comes to a word on hover, focus or tap: to a number of an overview the words that prove its sentence, to
   an acronym or a term what it means.

   Without this script a number leads to its note in the list below, and a term to its page. */

import { link, make, named } from "./dom.mjs";

/** What a term means, in lines: what it is short for, how it is defined, each with who says so. */
export const meaning = ({ term, expansion, expansionBy, definition, definitionBy }) => [
  [term, ""],
  ...(expansion ? [[expansion, expansionBy || ""]] : []),
  ...(definition ? [[definition, definitionBy || ""]] : []),
];

const explained = (mark) => {
  const [[name], ...lines] = meaning(mark.dataset);
  const to = mark.href ? link(mark.href, "", name) : name;
  const shown = lines.map(([text, by]) => make("p", "", text, ...(by ? [" ", make("span", "note", by)] : [])));
  return [make("p", "", make("strong", "", to)), ...shown];
};

/** What a mark shows; null where a page lacks it. */
const content = (mark) => {
  if (mark.dataset.term) return explained(mark);
  const note = document.getElementById(named(mark.hash));
  return note && [...note.cloneNode(true).childNodes];
};

/** Where a card of this size goes: inside the window, below its number; above it where only there is room.
    All in pixels of the page. Where there is room on neither side, the page scrolls to what is below. */
export const placed = (mark, card, view) => {
  const [above, below] = [mark.top - 4 - card.height, mark.bottom + 4];
  const up = below + card.height > view.bottom && above >= view.top;
  return {
    left: Math.max(view.left + 8, Math.min(mark.left, view.left + view.width - card.width - 8)),
    top: up ? above : below,
  };
};

export const notes = () => {
  const marks = [...document.querySelectorAll("a[data-note], [data-term]")];
  if (!marks.length) return;
  const card = make("div", "note-card md-typeset");
  card.id = "note-card";
  card.setAttribute("role", "note");
  card.hidden = true;
  let shown = null;
  let leaving = 0;

  const hide = () => {
    card.hidden = true;
    shown?.removeAttribute("aria-describedby");
    shown = null;
  };
  const show = (mark) => {
    clearTimeout(leaving);
    const inside = shown === mark ? null : content(mark);
    if (!inside) return;
    hide();
    card.replaceChildren(...inside);
    // Beside the mark in the page's order, so that the next stop of the keyboard is inside the card.
    (mark.closest(".overview, .claim") ?? mark.parentElement).append(card);
    card.hidden = false;
    const box = mark.getBoundingClientRect();
    const frame = card.offsetParent?.getBoundingClientRect() ?? { left: 0, top: 0 };
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const covered = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
    const at = placed(
      { left: box.left - frame.left, top: box.top - frame.top, bottom: box.bottom - frame.top },
      { width: card.offsetWidth, height: card.offsetHeight },
      { left: -frame.left, width, top: covered - frame.top, bottom: height - frame.top },
    );
    card.style.left = `${at.left}px`;
    card.style.top = `${at.top}px`;
    mark.setAttribute("aria-describedby", card.id);
    shown = mark;
  };
  const leave = () => {
    clearTimeout(leaving);
    leaving = setTimeout(hide, 250);
  };

  for (const mark of marks) {
    mark.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show(mark));
    mark.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave());
    // A term inside a link has the link's focus, and leads where the link leads once it is explained.
    const focused = mark.closest("a");
    focused.addEventListener("focus", () => focused.matches(":focus-visible") && show(mark));
    mark.addEventListener("click", (event) => {
      if (mark !== focused && (shown === mark || !matchMedia("(hover: none)").matches)) return;
      event.preventDefault();
      show(mark);
    });
  }
  card.addEventListener("pointerenter", () => clearTimeout(leaving));
  card.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave());
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("pointerdown", (event) => {
    if (shown && !card.contains(event.target) && !event.target.closest("a[data-note], [data-term]")) hide();
  });
  document.addEventListener("focusin", (event) => {
    if (shown && event.target !== shown.closest("a") && !card.contains(event.target)) hide();
  });
};
