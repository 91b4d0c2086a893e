// The words that a query asks for, and the fields of a document, enter; how well the document answers by whole words, wherever
// they stand, leaves. Long sentences are found by it: who complains or asks in a dialect writes no phrase of a page.

import { isFigure, isThai } from "../text/keys.js";
import { stemOf } from "./stem.js";

/** @import { WeighedUnit } from "./weighing.js" */

/**
 * A word that is asked for: its spellings, as keys, and what it tells.
 *
 * @typedef {{readonly keys: readonly string[], readonly tells: number}} AskedWord
 */

// BM25F (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009): what a word counts in each field (title,
// aliases, summary, labels, body, other, asked), how soon more of it count for less, and how much a long document is held back.
const FIELDS = [3, 2, 2, 1, 1, 0.5, 2];
const SATURATED = 1.2;
const BY_LENGTH = 0.75;
const USUAL_LENGTH = 900;
const MOST_COUNTED = 5;
// Words of fewer letters stand inside others.
const SHORTEST = 2;

/**
 * The words of a unit, by the browser's dictionary where it has one; else the unit as a whole.
 *
 * @param {WeighedUnit} unit
 * @returns {AskedWord[]}
 */
export const wordsAsked = ({ key, asks, ways }) => {
  if (asks) return [];
  const [own] = ways;
  const words = own.words.filter((word) => !word.asks && word.to - word.from >= SHORTEST);
  if (own.words.length > 1 && words.length) {
    return words.map(({ from, to, tells }) => ({ keys: [key.slice(from, to)], tells: tells || 1 }));
  }
  const tells = own.all.reduce((sum, term) => sum + term.tells, 0) / Math.max(1, own.all.length);
  const stem = stemOf(key);
  return [{ keys: [...ways.map((way) => way.key), ...(stem ? [stem] : [])], tells: tells || 1 }];
};

/**
 * How often a word stands in a key; Thai has no edges of words, other words begin at one.
 *
 * @param {string} key
 * @param {string} word
 * @param {number} most
 */
export const timesIn = (key, word, most) => {
  const wanted = isThai(word[0]) || isFigure(word[0]) ? word : ` ${word}`;
  let times = 0;
  for (let at = key.indexOf(wanted); at >= 0 && times < most; at = key.indexOf(wanted, at + 1)) times++;
  return times;
};

/**
 * `score`: how well the fields answer by words, 0 to 1. `held`: the share of the words, by what they tell, that stands in
 * any of them.
 *
 * @param {readonly {readonly key: string}[]} fields in the order of FIELDS
 * @param {readonly AskedWord[]} words
 */
export const byWords = (fields, words) => {
  const letters = fields.reduce((sum, { key }) => sum + key.length, 0);
  const slow = SATURATED * (1 - BY_LENGTH + (BY_LENGTH * letters) / USUAL_LENGTH);
  let total = 0;
  let score = 0;
  let held = 0;
  for (const { keys, tells } of words) {
    let times = 0;
    fields.forEach(({ key }, at) => {
      times += FIELDS[at] * Math.max(...keys.map((word) => timesIn(key, word, MOST_COUNTED)));
    });
    total += tells;
    score += tells * (times / (times + slow));
    if (times) held += tells;
  }
  return total ? { score: score / total, held: held / total } : { score: 0, held: 0 };
};
