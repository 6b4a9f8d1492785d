/* Notes of an overview: a number shows the words that prove its sentence, on hover, focus or tap.

   Without this script a number leads to its note in the list below; with it, the note comes to the number. */

import { make, named } from "./dom.mjs";

/** Where a card of this width goes: below its number, inside the window. All in pixels of the page. */
export const placed = (mark, width, view) => ({
  left: Math.max(view.left + 8, Math.min(mark.left, view.left + view.width - width - 8)),
  top: mark.bottom + 4,
});

export const notes = () => {
  const marks = [...document.querySelectorAll("a[data-note]")];
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
    const note = document.getElementById(named(mark.hash));
    if (!note || shown === mark) return;
    hide();
    card.replaceChildren(...[...note.cloneNode(true).childNodes]);
    // Beside the number in the page's order, so that the next stop of the keyboard is inside the card.
    mark.closest(".overview").append(card);
    card.hidden = false;
    const box = mark.getBoundingClientRect();
    const frame = card.offsetParent?.getBoundingClientRect() ?? { left: 0, top: 0 };
    const at = placed(
      { left: box.left - frame.left, bottom: box.bottom - frame.top },
      card.offsetWidth,
      { left: -frame.left, width: document.documentElement.clientWidth },
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
    mark.addEventListener("focus", () => mark.matches(":focus-visible") && show(mark));
    mark.addEventListener("click", (event) => {
      event.preventDefault();
      show(mark);
    });
  }
  card.addEventListener("pointerenter", () => clearTimeout(leaving));
  card.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave());
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("pointerdown", (event) => {
    if (shown && !card.contains(event.target) && !event.target.closest("a[data-note]")) hide();
  });
  document.addEventListener("focusin", (event) => {
    if (shown && event.target !== shown && !card.contains(event.target)) hide();
  });
};
