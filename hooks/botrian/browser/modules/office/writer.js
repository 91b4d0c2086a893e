// What writes a format goes in; what writes a picked part of a table in it comes out.

import { Ruler } from "./ruler.js";
import { selected } from "./selection.js";
import { Printing } from "./table.js";

/** @import { Face, Weight } from "./ruler.js" */
/** @import { Selection } from "./selection.js" */
/** @import { PrintedCell, PrintedRow, PrintedTable, Words } from "./table.js" */
/** @import { ZipEntry } from "./zip.js" */

/**
 * A table as the build hands it over: 0 stands for a cell of which nothing is known.
 *
 * @typedef {Omit<PrintedTable, "rows"> & {readonly rows: readonly (Omit<PrintedRow, "cells"> & {readonly cells: readonly (PrintedCell | 0)[]})[]}} TakenTable
 */

/**
 * @typedef {object} TableWriter
 * @property {(table: TakenTable, selection: Selection) => Promise<Uint8Array>} selection the file
 * @property {(table: TakenTable, selection: Selection) => readonly ZipEntry[]} parts what stands in it, before it is packed
 */

/**
 * @typedef {object} Format
 * @property {(printing: Printing) => Promise<Uint8Array>} file
 * @property {(printing: Printing) => readonly ZipEntry[]} entries
 */

/**
 * @param {Readonly<Record<Weight, Face>>} faces
 * @param {Readonly<Record<string, Words>>} words by language
 * @param {Format} format
 * @returns {TableWriter}
 */
export const writerOf = (faces, words, { file, entries }) => {
  /** @type {(table: TakenTable, selection: Selection) => Printing} */
  const printing = (table, selection) => {
    const ruler = new Ruler(faces);
    const own = ruler.read(words[table.language]);
    const silent = { lines: [own["absent.not-looked-up"]], absent: "not-looked-up" };
    const read = ruler.read(table);
    const rows = read.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell || silent) }));
    return selected(new Printing({ ...read, rows }, own, ruler), selection);
  };
  return {
    selection: (table, selection) => file(printing(table, selection)),
    parts: (table, selection) => entries(printing(table, selection)),
  };
};
