// The address of the results page says what it shows: a query and filters. An address enters, and what it asks for leaves;
// and back.

import { byFacet, FACETS } from "./facets.js";

/** @import { Values } from "./facets.js" */

/**
 * What the address asks for.
 *
 * @typedef {{readonly query: string, readonly filters: Values}} State
 */

const LONGEST = 10000;

/**
 * How many filters are chosen.
 *
 * @param {Values} filters
 */
export const chosenIn = (filters) => FACETS.reduce((sum, name) => sum + filters[name].length, 0);

export const noFilters = () => byFacet(() => /** @type {string[]} */ ([]));

/**
 * @param {string} query of an address
 * @returns {State}
 */
export const stateOf = (query) => {
  const asked = new URLSearchParams(query);
  const filters = byFacet((name) => asked.getAll(name).filter(Boolean));
  return { query: (asked.get("q") ?? "").slice(0, LONGEST), filters };
};

/** @param {State} state */
export const queryOf = ({ query, filters }) => {
  const asked = new URLSearchParams();
  if (query) asked.set("q", query);
  for (const name of FACETS) for (const value of filters[name]) asked.append(name, value);
  return `?${asked}`;
};
