// A table as the build hands it over, and what somebody picked of it, go in; a CSV file for programs comes out, the same as
// hooks/botrian/exports/csv_file.py writes of it (data_columns.py). Rows stay rows: for programs nothing is turned.

import { harmless, quoted } from "../tables/formats.js";

/** @import { PrintedCell, PrintedColumn } from "./table.js" */
/** @import { Selection } from "./selection.js" */
/** @import { TakenTable } from "./writer.js" */

/** @typedef {readonly [name: string, values: readonly string[], always?: boolean]} Field a column of the file */

/**
 * What the build puts between the pieces of Thai is no part of the text.
 *
 * @param {string} [text]
 */
const plain = (text = "") => text.replaceAll("\x7f", "");

/**
 * Whether people read nothing in a cell but a number.
 *
 * @param {PrintedCell} cell
 */
const bare = ({ number }) => number !== undefined && !number[1] && !number[2];

/**
 * @param {PrintedColumn} column
 * @param {readonly PrintedCell[]} cells
 * @param {string} language
 * @returns {Field[]}
 */
const fieldsOf = ({ id, type, unit }, cells, language) => {
  const name = id.replaceAll("-", "_");
  const numbers = type === "number" || type === "money";
  const typed = cells.map(({ data = {} }) => data);
  const read = !numbers || !cells.every((cell) => cell.absent || bare(cell));
  const values = cells.map(({ lines, absent }) => (absent ? "" : plain(lines.join("\n"))));
  const qualifiers = typed.map(({ number, date, qualifier = "exact" }) => (number || date ? qualifier : ""));
  const told = qualifiers.some((one) => one && one !== "exact");
  return [
    ...(numbers ? [/** @type {Field} */ ([name, typed.map(({ number = "" }) => number), true])] : []),
    ...(type === "date" ? [/** @type {Field} */ ([`${name}_ce`, typed.map(({ date = "" }) => date), true])] : []),
    ...(read ? [/** @type {Field} */ ([`${name}_${language}`, values, true])] : []),
    [`${name}_unit_${language}`, typed.map((one) => (one.number ? plain(one.unit ?? unit) : ""))],
    [`${name}_qualifier`, told ? qualifiers : []],
    [`${name}_year_ce`, typed.map(({ year = "" }) => year)],
    [`${name}_records`, typed.map(({ records = "" }) => records)],
    [`${name}_absent`, cells.map(({ absent = "" }) => absent)],
    [`${name}_note_${language}`, typed.map(({ note }) => plain(note))],
    [`${name}_citations`, typed.map(({ citations = "" }) => citations)],
  ];
};

/**
 * No two columns of a file have one name.
 *
 * @param {readonly Field[]} fields
 */
const headsOf = (fields) => {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return fields.map(([name]) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count > 1 ? `${name}_${count}` : name;
  });
};

/**
 * @param {TakenTable} table
 * @param {Selection} selection
 */
export const valuesCsv = (table, { rows: wanted, columns: shown }) => {
  const { language } = table;
  const nothing = { lines: [], absent: "not-looked-up" };
  const byId = new Map(table.rows.map((row) => [row.id, row]));
  const rows = wanted.flatMap((id) => byId.get(id) ?? []);
  const places = new Map(table.columns.map(({ id }, at) => [id, at]));
  /** @type {Field[]} */
  const fields = [
    ["id", rows.map(({ id }) => id), true],
    [`name_${language}`, rows.map(({ name }) => plain(name)), true],
    [`group_${language}`, rows.map(({ group }) => plain(group))],
    ["record", rows.map(({ record = "" }) => record)],
    ["url", rows.map(({ url = "" }) => url)],
    ["citations", rows.map(({ cited = "" }) => cited)],
    ...shown.flatMap((id) => {
      const at = places.get(id);
      if (at === undefined) return [];
      const cells = rows.map((row) => row.cells[at] || nothing);
      return fieldsOf(table.columns[at], cells, language);
    }),
  ];
  const kept = fields.filter(([, values, always]) => always || values.some(Boolean));
  const lines = [headsOf(kept), ...rows.map((_, at) => kept.map(([, values]) => values[at]))];
  return `\ufeff${lines.map((line) => `${line.map((text) => quoted(harmless(text))).join(",")}\r\n`).join("")}`;
};
