/* The options that a search box offers: answers to what is typed, the best three first whatever they are; or, of
   an empty box, what was searched for last and queries to try. */

import { counted, link, make } from "../dom.mjs";
import { LACKING, apart } from "./near.mjs";
import { noneHas, remarks, without } from "./remarks.mjs";

const BEST = 3;
const MORE = 4; // pages, and statements, after the best
// Over what is shown where nothing answers, by its kind.
export const LABELS = { fewer: LACKING, letters: "These have the letters with other marks or none" };
const BEFORE = 30; // characters of a passage before the words asked for
const LONGEST = 110; // characters of a quote

export const address = (path) => new URL(path, bambooSearch.root).href;
export const allResults = (query) => `${address("search.html")}?q=${encodeURIComponent(query)}`;

/** The last words of a text that have room in `most` characters. */
const end = (text, most) => (text.length > most ? `… ${text.slice(text.indexOf(" ", text.length - most) + 1)}` : text);

/** A passage's words, those asked for marked, after at most `before` characters. */
export const spoken = ({ pieces, lang }, className, before = Infinity) => {
  const first = pieces.findIndex(([, sought]) => sought);
  const lead = end(pieces.slice(0, first).map(([text]) => text).join(""), before);
  const words = make("q", className, lead, ...pieces.slice(first).map(([text, sought]) => (sought ? make("mark", "", text) : text)));
  words.lang = lang;
  return words;
};

const second = (facts, one) => {
  const found = make("span", "find__facts", facts.map(([, text]) => text).join(" · "));
  const lacking = without(one);
  if (lacking) found.append(" · ", lacking);
  return found;
};

/** What an option of a result holds: its title, then what it is. */
const lines = (one) => {
  const { title, terms, other, facts, words, lang, by, quoted } = bambooSearch.described(one, LONGEST);
  if (one.passage) return [spoken(one.passage, "find__passage", BEFORE), second(facts, one)];
  const first = make("span", "find__title", bambooSearch.marked(title, terms));
  if (other) {
    const name = make("span", "find__other", bambooSearch.marked(other[0], terms));
    if (other[1]) name.lang = other[1];
    first.append(" ", name);
  }
  if (one.answer) first.append(" ", make("span", "find__answer", one.answer));
  const found = [first, second(facts, one)];
  if (quoted && words) {
    const quote = make("q", "find__quote", bambooSearch.marked(words, terms));
    quote.lang = lang;
    if (by) found.push(make("span", "find__facts", by));
    found.push(quote);
  }
  return found;
};

/** The groups of an answer as [label, options, kind]; an option is {href, inside, one}. Of a `kind` is what is no answer. */
export const offered = (answer, query) => {
  const option = (one) => ({ href: address(one.url), inside: lines(one), one });
  const { results, labelled } = answer;
  if (labelled?.results.length) return [[LABELS[labelled.kind], labelled.results.slice(0, MORE).map(option), labelled.kind]];
  // What lacks words comes last, if it comes after all that has them.
  const groupsOf = apart(results);
  const [, near] = groupsOf[groupsOf.length - 1]?.[2] ? groupsOf[groupsOf.length - 1] : ["", []];
  const full = results.slice(0, results.length - near.length);
  const rest = full.slice(BEST);
  const groups = [
    ["Best matches", full.slice(0, BEST).map(option)],
    ["Statements", rest.filter((one) => !one.entity && !one.passage).slice(0, MORE).map(option)],
    ["Pages", rest.filter((one) => one.entity).slice(0, MORE).map(option)],
    ["In the sources", rest.filter((one) => one.passage).map(option)],
    [LACKING, near.slice(0, full.length ? MORE : BEST + MORE).map(option)],
  ];
  if (results.length) {
    groups.push(["", [{ href: allResults(query), inside: [make("span", "find__title", `All ${counted(results.length, "result")} for “${query}”`)] }]]);
  }
  return groups.filter(([, options]) => options.length);
};

/** The groups of an empty box. */
export const idle = (recent) => {
  const option = (query, lang = "") => {
    const text = make("span", "find__query", query);
    if (lang) text.lang = lang;
    return { href: allResults(query), inside: [text], query };
  };
  const groups = [
    ["Recent searches", recent.map((query) => option(query))],
    ["For example", bambooSearch.examples().map(([query, lang]) => option(query, lang))],
  ];
  return groups.filter(([, options]) => options.length);
};

/** What has to be said of an answer before it, a line each; `to` makes the address that asks a query. */
export const before = (answer, query, to = allResults) => {
  const found = remarks(answer, query, to);
  if (answer.results.length) return found;
  if (answer.labelled?.kind === "meant") {
    const { query: other } = answer.labelled;
    return [...found, [`Nothing found for “${query}”.`, " Did you mean ", link(to(other), "", other), "?"]];
  }
  if (found.length) return found;
  return [[answer.labelled ? noneHas(query, answer) : `Nothing found for “${query}”.`]];
};
