// A state and a table go in; the state without what is not there comes out: a link may name rows and columns that are gone.

import { sortedBy } from "./state.js";

/** @import { State } from "./state.js" */

/** @typedef {readonly {readonly id: string}[]} Named */

/**
 * The ids of a list that are still there. All of them, or none of those asked for: then the whole table is the better
 * answer.
 *
 * @param {readonly string[] | null} asked
 * @param {readonly string[]} known
 */
const there = (asked, known) => {
  if (!asked) return null;
  const found = known.filter((id) => asked.includes(id));
  return found.length === known.length || (asked.length && !found.length) ? null : found;
};

/**
 * @param {{readonly rows: Named, readonly columns: Named}} model
 * @param {State} state
 * @param {boolean} builder whether rows and columns are chosen elsewhere
 * @returns {State}
 */
export const knownIn = (model, state, builder) => {
  const [rows, cols] = [model.rows, model.columns].map((list) => list.map(({ id }) => id));
  const lists = builder ? {} : { rows: there(state.rows, rows), cols: there(state.cols, cols) };
  const sort = ["name", ...cols].includes(sortedBy(state.sort).id) ? state.sort : "";
  return { ...state, ...lists, sort };
};
