// A question and the names of provinces enter; the pairs that it asks to compare leave, in its order.

import { bare } from "./bare.js";
import { piecesOf } from "./pieces.js";

/** @import { Index } from "./index.js" */

/**
 * As hooks/botrian/search/answers.py writes them: id, name, what it may be called, the longest first, and names of systems,
 * charters and communities that only it has.
 *
 * @typedef {readonly [string, string, readonly string[], readonly string[]]} PlaceNames
 *
 * Two provinces: `url` below the language's root.
 * @typedef {{readonly names: readonly [string, string], readonly url: string}} Pair
 */

const MOST = 3;

/**
 * Where a name stands in a text; names in Latin letters as whole words. -1 where it does not.
 *
 * @param {string} text
 * @param {string} name
 */
const placeIn = (text, name) => {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const latin = /[a-z]/.test(name[0]);
    if (!latin || (!/[a-z]/.test(text[at - 1] ?? " ") && !/[a-z]/.test(text[at + name.length] ?? " "))) return at;
  }
  return -1;
};

/**
 * The provinces that a text names, in its order.
 *
 * @param {string} text
 * @param {readonly PlaceNames[]} places
 * @param {boolean} known by what only one has, too
 */
const namedIn = (text, places, known) =>
  places
    .map(([id, name, forms, others]) => {
      const found = (known ? [...forms, ...others] : forms).map((form) => placeIn(text, form)).filter((at) => at >= 0);
      return { id, name, at: found.length ? Math.min(...found) : -1 };
    })
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at);

/**
 * The first province that is named with each of the next ones; none where fewer than two are named.
 *
 * @param {string} query
 * @param {readonly PlaceNames[]} places
 * @returns {Pair[]}
 */
export const comparedIn = (query, places) => {
  const text = bare(query);
  const byName = namedIn(text, places, false);
  const [first, ...others] = byName.length > 1 ? byName : namedIn(text, places, true);
  return others.slice(0, MOST).map((other) => ({
    names: [first.name, other.name],
    url: `compare/?a=${first.id}&b=${other.id}`,
  }));
};

/**
 * Whether a question may name two provinces to compare, by its words or by the names in it: only then are all fetched.
 *
 * @param {string} query
 * @param {Index} index
 */
export const mayCompare = (query, index) => {
  if (/เทียบ|ต่าง|เหมือน|คล้าย|compar|differ|like|versus|\bvs\b/i.test(query)) return true;
  const [first, count] = index.places;
  const named = piecesOf(query, index).filter(({ group = -1 }) => group >= first && group < first + count);
  return new Set(named.map(({ group }) => group)).size > 1;
};
