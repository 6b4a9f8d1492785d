/* The results page: its state is its address, so that it can be shared and gone back to. */

import { button, counted, link, make, save } from "../dom.mjs";
import { csv } from "./csv.mjs";
import { told, without } from "./told.mjs";

const STEP = 30;
const FIRST_PARTS = 2; // read without being asked, where the first script holds few answers
const SHOWN = 8; // values of a facet before the rest is folded

/** An address as {q, filters, sort, shown}; `facets` are the names of what results can be narrowed by. */
export const state = (search, facets = []) => {
  const given = new URLSearchParams(search);
  const filters = Object.fromEntries(facets.map((name) => [name, given.getAll(name)]));
  const shown = Math.max(STEP, Number.parseInt(given.get("shown"), 10) || 0);
  return { q: (given.get("q") || "").trim(), filters, sort: given.get("sort") === "date" ? "date" : "relevance", shown };
};

/** What is asked, as the query of an address. */
export const asQuery = ({ q, filters, sort, shown }) => {
  const wanted = new URLSearchParams();
  if (q) wanted.set("q", q);
  for (const [facet, values] of Object.entries(filters)) values.forEach((value) => wanted.append(facet, value));
  if (sort === "date") wanted.set("sort", "date");
  if (shown > STEP) wanted.set("shown", String(shown));
  return `?${wanted}`;
};

const address = (path) => new URL(path, bambooSearch.root).href;

const fill = (page) => {
  const TITLE = document.title;
  const form = page.querySelector("form");
  const input = form.querySelector("[name=q]");
  const header = document.querySelector("#bamboo-search");
  const body = page.querySelector(".results__body");
  const facetsBox = page.querySelector(".results__facets");
  const status = page.querySelector(".results__status");
  const hints = page.querySelector(".results__hints");
  let rendered = 0;

  const names = () => bambooSearch.facets().map(({ name }) => name);
  const asked = () => state(location.search, names());
  const here = (wanted) => location.pathname + asQuery(wanted);

  const go = (change, replace = false) => {
    const next = { ...asked(), shown: STEP, ...change };
    history[replace ? "replaceState" : "pushState"](null, "", here(next));
    render();
  };

  const passage = (quote, terms) => {
    const words = make("blockquote", "result__quote", bambooSearch.marked(bambooSearch.excerpt(quote.text, terms), terms));
    words.lang = quote.lang;
    const source = bambooSearch.all[quote.source];
    const place = link(address(`${source.url}#passage-${quote.start}-${quote.end}`), "result__place", `in context: ${source.short}`);
    return [words, place];
  };

  const about = (one) => {
    const { doc, terms } = one;
    const found = make("p", "result__about", make("span", "kind", one.kind));
    if (!one.entity) {
      const sources = make("span", "result__sources");
      doc.sources.forEach((place, n) => {
        const source = bambooSearch.all[place];
        sources.append(n ? ", " : "", link(address(source.url), "result__source", source.short));
      });
      found.append(" ", make("span", "when", doc.when), " ", sources);
    } else {
      const other = bambooSearch.otherName(one);
      if (other) {
        const name = make("span", "result__other", bambooSearch.marked(other[0], terms));
        if (other[1]) name.lang = other[1];
        found.append(" ", name);
        if (other[2]) found.append(" ", make("span", "note", other[2]));
      }
      if (doc.claims) found.append(" ", make("span", "note", counted(doc.claims, "statement")));
    }
    const lacking = without(one);
    if (lacking) found.append(" ", lacking);
    return found;
  };

  const item = (one) => {
    const { doc, terms } = one;
    const found = make("li", "result", make("p", "result__title", link(address(one.url), "result__link", bambooSearch.marked(one.title, terms))), about(one));
    const quote = doc.entity ? null : bambooSearch.quote(doc, terms) || doc.quotes[0];
    if (quote) found.append(...passage(quote, terms));
    const { text, by } = doc.entity ? bambooSearch.said(doc, terms) : {};
    if (text) {
      const line = make("p", "result__text", bambooSearch.marked(bambooSearch.excerpt(text, terms), terms));
      if (by) line.prepend(make("span", "note", `${by}: `));
      found.append(line);
    }
    return found;
  };

  const listed = (results) => make("ol", "results", ...results.map(item));

  /** The name of a facet's value as readers know it. */
  const named = (facet, value) => {
    if (!facet.of) return value;
    const doc = bambooSearch.all.find((one) => one.of === facet.of && one.id === value);
    return doc ? doc.short || doc.title : value;
  };

  const counts = (facet, matched, filters) => {
    const found = new Map(filters[facet.name].map((value) => [value, 0]));
    for (const { doc } of matched) {
      if (!bambooSearch.passes(doc, filters, facet.name)) continue;
      for (const value of bambooSearch.values(doc, facet)) found.set(value, (found.get(value) || 0) + 1);
    }
    return [...found].sort(([a, m], [b, n]) => (facet.name === "year" ? b.localeCompare(a) : n - m || a.localeCompare(b)));
  };

  const box = (facet, value, many, filters) => {
    const check = make("input");
    check.type = "checkbox";
    check.checked = filters[facet.name].includes(value);
    check.dataset.facet = facet.name;
    check.value = value;
    check.addEventListener("change", () => {
      const values = filters[facet.name].filter((other) => other !== value);
      go({ filters: { ...filters, [facet.name]: check.checked ? [...values, value] : values } });
      facetsBox.querySelector(`input[data-facet="${facet.name}"][value="${CSS.escape(value)}"]`)?.focus();
    });
    return make("li", "facet__value", make("label", "", check, " ", named(facet, value), " ", make("span", "note", many.toLocaleString("en"))));
  };

  const choices = (facet, matched, filters) => {
    const values = counts(facet, matched, filters);
    if (!values.length) return "";
    const items = values.map(([value, many]) => box(facet, value, many, filters));
    const found = make("fieldset", "facet", make("legend", "", facet.label), make("ul", "", ...items.slice(0, SHOWN)));
    if (items.length > SHOWN) {
      const fold = make("details", "fold", make("summary", "", `${items.length - SHOWN} more`), make("ul", "", ...items.slice(SHOWN)));
      fold.open = values.slice(SHOWN).some(([value]) => filters[facet.name].includes(value));
      found.append(fold);
    }
    return found;
  };

  const tools = (results, now) => {
    const sort = make("select");
    sort.setAttribute("aria-label", "Order");
    for (const [value, text] of [["relevance", "by relevance"], ["date", "newest first"]]) sort.append(new Option(text, value, false, now.sort === value));
    sort.addEventListener("change", () => go({ sort: sort.value }));
    const download = button("results__csv", "Download as CSV", () => {
      save("bamboo-search.csv", "text/csv", csv(results, bambooSearch));
    });
    return make("p", "results__tools", sort, " ", download);
  };

  /** What is said above the results. */
  const lines = (answer, now) => told(answer, now.q, (q) => here({ ...now, q, shown: STEP }));

  /** What is shown where no page holds all the words; labelled, so that nobody takes it for the answer. */
  const instead = (answer, now) => {
    const [none] = answer.absent.length ? lines(answer, now) : [`Nothing found for “${now.q}”.`];
    const found = [make("p", "results__none", ...[none].flat())];
    const { labelled } = answer;
    if (labelled?.kind === "meant") {
      const other = link(here({ ...now, q: labelled.query }), "", labelled.query);
      const part = make("section", "results__labelled", make("p", "", "Did you mean ", other, "?"));
      part.dataset.labelled = labelled.kind;
      found.push(part);
    } else if (labelled) {
      const part = make("section", "results__labelled", make("h2", "", "These lack some of the words"), listed(labelled.results));
      part.dataset.labelled = labelled.kind;
      found.push(part);
    }
    found.push(make("p", "note", "Everything that has a page is listed in the ", link(address("a-z.html"), "", "A–Z"), "."));
    return found;
  };

  const dated = (results) =>
    [...results].sort((a, b) => Number(a.entity) - Number(b.entity) || a.doc.place - b.doc.place);

  const rest = (answer, now) => {
    const found = make("p", "results__unread", `${counted(answer.unread, "older statement")} not read yet. `);
    found.append(
      button("results__all", "Search them too", async (made) => {
        made.disabled = true;
        while (await bambooSearch.more(now.q)) show(bambooSearch.find(now.q, now.filters), now);
        show(bambooSearch.find(now.q, now.filters), now);
      }),
    );
    return found;
  };

  const show = (answer, now) => {
    const results = now.sort === "date" ? dated(answer.results) : answer.results;
    const filtered = Object.values(now.filters).some((values) => values.length);
    facetsBox.hidden = !answer.matched.length;
    const was = facetsBox.querySelector("details.facets")?.open ?? matchMedia("(min-width: 45em)").matches;
    const facets = make("details", "fold facets", make("summary", "", "Narrow the results"), ...bambooSearch.facets().map((facet) => choices(facet, answer.matched, now.filters)));
    facets.open = was;
    if (filtered) facets.append(button("results__clear", "Show all again", () => go({ filters: state("", names()).filters })));
    facetsBox.replaceChildren(facets);
    hints.hidden = true;
    if (!answer.matched.length) {
      body.replaceChildren(...instead(answer, now));
      if (answer.unread) body.append(rest(answer, now));
      status.textContent = body.querySelector(".results__none").textContent;
      return;
    }
    status.textContent = results.length ? counted(results.length, "result") : "No result with these limits.";
    const shown = results.slice(0, now.shown);
    const notes = lines(answer, now).map((line) => make("p", "note", ...line));
    body.replaceChildren(...notes, tools(results, now), listed(shown));
    if (!results.length) body.append(make("p", "results__none", "Nothing found with these limits."));
    if (results.length > shown.length) {
      body.append(button("results__more", `Show ${Math.min(STEP, results.length - shown.length)} more of ${counted(results.length, "result")}`, () => {
        go({ shown: now.shown + STEP }, true);
        body.querySelectorAll(".result__link")[now.shown]?.focus();
      }));
    }
    if (answer.unread) body.append(rest(answer, now));
  };

  /** Show what the address says. Of two answers under way only the later one is shown. */
  const render = async () => {
    const now = asked();
    rendered += 1;
    const mine = rendered;
    if (input.value.trim() !== now.q) input.value = now.q;
    if (header !== document.activeElement) header.value = now.q;
    document.title = now.q ? `${now.q} – ${TITLE}` : TITLE;
    if (!now.q) {
      body.replaceChildren();
      facetsBox.hidden = true;
      status.textContent = "";
      hints.hidden = false;
      return;
    }
    let answer = bambooSearch.find(now.q, now.filters);
    show(answer, now);
    for (let n = 0; n < FIRST_PARTS && answer.unread && answer.results.length < STEP; n += 1) {
      await bambooSearch.more(now.q);
      if (mine !== rendered) return;
      answer = bambooSearch.find(now.q, now.filters);
      show(answer, now);
    }
  };

  const failed = () => {
    status.textContent = "";
    hints.hidden = true;
    body.replaceChildren(make("p", "results__failed", "The search cannot be loaded. Everything that has a page is listed in the ", link(address("a-z.html"), "", "A–Z"), "."));
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    bambooSearch.ready().then(() => go({ q: input.value.trim(), filters: asked().filters }), failed);
  });
  addEventListener("popstate", () => bambooSearch.ready().then(render, failed));
  input.value = state(location.search).q; // the facets come with the index
  bambooSearch.ready().then(render).catch(failed);
};

export const start = () => {
  const page = document.querySelector(".results-page");
  if (page) fill(page);
};
