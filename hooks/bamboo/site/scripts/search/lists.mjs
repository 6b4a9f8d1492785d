/* Lists that answer: what happened of one kind in a year or with a partner, who has a tier, all records of a kind.

   A list is a document like others, at an address that is there: the timeline with a filter, a page's table, an index. */

import { all, entities } from "./documents.mjs";
import { words } from "./fold.mjs";
import { contained } from "./rank.mjs";

const claims = []; // {kind, label, title, asked}: kinds of claims
const records = []; // {address, of, title, asked}: kinds of records
const PREPOSITION = /(?<!\p{L})(?:in|with|of|to|from|for|by|during|between|năm|với|của|trong|tới|đến)(?!\p{L})/iu;

const phrases = (text) => text.split(",").map((part) => words(part, false)).filter((list) => list.length);

/** Take up the words that ask for a list, as words.yml has them, and the kinds of the index. */
export const gather = (core) => {
  for (const { name, label, title, asked } of core.lists.claims) claims.push({ name, label, title, asked: phrases(asked) });
  for (const { address, of, title, asked } of core.lists.records) records.push({ address, of, title, asked: phrases(asked) });
};

/** The kinds of claims that units ask for by a word: "visits". */
export const kindsOf = (units) =>
  claims.filter(({ asked }) => asked.some((list) => units.some((one) => one.text === list.join(" ")))).map(({ label }) => label);

const page = (url, title, more = {}) => ({
  place: -1, entity: true, list: true, kind: "list", of: "lists", url, title, id: url, others: [], roles: [], text: "", by: "", short: "",
  claims: 0, years: [], overview: [], lists: [], offices: [], home: [], words: {}, names: "", accents: new Set(), ...more,
});

/** The first of some kinds that a query asks for by a word of its own, and the units left; or null. */
const asking = (kinds, units) => {
  for (const kind of kinds) {
    for (const list of kind.asked) {
      const text = list.join(" ");
      const unit = units.find((one) => one.text === text);
      if (unit) return { kind, left: units.filter((one) => one !== unit) };
    }
  }
  return null;
};

const partnerOf = (units) => {
  let best = null;
  for (const doc of entities.filter((one) => one.of === "partners")) {
    const its = [...doc.lists, ...(doc.home.length === 1 ? [doc.home] : [])];
    const most = Math.max(0, ...its.map((list) => contained(units, list)));
    if (most && (!best || most > best.most)) best = { doc, most };
  }
  return best && best.doc;
};

const weighty = (units) => units.filter((one) => !one.optional && !one.light);

/** What of a query is neither a year nor part of a partner's name. */
const other = (units, partner) => {
  const names = partner ? [...partner.lists.flat(), ...partner.home] : [];
  return weighty(units).filter((one) => !one.year && !/^(?:19|20)\d\d$/.test(one.text) && !one.variants.some((v) => v.words.every((word) => names.includes(word))));
};

const happened = (units) => {
  const found = asking(claims, units);
  if (!found) return null;
  const year = units.map((one) => one.year || (/^(?:19|20)\d\d$/.test(one.text) ? one.text : null)).find(Boolean);
  const partner = partnerOf(found.left);
  if ((!year && !partner) || other(found.left, partner).length) return null;
  const { kind } = found;
  const many = all.filter((doc) => !doc.entity && doc.kind === kind.label && (!year || doc.years.includes(Number(year))) && (!partner || doc.partners.includes(partner.place)));
  if (!many.length) return null;
  const asked = `kind=${kind.name}${partner ? `&partner=${partner.id}` : ""}`;
  const title = `${kind.title}${partner ? ` with ${partner.title}` : ""}${year ? ` in ${year}` : ""}`;
  const list = page(`timeline.html?${asked}${year ? `#year-${year}` : ""}`, title, { claims: many.length, years: year ? [Number(year)] : [] });
  return { list, beside: entities.find((doc) => doc.of === "years" && doc.title === year && !partner) };
};

/** Whether a name of several words is all that units ask for. */
const whole = (units) => {
  const many = weighty(units).flatMap((one) => one.text.split(" ")).length;
  return (list) => list.length > 1 && list.length >= many && contained(units, list) > 0;
};

// What asks for a number of what is named right after it.
const MANY = /(?<!\p{L})(?:how many|number of|bao nhiêu|bao nhieu|mấy|số lượng|tổng số)\s+(.+)/iu;

/** The term whose number a query asks for where no figure counts it; or null. A figure counts what its record names. */
export const uncounted = ({ units, text, absent }) => {
  const [, after] = MANY.exec(text) || [];
  const name = weighty(units).flatMap((one) => words(one.said)).join(" ");
  if (!after || !name || absent.length || !`${words(after).join(" ")} `.startsWith(`${name} `)) return null;
  const named = entities.filter((doc) => doc.of === "terms" && doc.lists.some(whole(units)));
  return named.length && !named.some((doc) => doc.counted) ? named[0] : null;
};

const tiers = (units, its) => {
  if (its !== "which") return null;
  const term = entities.find((doc) => doc.of === "terms" && doc.tier && doc.lists.some(whole(units)));
  return term && { list: page(`${term.url}#who`, `Who has it: ${term.title}`, { claims: term.claims }), beside: null };
};

const everything = (units) => {
  const found = asking(records, units);
  if (!found || weighty(found.left).length) return null;
  return { list: page(found.kind.address, found.kind.title), beside: null, whole: true };
};

/** The list that a query asks for, `beside` it the page of its year, and whether it `leads`; or null. */
export const listFor = ({ units, intent, text }) => {
  if (units.length > 12 || units.some((one) => one.quoted)) return null;
  const found = happened(units) || tiers(units, intent) || everything(units);
  return found && { ...found, leads: found.whole || Boolean(intent) || PREPOSITION.test(text) };
};
