// A table goes in; its key part comes out: the three to six rows that a room reads at one glance. The rule is that of
// hooks/botrian/exports/key_part.py.

import { cutCell, IMPLIED, keyCell, shortened } from "./key-cut.js";
import { signs } from "./signs.js";
import { heading, marked, rowMark, textOf } from "./table.js";

/** @import { KeyCell } from "./key-cut.js" */
/** @import { PrintedCell, PrintedRow, PrintedTable, Printing } from "./table.js" */

const MOST_ROWS = 6;
export const FEWEST_ROWS = 3;
const SIDE_BY_SIDE = 3;
const SENTENCE = 28;
const SHORT = 20;
const WHOLE = 90;
const LEAST = 12;
const STEP = 4;
const SILENT = ["unknown", "not-looked-up"];

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
  /** @param {PrintedRow} row */
  const told = ({ cells }) => columns.filter((at) => !cells[at].absent).length;
  const enough = table.rows.map(told).sort((a, b) => b - a)[Math.min(FEWEST_ROWS, table.rows.length) - 1];
  return table.rows.filter((row) => told(row) >= enough).slice(0, MOST_ROWS);
};

/** @param {readonly PrintedRow[]} rows */
const used = (rows) =>
  rows.reduce((sum, row) => {
    const cells = row.cells.flatMap((cell) => marked(cell).map(([line, mark]) => signs(line + mark)));
    return sum + signs(row.name + rowMark(row)) + cells.reduce((all, one) => all + one, 0);
  }, 0);

/** @typedef {Omit<PrintedRow, "cells"> & {readonly cells: readonly KeyCell[]}} KeyRow */
/** @typedef {Omit<PrintedTable, "rows"> & {readonly rows: readonly KeyRow[]}} KeyTable */

/**
 * @param {Printing} printing
 * @param {KeyRow} row
 * @param {number} limit of its cells
 * @param {number} names of its name
 * @returns {KeyRow}
 */
const cutRow = (printing, row, limit, names) => ({
  ...row,
  name: shortened(printing.ruler, row.name, names),
  cells: row.cells.map((cell) => cutCell(cell, limit, printing)),
});

/**
 * To how many letters cells and names are cut, step by step: names below `name` only when cells are short.
 *
 * @param {number} name
 * @returns {Generator<[limit: number, names: number]>}
 */
function* limits(name) {
  for (let limit = WHOLE - STEP; limit > LEAST - STEP; limit -= STEP) yield [limit, Math.max(limit, name)];
  for (let limit = name - STEP; limit > LEAST - STEP; limit -= STEP) yield [LEAST - STEP / 2, limit];
}

/**
 * The columns as rows; without named key rows, what is told of the most of them is the one column.
 *
 * @param {PrintedTable} table
 * @param {readonly number[]} places
 * @param {Readonly<Record<string, string>>} words
 * @returns {KeyTable}
 */
const turned = (table, places, words) => {
  const named = table.rows.filter(({ id }) => table.keyRows.includes(id)).slice(0, SIDE_BY_SIDE);
  /** @param {PrintedRow} row */
  const said = ({ cells }) => places.filter((at) => !cells[at].absent).length;
  const most = Math.max(...table.rows.map(said));
  const told = named.length ? named : table.rows.filter((row) => said(row) === most).slice(0, 1);
  const columns = told.map((row) => {
    const name = `${table.rowHeading}: ${row.name} ${rowMark(row)}`.trimEnd();
    return { id: row.id, name, type: "text", unit: "", definition: "" };
  });
  const rows = places.slice(0, MOST_ROWS).map((at) => {
    const cells = told.map((row) => keyCell(row.cells[at], table.columns[at], words));
    return { id: table.columns[at].id, name: heading(table.columns[at]), cells };
  });
  return {
    ...table,
    rowHeading: words["export.turned"],
    columns,
    rows,
    keyRows: rows.map(({ id }) => id),
    keyColumns: columns.map(({ id }) => id),
  };
};

/**
 * The rows and columns that come into question, with all of their letters, each cell on one line.
 *
 * @param {Printing} printing
 * @returns {KeyTable}
 */
export const keyTable = (printing) => {
  const { said } = spoken(printing.table);
  const places = keyColumns(said);
  return places.length > SIDE_BY_SIDE ? turned(said, places, printing.words) : keyTableOf(printing, said, places);
};

/**
 * A key table of these columns.
 *
 * @param {Printing} printing
 * @param {PrintedTable} said
 * @param {readonly number[]} places
 * @returns {KeyTable}
 */
const keyTableOf = ({ table, words }, said, places) => ({
  ...table,
  columns: places.map((at) => table.columns[at]),
  rows: keyRows(said, places).map((row) => ({
    ...row,
    group: "",
    cells: places.map((at) => keyCell(row.cells[at], table.columns[at], words)),
  })),
});

/** Whether a row of it is named. @param {KeyTable} key */
export const namesRows = (key) => key.rows.some(({ id }) => key.keyRows.includes(id));

/**
 * Of a key table as many rows, and of its texts as much, as have room: names, heads and cells have at most so many letters.
 *
 * @param {KeyTable} key
 * @param {Printing} printing
 * @param {number} most
 * @returns {KeyTable}
 */
export const fittedKey = (key, printing, most) => {
  const heads = key.columns.length ? [key.rowHeading, ...key.columns.map(heading)].map(signs) : [];
  const room = most - heads.reduce((sum, one) => sum + one, 0);
  const rows = [...key.rows];
  const fewest = namesRows(key) ? rows.length : Math.min(FEWEST_ROWS, rows.length);
  while (rows.length > fewest && used(rows) > room) rows.pop();
  let shown = rows;
  for (const [limit, names] of limits(key.columns.length ? SENTENCE : 0)) {
    if (used(shown) <= room) break;
    shown = rows.map((row) => cutRow(printing, row, limit, names));
  }
  return { ...key, rows: shown };
};

/**
 * A key table for each key column: with the rows that are named, else with those of which it says something.
 *
 * @param {KeyTable} key
 * @param {Printing} printing
 * @returns {KeyTable[]}
 */
export const eachColumn = (key, printing) => {
  const { columns } = printing.table;
  const isTurned = key.columns.length && !columns.some(({ id }) => id === key.columns[0].id);
  if (!key.columns.length || isTurned || namesRows(key)) return byColumn(key);
  const { said } = spoken(printing.table);
  return keyColumns(said).map((at) => keyTableOf(printing, said, [at]));
};

/**
 * The same rows once for each column.
 *
 * @param {KeyTable} key
 * @returns {KeyTable[]}
 */
const byColumn = (key) =>
  key.columns.map((column, at) => ({
    ...key,
    columns: [column],
    rows: key.rows.map((row) => ({ ...row, cells: [row.cells[at]] })),
    keyRows: key.rows.map(({ id }) => id),
  }));

/**
 * The first half of the rows and the second.
 *
 * @param {KeyTable} key
 * @returns {KeyTable[]}
 */
export const halves = (key) => {
  const middle = Math.ceil(key.rows.length / 2);
  return [key.rows.slice(0, middle), key.rows.slice(middle)].map((rows) => ({ ...key, rows }));
};

/**
 * The cells of a part, each with the whole of its text.
 *
 * @param {KeyTable} part
 * @param {KeyTable} key
 * @returns {(readonly [cell: KeyCell, whole: string])[]}
 */
const pairs = (part, key) =>
  part.rows.flatMap(({ cells }, row) =>
    cells.map((cell, at) => /** @type {const} */ ([cell, textOf(key.rows[row].cells[at])])),
  );

/**
 * Whether a name or cell of the key table is not there with all of its letters.
 *
 * @param {KeyTable} part
 * @param {KeyTable} key
 */
export const isCut = (part, key) =>
  part.rows.some(({ name }, at) => name !== key.rows[at].name) ||
  pairs(part, key).some(([mine, whole]) => textOf(mine) !== whole);

/**
 * How many cells were cut and keep fewer letters than that, and not all that stands before their bracket.
 *
 * @param {KeyTable} part
 * @param {KeyTable} key
 * @param {number} least
 */
export const untold = (part, key, least) =>
  pairs(part, key).filter(([mine, whole]) => {
    const { kept } = mine;
    return textOf(mine) !== whole && signs(kept) < least && !(kept && whole.startsWith(`${kept} (`));
  }).length;

/**
 * Whether a sign in it stands for what we read out of a source.
 *
 * @param {KeyTable} key
 */
export const starred = ({ rows }) => rows.some(({ cells }) => cells.some((cell) => textOf(cell).includes(IMPLIED)));
