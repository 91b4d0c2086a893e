// A weighed query and what the index says of its terms enter; documents in a first order, by the index alone, leave.

import { sideBySide } from "./both.js";
import { kindOf, kindWeight } from "./kinds.js";
import { sumOf } from "./weighing.js";
import { wordsAsked } from "./wording.js";

/** @import { Index, Postings } from "./index.js" */
/** @import { Found, Weighed, WeighedUnit, WeighedWay } from "./weighing.js" */

// All that was typed, in one piece, counts before most of it in a better place.
export const WHOLE_BONUS = 0.4;
// A document with all that was typed, whose name begins so, comes before one that names it on its way.
const BEGIN_BONUS = 0.15;
const ALL_OF_IT = 0.95;
// A document is an answer where it has this share of what the best one has of the query,
const ENOUGH = 0.55;
// or whole words that make up this share of the query.
const WHOLE_ENOUGH = 0.4;
// A figure stays in the query where a document has it with this share of the most that any has of the rest.
const WITH_THE_REST = 0.5;
// The texts of documents far behind the first are not looked at for the first answer.
const NEAR_THE_FIRST = 0.75;
const FIRST_AT_LEAST = 5;

/**
 * For each document the best share of a unit that it has, and that it has in a name.
 *
 * @typedef {{readonly best: Float32Array, readonly bestHead: Float32Array}} UnitShares
 *
 * A weighed query with the shares of each of its units.
 * @typedef {{readonly weighed: Weighed, readonly shares: readonly UnitShares[]}} Shared
 */

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
 * @returns {UnitShares}
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
 * @param {Weighed} weighed
 * @param {Found} found
 * @param {number} documents how many there are
 * @returns {Shared}
 */
export const shared = (weighed, found, documents) =>
  relaxed({ weighed, shares: weighed.units.map((unit) => bestOf(unit, found, documents)) }, documents);

/**
 * The query without figures that no document has, or none together with the rest of it: a year that somebody adds, or a
 * sum half remembered, must not hide what else was asked for.
 *
 * @param {Shared} whole
 * @param {number} documents
 * @returns {Shared}
 */
const relaxed = (whole, documents) => {
  const { units, names, begins } = whole.weighed;
  if (units.length < 2 || !units.some(({ script }) => script === "number")) return whole;
  const kept = units.flatMap(({ script }, at) =>
    script !== "number" || standsWithTheRest(whole, at, documents) ? [at] : [],
  );
  if (kept.length === units.length || !kept.length) return whole;
  const some = kept.map((at) => units[at]);
  const total = some.reduce((sum, { weight }) => sum + weight, 0);
  const weighed = { units: some, names, begins, total, words: some.flatMap(wordsAsked) };
  return { weighed: Object.freeze(weighed), shares: kept.map((at) => whole.shares[at]) };
};

/**
 * @param {Shared} whole
 * @param {number} at the place of the unit among all
 * @param {number} documents
 */
const standsWithTheRest = ({ weighed: { units }, shares }, at, documents) => {
  let most = 0;
  let together = 0;
  for (let number = 0; number < documents; number++) {
    let rest = 0;
    for (let other = 0; other < units.length; other++) {
      if (other !== at) rest += units[other].weight * shares[other].best[number];
    }
    most = Math.max(most, rest);
    if (shares[at].best[number] > 0.8) together = Math.max(together, rest);
  }
  return together > WITH_THE_REST * most;
};

/**
 * By document: `score` orders them, `cover` is how much of the query each has, `wholes` how much of it in whole words.
 *
 * @param {Shared} shared
 * @param {Found} found
 * @param {number} documents
 */
const firstOrder = ({ weighed: { units, names, begins, total }, shares }, found, documents) => {
  const score = new Float32Array(documents);
  const cover = new Float32Array(documents);
  const wholes = new Float32Array(documents);
  units.forEach(({ weight, ways }, at) => {
    const { best, bestHead } = shares[at];
    const known = ways[0].terms.every(({ term }) => found.get(term)?.count !== 0);
    for (let number = 0; number < documents; number++) {
      const has = best[number];
      if (!has) continue;
      cover[number] += weight * has;
      const whole = known && has > 0.999;
      if (whole) wholes[number] += weight;
      const bonus = whole ? WHOLE_BONUS / 2 : 0;
      score[number] += weight * (has * (0.5 + 0.5 * has) + bonus + 0.7 * bestHead[number] * bestHead[number]);
    }
  });
  for (const begin of begins) {
    for (const number of found.get(begin)?.head ?? [])
      if (cover[number] > ALL_OF_IT * total) score[number] += BEGIN_BONUS * total;
  }
  for (const name of names) {
    for (const number of found.get(name)?.head ?? []) {
      score[number] += total;
      cover[number] = Math.max(cover[number], total);
    }
  }
  return { score, cover, wholes };
};

/**
 * Documents that answer: `all` whatever their order and the filters, `order` those that pass, the best first; `near` is how
 * many of these are near the first.
 *
 * @param {Shared} query
 * @param {Found} found
 * @param {Index} index
 * @param {(number: number) => boolean} passes
 */
export const ordered = (query, found, index, passes) => {
  const { score, cover, wholes } = firstOrder(query, found, index.documents);
  if (query.weighed.units.length > 1) {
    const bonus = sideBySide(query.weighed, index);
    for (let number = 0; number < index.documents; number++) {
      if (!(score[number] > 0)) continue;
      const has = (/** @type {number} */ at) => query.shares[at].best[number] > ALL_OF_IT;
      const names = (/** @type {number} */ at) => query.shares[at].bestHead[number];
      score[number] *= 1 + bonus(kindOf(number, index), has, names);
    }
  }
  const highest = cover.reduce((most, one) => Math.max(most, one), 0);
  const all = [];
  for (let number = 0; number < index.documents; number++) {
    const enough = cover[number] >= ENOUGH * highest || wholes[number] >= WHOLE_ENOUGH * query.weighed.total;
    if (score[number] > 0 && enough) all.push(number);
  }
  /** @param {number} number */
  const worth = (number) => score[number] * kindWeight(number, index);
  const order = all.filter(passes).sort((a, b) => worth(b) - worth(a) || a - b);
  const behind = order.findIndex(
    (number, at) => at >= FIRST_AT_LEAST && worth(number) < NEAR_THE_FIRST * worth(order[0]),
  );
  return { all, order, near: behind < 0 ? order.length : behind };
};
