// What writes a format goes in; what writes a picked part of a table in it comes out.

import { Ruler } from "./ruler.js";
import { selected } from "./selection.js";
import { Printing } from "./table.js";

/** @import { Face, Weight } from "./ruler.js" */
/** @import { Selection } from "./selection.js" */
/** @import { PrintedTable, Words } from "./table.js" */
/** @import { ZipEntry } from "./zip.js" */

/**
 * @typedef {object} TableWriter
 * @property {(table: PrintedTable, selection: Selection) => Promise<Uint8Array>} selection the file
 * @property {(table: PrintedTable, selection: Selection) => readonly ZipEntry[]} parts what stands in it, before it is packed
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
  /** @type {(table: PrintedTable, selection: Selection) => Printing} */
  const printing = (table, selection) => {
    const ruler = new Ruler(faces);
    return selected(new Printing(ruler.read(table), ruler.read(words[table.language]), ruler), selection);
  };
  return {
    selection: (table, selection) => file(printing(table, selection)),
    parts: (table, selection) => entries(printing(table, selection)),
  };
};
