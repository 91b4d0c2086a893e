// The search itself: a query enters, results in order leave. The page's scripts know only what stands here.

import { comparedIn, mayCompare } from "./compared.js";
import { directAnswer, mayBeDirect } from "./direct.js";
import { isWeak } from "./doubt.js";
import { AT_HAND } from "./files.js";
import { indexOf, lookUp, textsOf } from "./index.js";
import { listedOne, verifying, withoutCrowds } from "./made.js";
import { relatedTo, suggestion } from "./offers.js";
import { understood } from "./query.js";
import { ordered, shared } from "./ranking.js";
import { titlesOf } from "./titles.js";
import { weigh } from "./weighing.js";

/** @import { Answers } from "./direct.js" */
/** @import { RawFacets } from "./facets.js" */
/** @import { About, Index, Names } from "./index.js" */
/** @import { Load } from "./load.js" */
/** @import { Result } from "./made.js" */
/** @import { Query } from "./query.js" */
/** @import { RawTitles, Titles } from "./titles.js" */
/** @import { Weighed } from "./weighing.js" */

/**
 * Results, and how many files of the index did not come.
 *
 * @typedef {{readonly results: readonly Result[], readonly missing: number}} Shown
 */

/**
 * Everything that matches, best first. `all` are its documents whatever the filters, `order` those that pass; `show` gives
 * more of them.
 *
 * @typedef {object} Answer
 * @property {readonly number[]} all
 * @property {readonly number[]} order
 * @property {readonly Result[]} results the first of `order`
 * @property {number} missing how many files of the index did not come
 * @property {boolean} weak even the best hold little of what was asked for
 * @property {() => Promise<readonly string[]>} related names of things that were looked for in other words; a file that
 *   nobody waits for
 * @property {string | null} didYouMean
 * @property {(numbers: readonly number[]) => Promise<Shown>} show
 */

/**
 * @typedef {object} Wish
 * @property {(number: number) => boolean} [passes] leaves out documents that the filters hide
 * @property {number} [most] how many are ranked on their texts for the first answer, where so many are near the first
 */

/** @typedef {ReturnType<typeof engineOf>} Engine */

// Below this the best document only shares stray letters with the query: that is no answer.
const LEAST = 0.3;
// A title is a suggestion where it holds this much of what is typed.
const LIKE_TITLE = 0.45;

/**
 * @param {number} missing
 * @returns {Answer}
 */
const nothing = (missing) => ({
  ...{ all: [], order: [], results: [], missing, weak: false, related: async () => [], didYouMean: null },
  show: async () => ({ results: [], missing: 0 }),
});

/**
 * The terms to look up: none where nothing but the query as a whole could be asked for.
 *
 * @param {Query} query
 */
const termsToAsk = ({ units, names, begins }) => {
  const asked = new Set(units.flatMap(({ ways }) => ways.flatMap(({ terms }) => terms.map(({ term }) => term))));
  return asked.size ? [...asked, ...names, ...begins] : [];
};

/**
 * The engine over the files that `load` gives.
 *
 * @param {Load} load
 */
export const engineOf = (load) => {
  /** @type {Index | undefined} */
  let known;
  const index = async () => {
    known ??= indexOf(/** @type {About} */ (await load("about")));
    return known;
  };
  /** @type {Index | undefined} */
  let whole;

  /**
   * The index, with what is spelled in the other script where the query is written in it.
   *
   * @param {string} query
   */
  const indexFor = async (query) => {
    const about = /** @type {About} */ (await load("about"));
    if (!new RegExp(about.letters, "i").test(query)) return index();
    whole ??= indexOf(about, /** @type {About["spellings"]} */ (await load("others")));
    return whole;
  };

  /**
   * Documents ranked on their texts.
   *
   * @param {readonly number[]} numbers
   * @param {Weighed} weighed
   * @param {Index} about
   */
  const verified = async (numbers, weighed, about) => {
    const { texts, missing } = await textsOf(numbers, about, load);
    const verify = verifying(weighed, about);
    const results = [...texts].map(([number, row]) => verify(number, row));
    results.sort((a, b) => b.value - a.value || a.number - b.number);
    return { results: withoutCrowds(results), missing };
  };

  /** @type {(query: string, about: Index, wish: Wish, whole: boolean) => Promise<Answer>} */
  const answered = async (query, about, { passes = () => true, most = 10 }, whole) => {
    const asked = understood(query, about, undefined, whole);
    const terms = termsToAsk(asked);
    if (!terms.length) return nothing(0);
    const { found, missing } = await lookUp(terms, asked.fileOf, about, load);
    const typed = shared(weigh(asked, found, about.documents), found, about.documents);
    const { weighed } = typed;
    const { all, order, near } = ordered(typed, found, about, passes);
    const checked = Math.min(most, near);
    const first = await verified(order.slice(0, checked), weighed, about);
    if (!first.results.length || first.results[0].value < LEAST) return nothing(missing + first.missing);
    const judgedList = first.results.slice(0, 8).map(({ judged }) => judged);
    return {
      all,
      order: [...first.results.map(({ number }) => number), ...order.slice(checked)],
      results: first.results,
      missing: missing + first.missing,
      weak: isWeak(query, judgedList, weighed, found),
      related: async () => relatedTo(weighed.units, /** @type {Names} */ (await load("names"))),
      didYouMean: suggestion(judgedList, weighed.units, query),
      show: (numbers) => verified(numbers, weighed, about),
    };
  };

  /** @type {(query: string, wish?: Wish) => Promise<Answer>} */
  const find = async (query, wish = {}) => {
    const about = await indexFor(query);
    const answer = await answered(query, about, wish, false);
    // Of a matter that no page knows, pages that answer such questions are better than none.
    return answer.all.length ? answer : answered(query, about, wish, true);
  };

  /** @type {Titles | undefined} */
  let titles;
  const allTitles = async () => {
    titles ??= titlesOf(/** @type {RawTitles} */ (await load("titles")));
    return titles;
  };

  /** What suggestions need, before anything is typed. */
  const ready = async () => {
    const { titles: count } = await index();
    if (count) await allTitles();
  };

  /**
   * Pages whose titles hold what is typed, the best first, from what is at hand. Null where titles have no file of their own.
   *
   * @param {string} query
   * @param {number} most
   * @returns {Promise<readonly Result[] | null>}
   */
  const titled = async (query, most) => {
    const about = await indexFor(query);
    if (!about.titles) return null;
    const { rows, lookUp: find } = await allTitles();
    const pages = { ...about, documents: rows.length };
    const asked = understood(query, pages, AT_HAND);
    const found = find(termsToAsk(asked));
    const typed = shared(weigh(asked, found, rows.length), found, rows.length);
    const { order, near } = ordered(typed, found, pages, () => true);
    const verify = verifying(typed.weighed, pages);
    const judged = order.slice(0, Math.min(2 * most, near)).map((at) => verify(at, rows[at]));
    const like = judged.filter((result) => result.judged.near >= LIKE_TITLE);
    return like.sort((a, b) => b.value - a.value || a.number - b.number).slice(0, most);
  };

  /**
   * Documents by number without a query: what filters alone choose.
   *
   * @param {readonly number[]} numbers
   * @returns {Promise<Shown>}
   */
  const listed = async (numbers) => {
    const about = await index();
    const { texts, missing } = await textsOf(numbers, about, load);
    return { results: [...texts].map(([number, row]) => listedOne(number, row, about)), missing };
  };

  /**
   * The fact that answers a question by itself; null where none does.
   *
   * @param {string} query
   */
  const direct = async (query) =>
    mayBeDirect(query) ? directAnswer(query, /** @type {Answers} */ (await load("answers"))) : null;

  /**
   * The pairs of provinces that a question asks to compare.
   *
   * @param {string} query
   */
  const compared = async (query) =>
    mayCompare(query, await indexFor(query))
      ? comparedIn(query, /** @type {Answers} */ (await load("answers")).places)
      : [];

  const facets = async () => /** @type {RawFacets} */ (await load("facets"));

  return Object.freeze({ find, titled, ready, listed, direct, compared, index, facets });
};
