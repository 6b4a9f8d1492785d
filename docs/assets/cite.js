/* Buttons for permalinks and citations, and the address of this page in citations made without one.
   Without this script everything can be read and selected by hand. */
(() => {
  "use strict";

  const hosted = location.protocol === "http:" || location.protocol === "https:";
  const TYPES = { bib: "application/x-bibtex", ris: "application/x-research-info-systems", "csl.json": "application/vnd.citationstyles.csl+json", txt: "text/plain" };

  /** The address that others can open: without what only says where on the page one has been. */
  const address = (link) => {
    const found = new URL(link, location.href);
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

  const status = document.createElement("p");
  status.className = "unseen";
  status.setAttribute("role", "status");

  const say = (button, words) => {
    const before = button.dataset.label;
    button.textContent = words;
    status.textContent = words;
    setTimeout(() => (button.textContent = before), 2500);
  };

  /** Copy a text; where the browser does not allow it, mark the words for the reader to copy. */
  const copy = async (button, text, element) => {
    try {
      await navigator.clipboard.writeText(text);
      say(button, "Copied");
    } catch {
      select(element);
      say(button, "Marked: copy it with the keyboard");
    }
  };

  const button = (label, name, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "cite__button";
    made.textContent = label;
    made.dataset.label = label;
    made.setAttribute("aria-label", `${label}: ${name}`);
    made.addEventListener("click", () => act(made));
    return made;
  };

  const save = (name, type, text) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  const permalink = document.querySelector(".permalink a");
  if (permalink) {
    const shown = permalink.querySelector("code") || permalink;
    if (hosted) shown.textContent = address(permalink.getAttribute("href"));
    permalink.after(" ", button("Copy", "the permalink", (made) => copy(made, hosted ? shown.textContent : permalink.href, shown)));
    document.body.append(status);
  }

  const box = document.querySelector(".cite");
  if (!box) return;
  if (!status.isConnected) document.body.append(status);

  if (hosted) {
    box.querySelectorAll(".cite__address").forEach((slot) => {
      const { before, after } = slot.dataset;
      slot.textContent = before + address(slot.dataset.address) + after;
    });
  }

  box.querySelectorAll(".cite__form").forEach((form) => {
    const text = form.querySelector(".cite__text");
    const name = form.querySelector(".cite__name");
    const key = form.closest(".cite__one").dataset.key;
    const ending = form.dataset.ending;
    const title = name.textContent;
    name.append(button("Copy", title, (made) => copy(made, text.textContent, text)));
    if (ending !== "txt") {
      name.append(button("Save", title, () => save(`${key}.${ending}`, TYPES[ending], `${text.textContent}\n`)));
    }
  });
})();
