// A text enters; what a search reads of it leaves, each when it is asked for.

import { clusterEnd, clusterStart, storedKey, tracedKey } from "../text/keys.js";

/**
 * A text that is searched: its key, its key without folding, and for each letter of the key its place in the text.
 *
 * @typedef {object} Field
 * @property {string} text
 * @property {string} key
 * @property {() => string} plain
 * @property {() => readonly number[]} places
 */

/**
 * Folding long texts is most of the work of a search on a cheap phone: what few of them are asked for comes when it is.
 *
 * @param {string} text
 * @returns {Field}
 */
export const fieldOf = (text) => {
  /** @type {string | undefined} */
  let plain;
  /** @type {readonly number[] | undefined} */
  let places;
  return {
    text,
    key: text ? storedKey(text) : "  ",
    plain: () => {
      plain ??= storedKey(text, true);
      return plain;
    },
    places: () => {
      places ??= tracedKey(text).places;
      return places;
    },
  };
};

/**
 * The text of a field in which a mark stands, to the edges of its Thai clusters.
 *
 * @param {Field} field
 * @param {{readonly at: number, readonly end: number}} mark
 */
export const textAt = ({ text, places }, { at, end }) =>
  text.slice(clusterStart(text, places()[at]), clusterEnd(text, places()[end - 1] + 1));
