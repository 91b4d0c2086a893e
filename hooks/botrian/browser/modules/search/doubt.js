// The best documents and the weighed query enter; whether they are hardly an answer leaves.

import { isThai, keyOf, normal } from "../text/keys.js";
import { ELSEWHERE } from "./polite.js";

/** @import { Judged } from "./judging.js" */
/** @import { Found, Weighed } from "./weighing.js" */

// How sure a reader may be, from what stands together, which words stand anywhere, how good the best page is, and what no
// page has. Fitted to the judged queries that are open, with and without an answer: of the first one in a hundred is doubted.
const HELD = 0.3;
const VALUE = 0.15;
const UNKNOWN = 0.2;
const SURE = 0.5;
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
  if (isElsewhere(query, judgedList)) return true;
  const near = Math.max(...judgedList.map((one) => one.near));
  const held = Math.max(...judgedList.map((one) => one.held));
  const value = Math.max(...judgedList.map((one) => one.value));
  return near + HELD * held + VALUE * value - UNKNOWN * unknownIn(weighed, found) < SURE;
};
