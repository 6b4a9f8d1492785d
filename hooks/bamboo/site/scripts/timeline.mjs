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

/** What a choice is called: an option without its number. */
const plain = (label) => label.replace(/ \([\d,.]+\)$/, "");

const counted = (many) => `${many} ${many === 1 ? "entry" : "entries"}`;

/** Why nothing is shown, in words: `labels` are what was chosen, of which the last may be a month, without which
    there would be so many entries. */
export const none = (labels, without) => {
  if (labels.length < 2) return "";
  const quoted = labels.map((label) => `“${label}”`);
  const all = `${quoted.slice(0, -1).join(", ")} and ${quoted[quoted.length - 1]}`;
  return `None has ${labels.length > 2 ? "all of" : "both"} ${all}.${without ? ` Without the month: ${counted(without)}.` : ""}`;
};

const ENTRY = ".timeline__list > li";
const SHOWN = `${ENTRY}:not([hidden])`;

/** The strip of months: each with how many of the entries are in it, and no link to nothing. */
const strip = (months) => {
  const all = months.map((link) => {
    const [number, words] = [link.querySelector("strong"), link.querySelector(".unseen")];
    return { link, number, words, month: link.dataset.month, to: link.getAttribute("href"), name: words.textContent.split(":")[0] };
  });
  const dated = [...document.querySelectorAll(".timeline__stretch > .timeline__list > li")];
  return {
    /** What a month is called. */
    name: (month) => all.find((one) => one.month === month)?.name ?? "",
    show: (lists, chosen) => {
      const counts = new Map(all.map(({ month }) => [month, 0]));
      for (const { dataset } of dated) if (counts.has(dataset.month) && matches(dataset, lists)) counts.set(dataset.month, counts.get(dataset.month) + 1);
      const most = Math.max(1, ...counts.values());
      for (const { link, number, words, month, to, name } of all) {
        const many = counts.get(month);
        number.textContent = many || "";
        words.textContent = `${name}: ${counted(many)}`;
        link.style.setProperty("--share", `${Math.floor((100 * many) / most)}%`);
        if (month === chosen) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
        // A month that is chosen can be given up, also where nothing is left in it.
        if (many || month === chosen) link.setAttribute("href", to);
        else link.removeAttribute("href");
      }
    },
  };
};

const filter = (form) => {
  const choices = [...form.querySelectorAll("select")];
  const switches = [...form.querySelectorAll("input[type=checkbox]")];
  const months = [...document.querySelectorAll(".months a[data-month]")];
  const calendar = strip(months);
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
    const words = [told(seen, count.dataset.all, seen < entries.length)];
    if (entries.every((entry) => entry.hidden)) {
      const labels = choices.filter((choice) => choice.value).map((choice) => plain(choice.selectedOptions[0].label));
      const without = month ? entries.filter((entry) => matches(entry.dataset, lists())).length : 0;
      words.push(none(month ? [...labels, calendar.name(month)] : labels, without));
    }
    count.textContent = words.filter(Boolean).join(". ");
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
    calendar.show(lists(), month);
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
      if (!link.hasAttribute("href")) return;
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
