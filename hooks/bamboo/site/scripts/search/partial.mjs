/* What answers most of a query where nothing answers all of it: the same order, with what is missing told. */

import { all, entities } from "./documents.mjs";
import { HOW } from "./words.mjs";
import { APART, contained, held, look, ordered, owns, reach } from "./rank.mjs";

const SHOWN = 10; // documents that lack a word
const NEAR = 0.55; // of the best one's worth, down to which others are shown after it
const SHARE = 2 / 3; // of the words, from which on they make an answer without a name

/** How much it says that a document has a unit: the rarer it is, the more. */
const worths = (rated) => {
  const often = new Map();
  for (const { has } of rated) for (const one of has.keys()) often.set(one, (often.get(one) || 0) + 1);
  return (one) => Math.log(1 + all.length / (often.get(one) || 1)) * (one.sure ? 1.5 : 1);
};

const SURE = [1, 0.95, 0.85, 0.5, 0.6];

const rate = (wanted) => {
  const rated = look(wanted, "OR").map((hit) => {
    const found = new Set(hit.terms);
    const has = new Map();
    for (const one of wanted) {
      const v = held(all[hit.id], one, found);
      if (v) has.set(one, v.how);
    }
    const doc = all[hit.id];
    if (reach(doc, [...has.keys()]) === APART) for (const one of has.keys()) if (!owns(doc, one)) has.delete(one);
    return { hit, has };
  });
  const worth = worths(rated);
  for (const one of rated) {
    one.worth = [...one.has].reduce((sum, [unit, how]) => sum + worth(unit) * SURE[how], 0);
    one.key = wanted.map((unit) => Number(one.has.has(unit))).join("");
  }
  return rated.filter((one) => one.has.size).sort((a, b) => b.worth - a.worth);
};

const PROPER = new Set(["partners", "people"]);

/** Whether units name a record in full: somebody, a country, or what has a name of several words. */
const named = (units, strict) =>
  entities.some((doc) =>
    doc.lists.some((list) => {
      const proper = PROPER.has(doc.of);
      if (strict && !proper && list.length < 3) return false;
      return (proper || list.length > 1) && contained(units, list);
    }),
  );

/** The results that hold most of a query and the words each lacks; `weak` where they are no answer to it:
    they hold no name and few of its words. `told` are words known to be on no page. */
export const partly = (units, told, its) => {
  const content = units.filter((one) => !one.optional);
  const wanted = content.filter((one) => one.variants.length);
  const rated = wanted.length ? rate(wanted) : [];
  if (!rated.length) return { rows: [], weak: true };
  const most = rated[0].worth;
  const groups = new Map();
  for (const one of rated) {
    if (one.worth < NEAR * most) break;
    const mine = groups.get(one.key) || [];
    groups.set(one.key, [...mine, one]);
  }
  const rows = [];
  for (const mine of groups.values()) {
    const has = [...mine[0].has.keys()];
    const missing = content.filter((one) => !has.includes(one)).map((one) => one.said);
    const within = [...has, ...units.filter((one) => one.optional)];
    rows.push(...ordered(mine.map(({ hit }) => hit), within, its).map((row) => ({ ...row, missing: [...missing, ...told] })));
    if (rows.length >= SHOWN) break;
  }
  const exact = wanted.filter((one) => (rated[0].has.get(one) ?? HOW.begun) <= HOW.inflected);
  const enough = !told.length && exact.length > 1 && exact.length >= SHARE * content.length;
  return { rows: rows.slice(0, SHOWN), weak: !enough && !named(wanted, told.length > 0) };
};
