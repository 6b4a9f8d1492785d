/* Source pages: shows the passage or note that the address names, and lights what belongs together while
   the pointer or the keyboard is on it. Without this script all of it can still be read and followed. */
(() => {
  "use strict";

  const seed = document.querySelector(".seed");
  if (!seed) return;

  const piecesOf = (passage) =>
    [...seed.querySelectorAll(".cited")].filter((piece) => piece.dataset.passages.split(" ").includes(passage));

  const notesOf = (piece) =>
    piece.dataset.passages.split(" ").map((passage) => document.getElementById(`note-${passage}`)).filter(Boolean);

  /** The address names a passage, or the note on one: mark its words from first to last letter. */
  const show = () => {
    seed.querySelectorAll(".cited--sought").forEach((piece) => piece.classList.remove("cited--sought"));
    const id = decodeURIComponent(location.hash.slice(1));
    const passage = id.replace(/^note-/, "");
    if (!passage.startsWith("passage-")) return;
    const pieces = piecesOf(passage);
    pieces.forEach((piece) => piece.classList.add("cited--sought"));
    const note = id === passage ? null : document.getElementById(id);
    if (note) note.closest("details").open = true;
    // The sticky header is allowed for by scroll-margin-top in the style sheet.
    const target = note || pieces[0];
    if (target) target.scrollIntoView({ block: note ? "nearest" : "start" });
  };

  const lit = { piece: "cited--lit", note: "note-on--lit" };
  let shown = [];
  const light = (target) => {
    shown.forEach(([element, name]) => element.classList.remove(name));
    const note = target.closest(".note-on");
    const piece = target.closest(".cited");
    const start = target.closest(".seed__start");
    if (note) shown = piecesOf(note.dataset.passage).map((element) => [element, lit.piece]);
    else if (start) shown = piecesOf(start.id).map((element) => [element, lit.piece]);
    else if (piece) shown = notesOf(piece).map((element) => [element, lit.note]);
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
  // After Material has set the page up, or its layout would move the passage away again.
  if (document.readyState === "complete") show();
  else addEventListener("load", show);
})();
