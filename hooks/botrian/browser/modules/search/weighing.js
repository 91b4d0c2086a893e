// A query and what the index says of its terms enter; the query leaves with what each part of it tells.

import { wordsAsked } from "./wording.js";

/** @import { Postings } from "./index.js" */
/** @import { Query, Term, Unit, Way, Word } from "./query.js" */
/** @import { AskedWord } from "./wording.js" */

/**
 * A term with what it tells: much when few documents have it.
 *
 * @typedef {Term & {readonly tells: number}} WeighedTerm
 */

/**
 * A word of a unit: its terms, what it tells, and what that is of the whole unit, however long it is.
 *
 * @typedef {Word & {readonly terms: readonly WeighedTerm[], readonly tells: number, readonly share: number}} WeighedWord
 */

/**
 * @typedef {object} WeighedParts
 * @property {readonly WeighedTerm[]} all
 * @property {readonly WeighedTerm[]} terms
 * @property {readonly WeighedWord[]} words
 */

/** @typedef {Omit<Way, "all" | "terms" | "words"> & WeighedParts} WeighedWay */

/**
 * @typedef {Omit<Unit, "ways"> & {readonly weight: number, readonly ways: readonly WeighedWay[]}} WeighedUnit
 */

/**
 * What documents are judged by: only `weigh` makes it. `total`: the sum of the units' weights.
 *
 * @typedef {object} Weighed
 * @property {readonly WeighedUnit[]} units
 * @property {readonly string[]} names
 * @property {readonly string[]} begins
 * @property {number} total
 * @property {readonly AskedWord[]} words
 */

/** @typedef {ReadonlyMap<string, Postings>} Found */

// How much the rarest letters of a word say of it; the rest say all of them.
const RAREST = 0.3;
// What a word that only asks (how, why) tells beside other words in one run of letters.
const ASKING_COUNTS = 0.25;

/**
 * @param {readonly WeighedTerm[]} terms
 */
export const sumOf = (terms) => terms.reduce((sum, { tells }) => sum + tells, 0);

/**
 * One that no document has tells nothing of any document.
 *
 * @param {Query} query
 * @param {Found} found
 * @param {number} documents how many there are
 * @returns {Weighed}
 */
export const weigh = ({ units, names, begins }, found, documents) => {
  const weighed = units.map((unit) => weighedUnit(unit, found, documents));
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  return Object.freeze({ units: weighed, names, begins, total, words: weighed.flatMap(wordsAsked) });
};

/**
 * @param {Unit} unit
 * @param {Found} found
 * @param {number} documents
 * @returns {WeighedUnit}
 */
const weighedUnit = (unit, found, documents) => {
  const ways = unit.ways.map((way) => weighedWay(way, found, documents));
  const [own] = ways;
  const told = own.all.filter(({ term }) => found.get(term)?.count !== 0);
  const list = told.length ? told : own.all;
  // A long word has many terms, yet it is one word: its weight grows with the root of their number.
  // A word tells more than its letters do: it is at least as rare as the rarest three of them.
  const rarest = Math.max(0, ...list.map(({ tells }) => tells));
  const usual = RAREST * rarest + (1 - RAREST) * (sumOf(list) / Math.max(1, list.length));
  const ownTerms = own.all.filter(({ whole }) => !whole).length;
  const terms = unit.script === "number" ? lettersWorth(unit.key) : Math.max(1, ownTerms);
  const weight = usual * Math.sqrt(terms) || 1;
  return Object.freeze({ ...unit, ways, weight });
};

/**
 * @param {Way} way
 * @param {Found} found
 * @param {number} documents
 * @returns {WeighedWay}
 */
const weighedWay = (way, found, documents) => {
  /** @param {Postings} postings */
  const tells = ({ count }) => Math.log(1 + documents / (1 + count));
  const known = way.terms.flatMap(({ term }) => found.get(term) ?? []);
  const usual = known.length ? known.reduce((sum, postings) => sum + tells(postings), 0) / known.length : 1;
  /** @type {Map<Term, WeighedTerm>} */
  const weighed = new Map();
  for (const term of way.all) {
    const postings = found.get(term.term);
    weighed.set(term, { ...term, tells: postings ? tells(postings) : usual });
  }
  const all = [...weighed.values()];
  const terms = way.terms.flatMap((term) => weighed.get(term) ?? []);
  return { ...way, all, terms, words: weighedWords(way.words, all) };
};

/**
 * @param {readonly Word[]} words
 * @param {readonly WeighedTerm[]} all
 * @returns {WeighedWord[]}
 */
const weighedWords = (words, all) => {
  const told = words.map(({ from, to, asks }) => {
    const terms = all.filter(({ at, whole }) => !whole && at >= from && at + 3 <= to);
    const tells = sumOf(terms) / Math.max(1, terms.length);
    return { from, to, asks, terms, tells: asks ? tells * ASKING_COUNTS : tells };
  });
  const total = told.reduce((sum, { tells }) => sum + tells, 0) || 1;
  return told.map((word) => ({ ...word, share: word.tells / total }));
};

/**
 * A number or an abbreviation is one term, but tells as much as the several terms of a word as long.
 *
 * @param {string} key
 */
const lettersWorth = (key) => Math.min(3, Math.max(1, key.length - 1));
