/* A search box, in the header or on the home page: a combobox with suggestions in groups, by the pattern of
   the ARIA guide.

   Without this script the form leads to search.html, and without any script there is the A–Z. */

import { counted, link, make } from "../dom.mjs";
import { told, without } from "./told.mjs";

const FIRST = 3; // results that come first whatever they are
const ENTITIES = 6;
const CLAIMS = 5;

const address = (path) => new URL(path, bambooSearch.root).href;
const allResults = (query) => `${address("search.html")}?q=${encodeURIComponent(query)}`;

/** Gives a box its list. `leave` is called on Escape in an empty box; what is returned hides the list. */
const combobox = (find, leave) => {
  const input = find.querySelector(".find__input");
  const panel = find.querySelector(".find__panel");
  const list = find.querySelector(".find__list");
  const note = find.querySelector(".find__note");
  const said = find.querySelector(".find__said");
  let options = [];
  let active = -1;
  let asked = 0;

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

  const option = (href, ...inside) => {
    const found = link(href, "find__option", ...inside);
    found.id = `${list.id}-${options.length}`;
    found.tabIndex = -1;
    found.setAttribute("role", "option");
    found.setAttribute("aria-selected", "false");
    options.push(found);
    return found;
  };

  const group = (label, children) => {
    if (!children.length) return;
    const found = make("div", "find__group");
    found.setAttribute("role", "group");
    if (label) {
      const heading = make("div", "find__heading", label);
      heading.id = `${list.id}-group-${list.children.length}`;
      heading.setAttribute("role", "presentation");
      found.setAttribute("aria-labelledby", heading.id);
      found.append(heading);
    } else found.setAttribute("aria-label", "More");
    found.append(...children);
    list.append(found);
  };

  const entity = (one) => {
    const other = bambooSearch.otherName(one);
    const title = make("span", "find__title", bambooSearch.marked(one.title, one.terms));
    if (other) {
      const name = make("span", "find__other", bambooSearch.marked(other[0], one.terms));
      if (other[1]) name.lang = other[1];
      title.append(" ", name);
    }
    const lacking = without(one);
    if (lacking) title.append(" ", lacking);
    return option(address(one.url), title, make("span", "find__kind", one.kind));
  };

  const claim = (one) => {
    const title = make("span", "find__title", bambooSearch.marked(one.title, one.terms));
    const lacking = without(one);
    if (lacking) title.append(" ", lacking);
    const found = option(address(one.url), title);
    const quote = bambooSearch.quote(one.doc, one.terms);
    if (quote) {
      const words = make("q", "find__quote", bambooSearch.marked(bambooSearch.excerpt(quote.text, one.terms, 120), one.terms));
      words.lang = quote.lang;
      found.append(words);
    }
    return found;
  };

  /** What is below the list or instead of it. */
  const tell = (...inside) => {
    note.replaceChildren(...inside);
    note.hidden = !inside.length;
  };

  const lines = (answer, query) => told(answer, query, allResults).flatMap((line, n) => [...(n ? [" "] : []), ...line]);

  const nothing = (answer, query) => {
    if (answer.absent.length && !answer.labelled) return tell(...lines(answer, query));
    const none = answer.absent.length ? lines(answer, query)[0] : `Nothing found for “${query}”.`;
    if (answer.labelled?.kind === "meant") {
      const { query: other } = answer.labelled;
      return tell(none, " Did you mean ", link(allResults(other), "", other), "?");
    }
    if (answer.labelled) return tell(none, " ", link(allResults(query), "", "Results that lack some of the words"));
    return tell(none);
  };

  const fill = (answer, query) => {
    options = [];
    list.replaceChildren();
    const entities = answer.results.filter((one) => one.entity);
    const claims = answer.results.filter((one) => !one.entity);
    // What answers best comes first; where that is of both kinds, in a group of its own.
    const first = answer.results.slice(0, FIRST);
    const mixed = first.some((one) => one.entity !== first[0].entity) || (first.length > 0 && !first[0].entity && entities.length > 0);
    const shown = new Set(mixed ? first : []);
    group("Best", [...shown].map((one) => (one.entity ? entity(one) : claim(one))));
    group("Pages", entities.filter((one) => !shown.has(one)).slice(0, ENTITIES).map(entity));
    group("Statements", claims.filter((one) => !shown.has(one)).slice(0, CLAIMS).map(claim));
    const many = answer.results.length;
    tell(...lines(answer, query));
    if (many) {
      group("", [option(allResults(query), make("span", "find__title", `All ${counted(many, "result")} for “${query}”`))]);
      said.textContent = `${counted(many, "result")}: ${counted(entities.length, "page")}, ${counted(claims.length, "statement")}.`;
    } else {
      nothing(answer, query);
      said.textContent = note.textContent;
    }
    choose(-1);
    // Of a letter or two, that nothing is called so is no news yet.
    show(many > 0 || query.length > 2);
  };

  const failed = () => {
    options = [];
    list.replaceChildren();
    tell("The search cannot be loaded. Everything is listed in the ", link(address("a-z.html"), "", "A–Z"), ".");
    said.textContent = note.textContent;
    show(true);
  };

  /** Answer what is in the box; of two answers under way only the later one is shown. */
  const ask = async () => {
    const query = input.value.trim();
    asked += 1;
    const mine = asked;
    if (!query) {
      said.textContent = "";
      options = [];
      list.replaceChildren();
      return show(false);
    }
    try {
      await bambooSearch.ready();
      if (mine !== asked) return undefined;
      let answer = bambooSearch.find(query, {}, { typing: true });
      fill(answer, query);
      // Of a large site the newest claims are read first; one part more where they hold too little.
      if (answer.unread && answer.results.length < ENTITIES + CLAIMS && (await bambooSearch.more(query, true)) && mine === asked) {
        answer = bambooSearch.find(query, {}, { typing: true });
        fill(answer, query);
      }
    } catch {
      if (mine === asked) failed();
    }
    return undefined;
  };

  const KEYS = {
    ArrowDown: () => choose(active + 1 < options.length ? active + 1 : -1),
    ArrowUp: () => choose(active >= 0 ? active - 1 : options.length - 1),
    Enter: () => options[active]?.click(),
    Escape: () => {
      if (!panel.hidden) show(false);
      else if (input.value) {
        input.value = "";
        ask();
      } else {
        leave();
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
    bambooSearch.ready().then(
      () => input.value.trim() && panel.hidden && ask(),
      failed,
    );
  });
  input.addEventListener("input", ask);
  find.addEventListener("focusout", (event) => {
    if (!find.contains(event.relatedTarget)) show(false);
  });
  // A click on an option must not take the focus from the box before it leads anywhere.
  panel.addEventListener("mousedown", (event) => event.preventDefault());
  return () => show(false);
};

/** The box in the header: it lies over the page on a phone, and `/` leads to it. */
const inHeader = (find) => {
  const input = find.querySelector(".find__input");
  const opener = document.querySelector(".find-open");
  const over = document.documentElement.classList;
  const hide = combobox(find, () => over.remove("find-opened"));

  const open = () => {
    over.add("find-opened");
    input.focus();
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
  addEventListener("keydown", (event) => {
    const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!slash && !k) return;
    event.preventDefault();
    open();
    input.select();
  });
};

export const box = () => {
  const find = document.querySelector(".find");
  if (find) inHeader(find);
  const home = document.querySelector(".hero__find");
  if (home) combobox(home, () => {});
};
