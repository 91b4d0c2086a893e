// The rows and columns that a table shows go in; a CSV file for programs comes out, with the names and the order of the
// columns that the site's own files have (hooks/botrian/exports/data_columns.py), as far as a page knows them: ids beside
// names, numbers with their unit, why a cell is empty.

import { harmless } from "./formats.js";

/** @typedef {{readonly lines: readonly string[], readonly value?: string, readonly absent?: string}} DataCell */

/** @typedef {{readonly id: string, readonly type: string, readonly unit: string}} DataHead */

/**
 * @typedef {object} Data
 * @property {readonly DataHead[]} columns
 * @property {readonly {readonly id: string, readonly name: string, readonly group: string, readonly cells: readonly DataCell[]}[]} rows
 */

/** @typedef {readonly [string, readonly string[]]} Field a column of the file: its name, and what stands in it */

const DIGITS = /^-?[0-9]+(\.[0-9]+)?$/;

/** @param {string} text */
const written = (text) => {
  const safe = harmless(text);
  return /["\n\r\t,;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/**
 * Whether people read nothing in a cell but its number.
 *
 * @param {DataCell} cell
 */
const bare = ({ lines, value }) => lines.length === 1 && lines[0].replaceAll(",", "").replace("−", "-") === value;

/**
 * @param {DataHead} column
 * @param {readonly DataCell[]} cells
 * @param {string} language
 * @returns {Field[]}
 */
const fieldsOf = ({ id, type, unit }, cells, language) => {
  const name = id.replaceAll("-", "_");
  const numbers = type === "number" || type === "money";
  const values = cells.map(({ value = "", absent }) => (absent ? "" : value));
  const digits = values.map((value) => (numbers && DIGITS.test(value) ? value : ""));
  /** @type {Field[]} */
  const found = [];
  if (numbers) found.push([name, digits]);
  if (type === "date") found.push([`${name}_ce`, values]);
  if (!numbers || !cells.every((cell) => cell.absent || bare(cell))) {
    found.push([`${name}_${language}`, cells.map(({ lines, absent }) => (absent ? "" : lines.join("\n")))]);
  }
  /** @type {Field[]} */
  const beside = [
    [`${name}_unit_${language}`, digits.map((value) => (value ? unit : ""))],
    [`${name}_absent`, cells.map(({ absent = "" }) => absent)],
  ];
  return [...found, ...beside.filter(([, column]) => column.some(Boolean))];
};

/**
 * @param {Data} data
 * @param {string} language
 */
export const dataCsv = ({ columns, rows }, language) => {
  /** @type {Field[]} */
  const fields = [
    ["id", rows.map(({ id }) => id)],
    [`name_${language}`, rows.map(({ name }) => name)],
  ];
  if (rows.some(({ group }) => group)) fields.push([`group_${language}`, rows.map(({ group }) => group)]);
  for (const [at, column] of columns.entries()) {
    const cells = rows.map((row) => row.cells[at]);
    fields.push(...fieldsOf(column, cells, language));
  }
  const lines = [fields.map(([name]) => name), ...rows.map((_, at) => fields.map(([, column]) => column[at]))];
  return `\ufeff${lines.map((line) => `${line.map(written).join(",")}\r\n`).join("")}`;
};
