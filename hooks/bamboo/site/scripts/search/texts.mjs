/* The texts of the sources: loaded when a query asks for their words, and looked through word by word.

   Rows are explained in search/texts.py. A hit is a document like others, of the kind "passage", whose address
   is a cited passage of its source's page or the line that the words begin in. */

import { accents } from "./accents.mjs";
import { aligned, pairsOf } from "./alignment.mjs";
import { entities } from "./documents.mjs";
import { words } from "./fold.mjs";
import { stem } from "./words.mjs";
import { expanded } from "./wordlist.mjs";

const LONG = 6; // words, from which on a query may be a pasted text
const LITTLE = 3; // answers, below which the texts are asked too
const SURE = 4; // words side by side that are no accident
const HALF = 0.5; // of a pasted text's pairs of words
const MOST = 3; // passages shown
const [PATIENT, BRIEF] = [12, 2]; // parts read for one query; while one types, as few for each
const AROUND = 90; // characters shown before and after the words
const GAP = "\u0001"; // stands for what is left out of a text that may not be shown whole
const QUOTES = /["“”„«»]/gu;

let name = "";
let directory = null; // {parts, words: Map of word -> numbers of parts}
const loaded = new Map(); // number of a part -> its texts

/** Take up the name of the script that names the parts; "" where there is no text. */
export const begin = (core) => {
  name = core.texts;
};

/** The words of a text with the places in it where each begins and ends. */
const placed = (text) => {
  const found = [];
  for (const { 0: chunk, index } of text.matchAll(/\S+/gu)) {
    if (chunk === GAP) found.push([GAP, index, index + 1]);
    else for (const word of words(chunk)) found.push([word, index, index + chunk.length]);
  }
  return found;
};

/** A row of a text as its lines one after the other, its words, and what is cited or set aside where. */
const read = (statements) => (row) => {
  const starts = [];
  const pieces = [];
  let text = "";
  for (const [number, ...its] of row.lines) {
    starts.push([text.length, number]);
    for (const piece of its) {
      const [shown, aside = "", ...of] = piece === 0 ? [` ${GAP} `] : [].concat(piece);
      pieces.push({ from: text.length, to: text.length + shown.length, aside, of });
      text += shown;
    }
    text += "\n";
  }
  const list = placed(text);
  const joined = ` ${list.map(([word]) => word).join(" ")} `;
  const passages = row.passages.map(([anchor, ...quoting]) => {
    const [from, to] = anchor.match(/\d+/g);
    return { anchor, length: to - from, statements: quoting.map((place) => statements[place]) };
  });
  return { url: row.url, lang: row.lang, text, starts, pieces, list, joined, pairs: null, stems: null, passages };
};

/** What a query asks of the texts: words that are to be side by side, or all the words that are not small. */
export const sought = (text, units, typing = false) => {
  const trimmed = text.trim();
  const whole = /^["“”„«»]/u.test(trimmed);
  const inside = whole ? [trimmed.replace(QUOTES, " ")] : [...trimmed.matchAll(/["“”„«»]([^"“”„«»]+)/gu)].map(([, one]) => one);
  const phrases = inside.map((one) => words(one)).filter((list) => list.length);
  const open = phrases.length > 0 && !/["“”«»][\s.,;:!?]*$/u.test(trimmed.slice(1));
  const list = words(trimmed);
  const wanted = units.filter((one) => !one.optional).flatMap((one) => words(one.text));
  return { phrases, open, list, wanted, typing, marks: /[\u1ea0-\u1ef9ăâêôơưđ]/iu.test(trimmed.normalize("NFC")) };
};

/** Whether the texts should be asked, by what the rest of the index answers. */
export const needed = (asked, many) => name !== "" && asked.list.length > 0 && (asked.phrases.length > 0 || asked.list.length >= LONG || (many < LITTLE && asked.wanted.length > 0));

/** The numbers of the parts that can hold what is asked for, likeliest first. */
const likely = (asked) => {
  const every = directory.parts.map((_, number) => number);
  if (!directory.words.size) return every;
  const list = asked.phrases.length ? asked.phrases.flat() : asked.list.length >= LONG ? asked.list : asked.wanted;
  const rare = [...new Set(list)].map((word) => directory.words.get(word)).filter(Boolean);
  if (!rare.length) return every;
  const counts = new Map();
  for (const places of rare) places.forEach((place) => counts.set(place, (counts.get(place) || 0) + 1));
  const strict = asked.list.length < LONG || asked.phrases.length > 0;
  const least = strict ? rare.length - (asked.open ? 1 : 0) : rare.length * 0.5;
  return [...counts].filter(([, many]) => many >= least).sort(([a, m], [b, n]) => n - m || a - b).map(([place]) => place);
};

/** The numbers of the parts to be read for what is asked for; null where it is not known yet. Where there are many,
    none is read once the words are found side by side. */
export const unread = (asked, passages = []) => {
  if (!directory) return null;
  if (directory.words.size && passages.some((one) => one.sure)) return [];
  const parts = likely(asked);
  // Before the last quotation mark is typed, more words will say which of many parts it is.
  if (directory.words.size && asked.typing && asked.open && parts.length > BRIEF) return [];
  return parts.filter((number) => !loaded.has(number));
};

/** How many parts one query may read: all that can hold it for words in quotation marks, few for a word or two. */
export const most = ({ phrases, open, list, typing }) => {
  if (phrases.length && list.length >= SURE && !open) return Infinity;
  return !typing && list.length >= LONG ? PATIENT : BRIEF;
};

/** Load, by `part`, what names the parts, or one of them. */
export const load = async (part, number = null) => {
  if (number === null) {
    const value = await part(name);
    const where = value.where.split(" ");
    directory = { parts: value.parts, words: new Map(expanded(value.words).map((word, place) => [word, where[place].split(".").map((one) => parseInt(one, 36))])) };
  } else {
    const rows = await part(directory.parts[number]);
    loaded.set(number, rows.texts.map(read(rows.statements)));
  }
};

/** Each place of a list of words that are side by side. */
const standing = (text, list, open) => {
  const found = [];
  const phrase = ` ${list.join(" ")}${open ? "" : " "}`;
  for (let at = text.joined.indexOf(phrase); at >= 0 && found.length < MOST; at = text.joined.indexOf(phrase, at + 1)) {
    const from = text.joined.slice(0, at + 1).split(" ").length - 2;
    found.push({ from, to: from + list.length - 1, share: 1 });
  }
  return found;
};

/** The lines that hold all of some words, as stretches from the first to the last of them. */
const holding = (text, wanted) => {
  const stems = wanted.map(stem);
  if (!stems.every((one) => text.stems.includes(one))) return [];
  const lines = new Map();
  text.stems.forEach((one, place) => {
    const which = stems.indexOf(one);
    if (which < 0) return;
    const line = lineAt(text, text.list[place][1]);
    const held = lines.get(line) || { has: new Set(), places: [] };
    held.has.add(which);
    held.places.push(place);
    lines.set(line, held);
  });
  return [...lines.values()].filter(({ has }) => has.size === new Set(stems).size).map(({ places }) => ({ from: places[0], to: places[places.length - 1], places: new Set(places), share: 0 }));
};

/** The line of a text that a place is in, by its place among the lines. */
const lineAt = (text, at) => {
  let line = 0;
  while (line + 1 < text.starts.length && text.starts[line + 1][0] <= at) line += 1;
  return line;
};

const stretches = (text, asked) => {
  if (asked.phrases.length) {
    const places = asked.phrases.map((list, n) => standing(text, list, asked.open && n === asked.phrases.length - 1));
    if (places.every((each) => each.length)) return places.flat();
  }
  if (asked.list.length >= LONG) {
    text.pairs ??= pairsOf(text.list.map(([word]) => word));
    const best = aligned(text.pairs, asked.list);
    if (best) return [best];
  }
  // Words with Vietnamese marks are not those that an English text spells without them.
  if (asked.phrases.length || !asked.wanted.length || (asked.marks && text.lang !== "vi")) return [];
  text.stems ??= text.list.map(([word]) => stem(word));
  return holding(text, asked.wanted);
};

/** The text around a stretch as pieces, each with whether it is asked for. */
const shown = (text, { from, to, places }) => {
  const end = text.list[Math.min(to, text.list.length - 1)][2];
  const start = text.list[from][1];
  const cut = (at, step) => {
    let place = Math.max(0, Math.min(text.text.length, at + step * AROUND));
    while (place > 0 && place < text.text.length && !/\s/.test(text.text[place])) place += step;
    return place;
  };
  const [first, last] = [cut(start, -1), Math.min(cut(end, 1), start + 600)];
  const marks = places ? [...places].map((place) => text.list[place].slice(1)) : [[start, Math.min(end, last)]];
  const found = [[first > 0 ? "… " : "", false]];
  let at = first;
  for (const [begins, ends] of marks.filter((one) => one[1] <= last)) {
    if (begins < at) continue;
    found.push([text.text.slice(at, begins), false], [text.text.slice(begins, ends), true]);
    at = ends;
  }
  found.push([text.text.slice(at, last), false], [last < text.text.length - 1 ? " …" : "", false]);
  return found.map(([piece, is]) => [piece.replaceAll(GAP, "[…]").replaceAll("\n", " "), is]).filter(([piece]) => piece);
};

/** A stretch of a text as a result. */
const result = (text, stretch) => {
  const [start, end] = [text.list[stretch.from][1], text.list[Math.min(stretch.to, text.list.length - 1)][2]];
  const inside = text.pieces.filter((piece) => piece.from < end && start < piece.to);
  const cited = new Map();
  for (const piece of inside) for (const place of piece.of) cited.set(place, (cited.get(place) || 0) + Math.min(end, piece.to) - Math.max(start, piece.from));
  // What most of the words are in comes first, and of two such passages the shorter one.
  const order = [...cited].sort(([a, m], [b, n]) => n - m || text.passages[a].length - text.passages[b].length);
  const [best] = order;
  const line = text.starts[lineAt(text, start)][1];
  const statements = new Map(order.flatMap(([place]) => text.passages[place].statements));
  const source = entities.find((one) => one.url === text.url);
  const url = `${text.url}#${best && best[1] * 2 > end - start ? text.passages[best[0]].anchor : `line-${line}`}`;
  const pieces = shown(text, stretch);
  const aside = inside.length && inside.every((piece) => piece.aside || !/[\p{L}\p{N}]/u.test(text.text.slice(piece.from, piece.to))) ? inside.find((piece) => piece.aside)?.aside || "" : "";
  const doc = {
    place: Number.MAX_SAFE_INTEGER, entity: false, kind: "passage", url, title: source.short || source.title, when: "",
    years: [], themes: [], partners: [], people: [], terms: [], sources: [source.place], by: "",
    id: url, accents: accents([text.text.slice(start, end)]), quotes: [{ source: source.place, text: pieces.map(([piece]) => piece).join(""), lang: text.lang }],
  };
  return {
    id: url, kind: doc.kind, url, title: doc.title, entity: false, doc, missing: [],
    terms: new Set(stretch.places ? [...stretch.places].map((place) => text.list[place][0]) : []),
    passage: { pieces, lang: text.lang, aside, line, statements: [...statements], said: stretch.places ? "" : text.text.slice(start, end).replaceAll(GAP, " ") },
    sure: stretch.share >= HALF && stretch.to - stretch.from + 1 >= SURE, share: stretch.share,
  };
};

/** The passages in the loaded texts that answer, the surest first. */
export const found = (asked) => {
  const texts = likely(asked).sort((a, b) => a - b).flatMap((number) => loaded.get(number) || []);
  const hits = texts.flatMap((text) => stretches(text, asked).map((stretch) => ({ text, stretch, span: stretch.to - stretch.from })));
  const best = Math.max(0, ...hits.map(({ stretch }) => stretch.share));
  const kept = hits
    .filter(({ stretch }) => stretch.share >= best * 0.6)
    .sort((a, b) => b.stretch.share - a.stretch.share || (best ? 0 : a.span - b.span));
  const passages = new Map();
  for (const { text, stretch } of kept) {
    if (passages.size === MOST) break;
    const one = result(text, stretch);
    if (!passages.has(one.url)) passages.set(one.url, one);
  }
  return [...passages.values()];
};
