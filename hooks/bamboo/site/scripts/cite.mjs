/* Buttons for permalinks and citations, and the address of this page in citations made without one.
   Without this script everything can be read and selected by hand. */

import { button, make, save } from "./dom.mjs";

const TYPES = {
  bib: "application/x-bibtex",
  ris: "application/x-research-info-systems",
  "csl.json": "application/vnd.citationstyles.csl+json",
};

/** Whether others can open an address, so that it may be cited. */
export const hosted = (here) => /^https?:/.test(here);

/** The address that others can open: without what only says where on the page one has been. */
export const address = (href, here) => {
  const found = new URL(href, here);
  found.search = "";
  return found.href;
};

const select = (element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
};

const labelled = (label, name, act) => {
  const made = button("cite__button", label, act);
  made.setAttribute("aria-label", `${label}: ${name}`);
  return made;
};

/** A button that copies a text; where the browser does not allow it, it marks the words for the reader to copy. */
const copying = (status, name, text, element, label = "Copy") => {
  const say = (made, words) => {
    made.textContent = words;
    status.textContent = words;
    setTimeout(() => (made.textContent = label), 2500);
  };
  return labelled(label, name, async (made) => {
    try {
      await navigator.clipboard.writeText(text);
      say(made, "Copied");
    } catch {
      select(element);
      say(made, "Marked: copy it with the keyboard");
    }
  });
};

const permalink = (link, status) => {
  const shown = link.querySelector("code") || link;
  const open = hosted(location.href);
  if (open) shown.textContent = address(link.getAttribute("href"), location.href);
  const text = open ? shown.textContent : link.href;
  document.querySelector(".claim__tools").append(" ", copying(status, "to this page", text, shown, "Copy link"));
};

const citations = (box, status) => {
  if (hosted(location.href)) {
    box.querySelectorAll(".cite__address").forEach((slot) => {
      const { before, after } = slot.dataset;
      slot.textContent = before + address(slot.dataset.address, location.href) + after;
    });
  }
  box.querySelectorAll(".cite__form").forEach((form) => {
    const text = form.querySelector(".cite__text");
    const name = form.querySelector(".cite__name");
    const { key } = form.closest(".cite__one").dataset;
    const { ending } = form.dataset;
    const title = name.textContent;
    name.append(copying(status, title, text.textContent, text));
    if (ending in TYPES) {
      name.append(labelled("Save", title, () => save(`${key}.${ending}`, TYPES[ending], `${text.textContent}\n`)));
    }
  });
};

export const cite = () => {
  const link = document.querySelector(".permalink a");
  const box = document.querySelector(".cite");
  if (!link && !box) return;
  const status = make("p", "unseen");
  status.setAttribute("role", "status");
  document.body.append(status);
  if (link) permalink(link, status);
  if (box) citations(box, status);
};
