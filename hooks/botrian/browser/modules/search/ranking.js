// A query and what the index says of its terms enter; the query weighed, and documents in a first order, leave.

/** @import { Postings } from "./index.js" */
/** @import { Stretch } from "./pieces.js" */
/** @import { Query, Term, Unit, Way, Word } from "./query.js" */

/**
 * A term with what it tells: much when few documents have it.
 *
 * @typedef {Term & {readonly tells: number}} WeighedTerm
 */

/**
 * A word of a unit: its terms, and what it tells of the whole unit, however long it is.
 *
 * @typedef {Stretch & {readonly terms: readonly WeighedTerm[], readonly share: number}} WeighedWord
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
 * @property {number} total
 */

/** @typedef {ReadonlyMap<string, Postings>} Found */

// All that was typed, in one piece, counts before most of it in a better place.
export const WHOLE_BONUS = 0.4;
// What a word that only asks (how, why) tells beside other words.
const ASKING_COUNTS = 0.25;

/**
 * @param {readonly WeighedTerm[]} terms
 */
const sumOf = (terms) => terms.reduce((sum, { tells }) => sum + tells, 0);

/**
 * One that no document has tells nothing of any document.
 *
 * @param {Query} query
 * @param {Found} found
 * @param {number} documents how many there are
 * @returns {Weighed}
 */
export const weigh = ({ units, names }, found, documents) => {
  const weighed = units.map((unit) => weighedUnit(unit, found, documents));
  return Object.freeze({ units: weighed, names, total: weighed.reduce((sum, { weight }) => sum + weight, 0) });
};

// A figure stays in the query where a document has it with this share of the most that any has of the rest.
const WITH_THE_REST = 0.5;

/**
 * The query without figures that no document has, or none together with the rest of it: a year that somebody adds, or a
 * sum half remembered, must not hide what else was asked for.
 *
 * @param {Weighed} weighed
 * @param {Found} found
 * @param {number} documents
 * @returns {Weighed}
 */
export const relaxed = (weighed, found, documents) => {
  const { units, names } = weighed;
  if (units.length < 2 || !units.some(({ script }) => script === "number")) return weighed;
  const shares = units.map((unit) => bestOf(unit, found, documents).best);
  const kept = units.filter((unit, at) => {
    if (unit.script !== "number") return true;
    let most = 0;
    let together = 0;
    for (let number = 0; number < documents; number++) {
      let rest = 0;
      for (let other = 0; other < units.length; other++) {
        if (other !== at) rest += units[other].weight * shares[other][number];
      }
      most = Math.max(most, rest);
      if (shares[at][number] > 0.8) together = Math.max(together, rest);
    }
    return together > WITH_THE_REST * most;
  });
  if (kept.length === units.length || !kept.length) return weighed;
  return Object.freeze({ units: kept, names, total: kept.reduce((sum, { weight }) => sum + weight, 0) });
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
  const usual = sumOf(list) / Math.max(1, list.length);
  const ownTerms = own.all.filter(({ whole }) => !whole).length;
  const terms = unit.script === "number" ? lettersWorth(unit.key) : Math.max(1, ownTerms);
  const weight = (usual * Math.sqrt(terms) || 1) * (unit.asks ? ASKING_COUNTS : 1);
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
    return { from, to, terms, tells: asks ? tells * ASKING_COUNTS : tells };
  });
  const total = told.reduce((sum, { tells }) => sum + tells, 0) || 1;
  return told.map(({ from, to, terms, tells }) => ({ from, to, terms, share: tells / total }));
};

/**
 * A number or an abbreviation is one term, but tells as much as the several terms of a word as long.
 *
 * @param {string} key
 */
const lettersWorth = (key) => Math.min(3, Math.max(1, key.length - 1));

/**
 * The dictionary cuts a misspelt word anywhere, mostly into very short pieces: then its words are hardly worth a thing.
 *
 * @param {WeighedWay} way
 */
const worthOfWords = (way) => {
  const long = way.words.reduce((sum, { from, to }) => sum + (to - from > 2 ? to - from : 0), 0);
  return 0.95 * (long / way.key.length) ** 2;
};

/**
 * How many of the terms each document has.
 *
 * @param {readonly Postings[]} lists
 * @param {number} documents
 */
const countsOf = (lists, documents) => {
  const counts = new Uint8Array(documents);
  for (const { head, rest } of lists) {
    for (const number of head) counts[number]++;
    for (const number of rest) counts[number]++;
  }
  return counts;
};

/**
 * A document that has whole words of a long unit is before one that has as many scattered letters of it: `has` is raised
 * for it.
 *
 * @param {WeighedWay} way
 * @param {Found} found
 * @param {number} documents
 * @param {Float32Array} has
 */
const addWords = (way, found, documents, has) => {
  if (way.words.length < 2) return;
  const worth = worthOfWords(way);
  const shares = new Float32Array(documents);
  for (const { terms, share } of way.words) {
    const asked = terms.flatMap(({ term }) => found.get(term) ?? []);
    if (!asked.length) continue;
    const counts = countsOf(asked, documents);
    for (let number = 0; number < documents; number++) if (counts[number] === asked.length) shares[number] += share;
  }
  for (let number = 0; number < documents; number++) has[number] = Math.max(has[number], worth * shares[number]);
};

/**
 * For each document the share of a way's terms that it has, and that it has in a name.
 *
 * @param {WeighedWay} way
 * @param {Found} found
 * @param {number} documents
 */
const sharesOf = (way, found, documents) => {
  // A term that no document has was misspelt, or is new: it cannot part good documents from others.
  const terms = way.terms.filter(({ term }) => found.get(term)?.count);
  const total = sumOf(terms);
  if (!total) return null;
  const has = new Float32Array(documents);
  const heads = new Float32Array(documents);
  for (const { term, tells } of terms) {
    const { head, rest } = found.get(term) ?? { head: [], rest: [] };
    const worth = (tells / total) * way.weight * (terms.length / way.terms.length);
    for (const number of head) {
      has[number] += worth;
      heads[number] += worth;
    }
    for (const number of rest) has[number] += worth;
  }
  addWords(way, found, documents, has);
  return { has, heads };
};

/**
 * For each document the best share that any way of a unit gives it.
 *
 * @param {WeighedUnit} unit
 * @param {Found} found
 * @param {number} documents
 */
const bestOf = (unit, found, documents) => {
  const best = new Float32Array(documents);
  const bestHead = new Float32Array(documents);
  for (const way of unit.ways) {
    const shares = sharesOf(way, found, documents);
    if (!shares) continue;
    for (let number = 0; number < documents; number++) {
      if (shares.has[number] > best[number]) best[number] = shares.has[number];
      if (shares.heads[number] > bestHead[number]) bestHead[number] = shares.heads[number];
    }
  }
  return { best, bestHead };
};

/**
 * First order, by the index alone, by document: `score` orders them, `cover` is how much of the query each has, `wholes`
 * how much of it in whole words.
 *
 * @param {Weighed} weighed
 * @param {Found} found
 * @param {number} documents
 */
export const firstOrder = ({ units, names, total }, found, documents) => {
  const score = new Float32Array(documents);
  const cover = new Float32Array(documents);
  const wholes = new Float32Array(documents);
  for (const unit of units) {
    const { weight } = unit;
    const { best, bestHead } = bestOf(unit, found, documents);
    const known = unit.ways[0].terms.every(({ term }) => found.get(term)?.count !== 0);
    for (let number = 0; number < documents; number++) {
      const has = best[number];
      if (!has) continue;
      cover[number] += weight * has;
      const whole = known && has > 0.999;
      if (whole) wholes[number] += weight;
      const bonus = whole ? WHOLE_BONUS / 2 : 0;
      score[number] += weight * (has * (0.5 + 0.5 * has) + bonus + 0.7 * bestHead[number] * bestHead[number]);
    }
  }
  for (const name of names) {
    for (const number of found.get(name)?.head ?? []) {
      score[number] += total;
      cover[number] = Math.max(cover[number], total);
    }
  }
  return { score, cover, wholes };
};
