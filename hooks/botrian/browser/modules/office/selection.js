// A table and what somebody picked of it go in; the table of just that comes out. The same as
// hooks/botrian/exports/selection.py.

import { digits, heading, rowMark } from "./table.js";

/** @import { PrintedCitation, PrintedTable, Printing } from "./table.js" */

/**
 * The ids of rows and columns in the order in which they are shown, whether they change places, the address of the view.
 * What people put together themselves has a title and an answer of its own, and its marks are numbered anew.
 *
 * @typedef {object} Selection
 * @property {readonly string[]} rows
 * @property {readonly string[]} columns
 * @property {boolean} turned
 * @property {string} link
 * @property {string} [title]
 * @property {string} [answer]
 * @property {boolean} [renumbered]
 */

/**
 * Rows become columns: their marks and groups go into the headings, what the columns mean into the notes.
 *
 * @param {PrintedTable} table
 * @returns {PrintedTable}
 */
const turned = (table) => {
  const { rows, columns } = table;
  const types = new Set(columns.map(({ type }) => type));
  const type = types.size === 1 ? columns[0].type : "text";
  const meanings = columns.filter((one) => one.definition).map((one) => `${heading(one)}: ${one.definition}`);
  return {
    ...table,
    columns: rows.map((row) => {
      const name = row.group ? `${row.name} (${row.group})` : row.name;
      return { id: row.id, name: `${name} ${rowMark(row)}`.trimEnd(), type, unit: "", definition: "" };
    }),
    rows: columns.map((column, at) => ({
      id: column.id,
      name: heading(column),
      cells: rows.map(({ cells }) => cells[at]),
    })),
    notes: [...table.notes, ...meanings],
    keyRows: table.keyColumns,
    keyColumns: table.keyRows,
  };
};

/**
 * The numbers of the marks, in the order in which they are met, each with its place in it from 1.
 *
 * @param {PrintedTable} table
 */
const numbersIn = ({ rows }) => {
  /** @type {Map<number, number>} */
  const found = new Map();
  for (const { marks = [], cells } of rows) {
    for (const number of [...marks, ...cells.flatMap((cell) => cell.marks ?? []).flat()]) {
      if (!found.has(number)) found.set(number, found.size + 1);
    }
  }
  return found;
};

/**
 * @param {PrintedTable} table
 * @returns {PrintedTable}
 */
const renumbered = (table) => {
  const places = numbersIn(table);
  /** @param {readonly number[]} marks */
  const again = (marks) => marks.map((number) => places.get(number) ?? 0).sort((a, b) => a - b);
  const rows = table.rows.map((row) => ({
    ...row,
    marks: row.marks && again(row.marks),
    cells: row.cells.map((cell) => ({ ...cell, marks: cell.marks?.map(again) })),
  }));
  const cited = table.cited.flatMap(([number, ...rest]) => {
    const place = places.get(number);
    return place === undefined ? [] : [/** @type {PrintedCitation} */ ([place, ...rest])];
  });
  return { ...table, rows, cited: cited.sort(([a], [b]) => a - b) };
};

/**
 * @param {Printing} printing
 * @param {Selection} selection
 * @returns {Printing}
 */
export const selected = (printing, selection) => {
  const { table } = printing;
  const places = selection.columns.map((id) => table.columns.findIndex((one) => one.id === id)).filter((at) => at >= 0);
  const found = selection.rows.flatMap((id) => table.rows.find((row) => row.id === id) ?? []);
  const picked = {
    ...table,
    title: selection.title || table.title,
    answer: selection.answer || table.answer,
    columns: places.map((at) => table.columns[at]),
    rows: found.map((row) => ({ ...row, cells: places.map((at) => row.cells[at]) })),
  };
  const part = selection.renumbered ? renumbered(picked) : picked;
  const numbers = numbersIn(part);
  const cited = part.cited.filter(([number]) => numbers.has(number));
  const short = new Set(cited.map(([, source]) => source));
  const own = table.origin.sources.filter(([name]) => short.has(name));
  const counts = [part.rows.length, table.rows.length, part.columns.length, table.columns.length].map(digits);
  const note = printing.say("export.selection", ...counts, selection.link);
  const fewer = found.length < table.rows.length && !selection.answer;
  const shown = fewer ? printing.say("export.picked_rows", counts[0], counts[1], table.rowHeading) : "";
  const whole = {
    ...part,
    picked: shown,
    cited,
    notes: selection.link ? [...table.notes, note] : table.notes,
    origin: own.length ? { ...table.origin, sources: own } : table.origin,
  };
  return printing.with(selection.turned ? turned(whole) : whole);
};
