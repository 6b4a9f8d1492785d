/* By what results can be narrowed: kinds of pages and of statements, years, themes, partners, sources; and what
   they are narrowed by now, as pills that take it back. */

import { button, make } from "../dom.mjs";

const [PASSAGE, LIST] = ["passage", "list"];
const SHOWN = 8; // values of a facet before the rest is folded

/** The name of a facet's value as readers know it. */
export const named = (facet, value) => {
  if (facet.name === "kind") {
    const { pages, statements } = bambooSearch.kinds();
    const [, many] = [...pages, ...statements].find(([kind]) => kind === value) || [];
    return many || { [PASSAGE]: "Passages", [LIST]: "Lists" }[value] || value;
  }
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

/** A facet's values in groups with their headings: kinds of pages are apart from kinds of statements. */
const groups = (facet, values) => {
  if (facet.name !== "kind") return [[facet.label, values]];
  const { pages, statements } = bambooSearch.kinds();
  const of = (kinds) => values.filter(([value]) => kinds.some(([kind]) => kind === value));
  return [[facet.label, of([...pages, [LIST]])], [facet.statements, of(statements)], [facet.texts, of([[PASSAGE]])]];
};

/** `change` takes the filters as they are to be. */
export const choices = (matched, filters, change) => {
  const box = (facet, value, many) => {
    const check = make("input");
    check.type = "checkbox";
    check.checked = filters[facet.name].includes(value);
    check.dataset.facet = facet.name;
    check.value = value;
    check.addEventListener("change", () => {
      const others = filters[facet.name].filter((other) => other !== value);
      change({ ...filters, [facet.name]: check.checked ? [...others, value] : others });
    });
    return make("li", "facet__value", make("label", "", check, " ", named(facet, value), " ", make("span", "note", many.toLocaleString("en"))));
  };
  const group = (facet, label, values) => {
    const items = values.map(([value, many]) => box(facet, value, many));
    const found = make("fieldset", "facet", make("legend", "", label), make("ul", "", ...items.slice(0, SHOWN)));
    if (items.length > SHOWN) {
      const fold = make("details", "fold", make("summary", "", `${items.length - SHOWN} more`), make("ul", "", ...items.slice(SHOWN)));
      fold.open = values.slice(SHOWN).some(([value]) => filters[facet.name].includes(value));
      found.append(fold);
    }
    return found;
  };
  return bambooSearch.facets().flatMap((facet) =>
    groups(facet, counts(facet, matched, filters)).filter(([, values]) => values.length).map(([label, values]) => group(facet, label, values)),
  );
};

/** What the results are narrowed by, each a button that takes it back. */
export const pills = (filters, change) => {
  const found = bambooSearch.facets().flatMap((facet) =>
    filters[facet.name].map((value) => {
      const pill = button("pill", named(facet, value), () => change({ ...filters, [facet.name]: filters[facet.name].filter((other) => other !== value) }));
      const cross = make("span", "pill__cross", "×");
      cross.setAttribute("aria-hidden", "true");
      pill.append(" ", make("span", "unseen", "(remove)"), cross);
      return pill;
    }),
  );
  if (!found.length) return [];
  const none = Object.fromEntries(Object.keys(filters).map((name) => [name, []]));
  return [...found, button("results__clear", "Show all again", () => change(none))];
};
