/* A query without what it was pasted with, and with numbers and signs as the index writes them. */

const ONES = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
const TENS = { twenty: 2, thirty: 3, forty: 4, fifty: 5, sixty: 6, seventy: 7, eighty: 8, ninety: 9 };
const ENDINGS = ["th", "st", "nd", "rd", "th", "th", "th", "th", "th", "th"];
const ORDINAL = new RegExp(`\\b(${Object.keys(TENS).join("|")})[\\s-]?(${ONES.slice(1).join("|")})\\b`, "giu");

export const clean = (text) =>
  text
    .normalize("NFKC")
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/gu, "")
    .replace(/<\/?[a-z][^<>]*>/giu, " ")
    .replace(/(?<=\p{L})[`´](?=\p{L})/gu, "'")
    .replace(/(?<=\d)\s?(?:m|mn|mil|mio|mln|tr)(?![\p{L}\p{M}\p{N}])/giu, " million")
    .replace(/(?<=\d)\s?(?:b|bil|bln|tỷ|tỉ)(?![\p{L}\p{M}\p{N}])/giu, " billion")
    .replace(ORDINAL, (_, ten, one) => {
      const its = ONES.indexOf(one.toLowerCase());
      return `${TENS[ten.toLowerCase()]}${its}${ENDINGS[its]}`;
    });
