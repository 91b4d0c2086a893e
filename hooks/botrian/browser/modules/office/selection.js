// A table and what somebody picked of it go in; the table of just that comes out. The same as
// hooks/botrian/exports/selection.py.

import { digits, heading, rowMark } from "./table.js";

/** @import { PrintedTable, Printing } from "./table.js" */

/**
 * The ids of rows and columns in the order in which they are shown, whether they change places, the address of the view.
 *
 * @typedef {{readonly rows: readonly string[], readonly columns: readonly string[], readonly turned: boolean, readonly link: string}} Selection
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

/** @param {PrintedTable} table */
const numbersIn = ({ rows }) =>
  new Set(rows.flatMap(({ marks = [], cells }) => [...marks, ...cells.flatMap((cell) => cell.marks ?? []).flat()]));

/**
 * @param {Printing} printing
 * @param {Selection} selection
 * @returns {Printing}
 */
export const selected = (printing, selection) => {
  const { table } = printing;
  const places = selection.columns.map((id) => table.columns.findIndex((one) => one.id === id)).filter((at) => at >= 0);
  const found = selection.rows.flatMap((id) => table.rows.find((row) => row.id === id) ?? []);
  const part = {
    ...table,
    columns: places.map((at) => table.columns[at]),
    rows: found.map((row) => ({ ...row, cells: places.map((at) => row.cells[at]) })),
  };
  const numbers = numbersIn(part);
  const cited = table.cited.filter(([number]) => numbers.has(number));
  const short = new Set(cited.map(([, source]) => source));
  const own = table.origin.sources.filter(([name]) => short.has(name));
  const counts = [part.rows.length, table.rows.length, part.columns.length, table.columns.length].map(digits);
  const note = printing.say("export.selection", ...counts, selection.link);
  const whole = {
    ...part,
    cited,
    notes: selection.link ? [...table.notes, note] : table.notes,
    origin: own.length ? { ...table.origin, sources: own } : table.origin,
  };
  return printing.with(selection.turned ? turned(whole) : whole);
};
