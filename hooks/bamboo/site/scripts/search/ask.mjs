/* A query's answers as they get better: at once from what is loaded, then with the parts of the index and the
   texts of the sources that can add to them. */

import { lettersLast, nowhere } from "./astyped.mjs";
import { all } from "./documents.mjs";
import { find, more, passes } from "./find.mjs";
import { found, load, most, needed, sought, unread } from "./texts.mjs";

const LEAST = 3; // letters of a word that is marked in what quotes a passage
const SHORT = 12; // words of a query that may be a name, and of one that is a pasted text
const ENOUGH = 10; // results, from which on no further part is read without being asked
const [AHEAD, BEST] = [2, 3]; // results before a line of a source that has the words apart
const PARTS = 3; // read without being asked
const TYPED = 6; // read while one text is typed
const PAUSE = 250; // milliseconds without a key, after which more is read while one types

const lacks = (one) => Boolean(one.missing?.length);

/** The statements that quote a passage and are loaded, as results. */
const quoting = (passages, results, list) => {
  const terms = new Set(list.filter((word) => word.length > LEAST));
  const known = new Map(results.map((one) => [one.url, one]));
  const urls = new Map(passages.flatMap(({ passage }) => passage.statements.map(([url]) => [url, passage.said])));
  return [...urls].flatMap(([url, phrase]) => {
    if (known.has(url)) return [{ ...known.get(url), phrase, missing: [] }];
    const doc = all.find((one) => one.url === url);
    return doc ? [{ id: doc.id, kind: doc.kind, url, title: doc.title, entity: doc.entity, doc, terms, missing: [], phrase }] : [];
  });
};

/** An answer with the passages of the sources' texts: before the rest where the words stand so, else after it. */
export const joined = (answer, passages, { list, phrases = [], typing = false }, filters) => {
  const quotes = phrases.length > 0;
  if (!passages.length) return answer;
  const sure = passages.filter((one) => one.sure);
  // A page that is what a few words name stays first, though a line of a source has them side by side too.
  const [best] = answer.matched;
  const named = best?.entity && !lacks(best) && list.length < SHORT && !quotes ? [best] : [];
  const leading = [...named, ...sure, ...quoting(sure, answer.matched, list)];
  const urls = new Set([...leading, ...passages].map((one) => one.url));
  const rest = answer.matched.filter((one) => !urls.has(one.url));
  // A line that has the words somewhere comes after what answers best; sooner where all of that lacks a word.
  const unsure = passages.filter((one) => !one.sure);
  const ahead = rest.every(lacks) ? AHEAD : BEST;
  const { units } = answer.query;
  const matched = lettersLast([...leading, ...rest.slice(0, ahead), ...unsure, ...rest.slice(ahead)], units);
  const results = matched.filter((one) => passes(one.doc, filters));
  return { ...answer, matched, results, labelled: null, nowhere: nowhere(matched, units, typing) };
};

let run = { text: "", left: 0 };

/** What may be read besides while a text is typed: for all its beginnings together, so that typing slowly costs no more. */
const typed = (text) => {
  const on = run.text !== "" && (text.startsWith(run.text) || run.text.startsWith(text));
  if (on) run.text = text;
  else run = { text, left: TYPED };
  return run;
};

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Answer a query by `show(answer, whether more comes)`, for as long as it is `wanted`. */
export const ask = async (part, text, { filters = {}, typing = false, wanted = () => true }, show) => {
  let asked = null; // what the texts are asked, or null
  let coming = []; // the parts of the texts that can add to the answer; null before that is known
  let [parts, texts] = [PARTS, null];
  const its = typing ? typed(text) : { left: Infinity };
  let sure = false; // whether a text has the words side by side, and so names what quotes them
  const answered = () => {
    const answer = find(text, filters, { typing });
    // No line of a source has all the words where one of them is a country that no source names.
    asked = sought(text, answer.absent.length ? [] : answer.query.units, typing);
    coming = [];
    if (!needed(asked, answer.results.filter((one) => !lacks(one)).length)) return answer;
    const passages = unread(asked) ? found(asked) : [];
    coming = unread(asked, passages);
    sure = passages.some((one) => one.sure);
    texts ??= most(asked);
    return joined(answer, passages, asked, filters);
  };
  for (;;) {
    const answer = answered();
    const ofTexts = (its.left > 0 || texts === Infinity) && texts > 0 && (coming === null || coming.length > 0);
    // What is typed in quotation marks is in a text, if it is anywhere.
    const ofClaims = its.left > 0 && parts > 0 && !sure && !(typing && asked.open) && answer.unread > 0 && answer.results.length < ENOUGH;
    show(answer, ofTexts || ofClaims);
    if (!ofTexts && !ofClaims) return;
    // Half a word is not worth reading more for.
    if (typing) await pause(PAUSE);
    if (!wanted()) return;
    its.left -= 1;
    if (ofTexts) {
      texts -= coming ? 1 : 0;
      // What the statements answer stays, without the texts.
      await load(part, coming ? coming[0] : null).catch(() => (texts = 0));
    } else {
      parts -= 1;
      if (!(await more(part, text, typing))) parts = 0;
    }
    if (!wanted()) return;
  }
};
