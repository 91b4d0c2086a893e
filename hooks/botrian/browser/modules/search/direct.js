// A question and the facts that are numbers or dates enter; the one fact that answers it leaves, or none.

import { dictionary } from "../text/words.js";
import { bare } from "./bare.js";

/** @import { PlaceNames } from "./compared.js" */

/**
 * As hooks/botrian/search/answers.py writes them: names of the place, names of what it is about, what asks for it, the
 * title, the values in words, the address, the place in the source.
 *
 * @typedef {readonly [
 *   readonly string[], readonly string[], "number" | "date", string, readonly string[], string, string
 * ]} Entry
 * @typedef {object} Answers
 * @property {readonly string[]} number words that ask for a number
 * @property {readonly string[]} date words that ask for a date
 * @property {readonly string[]} fillers
 * @property {readonly Entry[]} entries
 * @property {readonly PlaceNames[]} places that can be compared
 */

/**
 * A fact that answers. `url`: below the language's root.
 *
 * @typedef {{readonly title: string, readonly values: readonly string[], readonly url: string, readonly source: string}} Direct
 */

const MEANS = /[\p{L}\p{N}]/u;

/** @param {string} text */
const wordsOf = (text) =>
  dictionary ? [...dictionary.segment(text)].map(({ segment }) => segment).filter((word) => MEANS.test(word)) : [text];

/**
 * A text without the first of some names that stands in it; null where none does. A name in Latin letters stands as a word.
 *
 * @param {string} text
 * @param {readonly string[]} names the longest first
 */
const without = (text, names) => {
  for (const name of names) {
    const at = text.indexOf(name);
    if (at < 0) continue;
    const [before, after] = [text[at - 1] ?? " ", text[at + name.length] ?? " "];
    if (/[a-z]/.test(name[0]) && /[a-z]/.test(before)) continue;
    if (/[a-z]/.test(name[0]) && /[a-rt-z]/.test(after)) continue;
    return `${text.slice(0, at)} ${text.slice(at + name.length).replace(/^s(?![a-z])/, "")}`;
  }
  return null;
};

/**
 * A text without what a fact is about: its name in one piece, else each word of it.
 *
 * @param {string} text
 * @param {readonly string[]} about
 */
const withoutMatter = (text, about) => {
  const whole = without(text, about);
  if (whole !== null) return whole;
  for (const name of about) {
    /** @type {string | null} */
    let rest = text;
    for (const word of wordsOf(name)) rest = rest === null ? null : without(rest, [word]);
    if (rest !== null && wordsOf(name).length > 1) return rest;
  }
  return null;
};

/**
 * @param {string} query
 * @param {Answers} answers
 * @returns {Direct | null}
 */
export const directAnswer = (query, { number, date, fillers, entries }) => {
  const text = bare(query);
  const asking = { number: without(text, number), date: without(text, date) };
  /** @type {{entry: Entry, letters: number} | null} */
  let best = null;
  for (const entry of entries) {
    const [places, about, kind] = entry;
    const asked = asking[kind];
    const matter = asked === null ? null : without(asked, places);
    const rest = matter === null ? null : withoutMatter(matter, about);
    if (rest === null || matter === null) continue;
    // Whatever is left would be a condition that the fact may not meet.
    const left = wordsOf(rest).filter(
      (word) => !fillers.includes(word) && !number.includes(word) && !date.includes(word),
    );
    const letters = matter.length - rest.length;
    if (!left.length && (!best || letters > best.letters)) best = { entry, letters };
  }
  if (!best) return null;
  const [, , , title, values, url, source] = best.entry;
  return { title, values, url, source };
};

/**
 * Whether a question may be one for a fact: only then are they fetched.
 *
 * @param {string} query
 */
export const mayBeDirect = (query) =>
  /กี่|เท่า|จำนวน|เมื่อ|ตอนไหน|ปี|how (?:many|much)|number of|when|year/i.test(bare(query));
