/* Which documents hold what is asked for, and in which order: what is named by a query first. */

import { all, mini } from "./documents.mjs";
import { answers } from "./questions.mjs";
import { HOW } from "./words.mjs";

const BOOST = { name: 4, other: 3, title: 3, around: 1, dates: 2, text: 1, overview: 1 };
const HELPED = 5000; // documents beyond which words that need not be there are not looked up
const HALF = 0.5; // of a name or of a query, from which on the one is what the other asks for

const boosted = (list) => {
  const weights = new Map();
  for (const one of list) weights.set(one.words[0], Math.max(weights.get(one.words[0]) || 0, one.weight));
  return { queries: [[...weights.keys()].join(" ")], combineWith: "OR", boostTerm: (word) => weights.get(word) };
};

/** A unit as a query of MiniSearch: any of the things it may mean. */
const asked = (one) => {
  const single = one.variants.filter((v) => v.words.length === 1);
  const several = one.variants.filter((v) => v.words.length > 1);
  const queries = several.map((v) => ({ queries: [v.words.join(" ")], combineWith: "AND", boostTerm: () => v.weight }));
  if (single.length) queries.push(boosted(single));
  return { combineWith: "OR", queries };
};

const OPTIONS = { boost: BOOST, prefix: false, fuzzy: false };

/** What holds the words that must be on a page; those that need not add a little where they do. */
export const look = (units, combineWith) => {
  const hits = mini.search({ combineWith, queries: units.filter((one) => !one.optional).map(asked) }, OPTIONS);
  const helping = units.filter((one) => one.optional && one.variants.length).map(asked);
  if (!helping.length || all.length > HELPED) return hits;
  const more = new Map(mini.search({ combineWith: "OR", queries: helping }, OPTIONS).map((hit) => [hit.id, hit.score]));
  for (const hit of hits) hit.score += 0.3 * (more.get(hit.id) || 0);
  return hits.sort((a, b) => b.score - a.score);
};

/** Whether `phrase` is in a document as it is. */
export const stands = (doc, phrase) =>
  Object.values(doc.words).some((text) => ` ${text} `.includes(` ${phrase} `));

/** The surest of the things a unit may mean that a document has, or null. Single words MiniSearch has found. */
export const held = (doc, one, found) => {
  let best = null;
  for (const v of one.variants) {
    if (best && best.how <= v.how) continue;
    if (v.words.length > 1 ? stands(doc, v.words.join(" ")) : found.has(v.words[0])) best = v;
  }
  return best;
};

const has = (text, one) => one.variants.some((v) => text.includes(` ${v.words.join(" ")} `));

/** Whether a document has a unit in words of its own, not those of its overview. */
export const owns = (doc, one) => Object.entries(doc.words).some(([field, text]) => field !== "overview" && has(` ${text} `, one));

export const OWN_WORDS = 0;
const TOLD = 1;
export const APART = 2;

/** Whether a document has what is asked for in words of its own, or only with one sentence of its overview;
    words that are apart in several sentences are about several things. */
export const reach = (doc, units) => {
  if (!doc.words.overview) return OWN_WORDS;
  const { overview, ...rest } = doc.words;
  const own = Object.values(rest).map((text) => ` ${text} `);
  const sayings = overview.split(" | ").map((text) => ` ${text} `);
  const missing = units.filter((one) => !one.optional && !own.some((text) => has(text, one)));
  if (!missing.length) return OWN_WORDS;
  return sayings.some((text) => missing.every((one) => has(text, one))) ? TOLD : APART;
};

/** The places in `list` that a unit's words take, and how surely; null where it has none there. Words in `more` belong to the list
    and take no place. */
const taken = (one, list, more = []) => {
  let best = null;
  for (const v of one.variants) {
    if (best && best.how <= v.how) continue;
    const places = v.words.map((word) => list.indexOf(word));
    if (places.every((place, n) => place >= 0 || more.includes(v.words[n]))) {
      const its = places.filter((place) => place >= 0);
      best = { places: its, how: its.length ? v.how : HOW.exact };
    }
  }
  return best;
};

/** How well a name answers a query: the share of it that the query says; 0 where a word is not in it. */
const covered = (units, list, more = []) => {
  const places = new Set();
  let how = HOW.exact;
  for (const one of units) {
    const mine = taken(one, list, more);
    if (!mine && !one.optional) return 0;
    if (!mine) continue;
    mine.places.forEach((place) => places.add(place));
    if (!one.optional) how = Math.max(how, mine.how);
  }
  return (places.size / list.length) * (1 - 0.15 * how);
};

const MISTYPED = 0.9; // of a name of several words that is all of the query but for a mistake in typing

/** How well a name that is mistyped answers a query: better than a shorter one that is right and leaves a word out. */
const whole = (units, list) => {
  const share = covered(units, list);
  return share > 0 && share < HALF && list.length > 1 && says(units, list) ? MISTYPED : 0;
};

/** Whether a whole name is part of the query. */
export const contained = (units, list) => {
  const places = new Set();
  for (const one of units) {
    const mine = taken(one, list);
    if (mine && mine.how <= HOW.inflected) mine.places.forEach((place) => places.add(place));
  }
  return places.size === list.length && list.join("").length > 1 ? list.length : 0;
};

const SAY_LITTLE = ["of", "the", "and"]; // in the name of an office

const says = (units, list) => {
  const places = new Set(units.flatMap((one) => taken(one, list)?.places || []));
  return places.size === list.length;
};

/** The words by which units can name something. */
const naming = (units, how) => new Set(units.flatMap((one) => one.variants.filter((v) => v.how <= how).flatMap((v) => v.words)));

/** The longest of the names that units hold whole, in words, 0 where they hold none. */
export const longest = (units) => {
  const known = naming(units, HOW.inflected);
  return (lists) => best(lists.filter((list) => list.every((word) => known.has(word))), (list) => contained(units, list));
};

let known = { of: 0, offices: [] };

/** The words of all offices, gathered anew when people have come. */
const officesOf = (people) => {
  if (known.of !== people.length) known = { of: people.length, offices: [...new Set(people.flatMap((doc) => doc.offices.flat()))] };
  return known.offices;
};

/** Somebody whom units name by a part of the name and any office: "Chairman Lazo", "Minister Son". */
export const entitled = (people, units) => {
  const content = units.filter((one) => !one.optional);
  const named = naming(content, HOW.exact);
  const perhaps = content.length > 1 ? people.filter((doc) => doc.lists.some((list) => list.some((word) => named.has(word)))) : [];
  if (!perhaps.length) return null;
  const offices = officesOf(people);
  const [doc, another] = perhaps.filter((one) => {
    const names = content.filter((unit) => taken(unit, one.lists.flat())?.how === HOW.exact);
    return names.length > 0 && names.length < content.length && content.every((unit) => names.includes(unit) || taken(unit, offices));
  });
  return another ? null : doc;
};

/** People whom units name by an office and its country, the newest first; an office alone is one of Vietnam. */
export const officers = (people, units) => {
  const holding = people.filter((doc) => doc.offices.some((list) => says(units, list)));
  const abroad = holding.filter((doc) => doc.home.some((word) => says(units, [word])));
  return (abroad.length ? abroad : holding.filter((doc) => !doc.home.length)).sort(newest);
};

const best = (lists, rate) => Math.max(0, ...lists.map(rate));

/** [rank, share]: 0 is what the query asks for, 1 is named by it among other things, 2 only speaks of it. */
const rank = (doc, units) => {
  if (!doc.entity || reach(doc, units) > OWN_WORDS) return [2, 0];
  const named = best(doc.called, (list) => Math.max(covered(units, list), whole(units, list)));
  const role = 0.95 * best(doc.offices, (list) => covered(units, list, [...doc.home, ...SAY_LITTLE, ...doc.lists.flat()]));
  const numbers = units.map((one) => (/^\d+$/.test(one.text) ? { ...one, optional: true } : one));
  const dated = numbers.every((one) => one.optional) ? 0 : 0.9 * best(doc.lists, (list) => covered(numbers, list));
  const wanted = units.filter((one) => !one.optional).length;
  const inside = best(doc.lists, (list) => contained(units, list)) / wanted;
  const share = Math.max(named, role, dated, inside);
  if (share >= HALF) return [0, share];
  return named || role ? [1, share] : [2, 0];
};

const WORTH = 0.5; // of the best score, from which on a document answers what is asked for

const ASKED = 2; // how much more a claim of the kind that is asked for counts

/** Whether a row is of the kind that a question asks for, and near enough to the best. */
const lifts = (its, most, units) => {
  const lone = units.filter((one) => !one.optional).length < 2; // "who leads Laos": whoever is from there
  return ({ doc, score, rank: [named] }) => Number(answers(its, doc) && (named < 2 || (lone && doc.of === "people") || score >= WORTH * most));
};

/** Rows of documents in order; `query` says what is asked for: its intent, and kinds of claims. */
export const ordered = (found, units, query = {}) => {
  const kinds = new Set(query.kinds);
  const rows = found.map((hit) => {
    const doc = all[hit.id];
    return { doc, hit, rank: rank(doc, units), score: hit.score * (!doc.entity && kinds.has(doc.kind) ? ASKED : 1) };
  });
  const lift = lifts(query.intent, Math.max(0, ...rows.map((row) => row.score)), units);
  for (const row of rows) row.lift = lift(row);
  return rows.sort(
    (a, b) =>
      b.lift - a.lift ||
      a.rank[0] - b.rank[0] ||
      b.rank[1] - a.rank[1] ||
      (a.rank[0] < 2 ? newest(a.doc, b.doc) || (b.doc.claims || 0) - (a.doc.claims || 0) : 0) ||
      b.score - a.score ||
      a.doc.place - b.doc.place,
  );
};

/** Of two people who are named alike, by an office, who is named in the newest claim. */
const newest = (one, other) => (one.of === "people" && other.of === "people" ? (one.newest ?? Infinity) - (other.newest ?? Infinity) || 0 : 0);

/** The documents that hold every word, in order. */
export const holding = (units, query) => {
  const wanted = units.filter((one) => !one.optional);
  if (!wanted.every((one) => one.variants.length)) return [];
  const phrases = wanted.filter((one) => one.variants.some((v) => v.words.length > 1));
  const hits = look(units, "AND").filter((hit) => {
    const found = phrases.length && new Set(hit.terms);
    return phrases.every((one) => held(all[hit.id], one, found)) && reach(all[hit.id], units) < APART;
  });
  return ordered(hits, units, query);
};
