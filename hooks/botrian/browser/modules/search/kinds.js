// The number of a document enters; its kind and what that counts leave. Documents of a kind follow each other.

/** @import { Index } from "./index.js" */

/**
 * The place in an ascending list of the last number that is not above another.
 *
 * @param {readonly number[]} starts
 * @param {number} number
 */
export const lastUpTo = (starts, number) => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= number) low = middle;
    else high = middle - 1;
  }
  return low;
};

/**
 * @param {number} number
 * @param {Index} index
 */
export const kindOf = (number, { kinds, runs }) => kinds[lastUpTo(runs, number)];

/**
 * A page before a place on it: rows and facts repeat what pages tell.
 *
 * @param {number} number
 * @param {Index} index
 */
export const kindWeight = (number, { weights, runs }) => weights[lastUpTo(runs, number)];
