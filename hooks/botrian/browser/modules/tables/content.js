// What a table shows goes in; plain lines leave: a caption, a grid of cells, groups, and where it all comes from.

import { every } from "../dom.js";
import { captionOf, lines } from "./model.js";

/** @import { Model, View } from "./model.js" */
/** @import { State } from "./state.js" */

/**
 * @typedef {object} Content
 * @property {string} caption
 * @property {readonly (readonly (readonly string[])[])[]} grid the heading row and the others, each cell a list of lines
 * @property {readonly string[] | null} groups of the rows
 * @property {ReadonlyMap<string, ReadonlySet<string>>} places the lines of each source, as its markers name them
 */

/**
 * @template One
 * @param {readonly (readonly One[])[]} grid
 */
const transposed = (grid) => grid[0].map((_, at) => grid.map((row) => row[at]));

/**
 * Where the visible cells come from: sources with their places. Only our own markers carry them.
 *
 * @param {View} view
 */
const placesOf = ({ rows, columns }) => {
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  const cells = rows.flatMap((row) => [row.th, ...columns.map(({ at }) => row.cells[at].td)]);
  for (const marker of cells.flatMap((cell) => every(cell, ".kb-cite[data-source]"))) {
    const { source = "", place: where } = marker.dataset;
    const known = found.get(source) ?? new Set();
    if (where) known.add(where);
    found.set(source, known);
  }
  return found;
};

/**
 * @param {Model} model
 * @param {View} view
 * @param {State} state
 * @returns {Content}
 */
export const contentOf = (model, view, state) => {
  const head = [model.corner, ...view.columns.map(({ th }) => th)];
  const rows = view.rows.map((row) => [row.th, ...view.columns.map(({ at }) => row.cells[at].td)]);
  const grid = [head, ...rows].map((row) => row.map((cell) => lines(cell)));
  const grouped = view.rows.some(({ group }) => group) && !state.turn;
  return {
    caption: captionOf(model),
    grid: state.turn ? transposed(grid) : grid,
    groups: grouped ? view.rows.map(({ group }) => group?.textContent?.trim() ?? "") : null,
    places: placesOf(view),
  };
};
