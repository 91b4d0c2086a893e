// The address of a folder goes in; what writes files comes out, loaded when it is first asked for, from file:// too.

import { filesOf } from "../search/load.js";

/** @import { TableWriter, TakenTable } from "./writer.js" */

/** @typedef {"book" | "deck" | "picture" | "values" | "word"} Writer */

/**
 * `png`: what draws pictures has it too.
 *
 * @typedef {object} Office
 * @property {(name: Writer) => Promise<TableWriter & {readonly png?: TableWriter["selection"]}>} writer
 * @property {(id: string) => Promise<TakenTable>} table
 * @property {(name: string) => Promise<TakenTable>} facts the table of all facts, from which people put together their own
 */

/**
 * @param {string} root the language's root, with a slash at the end
 * @returns {Office}
 */
export const officeIn = (root) => {
  const writers = filesOf(`${root}assets/office/`, (name) => name);
  const tables = filesOf(`${root}tables/`, (name) => name);
  // Both kinds of scripts hand over here; none is asked for under a name before it has come.
  window.botrianOffice = {
    take: (name, payload) => {
      writers.take(name, payload);
      tables.take(name, payload);
    },
  };
  return {
    writer: async (name) => /** @type {TableWriter} */ (await writers.load(name)),
    facts: async (name) => /** @type {TakenTable} */ (await writers.load(name)),
    table: async (id) => /** @type {TakenTable} */ (await tables.load(id)),
  };
};
