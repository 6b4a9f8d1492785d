/* The filter of the timeline. What is chosen is in the address; without this script all is shown. */

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

const SHOWN = ".timeline__list > li:not([hidden])";

const filter = (form) => {
  const choices = [...form.querySelectorAll("select")];
  const entries = [...document.querySelectorAll(".timeline__list > li")];
  const count = form.querySelector(".filters__count");
  const counts = [...document.querySelectorAll(".timeline [data-all]")];
  const folds = [...document.querySelectorAll(".timeline details.fold")];

  const chosen = () => choices.filter((choice) => choice.value).map((choice) => [choice.name, choice.value]);

  /** Hide what holds no entry that is shown. */
  const hideEmpty = (selector) =>
    document.querySelectorAll(selector).forEach((part) => {
      part.hidden = !part.querySelector(SHOWN);
    });

  const show = () => {
    const wanted = chosen();
    const filtered = wanted.length > 0;
    let shown = 0;
    entries.forEach((entry) => {
      entry.hidden = !matches(entry.dataset, wanted);
      if (!entry.hidden) shown += 1;
    });
    hideEmpty(".timeline__batch");
    hideEmpty(".timeline__stretch");
    hideEmpty(".timeline");
    document.querySelectorAll(".timeline").forEach((year) => (year.previousElementSibling.hidden = year.hidden));
    folds.forEach((fold) => {
      // What the reader opened stays open.
      if (filtered && !fold.open) {
        fold.open = true;
        fold.dataset.byFilter = "";
      } else if (!filtered && "byFilter" in fold.dataset) {
        fold.open = false;
        delete fold.dataset.byFilter;
      }
    });
    count.textContent = told(shown, count.dataset.all, filtered);
    counts.forEach((place) => {
      const many = place.closest("details, .timeline").querySelectorAll(SHOWN).length;
      place.textContent = told(many, place.dataset.all, filtered);
    });
  };

  /** Take the choices from the address. */
  const read = () => {
    const options = choices.map((choice) => [choice.name, [...choice.options].map((option) => option.value)]);
    const given = new Map(asked(location.search, Object.fromEntries(options)));
    choices.forEach((choice) => (choice.value = given.get(choice.name) || ""));
    show();
  };

  /** Put the choices into the address. */
  const write = () => {
    const query = new URLSearchParams(chosen()).toString();
    history.replaceState(history.state, "", location.pathname + (query ? `?${query}` : ""));
    show();
  };

  form.addEventListener("change", write);
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    choices.forEach((choice) => (choice.value = ""));
    write();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", read);
  read();
};

export const start = () => {
  const form = document.querySelector("form.filters");
  if (form) filter(form);
};
