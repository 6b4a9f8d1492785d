/* The page My list: the saved statements with their quotes, to be read, printed, and saved in five forms. */

import { button, counted, link, make, save } from "../dom.mjs";
import { brought, followed } from "./store.mjs";
import { FORMS } from "./written.mjs";

const quoted = (quote, root) => {
  const words = make("blockquote", "", make("p", "", quote.text));
  words.lang = quote.lang;
  const source = link(new URL(quote.passage, root).href, "quote__source", quote.source);
  const figure = make("figure", "quote", words);
  if (quote.translation) figure.append(make("p", "quote__translation", quote.translation));
  figure.append(make("figcaption", "", source));
  return figure;
};

const card = (id, statement, remove, root) => {
  const out = button("take__button", "Remove", () => remove(id));
  if (!statement) {
    out.setAttribute("aria-label", `Remove ${id}`);
    const text = `${id}: this statement is no longer here under this name.`;
    return make("article", "claim", make("p", "gap", text), make("p", "take", out));
  }
  out.setAttribute("aria-label", `Remove: ${statement.title}`);
  const to = link(new URL(statement.url, root).href, "", statement.sentence);
  return make(
    "article", "claim", make("p", "claim__text", to),
    make("p", "claim__facets", make("span", "when", statement.when)),
    ...statement.quotes.map((quote) => quoted(quote, root)), make("p", "take", out),
  );
};

export const start = () => {
  const { bambooList: list, bambooShelf: shelf } = window;
  const { root } = window.bambooSearch;
  const page = document.querySelector(".list-page");
  const [body, tools, status] = ["body", "tools", "status"].map((name) => page.querySelector(`.list-page__${name}`));
  const empty = page.querySelector(".list-page__empty");
  const unkept = page.querySelector(".list-page__unkept");
  let turn = 0;

  const back = (before, words) => {
    const undo = button("take__button", "Undo", () => {
      status.replaceChildren();
      list.replace(before);
    });
    status.replaceChildren(words, " ", undo);
  };
  const remove = (id) => {
    const before = list.all();
    list.remove(id);
    back(before, "Removed.");
  };
  const saved = async (form) => {
    const { works, columns } = await shelf.sources();
    const statements = (await Promise.all(list.all().map((id) => shelf.statement(id)))).filter(Boolean);
    const title = "My list from Bamboo";
    save(`my-list.${form.ending}`, form.type, form.write({ statements, works, columns, root: root.href, title }));
  };
  const failed = () => status.replaceChildren("The statements cannot be loaded. Try again.");

  const show = async () => {
    const mine = (turn += 1);
    const ids = list.all();
    empty.hidden = ids.length > 0;
    tools.hidden = !ids.length;
    unkept.hidden = list.kept() || !ids.length;
    try {
      const found = await Promise.all(ids.map((id) => shelf.statement(id)));
      if (mine !== turn) return;
      body.replaceChildren(...ids.map((id, at) => card(id, found[at], remove, root)));
      if (!status.querySelector("button")) status.textContent = ids.length ? counted(ids.length, "statement") : "";
    } catch {
      failed();
    }
  };

  tools.append(
    make("span", "note", "Save as"),
    ...FORMS.map((form) => button("take__button", form.name, () => saved(form).catch(failed))),
    button("take__button", "Print", () => print()),
    button("take__button", "Empty the list", () => {
      const before = list.all();
      list.replace([]);
      back(before, `${counted(before.length, "statement")} removed.`);
    }),
  );
  /** A list may be older than a statement's name. */
  const follow = async () => {
    try {
      const ids = list.all();
      const now = ids.length ? followed(ids, (await shelf.sources()).moved) : ids;
      if (now.join() !== ids.join() && list.all().join() === ids.join()) list.replace(now);
    } catch {
      failed();
    }
  };

  list.onChange(show);
  const more = brought(location.hash);
  // The address is not to bring back what is removed later.
  if (more.length) history.replaceState(null, "", location.pathname + location.search);
  if (more.some((id) => !list.has(id))) list.add(...more);
  else show();
  follow();
};
