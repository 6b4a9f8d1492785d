/* Dates as people type them, in English and Vietnamese, to days; and the marks by which claims of those days are found.

   Every claim gets a mark for each day, month, quarter and half that its date is in; a date that is typed is the marks of what
   it names. Plain years are words like others. */

const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const EN = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const VI_NUMBERS = ["một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai", "giêng", "bốn", "chạp"];
const ROMAN = ["i", "ii", "iii", "iv"];
const ORDINALS = ["first", "second", "third", "fourth"];
const YEAR = "((?:19|20)\\d\\d)";
const DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
const TO = "\\s*(?:-|–|—|to|until|đến|tới)\\s*";
const VI_MONTH = "(\\d{1,2}|mười hai|mười một|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|giêng|chạp)";

const month = (text) => MONTHS.findIndex((name) => name.startsWith(text.slice(0, 3))) + 1;

const viMonth = (text) => {
  if (/^\d/.test(text)) return Number(text);
  const place = VI_NUMBERS.indexOf(text);
  return place < 12 ? place + 1 : { giêng: 1, bốn: 4, chạp: 12 }[text];
};

const two = (number) => String(number).padStart(2, "0");
const last = (year, its) => new Date(Date.UTC(year || 2024, its, 0)).getUTCDate();

/** Days of a month, of any year where `year` is null; null where there is no such day. */
const days = (year, its, from, to = from) => {
  if (!(its >= 1 && its <= 12 && from >= 1 && to >= from && to <= last(Number(year), its))) return null;
  return { year, months: [its, its], days: [Number(from), Number(to)] };
};

const months = (year, from, to = from) =>
  from >= 1 && to >= from && to <= 12 ? { year, months: [from, to], days: null } : null;

const quarter = (year, its) => months(year, 3 * its - 2, 3 * its);
const half = (year, its) => months(year, 6 * its - 5, 6 * its);
const OF = "(?:\\s*,\\s*|\\s*/\\s*|\\s+of\\s+|\\s+in\\s+|\\s+năm\\s+|\\s*-\\s*|\\s*\\.\\s*|\\s*)";

const LETTER = "[a-z\\dà-ỹ]";
const shape = (text) => new RegExp(`(?<!${LETTER}|\\d[-/.])(?:${text})(?!${LETTER}|[-/.]\\d)`);

// Each way to write a date and what it means, the longest first.
const SHAPES = [
  [`(?<!ngày\\s)(\\d{1,2})\\s+tháng(?:\\s+đầu)?(?:\\s+năm|\\s+của\\s+năm)\\s+${YEAR}`, ([n, y]) => months(y, 1, Number(n))],
  [`${YEAR}[-/.](\\d{1,2})[-/.](\\d{1,2})`, ([y, m, d]) => days(y, Number(m), d)],
  [`(\\d{1,2})[-/.](\\d{1,2})[-/.]${YEAR}`, ([d, m, y]) => days(y, Number(m), d) || days(y, Number(d), m)],
  [`(?:ngày\\s+|mùng\\s+)?(\\d{1,2})(?:${TO}(\\d{1,2}))?\\s+tháng\\s+${VI_MONTH}${OF}${YEAR}`, ([d, e, m, y]) => days(y, viMonth(m), d, e)],
  [`(?:ngày\\s+|mùng\\s+)(\\d{1,2})(?:${TO}(\\d{1,2}))?(?:\\s+tháng\\s+|\\s*[/-]\\s*)${VI_MONTH}`, ([d, e, m]) => days(null, viMonth(m), d, e)],
  [`(?:từ\\s+)?tháng\\s+${VI_MONTH}${TO}(?:tháng\\s+)?${VI_MONTH}${OF}${YEAR}`, ([m, n, y]) => months(y, viMonth(m), viMonth(n))],
  [`tháng\\s+${VI_MONTH}${OF}${YEAR}`, ([m, y]) => months(y, viMonth(m))],
  [`quý\\s+(?:thứ\\s+)?([1-4]|iv|i{1,3}|một|hai|ba|tư|đầu|cuối)${OF}${YEAR}`, ([q, y]) => quarter(y, which(q))],
  [`(?:sáu tháng|6 tháng|nửa)\\s+(đầu|cuối)(?:\\s+năm)?${OF}${YEAR}`, ([h, y]) => half(y, h === "đầu" ? 1 : 2)],
  [`(?:the\\s+)?first\\s+(\\d{1,2})\\s+months${OF}${YEAR}`, ([n, y]) => months(y, 1, Number(n))],
  [`(đầu|cuối)\\s+năm\\s+${YEAR}`, ([h, y]) => (h === "đầu" ? months(y, 1, 3) : months(y, 10, 12))],
  [`${DAY}(?:${TO}${DAY})?(?:\\s+of)?[\\s-]*(${EN})\\.?${OF}${YEAR}`, ([d, e, m, y]) => days(y, month(m), d, e)],
  [`(${EN})\\.?\\s*${DAY}(?:${TO}${DAY})?(?:\\s*,\\s*|\\s+)${YEAR}`, ([m, d, e, y]) => days(y, month(m), d, e)],
  [`${YEAR}\\s*,?\\s*(${EN})\\.?\\s*${DAY}`, ([y, m, d]) => days(y, month(m), d)],
  [`(?:from\\s+|between\\s+)?(${EN})\\.?(?:${TO}|\\s+and\\s+)(${EN})\\.?${OF}${YEAR}`, ([m, n, y]) => months(y, month(m), month(n))],
  [`(${EN})\\.?${OF}${YEAR}`, ([m, y]) => months(y, month(m))],
  [`${YEAR}\\s+(${EN})`, ([y, m]) => months(y, month(m))],
  [`(${EN})\\.?\\s*['’](\\d\\d)`, ([m, y]) => months(`20${y}`, month(m))],
  [`q\\s*([1-4])${OF}${YEAR}`, ([q, y]) => quarter(y, Number(q))],
  [`([1-4])q${OF}${YEAR}`, ([q, y]) => quarter(y, Number(q))],
  [`${YEAR}[\\s/-]*q([1-4])`, ([y, q]) => quarter(y, Number(q))],
  [`(?:the\\s+)?(first|second|third|fourth|last|final|1st|2nd|3rd|4th)\\s+quarter${OF}${YEAR}`, ([q, y]) => quarter(y, which(q))],
  [`(?:the\\s+)?(first|second|last|1st|2nd)\\s+half${OF}${YEAR}`, ([h, y]) => half(y, /^(first|1st)$/.test(h) ? 1 : 2)],
  [`(?:the\\s+)?first\\s+six\\s+months${OF}${YEAR}`, ([y]) => half(y, 1)],
  [`h([12])${OF}${YEAR}`, ([h, y]) => half(y, Number(h))],
  [`(early|late|(?:the\\s+)?(?:beginning|start|end)\\s+of)\\s+${YEAR}`, ([h, y]) => (/early|beginning|start/.test(h) ? months(y, 1, 3) : months(y, 10, 12))],
  [`${YEAR}[-/.](0?[1-9]|1[0-2])`, ([y, m]) => months(y, Number(m))],
  [`(0?[1-9]|1[0-2])[-/.]${YEAR}`, ([m, y]) => months(y, Number(m))],
  [`${DAY}(?:${TO}${DAY})?\\s+(?:of\\s+)?(${EN})`, ([d, e, m]) => days(null, month(m), d, e)],
  [`(${EN})\\.?\\s+${DAY}(?:${TO}${DAY})?`, ([m, d, e]) => days(null, month(m), d, e)],
].map(([text, read]) => [shape(text), read]);

/** "last", "iv", "tư" or "4" as the number of a quarter. */
const which = (text) => {
  if (["last", "final", "cuối"].includes(text)) return 4;
  if (text === "đầu") return 1;
  return Number.parseInt(text, 10) || ORDINALS.indexOf(text) + 1 || ROMAN.indexOf(text) + 1 || VI_NUMBERS.indexOf(text) + 1;
};

// What every date but a plain year has.
const HINT = /\d\s*[-/.]\s*\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|tháng|quý|nửa|đầu|cuối|ngày|mùng|\dq|\bq\s?\d|\bh[12]\b|quarter|half|months|early|late|beginning|start|end/;

/** The first date in a text: {year, months, days, said, rest}, or null; a year may be unknown (null). */
export const dated = (text) => {
  if (!/\d/.test(text)) return null;
  const plain = text.normalize("NFC");
  const small = plain.toLowerCase();
  if (!HINT.test(small)) return null;
  for (const [its, read] of SHAPES) {
    const found = its.exec(small);
    const date = found && read(found.slice(1));
    if (date) {
      const end = found.index + found[0].length;
      return { ...date, said: plain.slice(found.index, end).trim(), rest: `${plain.slice(0, found.index)} ${plain.slice(end)}` };
    }
  }
  return null;
};

const span = ([from, to]) => Array.from({ length: to - from + 1 }, (_, n) => from + n);
const marks = new Map();

const made = (date) => {
  if (!date || !date.year) return [];
  const every = span(date.months);
  const found = every.map((its) => `${date.days || every.length === 1 ? "m" : "p"}${date.year}${two(its)}`);
  if (date.days) {
    for (const day of span(date.days)) found.push(`d${date.year}${two(every[0])}${two(day)}`, `e${two(every[0])}${two(day)}`);
  } else found.push(every.length === 1 ? `o${date.year}${two(every[0])}` : `x${date.year}${date.months.map(two).join("")}`);
  const [from, to] = date.months.map((its) => Math.ceil(its / 3));
  if (from === to) found.push(`q${date.year}${from}`);
  if (Math.ceil(from / 2) === Math.ceil(to / 2)) found.push(`h${date.year}${Math.ceil(from / 2)}`);
  return found;
};

/** The marks of a claim with this date: `d` a day, `e` a day of any year, `m` a month it is in, `o` a month and no day,
    `p` a month of several, `x` these months and no others, `q` a quarter, `h` a half. */
export const marksOf = (when) => {
  if (!marks.has(when)) marks.set(when, made(dated(when)));
  return marks.get(when);
};

/** The marks that a typed date asks for: [those of its own time, those of a time that may be it]. */
export const asks = (date) => {
  const every = span(date.months);
  if (date.days) {
    const its = span(date.days).map((day) => `${two(every[0])}${two(day)}`);
    return date.year ? [its.map((one) => `d${date.year}${one}`), [`o${date.year}${two(every[0])}`]] : [its.map((one) => `e${one}`), []];
  }
  const [from, to] = date.months;
  const whole = `x${date.year}${date.months.map(two).join("")}`;
  if (from % 6 === 1 && to === from + 5) return [[whole], [`h${date.year}${Math.ceil(to / 6)}`]];
  if (from % 3 === 1 && to === from + 2) return [[whole], [`q${date.year}${Math.ceil(to / 3)}`]];
  if (from < to) return [[whole], every.flatMap((its) => [`m${date.year}${two(its)}`, `p${date.year}${two(its)}`])];
  return [every.map((its) => `m${date.year}${two(its)}`), every.map((its) => `p${date.year}${two(its)}`)];
};

/** How English texts say a typed date, as lists of words: "19 august 2024", "august 19 2024". */
export const spelled = (date) => {
  const [from, to] = date.months;
  const year = date.year ? [date.year] : [];
  if (from !== to) return [];
  const name = MONTHS[from - 1];
  if (!date.days) return [[name, ...year]];
  const [first, other] = date.days.map(String);
  if (first !== other) return [[first, other, name, ...year]];
  return [[first, name, ...year], [name, first, ...year]];
};
