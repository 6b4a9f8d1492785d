/* The filter of the timeline: lists to choose from, the strip of months, and switches that open folds.
   What is chosen is in the address; without this script all is shown and months are links. */

/** Whether an entry, by its data, is among what is chosen: pairs of a name and a value. */
export const matches = (data, chosen) =>
  chosen.every(([name, value]) => (data[name] || "").split(" ").includes(value));

/** The choices that an address makes, of those there are (name -> values); what is no choice is none. */
export const asked = (search, options) => {
  const given = new URLSearchParams(search);
  return Object.entries(options)
    .map(([name, values]) => [name, given.get(name), values])
    .filter(([, value, values]) => value && values.includes(value))
    .map(([name, value]) => [name, value]);
};

/** How many of all are shown, in words. */
export const told = (many, all, filtered) => (filtered ? `${many} of ${all}` : String(all));

const ENTRY = ".timeline__list > li";
const SHOWN = `${ENTRY}:not([hidden])`;

const filter = (form) => {
  const choices = [...form.querySelectorAll("select")];
  const switches = [...form.querySelectorAll("input[type=checkbox]")];
  const months = [...document.querySelectorAll(".months a[data-month]")];
  const entries = [...document.querySelectorAll(ENTRY)];
  const count = form.querySelector(".filters__count");
  const folds = [...document.querySelectorAll(".timeline__fold")];
  let month = "";

  const lists = () => choices.filter((choice) => choice.value).map((choice) => [choice.name, choice.value]);
  const chosen = () => [...lists(), ...(month ? [["month", month]] : [])];
  const opened = () => switches.filter((one) => one.checked).map((one) => [one.name, one.value]);

  /** Hide what holds no entry that is shown. */
  const hideEmpty = (selector) =>
    document.querySelectorAll(selector).forEach((part) => {
      part.hidden = !part.querySelector(SHOWN);
    });

  /** Open a fold that is switched on or holds what a list chose; what the reader opened stays open. */
  const unfold = (fold, asking) => {
    const on = switches.some((one) => one.checked && one.name === fold.dataset.switch);
    const wanted = on || (asking && !fold.hidden);
    if (wanted && !fold.open) {
      fold.open = true;
      fold.dataset.byScript = "";
    } else if (!wanted && "byScript" in fold.dataset) {
      fold.open = false;
      delete fold.dataset.byScript;
    }
  };

  /** How many entries a reader sees: none of those in a fold that is closed. */
  const tell = () => {
    const seen = entries.filter((entry) => !entry.hidden && !entry.closest("details:not([open])")).length;
    count.textContent = told(seen, count.dataset.all, seen < entries.length);
  };

  const show = () => {
    const wanted = chosen();
    const filtered = wanted.length > 0;
    entries.forEach((entry) => (entry.hidden = !matches(entry.dataset, wanted)));
    [".timeline__batch", ".timeline__stretch", ".timeline__fold", ".timeline"].forEach(hideEmpty);
    document.querySelectorAll(".timeline").forEach((year) => (year.previousElementSibling.hidden = year.hidden));
    folds.forEach((fold) => {
      unfold(fold, lists().length > 0);
      const place = fold.querySelector("[data-all]");
      place.textContent = told(fold.querySelectorAll(SHOWN).length, place.dataset.all, filtered);
    });
    months.forEach((link) => {
      if (link.dataset.month === month) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    tell();
  };

  /** Take the choices from the address. */
  const read = () => {
    const options = choices.map((choice) => [choice.name, [...choice.options].map((option) => option.value)]);
    options.push(["month", months.map((link) => link.dataset.month)]);
    switches.forEach((one) => options.push([one.name, [one.value]]));
    const given = new Map(asked(location.search, Object.fromEntries(options)));
    choices.forEach((choice) => (choice.value = given.get(choice.name) || ""));
    switches.forEach((one) => (one.checked = given.has(one.name)));
    month = given.get("month") || "";
    show();
  };

  /** Put the choices into the address. */
  const write = () => {
    const query = new URLSearchParams([...chosen(), ...opened()]).toString();
    history.replaceState(history.state, "", location.pathname + (query ? `?${query}` : ""));
    show();
  };

  /** On a phone the lists are folded; what is chosen there is never hidden. */
  const more = form.querySelector(".filters__more");
  const unfoldLists = (open) => {
    form.classList.toggle("filters--open", open);
    more.setAttribute("aria-expanded", String(open));
  };

  more.addEventListener("click", () => unfoldLists(more.getAttribute("aria-expanded") === "false"));
  form.addEventListener("change", write);
  folds.forEach((fold) => fold.addEventListener("toggle", tell));
  months.forEach((link) =>
    link.addEventListener("click", (event) => {
      event.preventDefault();
      month = month === link.dataset.month ? "" : link.dataset.month;
      write();
    }),
  );
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    choices.forEach((choice) => (choice.value = ""));
    switches.forEach((one) => (one.checked = false));
    month = "";
    write();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", read);
  read();
  if (lists().length || opened().length) unfoldLists(true);
};

export const start = () => {
  const form = document.querySelector("form.filters");
  if (form) filter(form);
};
