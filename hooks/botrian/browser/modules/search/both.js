// A weighed query enters; what a table that has all the places that it names is worth more leaves: who names two places asks
// how they differ, and a table has them side by side.

import { isThai } from "../text/keys.js";

/** @import { Index } from "./index.js" */
/** @import { Weighed } from "./weighing.js" */

const TABLE = "table";
// A shorter name stands in other words.
const SHORTEST = 4;
// Names of places and what is asked of them, by what each tells; of a matter that a table is not about it has no more to say.
const WORTH = 0.3;

/**
 * Whether a name stands in a key: a Thai one anywhere, another one as words.
 *
 * @param {string} key
 * @param {string} name
 */
const standsIn = (key, name) =>
  isThai(name[0]) && name.length >= SHORTEST ? key.includes(name) : ` ${key} `.includes(` ${name} `);

/**
 * The numbers of the units that name a place, by themselves or inside a longer name, each place once; none where fewer than
 * two are named.
 *
 * @param {Weighed["units"]} units
 * @param {Pick<Index, "places" | "groups">} index
 */
const placesIn = (units, { places: [first, count], groups }) => {
  const names = groups.slice(first, first + count);
  /** @type {Map<number, number>} */
  const named = new Map();
  units.forEach((unit, at) => {
    const place = names.findIndex((keys) => keys.some((key) => standsIn(unit.key, key)));
    if (place >= 0 && !named.has(place)) named.set(place, at);
  });
  return named.size > 1 ? [...named.values()] : [];
};

/**
 * What a document is worth more, as a share of the best that it could be: 0 where it is no table, or lacks a place.
 *
 * @param {Weighed} weighed
 * @param {Index} index
 * @returns {(kind: string, holds: (unit: number) => boolean, names: (unit: number) => number) => number} `holds`: whether the
 *   document has the unit; `names`: how much of it stands in what names the document, 0 to 1
 */
export const sideBySide = ({ units }, index) => {
  const places = placesIn(units, index);
  const matter = units.flatMap((_, at) => (places.includes(at) ? [] : [at]));
  const total = matter.reduce((sum, at) => sum + units[at].weight, 0);
  return (kind, holds, names) => {
    if (kind !== TABLE || !places.length || !places.every(holds)) return 0;
    return WORTH * (total ? matter.reduce((sum, at) => sum + units[at].weight * names(at), 0) / total : 1);
  };
};
