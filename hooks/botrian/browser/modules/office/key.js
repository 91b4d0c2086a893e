// A table goes in; its key part comes out: the three to six rows that a room reads at one glance. The rule is that of
// hooks/botrian/exports/key_part.py.

import { signs } from "./signs.js";
import { heading, marked, rowMark, textOf } from "./table.js";

/** @import { Ruler } from "./ruler.js" */
/** @import { PrintedCell, PrintedRow, PrintedTable, Printing } from "./table.js" */

const MOST_ROWS = 6;
const FEWEST_ROWS = 3;
const SENTENCE = 28;
const SHORT = 20;
const MORE = "…";
const SILENT = ["unknown", "not-looked-up"];
export const IMPLIED = "*";

/**
 * The table without the rows where no source says anything, and their names; all rows where none says anything.
 *
 * @param {PrintedTable} table
 * @returns {{said: PrintedTable, silent: readonly string[]}}
 */
export const spoken = (table) => {
  /** @param {PrintedRow} row */
  const says = ({ cells }) => !cells.length || cells.some(({ absent }) => !SILENT.includes(absent ?? ""));
  const rows = table.rows.filter(says);
  if (!rows.length) return { said: table, silent: [] };
  return { said: { ...table, rows }, silent: table.rows.filter((row) => !says(row)).map(({ name }) => name) };
};

/** @param {readonly number[]} numbers */
const median = (numbers) => {
  const sorted = [...(numbers.length ? numbers : [0])].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/**
 * The places of the key columns; none where the names of the rows are enough.
 *
 * @param {PrintedTable} table
 */
export const keyColumns = (table) => {
  const { columns, rows } = table;
  const named = [...columns.keys()].filter((at) => table.keyColumns.includes(columns[at].id));
  if (named.length) return named;
  if (!columns.length || median(rows.map(({ name }) => signs(name))) > SENTENCE) return [];
  /** @type {(at: number) => PrintedCell[]} */
  const full = (at) => rows.map(({ cells }) => cells[at]).filter(({ absent }) => !absent);
  const filled = [...columns.keys()].filter((at) => full(at).length * 2 >= rows.length);
  const [first, ...others] = filled.length ? filled : [0];
  const both = [first, ...others.slice(0, 1)];
  return both.every((at) => median(full(at).map((cell) => signs(textOf(cell)))) < SHORT) ? both : [first];
};

/**
 * The rows that come into question, at most six, in the table's order.
 *
 * @param {PrintedTable} table
 * @param {readonly number[]} columns
 */
const keyRows = (table, columns) => {
  const named = table.rows.filter(({ id }) => table.keyRows.includes(id));
  if (named.length) return named.slice(0, MOST_ROWS);
  const full = table.rows.filter(({ cells }) => columns.every((at) => !cells[at].absent));
  return (full.length >= FEWEST_ROWS ? full : table.rows).slice(0, MOST_ROWS);
};

/** @param {readonly PrintedRow[]} rows */
const used = (rows) =>
  rows.reduce((sum, row) => {
    const cells = row.cells.flatMap((cell) => marked(cell).map(([line, mark]) => signs(line + mark)));
    return sum + signs(row.name + rowMark(row)) + cells.reduce((all, one) => all + one, 0);
  }, 0);

/**
 * A list as a sentence; 'read out of the source' as a star, which the slide or picture explains.
 *
 * @param {PrintedCell} cell
 * @param {string} words
 * @returns {PrintedCell}
 */
const onOneLine = (cell, words) => {
  const text = cell.lines.map((line) => (line.startsWith("• ") ? line.slice(2) : line)).join(", ");
  const line = text.replaceAll(`, (${words})`, IMPLIED).replaceAll(` (${words})`, IMPLIED);
  const marks = [...new Set((cell.marks ?? []).flat())].sort((a, b) => a - b);
  return { ...cell, lines: [line], marks: marks.length ? [marks] : [] };
};

/**
 * The text, cut at the end of a phrase or else of a word where it has more letters than the limit.
 *
 * @param {Ruler} ruler
 * @param {string} text
 * @param {number} limit
 */
export const shortened = (ruler, text, limit) => {
  if (signs(text) <= limit) return text;
  let kept = "";
  for (const piece of ruler.pieces(text)) {
    if (signs(kept + piece) > limit - 1) break;
    kept += piece;
  }
  const all = [...kept];
  const phrase = Math.max(all.lastIndexOf(" "), all.lastIndexOf(","));
  const cut = phrase > all.length * 0.6 ? all.slice(0, phrase).join("") : kept;
  return cut.replace(/[ ,;•(]+$/, "") + MORE;
};

/**
 * @param {Ruler} ruler
 * @param {PrintedRow} row
 * @param {number} limit
 * @returns {PrintedRow}
 */
const cutRow = (ruler, row, limit) => ({
  ...row,
  name: shortened(ruler, row.name, limit),
  cells: row.cells.map((cell) => ({ ...cell, lines: [shortened(ruler, textOf(cell), limit)] })),
});

/**
 * The key rows and columns; names, heads and cells have at most so many letters together.
 *
 * @param {Printing} printing
 * @param {number} most
 * @returns {PrintedTable}
 */
export const keyPart = ({ table, ruler, words }, most) => {
  const { said } = spoken(table);
  const places = keyColumns(said);
  const columns = places.map((at) => table.columns[at]);
  const heads = places.length ? [table.rowHeading, ...columns.map(heading)].map(signs) : [];
  const room = most - heads.reduce((sum, one) => sum + one, 0);
  const implied = words["basis.implied"];
  /** @type {PrintedRow[]} */
  const rows = keyRows(said, places).map((row) => ({
    ...row,
    group: "",
    cells: places.map((at) => onOneLine(row.cells[at], implied)),
  }));
  const fewest = table.keyRows.length ? rows.length : Math.min(FEWEST_ROWS, rows.length);
  while (rows.length > fewest && used(rows) > room) rows.pop();
  let limit = 90;
  let shown = rows;
  while (used(shown) > room && limit > 12) {
    limit -= 4;
    shown = rows.map((row) => cutRow(ruler, row, limit));
  }
  return { ...table, columns, rows: shown };
};
