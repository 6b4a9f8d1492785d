/* Source pages: shows the passage or note that the address names, and lights what belongs together while
   the pointer or the keyboard is on it. Without this script all of it can still be read and followed. */

import { named } from "./dom.mjs";

const LIT = { piece: "cited--lit", note: "note-on--lit" };

/** The passages that a piece of the text belongs to. */
export const passagesOf = (piece) => piece.dataset.passages.split(" ");

/** The passage that an address names, itself or by the note on it; null where it names something else. */
export const sought = (hash) => {
  const id = named(hash);
  const passage = id.replace(/^note-/, "");
  return passage.startsWith("passage-") ? { passage, note: id === passage ? null : id } : null;
};

const follow = (seed) => {
  const piecesOf = (passage) =>
    [...seed.querySelectorAll(".cited")].filter((piece) => passagesOf(piece).includes(passage));

  const notesOf = (piece) =>
    passagesOf(piece).map((passage) => document.getElementById(`note-${passage}`)).filter(Boolean);

  /** The address names a passage, or the note on one: mark its words from first to last letter. */
  const show = () => {
    seed.querySelectorAll(".cited--sought").forEach((piece) => piece.classList.remove("cited--sought"));
    const asked = sought(location.hash);
    if (!asked) return;
    const pieces = piecesOf(asked.passage);
    pieces.forEach((piece) => piece.classList.add("cited--sought"));
    const note = asked.note && document.getElementById(asked.note);
    if (note) note.closest("details").open = true;
    // The sticky header is allowed for by scroll-margin-top in the style sheet.
    const target = note || pieces[0];
    if (target) target.scrollIntoView({ block: note ? "nearest" : "start" });
  };

  /** A list of notes that is longer than its paragraph is scrolled by keys, too. */
  const byKeys = () => {
    for (const list of seed.querySelectorAll(".seed__claims")) {
      if (list.scrollHeight > list.clientHeight) list.tabIndex = 0;
      else list.removeAttribute("tabindex");
    }
  };

  /** Bring a note into sight in its list, which may be longer than its paragraph; the page does not move. */
  const scrolled = (note) => {
    const list = note.closest("details");
    const [its, box] = [note.getBoundingClientRect(), list.getBoundingClientRect()];
    if (its.top < box.top || its.bottom > box.bottom) list.scrollTop += its.top - box.top;
  };

  let shown = [];
  const light = (target) => {
    shown.forEach(([element, name]) => element.classList.remove(name));
    const note = target.closest(".note-on");
    const piece = target.closest(".cited");
    const start = target.closest(".seed__start");
    if (note) shown = piecesOf(note.dataset.passage).map((element) => [element, LIT.piece]);
    else if (start) shown = piecesOf(start.id).map((element) => [element, LIT.piece]);
    else if (piece) {
      shown = notesOf(piece).map((element) => [element, LIT.note]);
      if (shown.length) scrolled(shown[0][0]);
    }
    else shown = [];
    shown.forEach(([element, name]) => element.classList.add(name));
  };

  /** A click on marked words brings the notes on them into sight, opening the list that holds them. */
  const open = (event) => {
    const piece = event.target.closest(".cited");
    if (!piece || !getSelection().isCollapsed) return;
    const note = notesOf(piece).pop();
    if (!note) return;
    note.closest("details").open = true;
    note.scrollIntoView({ block: "nearest" });
  };

  seed.classList.add("seed--live");
  seed.addEventListener("click", open);
  seed.addEventListener("pointerover", (event) => light(event.target));
  seed.addEventListener("focusin", (event) => light(event.target));
  addEventListener("hashchange", show);
  new ResizeObserver(byKeys).observe(seed);
  // After Material has set the page up, or its layout would move the passage away again.
  if (document.readyState === "complete") show();
  else addEventListener("load", show);
};

export const passages = () => {
  const seed = document.querySelector(".seed");
  if (seed) follow(seed);
};
