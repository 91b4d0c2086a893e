// A table on the page goes in; what the tools need to know of it comes out: columns, rows, texts, order.

import { every } from "../dom.js";
import { fold, plain } from "../text/keys.js";
import { sortedBy } from "./state.js";

/** @import { State } from "./state.js" */

/**
 * `text`: what it is compared by; `found`: what the filter looks in.
 *
 * @typedef {object} Cell
 * @property {HTMLTableCellElement} td
 * @property {string | undefined} label
 * @property {string} text
 * @property {string} found
 * @property {string | undefined} value what it is sorted by, where that is not its text
 * @property {string | undefined} absent why it is empty
 */

/**
 * @typedef {object} Row
 * @property {HTMLTableRowElement} tr
 * @property {HTMLTableCellElement} th
 * @property {string} id
 * @property {string} name
 * @property {HTMLTableRowElement | null} group the line that its group begins with
 * @property {readonly Cell[]} cells
 * @property {string} anchor
 */

/** @typedef {{readonly th: HTMLTableCellElement, readonly at: number, readonly id: string, readonly name: string}} Column */

/**
 * @typedef {object} Model
 * @property {HTMLTableElement} table
 * @property {HTMLTableCellElement} corner
 * @property {readonly Column[]} columns
 * @property {readonly Row[]} rows
 */

/** @typedef {{readonly columns: readonly Column[], readonly rows: readonly Row[]}} View */

const collator = new Intl.Collator("th", { numeric: true });
// Nothing is said of it: exports/key_part.py calls the same silent.
const SILENT = ["unknown", "not-looked-up"];
const NOT_TEXT = "sup, .kb-correct, .kb-sort, .kb-mark, .kb-definition, .kb-sr";

// ---- texts -----------------------------------------------------------------------------------------------

/**
 * What people read in a cell, as lines: without markers, buttons and what the tools put there.
 *
 * @param {Element} element
 * @returns {string[]}
 */
export const lines = (element) => {
  const copy = /** @type {Element} */ (element.cloneNode(true));
  for (const one of every(copy, NOT_TEXT)) one.remove();
  for (const item of every(copy, "li")) item.prepend("\n• ");
  for (const list of every(copy, "ul")) list.append("\n");
  for (const note of every(copy, ".kb-cell-note")) {
    note.prepend("(");
    note.append(")");
  }
  // Whose a number is: the same sign stands in all files.
  for (const owner of every(copy, "td .kb-basis:not(.kb-cell-note) > a")) owner.before("— ");
  const texts = copy.textContent?.split("\n") ?? [];
  // Joints keep the ends of lines out of words on the page (markup/unbroken.py).
  return texts
    .map((line) =>
      line
        .replace(/[\u2060\u200b]/g, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter(Boolean);
};

/** @param {Element} element */
const textOf = (element) => lines(element).join(" ");

/**
 * What a table's caption says.
 *
 * @param {Model} model
 */
export const captionOf = ({ table }) => table.caption?.textContent?.trim() ?? "";

/**
 * The name of what the rows are.
 *
 * @param {Model} model
 */
export const cornerName = ({ corner }) => textOf(corner);

// ---- reading ---------------------------------------------------------------------------------------------

/**
 * @param {HTMLTableCellElement} td
 * @returns {Cell}
 */
const cellOf = (td) => {
  const text = plain(textOf(td));
  const { label, sortValue, absent } = td.dataset;
  return { td, label, text, found: fold(text), value: sortValue, absent };
};

/**
 * @param {HTMLTableRowElement} tr
 * @param {HTMLTableRowElement | null} group
 * @returns {Row}
 */
const rowOf = (tr, group) => {
  const [th, ...cells] = tr.cells;
  return { tr, th, id: tr.dataset.row ?? "", name: textOf(th), group, cells: cells.map(cellOf), anchor: tr.id };
};

/**
 * @param {HTMLTableElement} table
 * @returns {Model}
 */
export const read = (table) => {
  const [corner, ...heads] = table.tHead?.rows[0].cells ?? [];
  const columns = heads.map((th, at) => ({ th, at, id: th.dataset.column ?? "", name: textOf(th) }));
  /** @type {Row[]} */
  const rows = [];
  /** @type {HTMLTableRowElement | null} */
  let group = null;
  for (const tr of [...table.tBodies].flatMap((body) => [...body.rows])) {
    if (tr.classList.contains("kb-group")) group = tr;
    else rows.push(rowOf(tr, group));
  }
  return { table, corner, columns, rows };
};

// ---- order -----------------------------------------------------------------------------------------------

/**
 * What is not known stands last whichever way the column is sorted; numbers and dates before words.
 *
 * @param {Cell} cell
 */
const rank = (cell) => (cell.absent ? 2 : cell.value === undefined ? 1 : 0);

/**
 * @param {string} a
 * @param {string} b
 */
const compareTyped = (a, b) => {
  const [left, right] = [Number(a), Number(b)];
  if (!Number.isNaN(left) && !Number.isNaN(right)) return left - right;
  return a < b ? -1 : Number(a > b);
};

/**
 * @param {Cell} a
 * @param {Cell} b
 * @param {1 | -1} direction
 */
export const compareCells = (a, b, direction) => {
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (a.absent) return collator.compare(a.absent, b.absent ?? "");
  return direction * (rank(a) === 0 ? compareTyped(a.value ?? "", b.value ?? "") : collator.compare(a.text, b.text));
};

/**
 * Rows in order, each within its group.
 *
 * @param {Model} model
 * @param {readonly Row[]} rows
 * @param {string} sort
 */
const sorted = (model, rows, sort) => {
  const { id, down } = sortedBy(sort);
  const column = model.columns.find((one) => one.id === id);
  if (!column && id !== "name") return rows;
  const groups = [...new Set(model.rows.map((row) => row.group))];
  const direction = down ? -1 : 1;
  /** @type {(a: Row, b: Row) => number} */
  const compare = column
    ? (a, b) => compareCells(a.cells[column.at], b.cells[column.at], direction)
    : (a, b) => direction * collator.compare(a.name, b.name);
  return [...rows].sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || compare(a, b));
};

/**
 * The rows and columns that a state shows, in its order.
 *
 * @param {Model} model
 * @param {State} state
 * @returns {View}
 */
export const chosen = (model, state) => {
  const columns = model.columns.filter(({ id }) => !state.cols || state.cols.includes(id));
  const wanted = fold(state.q);
  /** @param {Row} row */
  const fits = (row) => {
    if (state.rows && !state.rows.includes(row.id)) return false;
    if (state.full && columns.length && columns.every(({ at }) => SILENT.includes(row.cells[at].absent ?? "")))
      return false;
    if (!wanted) return true;
    return fold(row.name).includes(wanted) || columns.some(({ at }) => row.cells[at].found.includes(wanted));
  };
  return { columns, rows: sorted(model, model.rows.filter(fits), state.sort) };
};
