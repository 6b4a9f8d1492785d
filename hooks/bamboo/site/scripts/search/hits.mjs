/* The list of results: each its title, then when and what it is and who says so, and its words where the title
   does not say them. */

import { link, make } from "../dom.mjs";
import { apart } from "./near.mjs";
import { address, spoken } from "./suggestions.mjs";
import { without } from "./remarks.mjs";

const SOON = 6; // statements named below a passage

const follows = (found, one) => {
  const follow = () => bambooSearch.leave(found.href, one);
  found.addEventListener("click", follow);
  found.addEventListener("auxclick", follow);
  return found;
};

const about = ({ facts, other, place, terms }, lacking) => {
  const found = make("p", "result__about");
  facts.forEach(([name, text], n) => found.append(n ? " · " : "", make("span", name, text)));
  if (other) {
    const name = make("span", "result__other", bambooSearch.marked(other[0], terms));
    if (other[1]) name.lang = other[1];
    found.append(" · ", name);
    if (other[2]) found.append(" ", make("span", "note", other[2]));
  }
  if (lacking) found.append(" · ", lacking);
  if (place) found.append(" · ", context({ place, terms }));
  return found;
};

/** The words of a statement where they say what its title does not. */
const quoted = ({ words, lang, terms, by }) => {
  const text = make("blockquote", "result__quote", bambooSearch.marked(words, terms));
  text.lang = lang;
  if (by) text.prepend(make("span", "note", `${by}: `));
  return text;
};

/** The way to the words of a statement in their source. */
const context = ({ place, terms }) => {
  const source = bambooSearch.all[place.source];
  const url = `${source.url}#passage-${place.start}-${place.end}`;
  return follows(link(address(url), "result__place", `in context: ${source.short}`), { phrase: "", terms });
};

const statements = ({ passage }) => {
  const found = make("p", "result__quoting", passage.statements.length ? "Quoted by: " : "No statement quotes these words.");
  passage.statements.slice(0, SOON).forEach(([url, title], n) => found.append(n ? "; " : "", follows(link(address(url), "result__source", title), { phrase: passage.said, terms: [] })));
  if (passage.statements.length > SOON) found.append(` and ${passage.statements.length - SOON} more`);
  return found;
};

const item = (one) => {
  const shown = bambooSearch.described(one);
  const title = one.passage ? spoken(one.passage, "result__passage") : bambooSearch.marked(shown.title, shown.terms);
  const found = make("li", "result", make("p", "result__title", follows(link(address(one.url), "result__link", title), one)));
  if (one.answer) found.append(make("p", "result__answer", one.answer));
  found.append(about(shown, without(one)));
  if (one.passage) found.append(statements(one));
  else if (shown.quoted) found.append(quoted(shown));
  else if (shown.words) {
    const line = make("p", "result__text", bambooSearch.marked(shown.words, shown.terms));
    if (shown.by) line.prepend(make("span", "note", `${shown.by}: `));
    found.append(line);
  }
  return found;
};

export const listed = (results) => make("ol", "results", ...results.map(item));

/** Results in their order, near misses under a heading. */
export const grouped = (results) =>
  apart(results).map(([heading, its, lack]) => {
    if (lack) return make("section", "results__labelled", make("h2", "", heading), listed(its));
    return heading ? make("section", "", make("h2", "", heading), listed(its)) : listed(its);
  });

/** Lead by the arrow keys from the field to the results, among them, and back. */
export const arrows = (page, input) => {
  page.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const stops = [input, ...page.querySelectorAll(".result__link")];
    const place = stops.indexOf(document.activeElement);
    const next = stops[place + step];
    if (place < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });
};
