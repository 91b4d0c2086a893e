// What the results page shows of an answer: its items, more of them, and an answer where the filters alone choose.

import { element } from "../dom.js";
import { basis, isSaid, marked } from "./shown.js";

/** @import { Pair } from "./compared.js" */
/** @import { Direct } from "./direct.js" */
/** @import { Answer, Engine, Shown } from "./engine.js" */
/** @import { Site } from "./entry.js" */
/** @import { Result } from "./made.js" */

// How many results are shown at once.
export const PAGE = 10;
const MOST_VALUES = 3;

/**
 * A result in the list of the results page.
 *
 * @param {Result} result
 * @param {Site} site
 */
export const resultItem = (result, site) => {
  const line = basis(result, site);
  return element(
    "li",
    { "data-search-result": true, "data-kind": result.kind },
    element("a", { href: new URL(result.url, site.root).href }, ...marked(result.title)),
    element("p", { class: "kb-basis" }, line),
    isSaid(result, line) ? null : element("p", { class: "kb-snippet" }, ...marked(result.snippet)),
  );
};

/**
 * A fact that answers: its values large, what they are, where that stands.
 *
 * @param {Direct} answer
 * @param {Site} site
 */
export const directLine = ({ title, values, url, source }, { root, say }) => [
  element("p", { class: "kb-basis" }, say("answer")),
  ...values.slice(0, MOST_VALUES).map((value) => element("p", { class: "kb-direct-value" }, value)),
  element("p", {}, element("a", { href: new URL(url, root).href }, title)),
  element("p", { class: "kb-basis" }, say("answer_source", source)),
];

/**
 * The way to two provinces side by side.
 *
 * @param {Pair} pair
 * @param {Site} site
 */
export const compareLine = ({ names, url }, { root, say }) =>
  element(
    "p",
    { "data-search-compare": true },
    element("a", { href: new URL(url, root).href }, say("compare", ...names)),
  );

/**
 * Results by number: those that are there already, and the others from the engine.
 *
 * @param {readonly number[]} numbers
 * @param {Answer} found
 * @returns {Promise<Shown>}
 */
export const resultsOf = async (numbers, found) => {
  const ready = new Map(found.results.map((result) => [result.number, result]));
  const wanted = numbers.filter((number) => !ready.has(number));
  const { results, missing } = wanted.length ? await found.show(wanted) : { results: [], missing: 0 };
  for (const result of results) ready.set(result.number, result);
  return { results: numbers.flatMap((number) => ready.get(number) ?? []), missing };
};

/**
 * With no words the filters alone choose: every document that passes, in the order of the index.
 *
 * @param {Engine} engine
 * @param {(number: number) => boolean} passes
 * @param {number} documents
 * @returns {Promise<Answer>}
 */
export const browse = async (engine, passes, documents) => {
  const all = Array.from({ length: documents }, (_, number) => number);
  const order = all.filter(passes);
  const { results, missing } = await engine.listed(order.slice(0, PAGE));
  return { all, order, results, missing, weak: false, related: async () => [], didYouMean: null, show: engine.listed };
};
