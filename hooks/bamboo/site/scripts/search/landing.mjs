/* Where a search leads: the words it was for are marked on the page, and the page opens at them.

   The words go from page to page in the browser's storage, so that addresses stay what they are. */

import { button } from "../dom.mjs";
import { words as wordsOf } from "./fold.mjs";
import { pieces } from "./marks.mjs";

const KEY = "bamboo.landing";
const FRESH = 20_000; // milliseconds in which the page has to open
const WHERE = ".md-content";
const NOT_IN = "script, style, noscript, button, select, textarea, [hidden], .printed, .crumbs, .unseen, .results-page";

/** The words that a result was found by. */
export const left = ({ passage, phrase = "", terms }) => ({ phrase: passage ? passage.said : phrase, terms });

/** Remember, for the page at an address, the words to mark there: a stretch as it is, or single words. */
export const leave = (open, href, { phrase = "", terms = [] }) => {
  try {
    open().setItem(KEY, JSON.stringify({ href, phrase, terms: [...terms], at: Date.now() }));
  } catch {
    // Without storage the page opens as it is.
  }
};

/** What was left for an address, which is forgotten then; null where nothing was. */
export const taken = (open, href, now = Date.now()) => {
  try {
    const found = JSON.parse(open().getItem(KEY));
    if (!found || found.href !== href) return null;
    open().removeItem(KEY);
    return now - found.at < FRESH ? found : null;
  } catch {
    return null;
  }
};

/** The places, in each of some texts one after the other, of the words of a stretch: lists of [from, to]. */
export const stretch = (texts, phrase) => {
  const list = [];
  texts.forEach((text, number) => {
    for (const { 0: chunk, index } of text.matchAll(/\S+/gu)) {
      for (const word of wordsOf(chunk)) list.push([word, number, index, index + chunk.length]);
    }
  });
  const sought = wordsOf(phrase);
  const at = list.findIndex((_, place) => sought.every((word, n) => list[place + n]?.[0] === word));
  const found = texts.map(() => []);
  if (at < 0 || !sought.length) return found;
  for (const [, number, from, to] of list.slice(at, at + sought.length)) {
    const mine = found[number];
    if (mine.length) mine[0][1] = to;
    else mine.push([from, to]);
  }
  return found;
};

/** The places of single words in a text. */
const single = (terms) => (text) => {
  let at = 0;
  const found = [];
  for (const [piece, sought] of pieces(text, terms)) {
    if (sought) found.push([at, at + piece.length]);
    at += piece.length;
  }
  return found;
};

const textNodes = () => {
  const found = [];
  for (const root of document.querySelectorAll(WHERE)) {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const { currentNode: node } = walk;
      if (node.data.trim() && !node.parentElement.closest(NOT_IN)) found.push(node);
    }
  }
  return found;
};

/** Put a <mark> around each place of a text, the last one first. */
const wrap = (node, places) =>
  [...places].reverse().map(([from, to]) => {
    const rest = node.splitText(from);
    rest.splitText(to - from);
    const mark = document.createElement("mark");
    mark.className = "sought";
    rest.replaceWith(mark);
    mark.append(rest);
    return mark;
  }).reverse();

const unmark = () => {
  for (const mark of document.querySelectorAll("mark.sought")) {
    const around = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    around.normalize();
  }
  document.querySelector(".sought-clear")?.remove();
};

const inSight = (mark) => {
  const { top, bottom } = mark.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
};

/** Bring the words into sight, where the address or the first screen does not show them. */
const lead = (marks) => {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const seen = marks.filter((mark) => mark.checkVisibility?.() ?? mark.offsetParent);
  if (seen.some(inSight)) return;
  const after = target ? seen.find((mark) => target.contains(mark) || target.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING) : seen[0];
  after?.scrollIntoView({ block: "center" });
};

const mark = ({ phrase, terms }) => {
  unmark();
  const nodes = textNodes();
  const texts = nodes.map((node) => node.data);
  const wanted = new Set(terms);
  let places = phrase ? stretch(texts, phrase) : texts.map(() => []);
  if (!places.some((each) => each.length) && wanted.size) places = texts.map(single(wanted));
  const marks = nodes.flatMap((node, n) => wrap(node, places[n]));
  if (!marks.length) return;
  document.querySelector(WHERE).append(button("sought-clear", "Clear marks", unmark));
  lead(marks);
};

export const landing = (open) => {
  const land = () => {
    const found = taken(open, location.href);
    if (found) mark(found);
  };
  // After what else moves the page when it opens; see passages.mjs.
  if (document.readyState === "complete") land();
  else addEventListener("load", () => setTimeout(land));
  addEventListener("hashchange", land);
};
