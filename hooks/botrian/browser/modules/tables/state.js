// The state of the tools lives in the page's address, so that a link shows the same view.

/**
 * @typedef {object} State
 * @property {readonly string[] | null} rows the chosen ones; null: all
 * @property {readonly string[] | null} cols
 * @property {string} sort the id of a column or `name`, with `-` before it where it goes down; empty: as given
 * @property {string} q what the filter looks for
 * @property {boolean} full whether rows in which nothing is said are hidden
 * @property {boolean} diff
 * @property {boolean} turn
 * @property {boolean} embed
 */

/** @type {readonly ("rows" | "cols")[]} */
const LISTS = ["rows", "cols"];
/** @type {readonly ("full" | "diff" | "turn" | "embed")[]} */
const SWITCHES = ["full", "diff", "turn", "embed"];
const LONGEST = 200;

/** @returns {State} */
export const emptyState = () => ({
  rows: null,
  cols: null,
  sort: "",
  q: "",
  full: false,
  diff: false,
  turn: false,
  embed: false,
});

/** @param {string} text */
const idsOf = (text) => text.split(",").filter((id) => /^[a-z0-9_-]+$/.test(id));

/**
 * @param {string} query of an address
 * @returns {State}
 */
export const stateOf = (query) => {
  const given = new URLSearchParams(query);
  const state = emptyState();
  for (const name of LISTS) {
    const ids = given.get(name);
    if (ids !== null) state[name] = idsOf(ids);
  }
  for (const name of SWITCHES) state[name] = given.get(name) === "1";
  const sort = given.get("sort") ?? "";
  if (/^-?[a-z0-9_-]+$/.test(sort)) state.sort = sort;
  state.q = (given.get("q") ?? "").slice(0, LONGEST);
  return state;
};

/**
 * Written by hand: URLSearchParams would turn the commas into %2C.
 *
 * @param {State} state
 */
export const queryOf = (state) => {
  const parts = [];
  for (const name of LISTS) if (state[name]) parts.push(`${name}=${state[name].join(",")}`);
  if (state.sort) parts.push(`sort=${state.sort}`);
  if (state.q) parts.push(`q=${encodeURIComponent(state.q)}`);
  for (const name of SWITCHES) if (state[name]) parts.push(`${name}=1`);
  return parts.length ? `?${parts.join("&")}` : "";
};

/** @param {string} sort */
export const sortedBy = (sort) => ({ id: sort.replace(/^-/, ""), down: sort.startsWith("-") });
