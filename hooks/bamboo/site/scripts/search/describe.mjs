/* What is shown of a result: its title, then when and what it is and who says so. The box and the page share it. */

import { counted } from "../dom.mjs";
import { words } from "./fold.mjs";
import { excerpt, otherName, quote, said } from "./marks.mjs";
import { holds, distinctive } from "./distinctive.mjs";

/** A statement's title without its speaker, which has a place of its own. */
const bare = (title, by) => (by && title.endsWith(` — ${by}`) ? title.slice(0, -by.length - 3) : title);

/** What is told of a result below its title, each as [class, text]. */
const facts = ({ doc, entity, kind, passage }) => {
  if (passage) return [["kind", kind], ["", doc.title], ["", `line ${passage.line}`], ["", passage.aside && `set aside (${passage.aside})`]];
  if (!entity) return [["when", doc.when], ["kind", kind], ["by", doc.by]];
  return [["kind", kind], ["", doc.claims ? counted(doc.claims, "statement") : ""]];
};

/** Whether a text has words asked for that a title has not. */
const adds = (text, title, terms) => {
  const has = new Set(words(title));
  return words(text).some((word) => terms.has(word) && !has.has(word));
};

const bareText = (text) => text.replace(/\.$/, "");

/** A result as plain data: `title`, `other` (a name, its language, who gives it), `facts`, and `words` (what says more
    than the title, of at most `longest` characters) with its language and whose words it is where that has
    to be said; `quoted` where they are a source's. `place` is the quote that proves a statement. */
export const described = (one, longest) => {
  const { doc, terms } = one;
  const title = one.passage ? "" : bare(one.title, one.entity ? "" : doc.by);
  const found = {
    title, terms, facts: facts(one).filter(([, text]) => text),
    other: one.entity ? otherName(one) : null, words: "", lang: "", place: null, by: "", quoted: false,
  };
  if (one.passage) return found;
  if (one.entity) {
    const { text, by } = said(doc, distinctive(one));
    return { ...found, words: text ? excerpt(text, terms, longest) : "", by };
  }
  const best = quote(doc, terms) || doc.quotes[0];
  if (!best) return found;
  const sentence = doc.says && bareText(doc.says) !== bareText(title) ? doc.says : "";
  const more = !sentence || holds(one, best.text) > holds(one, `${title} ${sentence}`);
  if (more && adds(best.text, title, terms)) return { ...found, words: excerpt(best.text, terms, longest), lang: best.lang, place: best, by: best.by || "", quoted: true };
  return { ...found, words: sentence && excerpt(sentence, terms, longest), place: best };
};
