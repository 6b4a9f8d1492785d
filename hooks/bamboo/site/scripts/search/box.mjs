/* A search box, in the header or on the home page: a combobox with suggestions in groups, by the pattern of
   the ARIA guide.

   Without this script the form leads to search.html, and without any script there is the A–Z. */

import { button, counted, link, make } from "../dom.mjs";
import { landing, leave, left } from "./landing.mjs";
import { recent } from "./recent.mjs";
import { LABELS, address, before, idle, offered } from "./suggestions.mjs";

const SOON = 200; // milliseconds, after which it is said that an answer is on its way

const storage = () => localStorage;
const searched = recent(storage);

/** Gives a box its list. `leaves` is called on Escape in an empty box; what is returned hides the list. */
const combobox = (find, leaves) => {
  const input = find.querySelector(".find__input");
  const panel = find.querySelector(".find__panel");
  const list = find.querySelector(".find__list");
  const note = find.querySelector(".find__note");
  const said = find.querySelector(".find__said");
  const foot = make("p", "find__foot");
  panel.append(foot);
  let options = [];
  let active = -1;
  let asked = 0;
  let late = 0;

  const choose = (place) => {
    active = place;
    options.forEach((option, n) => option.setAttribute("aria-selected", String(n === place)));
    if (place < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", options[place].id);
      options[place].scrollIntoView({ block: "nearest" });
    }
  };

  const show = (open) => {
    panel.hidden = !open;
    input.setAttribute("aria-expanded", String(open && options.length > 0));
    if (!open) choose(-1);
  };

  /** An option; what it is for is remembered when it is followed. */
  const option = ({ href, inside, one, query }) => {
    const found = link(href, "find__option", ...inside);
    found.id = `${list.id}-${options.length}`;
    found.tabIndex = -1;
    found.setAttribute("role", "option");
    found.setAttribute("aria-selected", "false");
    const follow = () => {
      searched.add(query || input.value);
      if (one) leave(storage, found.href, left(one));
    };
    found.addEventListener("click", follow);
    found.addEventListener("auxclick", follow);
    options.push(found);
    return found;
  };

  const group = ([label, its, kind]) => {
    const found = make("div", "find__group");
    if (kind) found.dataset.labelled = kind;
    found.setAttribute("role", "group");
    if (label) {
      const heading = make("div", "find__heading", label);
      heading.id = `${list.id}-group-${list.children.length}`;
      heading.setAttribute("role", "presentation");
      found.setAttribute("aria-labelledby", heading.id);
      found.append(heading);
    } else found.setAttribute("aria-label", "More");
    found.append(...its.map(option));
    list.append(found);
  };

  /** Put groups into the list; the option that was chosen stays so where it is there still. */
  const fill = (groups) => {
    const chosen = options[active]?.href;
    options = [];
    list.replaceChildren();
    groups.forEach(group);
    foot.replaceChildren();
    choose(chosen ? options.findIndex((one) => one.href === chosen) : -1);
  };

  /** What is said above the list, a line each. */
  const tell = (lines) => {
    note.replaceChildren(...lines.map((line) => make("span", "find__line", ...line)));
    note.hidden = !lines.length;
  };

  /** Whether an answer is on its way; after a while that is said. */
  const wait = (waiting) => {
    clearTimeout(late);
    list.setAttribute("aria-busy", String(waiting));
    if (!waiting) return;
    late = setTimeout(() => {
      if (options.length) return;
      tell([[make("span", "loading"), "Searching …"]]);
      said.textContent = "Searching …";
      show(true);
    }, SOON);
  };

  const answered = (answer, query) => {
    fill(offered(answer, query));
    tell(before(answer, query));
    const many = answer.results.length;
    const lacking = !many && options.length ? `${LABELS[answer.labelled.kind]}: ${counted(options.length, "page")}.` : "";
    said.textContent = [note.textContent, many ? `${counted(many, "result")}.` : lacking].filter(Boolean).join(" ");
    // Of a letter or two, that nothing is called so is no news yet.
    show(many > 0 || query.length > 2);
  };

  const failed = () => {
    fill([]);
    tell([["The search cannot be loaded. Everything is listed in the ", link(address("a-z.html"), "", "A–Z"), "."]]);
    said.textContent = note.textContent;
    show(true);
  };

  /** Of an empty box: what was searched for last, and what could be. */
  const suggest = () => {
    const last = searched.all();
    fill(idle(last));
    tell([]);
    if (last.length) {
      foot.append(button("find__clear", "Clear recent searches", () => {
        searched.clear();
        suggest();
        input.focus();
      }));
    }
    said.textContent = "";
    show(options.length > 0);
  };

  /** Answer what is in the box; of two answers under way only the later one is shown. */
  const ask = async () => {
    const query = input.value.trim();
    asked += 1;
    const mine = asked;
    wait(true);
    try {
      await bambooSearch.ready();
      if (mine !== asked) return;
      if (query) {
        await bambooSearch.ask(query, { typing: true, wanted: () => mine === asked }, (answer, more) => {
          answered(answer, query);
          if (!more) wait(false);
        });
      } else suggest();
    } catch {
      if (mine === asked) failed();
    }
    if (mine === asked) wait(false);
  };

  const hide = () => {
    asked += 1;
    wait(false);
    show(false);
  };

  const KEYS = {
    ArrowDown: () => choose(active + 1 < options.length ? active + 1 : -1),
    ArrowUp: () => choose(active >= 0 ? active - 1 : options.length - 1),
    Enter: () => options[active]?.click(),
    Escape: () => {
      if (!panel.hidden) hide();
      else if (input.value) {
        input.value = "";
        hide();
        fill([]);
      } else {
        leaves();
        input.blur();
      }
    },
  };

  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const act = KEYS[event.key];
    if (!act || (event.key === "Enter" && active < 0)) return;
    if (event.key.startsWith("Arrow") && panel.hidden) {
      event.preventDefault();
      if (options.length) show(true);
      else ask();
      return;
    }
    event.preventDefault();
    act();
  });
  input.addEventListener("focus", () => {
    if (panel.hidden) ask();
  });
  input.addEventListener("input", ask);
  input.form.addEventListener("submit", () => searched.add(input.value));
  find.addEventListener("focusout", (event) => {
    if (!find.contains(event.relatedTarget)) hide();
  });
  // A click on an option must not take the focus from the box before it leads anywhere.
  panel.addEventListener("mousedown", (event) => event.preventDefault());
  return hide;
};

/** The box in the header: it lies over the page on a phone. What is returned leads to it. */
const inHeader = (find) => {
  const input = find.querySelector(".find__input");
  const opener = document.querySelector(".find-open");
  const over = document.documentElement.classList;
  const hide = combobox(find, () => over.remove("find-opened"));

  const open = () => {
    over.add("find-opened");
    input.focus();
    input.select();
  };

  find.querySelector(".find__close").addEventListener("click", () => {
    hide();
    over.remove("find-opened");
    opener.focus();
  });
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    open();
  });
  return open;
};

/** `/` and Ctrl K lead to the search, but not from where somebody writes. */
const keys = (open) => {
  addEventListener("keydown", (event) => {
    const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!slash && !k) return;
    event.preventDefault();
    open();
  });
};

export const box = () => {
  window.bambooSearch.searched = searched;
  window.bambooSearch.leave = (href, one) => leave(storage, href, left(one));
  const find = document.querySelector(".find");
  // The page of results has a field of its own, and no box.
  const field = document.querySelector("#results-q");
  if (find) keys(inHeader(find));
  else if (field) keys(() => (field.focus(), field.select()));
  const home = document.querySelector(".hero__find");
  if (home) combobox(home, () => {});
  landing(storage);
};
