// The best documents and the weighed query enter; whether they are hardly an answer leaves.

import { isThai, keyOf, normal } from "../text/keys.js";
import { ELSEWHERE, PASSING } from "./polite.js";

/** @import { Judged } from "./judging.js" */
/** @import { Found, Weighed } from "./weighing.js" */

// How sure a reader may be, from what stands together, which words stand anywhere, how good the best page is, and what no
// page has. Fitted to the judged queries that are open, with and without an answer: of the first one in a hundred is doubted.
const HELD = 0.3;
const VALUE = 0.15;
const UNKNOWN = 0.2;
const SURE = 0.46;
// Who asks for a day, a price or a paper mostly asks an office: of such a question the pages must hold much.
const SURE_OF_PASSING = 1.1;
// Title, other names, summary: the first fields of a document.
const NAMING = 3;

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
 * Whether a question has a word: Thai anywhere, Latin as a whole word.
 *
 * @param {string} asked in lower case
 */
const namesIn = (asked) => {
  const words = ` ${asked.replace(/[^a-z]+/g, " ")} `;
  return (/** @type {string} */ word) => (isThai(word[0]) ? asked.includes(word) : words.includes(` ${word} `));
};

/**
 * Whether a question names what people look for every day and this library does not answer, and no page found has it in
 * its title, its other names or its summary.
 *
 * @param {(word: string) => boolean} names whether the question has a word
 * @param {readonly Judged[]} judgedList
 */
const isElsewhere = (names, judgedList) => {
  /** @param {string} word */
  const unanswered = (word) => {
    const key = keyOf(word).trim();
    return !judgedList.some(({ fields }) => fields.slice(0, NAMING).some((field) => field.key.includes(key)));
  };
  return ELSEWHERE.filter(names).some(unanswered);
};

/**
 * Whether even the best documents hold little of what was asked for.
 *
 * @param {string} query
 * @param {readonly Judged[]} judgedList at least one
 * @param {Weighed} weighed
 * @param {Found} found
 */
export const isWeak = (query, judgedList, weighed, found) => {
  const names = namesIn(normal(query).toLowerCase());
  if (isElsewhere(names, judgedList)) return true;
  const sure = PASSING.some(names) ? SURE_OF_PASSING : SURE;
  const near = Math.max(...judgedList.map((one) => one.near));
  const held = Math.max(...judgedList.map((one) => one.held));
  const value = Math.max(...judgedList.map((one) => one.value));
  return near + HELD * held + VALUE * value - UNKNOWN * unknownIn(weighed, found) < sure;
};
