// The best documents and the weighed query enter; whether they are hardly an answer leaves.

import { ELSEWHERE } from "#data/elsewhere.js";
import { isFigure, isThai, keyOf, normal } from "../text/keys.js";

/** @import { Index } from "./index.js" */
/** @import { Judged } from "./judging.js" */
/** @import { Found, Weighed, WeighedUnit } from "./weighing.js" */

// How sure a reader may be, from what stands together, what stands anywhere, and what no page has. Fitted to the judged
// queries that are open, and to ninety about other matters: of the first one in a hundred is doubted.
const APART = 0.5;
const UNKNOWN = 0.3;
const SURE = 0.5;
// Words of fewer letters stand inside others.
const SHORTEST = 3;
// Title, other names, summary: the first fields of a document.
const NAMING = 3;

/**
 * The words of a unit, each with the other spellings of it.
 *
 * @param {WeighedUnit} unit
 * @param {Index} index
 * @returns {string[][]}
 */
const wordsOf = ({ key, ways }, { asking }) => {
  const [own] = ways;
  const words = own.words
    .filter(({ from, to }) => to - from >= SHORTEST)
    .map(({ from, to }) => key.slice(from, to))
    .filter((word) => !asking.has(word));
  return own.words.length > 1 && words.length ? words.map((word) => [word]) : [ways.map((way) => way.key)];
};

/**
 * The share of the words that stand anywhere in a document, for the best of the documents.
 *
 * @param {readonly string[][]} words
 * @param {readonly Judged[]} judgedList
 */
const wordsHeld = (words, judgedList) => {
  if (!words.length) return 1;
  /** @type {(key: string, word: string) => boolean} */
  const stands = (key, word) => key.includes(isThai(word[0]) || isFigure(word[0]) ? word : ` ${word}`);
  const held = judgedList.map(
    ({ fields }) => words.filter((ways) => fields.some(({ key }) => ways.some((word) => stands(key, word)))).length,
  );
  return Math.max(...held) / words.length;
};

/**
 * The share of the terms asked for that no document has.
 *
 * @param {Weighed} weighed
 * @param {Found} found
 */
const unknownIn = ({ units }, found) => {
  const terms = units.flatMap(({ ways: [own] }) => own.terms);
  return terms.filter(({ term }) => found.get(term)?.count === 0).length / Math.max(1, terms.length);
};

/**
 * Whether a question names what people look for every day and this library does not answer, and no page found has it in
 * its title, its other names or its summary.
 *
 * @param {string} query
 * @param {readonly Judged[]} judgedList
 */
const isElsewhere = (query, judgedList) => {
  const asked = normal(query).toLowerCase();
  /** @param {string} word */
  const names = (word) =>
    isThai(word[0]) ? asked.includes(word) : ` ${asked.replace(/[^a-z]+/g, " ")} `.includes(` ${word} `);
  const word = ELSEWHERE.find(names);
  if (!word) return false;
  const key = keyOf(word).trim();
  return !judgedList.some(({ fields }) => fields.slice(0, NAMING).some((field) => field.key.includes(key)));
};

/**
 * Whether even the best documents hold little of what was asked for.
 *
 * @param {string} query
 * @param {readonly Judged[]} judgedList at least one
 * @param {Weighed} weighed
 * @param {Found} found
 * @param {Index} index
 */
export const isWeak = (query, judgedList, weighed, found, index) => {
  if (isElsewhere(query, judgedList)) return true;
  const words = weighed.units.filter(({ asks }) => !asks).flatMap((unit) => wordsOf(unit, index));
  const near = Math.max(...judgedList.map((one) => one.near));
  return near + APART * wordsHeld(words, judgedList) - UNKNOWN * unknownIn(weighed, found) < SURE;
};
