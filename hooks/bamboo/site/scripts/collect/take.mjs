/* "Copy with source" and "Save" beside every statement, and how many are saved, at the link to My list.
   Without this script there is nothing to see of them. */

import { button, counted, make } from "../dom.mjs";
import { bringing } from "./store.mjs";
import { plain } from "./written.mjs";

/** Show a text marked, for the reader to copy by hand. */
const shown = (place, text) => {
  const box = make("textarea", "take__text");
  box.readOnly = true;
  box.rows = 5;
  box.value = text;
  box.setAttribute("aria-label", "The statement with its source, to copy");
  place.querySelector(".take__text")?.remove();
  place.append(box);
  box.select();
  box.focus();
};

/** A button whose words may give way to its picture: in a line of a list the picture is all there is to see. */
const pictured = (sort, act) => {
  const made = button(`take__button take__${sort}`, "", act);
  const show = (words, state = "") => {
    made.textContent = words;
    made.title = words;
    made.dataset.state = state;
  };
  return { made, show };
};

const copying = (place, id, { shelf, root, say }) => {
  const { made, show } = pictured("copy", async () => {
    try {
      const text = plain(await shelf.statement(id), root);
      try {
        await navigator.clipboard.writeText(text);
        say("Copied");
        show("Copied", "done");
      } catch {
        shown(place, text);
        say("Marked: copy it with the keyboard");
      }
    } catch {
      say("The statement cannot be loaded");
      show("Not loaded: try again");
    }
    setTimeout(() => show("Copy with source"), 2500);
  });
  show("Copy with source");
  return made;
};

const saving = (id, { list, say }) => {
  const { made, show } = pictured("save", () => {
    if (list.has(id)) list.remove(id);
    else list.add(id);
    say(list.has(id) ? `Saved: ${counted(list.all().length, "statement")} in My list` : "Taken out of My list");
  });
  const tell = () => {
    show(list.has(id) ? "Saved" : "Save");
    made.setAttribute("aria-pressed", String(list.has(id)));
  };
  list.onChange(tell);
  tell();
  return made;
};

/** The link to My list: how many are in it. It brings the list along where no page could find it. */
const links = ({ list }) => {
  for (const link of document.querySelectorAll("a.my-list")) {
    const address = link.getAttribute("href");
    const name = link.getAttribute("aria-label");
    const number = make("span", "my-list__number");
    link.append(number);
    const show = () => {
      const ids = list.all();
      number.textContent = ids.length ? String(ids.length) : "";
      link.setAttribute("aria-label", ids.length ? `${name}, ${counted(ids.length, "statement")}` : name);
      link.href = list.kept() && location.protocol !== "file:" ? address : bringing(address, ids);
    };
    list.onChange(show);
    show();
  }
};

export const take = (shelf, list, root) => {
  const status = make("p", "unseen");
  status.setAttribute("role", "status");
  const say = (words) => (status.textContent = words);
  const given = { shelf, list, root, say };
  links(given);
  addEventListener("storage", () => list.again());
  const places = document.querySelectorAll(".take[data-claim]");
  if (!places.length) return;
  document.body.append(status);
  for (const place of places) {
    const { claim } = place.dataset;
    place.append(copying(place, claim, given), saving(claim, given));
  }
};
