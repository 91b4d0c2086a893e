// A document's texts enter; the result that people see leaves, and results in their last order.

import { sideBySide } from "./both.js";
import { judge } from "./judging.js";
import { kindOf, kindWeight } from "./kinds.js";
import { markedTitle, snippet } from "./snippets.js";

/** @import { Index, Row } from "./index.js" */
/** @import { Judged } from "./judging.js" */
/** @import { Piece } from "./snippets.js" */
/** @import { Weighed } from "./weighing.js" */

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

// Who types a figure to the last place looks for the cell that holds it.
const WHOLE_FIGURE = /^[0-9]{5,}$|^[0-9]+\.[0-9]+$/;
const CELL_BONUS = 1.35;
// Of two pages whose texts were read, the kind tells less than it does of those that were not.
const KIND_COUNTS = 0.8;
// A mark of this weight is the whole word.
const WHOLE = 0.9;
const NAMING = 3;

/** @param {string} kind */
const isCell = (kind) => kind === "row" || kind === "fact";

/**
 * Places on one page do not crowd out other pages: after two, the rest of them goes behind.
 *
 * @template {Result} One
 * @param {readonly One[]} results
 * @returns {One[]}
 */
export const withoutCrowds = (results) => {
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
 * How much of a unit stands in what names a document: its title, its other names, its summary.
 *
 * @param {Judged} judged
 * @param {number} at
 */
const namedIn = ({ fields }, at) => {
  const marks = fields.slice(0, NAMING).flatMap((field) => field.marks.filter(({ unit }) => unit === at));
  return Math.max(0, ...marks.map(({ weight }) => Math.min(1, weight)));
};

/**
 * Makes results of documents whose texts were read. What rests on the query alone is found once, not for each document.
 *
 * @param {Weighed} weighed
 * @param {Index} index
 * @returns {(number: number, row: Row) => Result & {readonly judged: Judged}}
 */
export const verifying = (weighed, index) => {
  const figure = weighed.units.some(({ key }) => WHOLE_FIGURE.test(key));
  const bonus = sideBySide(weighed, index);
  return (number, row) => {
    const kind = kindOf(number, index);
    const judged = judge(row, weighed);
    const both = bonus(
      kind,
      (at) => judged.fields.some(({ marks }) => marks.some(({ unit, weight }) => unit === at && weight >= WHOLE)),
      (at) => namedIn(judged, at),
    );
    const value =
      judged.value * kindWeight(number, index) ** KIND_COUNTS * (figure && isCell(kind) ? CELL_BONUS : 1) * (1 + both);
    const [url, context] = row;
    const [title, text] = [markedTitle(judged, weighed.units), snippet(judged, weighed.units)];
    return { number, kind, url, context, value, title, snippet: text, judged };
  };
};

/**
 * @param {number} number
 * @param {Row} row
 * @param {Index} index
 * @returns {Result}
 */
export const listedOne = (number, row, index) => {
  const [url, context, title, , summary = ""] = row;
  return {
    ...{ number, kind: kindOf(number, index), url, context, value: 0 },
    title: [{ text: title, mark: false }],
    snippet: [{ text: summary.split("\n")[0], mark: false }],
  };
};
