/* The results page: its state is its address, so that it can be shared and gone back to. Its field answers while
   one types. */

import { button, counted, link, make, save } from "../dom.mjs";
import { csv } from "./csv.mjs";
import { choices, pills } from "./facets.mjs";
import { arrows, grouped, listed } from "./hits.mjs";
import { lacking } from "./near.mjs";
import { LABELS, address, before } from "./suggestions.mjs";

const STEP = 30;
const SOON = 200; // milliseconds, after which it is said that an answer is on its way
const SETTLED = 400; // milliseconds without a key, after which the address says what is asked

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

const dated = (results) => [...results].sort((a, b) => Number(a.entity) - Number(b.entity) || a.doc.place - b.doc.place);

/** How many results there are, and how many of them lack some of the words. */
export const numbered = (results) => {
  const near = results.filter(lacking).length;
  const lack = `${near === 1 ? "lacks" : "lack"} some of the words`;
  if (!near) return counted(results.length, "result");
  return near === results.length ? `${counted(near, "result")} that ${lack}` : `${counted(results.length - near, "result")}, and ${near.toLocaleString("en")} that ${lack}`;
};

const fill = (page) => {
  const TITLE = document.title;
  const form = page.querySelector("form");
  const input = form.querySelector("[name=q]");
  const body = page.querySelector(".results__body");
  const facetsBox = page.querySelector(".results__facets");
  const pillsBox = page.querySelector(".results__pills");
  const status = page.querySelector(".results__status");
  const hints = page.querySelector(".results__hints");
  let rendered = 0;
  let late = 0;
  let settling = 0;
  let settled = false; // whether the address has an entry for what is typed now
  let typed = null; // what is asked while one types, before the address says it

  const names = () => bambooSearch.facets().map(({ name }) => name);
  const asked = () => typed || state(location.search, names());

  const go = (change, replace = false) => {
    const next = { ...asked(), shown: STEP, ...change };
    clearTimeout(settling);
    typed = null;
    settled = false;
    const to = location.pathname + asQuery(next);
    if (to !== location.pathname + location.search) history[replace ? "replaceState" : "pushState"](null, "", to);
    return render();
  };

  /** Narrow the results, and stay at what was used for it. */
  const narrow = (filters) => {
    const at = document.activeElement?.dataset ?? {};
    const { value } = document.activeElement ?? {};
    go({ filters });
    const again = at.facet && facetsBox.querySelector(`input[data-facet="${at.facet}"][value="${CSS.escape(value)}"]`);
    (again || pillsBox.querySelector("button") || page.querySelector("#results-list"))?.focus();
  };

  const wait = (waiting) => {
    clearTimeout(late);
    body.setAttribute("aria-busy", String(waiting));
    if (waiting) {
      late = setTimeout(() => {
        if (!body.children.length) body.replaceChildren(make("p", "results__loading", make("span", "loading"), "Searching …"));
        status.textContent = "Searching …";
      }, SOON);
    }
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

  /** What has to be said first; where nothing is found, also where everything is listed. */
  const first = (answer, now) => {
    const found = before(answer, now.q, (q) => location.pathname + asQuery({ ...now, q, shown: STEP })).map((line) => make("p", answer.results.length ? "results__remark" : "results__none", ...line));
    const { labelled } = answer;
    if (labelled?.results.length) {
      const part = make("section", "results__labelled", make("h2", "", LABELS[labelled.kind]), listed(labelled.results));
      part.dataset.labelled = labelled.kind;
      found.push(part);
    } else if (labelled && found.length) found[found.length - 1].dataset.labelled = labelled.kind;
    if (!answer.matched.length) found.push(make("p", "note", "Everything that has a page is listed in the ", link(address("a-z.html"), "", "A–Z"), "."));
    return found;
  };

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

  const narrowing = (answer, now) => {
    facetsBox.hidden = !answer.matched.length;
    const was = facetsBox.querySelector("details.facets")?.open ?? matchMedia("(min-width: 45em)").matches;
    const facets = make("details", "fold facets", make("summary", "", "Narrow the results"), ...choices(answer.matched, now.filters, narrow));
    facets.open = was;
    facetsBox.replaceChildren(facets);
    pillsBox.replaceChildren(...pills(now.filters, narrow));
  };

  const show = (answer, now) => {
    const results = now.sort === "date" ? dated(answer.results) : answer.results;
    hints.hidden = true;
    narrowing(answer, now);
    if (!answer.matched.length) {
      body.replaceChildren(...first(answer, now));
      if (answer.unread) body.append(rest(answer, now));
      status.textContent = [...body.querySelectorAll(".results__none")].map((line) => line.textContent).join(" ");
      return;
    }
    status.textContent = results.length ? numbered(results) : "No result with these limits.";
    const shown = results.slice(0, now.shown);
    if (!results.length) body.replaceChildren(make("p", "results__none", "Nothing found with these limits."));
    else body.replaceChildren(...first(answer, now), tools(results, now), ...(now.sort === "date" ? [listed(shown)] : grouped(shown)));
    if (results.length > shown.length) {
      body.append(button("results__more", `Show ${Math.min(STEP, results.length - shown.length)} more of ${counted(results.length, "result")}`, async () => {
        await go({ shown: now.shown + STEP }, true);
        body.querySelectorAll(".result__link")[now.shown]?.focus();
      }));
    }
    if (answer.unread) body.append(rest(answer, now));
  };

  /** Show what is asked. Of two answers under way only the later one is shown. */
  const render = async () => {
    const now = asked();
    rendered += 1;
    const mine = rendered;
    if (!typed && input.value.trim() !== now.q) input.value = now.q;
    document.title = now.q ? `${now.q} – ${TITLE}` : TITLE;
    if (!now.q) {
      wait(false);
      body.replaceChildren();
      pillsBox.replaceChildren();
      facetsBox.hidden = true;
      status.textContent = "";
      hints.hidden = false;
      document.documentElement.classList.remove("asked");
      return;
    }
    wait(true);
    await bambooSearch.ask(now.q, { filters: now.filters, typing: Boolean(typed), wanted: () => mine === rendered }, (answer, more) => {
      show(answer, now);
      wait(more);
    });
  };

  const failed = () => {
    wait(false);
    status.textContent = "";
    hints.hidden = true;
    body.replaceChildren(make("p", "results__failed", "The search cannot be loaded. Everything that has a page is listed in the ", link(address("a-z.html"), "", "A–Z"), "."));
  };

  const ready = (act) => {
    wait(true);
    return bambooSearch.ready().then(act).catch(failed);
  };

  /** The address says what was typed; `kept`, it is also remembered. */
  const settle = (kept) => {
    if (kept) bambooSearch.searched.add(input.value);
    const again = settled;
    return ready(() => {
      const done = go({ q: input.value.trim() }, again);
      settled = !kept;
      return done;
    });
  };

  input.addEventListener("input", () => {
    clearTimeout(settling);
    settling = setTimeout(() => settle(false), SETTLED);
    ready(() => {
      typed = { ...asked(), q: input.value.trim(), shown: STEP };
      return render();
    });
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    settle(true);
  });
  addEventListener("popstate", () => {
    clearTimeout(settling);
    typed = null;
    settled = false;
    ready(render);
  });
  arrows(page, input);
  input.value = state(location.search).q; // the facets come with the index
  bambooSearch.searched.add(input.value);
  ready(render);
};

export const start = () => {
  const page = document.querySelector(".results-page");
  if (page) fill(page);
};
