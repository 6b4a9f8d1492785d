/* The filter of the timeline. What is chosen stands in the address; without this script all is shown. */
(() => {
  "use strict";

  const form = document.querySelector("form.filters");
  if (!form) return;
  const choices = [...form.querySelectorAll("select")];
  const entries = [...document.querySelectorAll(".timeline__list > li")];
  const count = form.querySelector(".filters__count");
  const counts = [...document.querySelectorAll(".timeline [data-all]")];
  const folds = [...document.querySelectorAll(".timeline details.fold")];

  const chosen = () => choices.filter((choice) => choice.value);

  const matches = (entry) =>
    chosen().every((choice) => (entry.dataset[choice.name] || "").split(" ").includes(choice.value));

  /** Hide what holds no entry that is shown. */
  const hideEmpty = (selector) =>
    document.querySelectorAll(selector).forEach((part) => {
      part.hidden = !part.querySelector(".timeline__list > li:not([hidden])");
    });

  /** Say how many of all are shown. */
  const tell = (place, many) => {
    place.textContent = chosen().length ? `${many} of ${place.dataset.all}` : place.dataset.all;
  };

  const show = () => {
    let shown = 0;
    entries.forEach((entry) => {
      entry.hidden = !matches(entry);
      if (!entry.hidden) shown += 1;
    });
    hideEmpty(".timeline__batch");
    hideEmpty(".timeline__stretch");
    hideEmpty(".timeline");
    document.querySelectorAll(".timeline").forEach((year) => (year.previousElementSibling.hidden = year.hidden));
    const filtered = chosen().length > 0;
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
    tell(count, shown);
    counts.forEach((place) => {
      const part = place.closest("details, .timeline");
      tell(place, part.querySelectorAll(".timeline__list > li:not([hidden])").length);
    });
  };

  /** Take the choices from the address; what is no choice is none. */
  const read = () => {
    const asked = new URLSearchParams(location.search);
    choices.forEach((choice) => {
      const value = asked.get(choice.name) || "";
      choice.value = [...choice.options].some((option) => option.value === value) ? value : "";
    });
  };

  const write = () => {
    const asked = new URLSearchParams(chosen().map((choice) => [choice.name, choice.value])).toString();
    history.replaceState(history.state, "", location.pathname + (asked ? `?${asked}` : ""));
  };

  /** Open the fold in which the entry named after "#" stands. */
  const open = () => {
    const entry = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = entry && entry.closest("details");
    if (!fold || fold.open) return;
    fold.open = true;
    entry.scrollIntoView();
  };

  form.addEventListener("change", () => {
    write();
    show();
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    choices.forEach((choice) => (choice.value = ""));
    write();
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", () => {
    read();
    show();
  });
  addEventListener("hashchange", open);

  read();
  show();
  open();
})();
