// The best documents and the weighed query enter; whether they are hardly an answer leaves.

import { isThai, keyOf } from "../text/keys.js";
import { asSaid } from "./bare.js";
import { ELSEWHERE, PASSING } from "./polite.js";
import { timesIn } from "./wording.js";

/** @import { Judged } from "./judging.js" */
/** @import { Found, Weighed } from "./weighing.js" */
/** @import { AskedWord } from "./wording.js" */

// What speaks for a good answer, and what against one: how good the best page is, how many of the best pages hold the words
// of the question, how many words it has; terms that no page has, words that mostly ask an office, words of other matters.
// Fitted by logistic regression, each in turn on nine tenths of the judged queries, with and without an answer.
const VALUE = 2.17;
const OFTEN = 4.53;
const WORDS = 1.47;
const UNKNOWN = 2.31;
const PASSES = 4.74;
const NAMED_ELSEWHERE = 5.28;
// What these must come to; of good questions one in a hundred does not.
const SURE = 6.3;
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
 * In how many of the documents a word of the question stands, on the average over its letters, 0 to 1.
 *
 * @param {readonly AskedWord[]} words
 * @param {readonly Judged[]} judgedList
 */
const heldOften = (words, judgedList) => {
  let letters = 0;
  let held = 0;
  for (const { keys } of words) {
    const [{ length }] = keys;
    letters += length;
    held +=
      length *
      judgedList.filter(({ fields }) => keys.some((key) => fields.some((field) => timesIn(field.key, key, 1)))).length;
  }
  return letters ? held / letters / judgedList.length : 0;
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
  const names = namesIn(asSaid(query));
  const value = Math.max(...judgedList.map((one) => one.value));
  const sure =
    VALUE * value +
    OFTEN * heldOften(weighed.words, judgedList) +
    WORDS * Math.log(Math.max(1, weighed.words.length)) -
    UNKNOWN * unknownIn(weighed, found) -
    (PASSING.some(names) ? PASSES : 0) -
    (isElsewhere(names, judgedList) ? NAMED_ELSEWHERE : 0);
  return sure < SURE;
};
