/* Source pages: shows the passage that the address names, and opens the claims behind marked words.
   Printing: opens every folded list of quotes. Without this script all of it can still be read. */
(() => {
  "use strict";

  const seed = document.querySelector(".seed");

  /** Mark the pieces of the passage named after "#" and bring the first into view. */
  const show = () => {
    seed.querySelectorAll(".cited--sought").forEach((piece) => piece.classList.remove("cited--sought"));
    const id = location.hash.slice(1);
    if (!id.startsWith("passage-")) return;
    const pieces = [...seed.querySelectorAll(".cited")].filter((piece) =>
      (piece.dataset.passages || "").split(" ").includes(id),
    );
    pieces.forEach((piece) => piece.classList.add("cited--sought"));
    // The sticky header is allowed for by scroll-margin-top in the style sheet.
    if (pieces.length) pieces[0].scrollIntoView({ block: "start" });
  };

  /** Open the list of claims that follows the paragraph of a marked piece. */
  const open = (event) => {
    const piece = event.target.closest(".cited");
    if (!piece || !getSelection().isCollapsed) return;
    const list = piece.closest(".seed__line").nextElementSibling;
    if (!list || !list.matches("details.seed__claims")) return;
    list.open = true;
    // Only its first line: a long list must not push the words out of sight.
    list.firstElementChild.scrollIntoView({ block: "nearest" });
  };

  if (seed) {
    seed.classList.add("seed--live");
    seed.addEventListener("click", open);
    addEventListener("hashchange", show);
    // After Material has set the page up, or its layout would move the passage away again.
    if (document.readyState === "complete") show();
    else addEventListener("load", show);
  }

  const folded = "details.proof:not([open])";
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll(folded)];
    unfolded.forEach((list) => (list.open = true));
  });
  addEventListener("afterprint", () => unfolded.forEach((list) => (list.open = false)));
})();
