/* Sets beside each other what a reader picks: two to four partners, themes or years. What is picked is in
   the address. The data is a script, fetched when something is picked: a page opened from a disk may fetch
   nothing else. */

import { button, link, make } from "./dom.mjs";

const DATA = "compare/data.js";
const MOST = 4;

/** What an address asks for, of what can be picked (kind -> ids): a kind and two to four of its ids. */
export const asked = (search, known) => {
  const given = new URLSearchParams(search);
  for (const [kind, ids] of Object.entries(known)) {
    const wanted = [...new Set((given.get(kind) || "").split(","))].filter((id) => ids.includes(id));
    if (wanted.length) return { kind, ids: wanted.slice(0, MOST) };
  }
  return { kind: "", ids: [] };
};

/** The query of an address that asks for it. */
export const query = ({ kind, ids }) => (ids.length ? `?${kind}=${ids.map(encodeURIComponent).join(",")}` : "");

/** The claims that all of these have, in the order of the first. */
export const shared = (subjects) => {
  const [first, ...others] = subjects.map((subject) => subject[4]);
  return first.filter((claim) => others.every((other) => other.includes(claim)));
};

/** The rows in which at least one has something: a heading, and the claims of each. */
export const lines = (rows, subjects) =>
  rows
    .map((heading, at) => [heading, subjects.map((subject) => subject[3][at])])
    .filter(([, cells]) => cells.some((cell) => cell.length));

/** How many of a cell are shown at once: one more is shown rather than folded. */
export const cut = (many, most) => (many <= most + 1 ? many : most);

/** "a, b and c". */
export const listed = (names) =>
  names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names.join("");

const role = (element, name) => {
  element.setAttribute("role", name);
  return element;
};

const picker = (form, root) => {
  const choice = form.querySelector("select");
  const chips = form.querySelector(".picker__chips");
  const status = form.querySelector("[role=status]");
  const place = document.querySelector(".picked");
  const known = {};
  const names = {};
  choice.querySelectorAll("option[value]").forEach((option) => {
    const [kind, id] = option.value.split("/");
    if (!id) return;
    (known[kind] ??= []).push(id);
    names[option.value] = option.textContent;
  });
  let picked = { kind: "", ids: [] };
  let loading = null;

  const load = () => {
    loading ??= new Promise((resolve, reject) => {
      window.bambooCompare = { load: (name, value) => resolve(value) };
      const script = document.createElement("script");
      script.src = new URL(DATA, root);
      script.charset = "utf-8";
      script.onerror = () => {
        loading = null;
        script.remove();
        reject(new Error("the data cannot be loaded"));
      };
      document.head.append(script);
    });
    return loading;
  };

  const list = (data, claims) =>
    make(
      "ul",
      "compare__list",
      ...claims.map((at) => {
        const [label, address, note] = data.claims[at];
        const item = make("li", "", link(new URL(address, root).href, "", label));
        if (note) item.append(" ", make("span", "note", note));
        return item;
      }),
    );

  const cell = (data, name, claims) => {
    const found = role(make("td", ""), "cell");
    found.dataset.name = name;
    if (!claims.length) found.append(make("span", "hole", data.missing));
    const many = cut(claims.length, data.shown);
    if (claims.length) found.append(list(data, claims.slice(0, many)));
    if (claims.length > many) {
      const rest = claims.slice(many);
      found.append(make("details", "fold", make("summary", "", `${rest.length} more`), list(data, rest)));
    }
    return found;
  };

  const table = (data, subjects) => {
    const heads = subjects.map(([, name, address]) => {
      const head = role(make("th", "", link(new URL(address, root).href, "", name)), "columnheader");
      head.scope = "col";
      return head;
    });
    const rows = lines(data.rows, subjects).map(([heading, cells]) => {
      const head = role(make("th", "", heading), "rowheader");
      head.scope = "row";
      const row = make("tr", "", head, ...cells.map((claims, at) => cell(data, subjects[at][1], claims)));
      return role(row, "row");
    });
    const first = role(make("tr", "", role(make("td", ""), "cell"), ...heads), "row");
    const made = make("table", "compare compare--picked");
    made.append(role(make("thead", "", first), "rowgroup"), role(make("tbody", "", ...rows), "rowgroup"));
    return make("div", "scroll", role(made, "table"));
  };

  const drawn = (data, subjects) => {
    const common = shared(subjects);
    const heading = `Statements about ${listed(subjects.map((subject) => subject[1]))} together`;
    const above = common.length ? [make("p", "picked__shared", heading), list(data, common)] : [];
    return [...above, table(data, subjects)];
  };

  const show = async () => {
    chips.replaceChildren(
      ...picked.ids.map((id) => {
        const name = names[`${picked.kind}/${id}`];
        const remove = button("picker__remove", `${name} ×`, () => {
          pick({ ...picked, ids: picked.ids.filter((other) => other !== id) });
          choice.focus();
        });
        remove.setAttribute("aria-label", `Remove ${name}`);
        return make("li", "", remove);
      }),
    );
    choice.querySelectorAll("option[value]").forEach((option) => {
      const [kind, id] = option.value.split("/");
      option.disabled = Boolean(id) && picked.ids.length > 0 && (kind !== picked.kind || picked.ids.includes(id));
    });
    const full = picked.ids.length >= MOST;
    choice.disabled = full;
    form.querySelector("button[type=submit]").disabled = full;
    if (picked.ids.length < 2) {
      place.replaceChildren();
      status.textContent = picked.ids.length ? "Add one to three others to compare it with." : "";
      return;
    }
    const wanted = picked;
    try {
      const data = await load();
      if (wanted !== picked) return;
      const all = data.subjects[picked.kind];
      place.replaceChildren(...drawn(data, picked.ids.map((id) => all.find((subject) => subject[0] === id))));
      status.textContent = `${listed(picked.ids.map((id) => names[`${picked.kind}/${id}`]))}, side by side.`;
    } catch {
      status.textContent = "The data of the comparison could not be loaded.";
    }
  };

  const pick = (wanted) => {
    picked = wanted.ids.length ? wanted : { kind: "", ids: [] };
    history.replaceState(history.state, "", location.pathname + query(picked));
    show();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [kind, id] = choice.value.split("/");
    choice.value = "";
    if (id && picked.ids.length < MOST) pick({ kind, ids: [...picked.ids, id] });
  });
  addEventListener("popstate", () => {
    picked = asked(location.search, known);
    show();
  });
  picked = asked(location.search, known);
  show();
};

export const start = () => {
  const root = new URL("../", document.currentScript.src);
  const form = document.querySelector("form.picker");
  if (form) picker(form, root);
};
