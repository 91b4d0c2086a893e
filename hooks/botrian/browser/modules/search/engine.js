// The search itself: a query enters, results in order leave. The page's scripts know only what stands here.

import { keyOf, plainKeyOf } from "../text/keys.js";
import { comparedIn, mayCompare } from "./compared.js";
import { directAnswer, mayBeDirect } from "./direct.js";
import { isWeak } from "./doubt.js";
import { indexOf, lookUp, textsOf } from "./index.js";
import { judge } from "./judging.js";
import { kindOf, kindWeight } from "./kinds.js";
import { understood } from "./query.js";
import { firstOrder, relaxed, weigh } from "./ranking.js";
import { markedTitle, snippet, spelledAs } from "./snippets.js";

/** @import { Answers } from "./direct.js" */
/** @import { RawFacets } from "./facets.js" */
/** @import { About, Index, Names, Row } from "./index.js" */
/** @import { Judged } from "./judging.js" */
/** @import { Load } from "./load.js" */
/** @import { Query } from "./query.js" */
/** @import { Found, Weighed, WeighedUnit } from "./ranking.js" */
/** @import { Piece } from "./snippets.js" */

/**
 * @typedef {object} Result
 * @property {number} number of the document
 * @property {string} kind
 * @property {string} url below the language's root
 * @property {string} context
 * @property {number} value how well it answers
 * @property {readonly Piece[]} title
 * @property {readonly Piece[]} snippet
 */

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
 * @property {number} [most] how many are wanted at once
 * @property {number} [checked] how many are ranked on their text
 */

/** @typedef {ReturnType<typeof engineOf>} Engine */

const CHECKED = 12;
// A document is an answer where it has this share of what the best one has of the query,
const ENOUGH = 0.55;
// or whole words that make up this share of the query.
const WHOLE_ENOUGH = 0.4;
// Below this the best document only shares stray letters with the query: that is no answer.
const LEAST = 0.3;
// Who types a figure to the last place looks for the cell that holds it.
const WHOLE_FIGURE = /^[0-9]{5,}$|^[0-9]+\.[0-9]+$/;
const CELL_BONUS = 1.35;

/** @param {string} kind */
const isCell = (kind) => kind === "row" || kind === "fact";

/**
 * Places on one page do not crowd out other pages: after two, the rest of them goes behind.
 *
 * @template {Result} One
 * @param {readonly One[]} results
 * @returns {One[]}
 */
const withoutCrowds = (results) => {
  /** @type {Map<string, number>} */
  const seen = new Map();
  /** @type {One[]} */
  const first = [];
  /** @type {One[]} */
  const behind = [];
  for (const result of results) {
    const [page] = result.url.split("#");
    const before = isCell(result.kind) ? (seen.get(page) ?? 0) : 0;
    if (isCell(result.kind)) seen.set(page, before + 1);
    (before < 2 ? first : behind).push(result);
  }
  return [...first, ...behind];
};

/**
 * Names of things that were looked for in other words, and what their terms name as related.
 *
 * @param {readonly WeighedUnit[]} units
 * @param {Names} groups
 */
const relatedTo = (units, groups) => {
  /** @type {string[]} */
  const names = [];
  for (const unit of units) {
    for (const at of unit.groups) {
      // The first groups are the glossary's: they have a name, and the numbers of related ones.
      const [name, ...related] = groups[at] ?? [""];
      if (name && keyOf(name).trim() !== unit.key) names.push(name);
      for (const other of related) names.push(groups[other][0]);
    }
  }
  return [...new Set(names)].slice(0, 8);
};

/**
 * The query with its words as the best documents spell them; null where they stand as typed.
 *
 * @param {readonly Judged[]} judgedList
 * @param {readonly WeighedUnit[]} units
 * @param {string} query
 */
const suggestion = (judgedList, units, query) => {
  let better = query;
  units.forEach((unit, number) => {
    if (!unit.plain || unit.key.length < 3 || unit.script === "number") return;
    const found = spelledAs(judgedList, unit, number);
    const typed = query.split(/\s+/).find((word) => plainKeyOf(word).trim() === unit.plain);
    if (found && typed && !found.includes("\n")) better = better.replace(typed, () => found);
  });
  return plainKeyOf(better) === plainKeyOf(query) ? null : better;
};

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
const termsToAsk = ({ units, names }) => {
  const asked = new Set(units.flatMap(({ ways }) => ways.flatMap(({ terms }) => terms.map(({ term }) => term))));
  return asked.size ? [...asked, ...names] : [];
};

/**
 * Documents that answer, whatever their order, and the first order of those that pass.
 *
 * @param {Weighed} weighed
 * @param {Found} found
 * @param {Index} index
 * @param {(number: number) => boolean} passes
 */
const ordered = (weighed, found, index, passes) => {
  const { score, cover, wholes } = firstOrder(weighed, found, index.documents);
  const highest = cover.reduce((most, one) => Math.max(most, one), 0);
  const all = [];
  for (let number = 0; number < index.documents; number++) {
    const enough = cover[number] >= ENOUGH * highest || wholes[number] >= WHOLE_ENOUGH * weighed.total;
    if (score[number] > 0 && enough) all.push(number);
  }
  /** @param {number} number */
  const worth = (number) => score[number] * kindWeight(number, index);
  return { all, order: all.filter(passes).sort((a, b) => worth(b) - worth(a) || a - b) };
};

/**
 * @param {number} number
 * @param {Row} row
 * @param {Weighed} weighed
 * @param {Index} index
 * @returns {Result & {readonly judged: Judged}}
 */
const verifiedOne = (number, row, weighed, index) => {
  const kind = kindOf(number, index);
  const judged = judge(row, weighed);
  const figure = weighed.units.some(({ key }) => WHOLE_FIGURE.test(key));
  const value = judged.value * (kindWeight(number, index) * (figure && isCell(kind) ? CELL_BONUS : 1));
  const [url, context] = row;
  const [title, text] = [markedTitle(judged, weighed.units), snippet(judged, weighed.units)];
  return { number, kind, url, context, value, title, snippet: text, judged };
};

/**
 * @param {number} number
 * @param {Row} row
 * @param {Index} index
 * @returns {Result}
 */
const listedOne = (number, row, index) => {
  const [url, context, title, , summary = ""] = row;
  return {
    ...{ number, kind: kindOf(number, index), url, context, value: 0 },
    title: [{ text: title, mark: false }],
    snippet: [{ text: summary.split("\n")[0], mark: false }],
  };
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
    const results = [...texts].map(([number, row]) => verifiedOne(number, row, weighed, about));
    results.sort((a, b) => b.value - a.value || a.number - b.number);
    return { results: withoutCrowds(results), missing };
  };

  /** @type {(query: string, wish?: Wish) => Promise<Answer>} */
  const find = async (query, { passes = () => true, most = 10, checked = CHECKED } = {}) => {
    const about = await indexFor(query);
    const asked = understood(query, about);
    const terms = termsToAsk(asked);
    if (!terms.length) return nothing(0);
    const { found, missing } = await lookUp(terms, about, load);
    const weighed = relaxed(weigh(asked, found, about.documents), found, about.documents);
    const { all, order } = ordered(weighed, found, about, passes);
    const first = await verified(order.slice(0, Math.max(most, checked)), weighed, about);
    if (!first.results.length || first.results[0].value < LEAST) return nothing(missing + first.missing);
    const judgedList = first.results.slice(0, 8).map(({ judged }) => judged);
    return {
      all,
      order: [...first.results.map(({ number }) => number), ...order.slice(Math.max(most, checked))],
      results: first.results,
      missing: missing + first.missing,
      weak: isWeak(query, judgedList, weighed, found, about),
      related: async () => relatedTo(weighed.units, /** @type {Names} */ (await load("names"))),
      didYouMean: suggestion(judgedList, weighed.units, query),
      show: (numbers) => verified(numbers, weighed, about),
    };
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
    mayCompare(query) ? comparedIn(query, /** @type {Answers} */ (await load("answers")).places) : [];

  const facets = async () => /** @type {RawFacets} */ (await load("facets"));

  return Object.freeze({ find, listed, direct, compared, index, facets });
};
