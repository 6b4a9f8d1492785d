/* Answers a query: what holds all its words, an entity's own page first; else, labelled, what holds most. */

import { add, all, entities, mini } from "./documents.mjs";
import { parse } from "./query.mjs";
import { vocabulary } from "./vocabulary.mjs";
import { HOW, distance, forgiven, nearest, variant } from "./words.mjs";

const BOOST = { name: 4, other: 3, title: 3, around: 1, text: 1, overview: 1 };
const HELPED = 5000; // documents beyond which words that need not be there are not looked up
const HALF = 0.5; // of a name or of a query, from which on the one is what the other asks for
const FEWER = 10; // results shown that lack a word
let info = null;
let directory = null;

/** Take up how many claims there are, and which words are in the parts that are not loaded. */
export const index = (value) => {
  info = value;
  directory = new Map();
  const where = value.directory.where.split(" ");
  let before = "";
  value.directory.words.split(" ").filter(Boolean).forEach((short, place) => {
    before = before.slice(0, parseInt(short[0], 36)) + short.slice(1);
    directory.set(before, BigInt(`0x${where[place]}`));
    if (!vocabulary.has(before)) vocabulary.set(before, false);
  });
  info.unread = value.parts.map(([name, claims], place) => ({ name, claims, bit: 1n << BigInt(place) }));
};

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
const look = (units, combineWith) => {
  const hits = mini.search({ combineWith, queries: units.filter((one) => !one.optional).map(asked) }, OPTIONS);
  const helping = units.filter((one) => one.optional && one.variants.length).map(asked);
  if (!helping.length || all.length > HELPED) return hits;
  const more = new Map(mini.search({ combineWith: "OR", queries: helping }, OPTIONS).map((hit) => [hit.id, hit.score]));
  for (const hit of hits) hit.score += 0.3 * (more.get(hit.id) || 0);
  return hits.sort((a, b) => b.score - a.score);
};

/** Whether `phrase` is in a document as it is. */
const stands = (doc, phrase) =>
  Object.values(doc.words).some((text) => ` ${text} `.includes(` ${phrase} `));

/** Whether a document has what a unit asks for where that is a phrase; single words MiniSearch has found. */
const holds = (doc, one, found) =>
  one.variants.some((v) =>
    v.words.length > 1 ? stands(doc, v.words.join(" ")) : found.has(v.words[0]),
  );

const OWN_WORDS = 0;
const TOLD = 1;
const APART = 2;

/** Whether a document has what is asked for in words of its own, or only with one sentence of its overview;
    words that are apart in several sentences are about several things. */
const reach = (doc, units) => {
  if (!doc.words.overview) return OWN_WORDS;
  const { overview, ...rest } = doc.words;
  const own = Object.values(rest).map((text) => ` ${text} `);
  const sayings = overview.split(" | ").map((text) => ` ${text} `);
  const has = (text, one) => one.variants.some((v) => text.includes(` ${v.words.join(" ")} `));
  const missing = units.filter((one) => !one.optional && !own.some((text) => has(text, one)));
  if (!missing.length) return OWN_WORDS;
  return sayings.some((text) => missing.every((one) => has(text, one))) ? TOLD : APART;
};

/** The places in `list` that a unit's words take, and how surely; null where it has none there. */
const taken = (one, list) => {
  let best = null;
  for (const v of one.variants) {
    if (best && best.how <= v.how) continue;
    const places = v.words.map((word) => list.indexOf(word));
    if (places.every((place) => place >= 0)) best = { places, how: v.how };
  }
  return best;
};

/** How well a name answers a query: the share of it that the query says; 0 where a word is not in it. */
const covered = (units, list, more = null) => {
  const places = new Set();
  let how = HOW.exact;
  for (const one of units) {
    const mine = taken(one, list) || (more && taken(one, more) && { places: [], how: HOW.exact });
    if (!mine && !one.optional) return 0;
    if (!mine) continue;
    mine.places.forEach((place) => places.add(place));
    if (!one.optional) how = Math.max(how, mine.how);
  }
  return (places.size / list.length) * (1 - 0.15 * how);
};

/** Whether a whole name is part of the query. */
const contained = (units, list) => {
  const places = new Set();
  for (const one of units) {
    const mine = taken(one, list);
    if (mine && mine.how <= HOW.inflected) mine.places.forEach((place) => places.add(place));
  }
  return places.size === list.length && list.join("").length > 1 ? list.length : 0;
};

/** Whether a name is the query but for one mistyped word, itself a word elsewhere. */
const nearly = (doc, list) =>
  doc.lists.some((name) => {
    const other = name.length === list.length ? name.findIndex((word, n) => word !== list[n]) : -1;
    if (other < 0 || name.some((word, n) => n !== other && word !== list[n])) return false;
    const [right, wrong] = [name[other], list[other]];
    return list.length > 1 && vocabulary.has(wrong) && right.length > 3 && right[0] === wrong[0] && forgiven(wrong) > 0 && distance(right, wrong, 1) === 1;
  });

/** "xi ji": a last word of one or two letters as the beginning of a word in a name after the others. */
const completed = (query) => {
  const last = query.units[query.units.length - 1];
  if (query.units.length < 2 || last.text.length > 2 || /\d/.test(last.text)) return null;
  const others = query.words.slice(0, -1);
  const found = new Set();
  for (const list of entities.flatMap((doc) => doc.lists)) {
    const place = list.findIndex((_, n) => others.every((word, m) => list[n + m] === word)) + others.length;
    if (place >= others.length && list[place]?.startsWith(last.text)) found.add(list[place]);
  }
  if (!found.size) return null;
  const whole = { ...last, optional: false, variants: [...found].map((word) => variant([word], HOW.begun)) };
  return [...query.units.slice(0, -1), whole];
};

/** The documents that hold every word, in order. */
const holding = (units) => {
  const wanted = units.filter((one) => !one.optional);
  if (!wanted.every((one) => one.variants.length)) return [];
  const phrases = wanted.filter((one) => one.variants.some((v) => v.words.length > 1));
  const hits = look(units, "AND").filter((hit) => {
    const found = phrases.length && new Set(hit.terms);
    return phrases.every((one) => holds(all[hit.id], one, found)) && reach(all[hit.id], units) < APART;
  });
  return ordered(hits, units).map(result(helping(units)));
};

const best = (lists, rate) => Math.max(0, ...lists.map(rate));

/** [rank, share]: 0 is what the query asks for, 1 is named by it among other things, 2 only speaks of it. */
const rank = (doc, units) => {
  if (!doc.entity || reach(doc, units) > OWN_WORDS) return [2, 0];
  const named = best(doc.lists, (list) => covered(units, list));
  const role = 0.95 * best(doc.rolesWords, (list) => covered(units, list, [...doc.home, ...doc.lists.flat()]));
  const numbers = units.map((one) => (/^\d+$/.test(one.text) ? { ...one, optional: true } : one));
  const dated = numbers.every((one) => one.optional) ? 0 : 0.9 * best(doc.lists, (list) => covered(numbers, list));
  const wanted = units.filter((one) => !one.optional).length;
  const inside = best(doc.lists, (list) => contained(units, list)) / wanted;
  const share = Math.max(named, role, dated, inside);
  if (share >= HALF) return [0, share];
  return named || role ? [1, share] : [2, 0];
};

const ordered = (found, units) =>
  found
    .map((hit) => {
      const doc = all[hit.id];
      return { doc, hit, rank: rank(doc, units) };
    })
    .sort(
      (a, b) =>
        a.rank[0] - b.rank[0] ||
        b.rank[1] - a.rank[1] ||
        (a.rank[0] < 2 ? (b.doc.claims || 0) - (a.doc.claims || 0) : 0) ||
        b.hit.score - a.hit.score ||
        a.doc.place - b.doc.place,
    );

/** By what results can be narrowed, as the index says. */
export const facets = () => info.facets;

const OWN = { kind: (doc) => [doc.kind], year: (doc) => doc.years.map(String) };

/** A document's values of a facet: its own, or the ids of the records that it is or names. */
export const values = (doc, { name, of }) => {
  if (!of) return OWN[name](doc);
  if (doc.entity) return doc.of === of ? [doc.id] : [];
  return doc[of].map((place) => all[place].id);
};

/** Whether a document is among what is asked for; `but` is a facet that does not count. */
export const passes = (doc, filters, but = "") =>
  info.facets.every((facet) => {
    const wanted = filters[facet.name] || [];
    return facet.name === but || !wanted.length || wanted.some((value) => values(doc, facet).includes(value));
  });

/** Words to be marked besides those found: they need not be there, and were still asked for. */
const helping = (units) =>
  units.filter((one) => one.optional && one.told).flatMap((one) => one.variants.flatMap((v) => v.words));

const result = (more) => ({ doc, hit }) => ({
  id: doc.id, kind: doc.kind, url: doc.url, title: doc.title, entity: doc.entity, doc,
  terms: new Set([...hit.terms, ...more]),
});

/** What holds all but as few words as possible; the caller labels it so. */
const fewer = (units, filters) => {
  const wanted = units.filter((one) => !one.optional && one.variants.length);
  if (!wanted.length || units.filter((one) => !one.optional).length < 2) return null;
  const rated = look(wanted, "OR").map((hit) => {
    const found = new Set(hit.terms);
    const doc = all[hit.id];
    return { hit, doc, has: wanted.filter((one) => holds(doc, one, found)) };
  });
  const most = Math.max(0, ...rated.map((one) => one.has.length));
  if (most * 2 < units.filter((one) => !one.optional).length) return null;
  const kept = rated.filter((one) => one.has.length === most && passes(one.doc, filters)).slice(0, FEWER);
  if (!kept.length) return null;
  return { kind: "fewer", results: kept.map(result(helping(units))) };
};

/** The query with its unknown words replaced by the nearest names, to be offered; null where there are none. */
const meant = (query) => {
  let changed = false;
  const parts = query.units.map((one) => {
    if (one.variants.length || one.quoted || one.text.length < 4 || /\d/.test(one.text)) return one.text;
    const near = nearest(one.text, one.text.length < 6 ? 1 : 2, new Map(), 3).find((name) => name.slice(0, 3) === one.text.slice(0, 3));
    changed = changed || Boolean(near);
    return near || one.text;
  });
  return changed ? parts.join(" ") : null;
};

/** The claims in parts that may hold an answer and are not loaded, the newest first. */
const unread = (query) => {
  let bits = info.unread.reduce((sum, part) => sum | part.bit, 0n);
  for (const one of query.units.filter((unit) => !unit.optional)) {
    bits &= one.variants.reduce(
      (some, v) => some | v.words.reduce((every, word) => every & (directory.get(word) || 0n), -1n), 0n,
    );
  }
  return info.unread.filter((part) => part.bit & bits);
};

/** What answers a query in full. */
const matching = (query) => {
  const matched = holding(query.units);
  if (matched.some((one) => one.entity && reach(one.doc, query.units) === OWN_WORDS)) return matched;
  // Where nothing is named as it stands, a word may be half written, or be wrong although it is one.
  const whole = completed(query);
  const near = entities.filter((doc) => nearly(doc, query.words));
  const named = whole ? holding(whole) : near.map((doc) => result(query.words)({ doc, hit: { terms: [] } }));
  const places = new Set(named.map((one) => one.doc.place));
  return [...named, ...matched.filter((one) => !places.has(one.doc.place))];
};

/** Answers for a query.
 *
 * `results` hold every word; `labelled` is what is shown otherwise and must be labelled so; `absent` is a
 * country the query names and no source does; `unread` counts the claims in parts not loaded that may
 * answer too. `matched` are the results before the filters, for counting. */
export const find = (text, filters = {}, { typing = false } = {}) => {
  let query = parse(text, typing);
  const nothing = { results: [], matched: [], labelled: null, absent: query.absent, unread: 0, query };
  const wanted = query.units.filter((one) => !one.optional);
  if (!wanted.length || query.absent) return nothing;
  let matched = matching(query);
  if (!matched.length && !typing) {
    // Enter finds what the box has shown: the last word may be half written although it is one ("part").
    const begun = parse(text, true);
    const half = begun.units[begun.units.length - 1].optional ? [] : matching(begun);
    if (half.length) [query, matched] = [begun, half];
  }
  const results = matched.filter((one) => passes(one.doc, filters));
  const left = unread(query).reduce((sum, part) => sum + part.claims, 0);
  if (matched.length) return { ...nothing, results, matched, unread: left, query };
  const instead = meant(query);
  const labelled = instead ? { kind: "meant", query: instead, results: [] } : fewer(query.units, filters);
  return { ...nothing, labelled, unread: left };
};

/** Load, by `part`, the newest part that may hold an answer and is not loaded; false where there is none. */
export const more = async (part, text, typing = false) => {
  const [next] = unread(parse(text, typing));
  if (!next) return false;
  info.unread = info.unread.filter((one) => one !== next);
  try {
    await add(await part(next.name), true);
  } catch (error) {
    info.unread.push(next);
    throw error;
  }
  return true;
};
