// A weighed query and the best documents enter; what else a reader may ask for leaves: names of the same, another spelling.

import { keyOf, plainKeyOf } from "../text/keys.js";
import { spelledAs } from "./snippets.js";

/** @import { Names } from "./index.js" */
/** @import { Judged } from "./judging.js" */
/** @import { WeighedUnit } from "./weighing.js" */

/**
 * Names of things that were looked for in other words, and what their terms name as related.
 *
 * @param {readonly WeighedUnit[]} units
 * @param {Names} groups
 */
export const relatedTo = (units, groups) => {
  /** @type {string[]} */
  const names = [];
  for (const unit of units) {
    for (const at of unit.groups) {
      // The first groups are the glossary's: they have a name, and the numbers of related ones.
      const [name, ...related] = groups[at] ?? [""];
      if (name && keyOf(name).trim() !== unit.key) names.push(name);
      for (const other of related) names.push(groups[other][0]);
    }
  }
  return [...new Set(names)].slice(0, 8);
};

/**
 * The query with its words as the best documents spell them; null where they stand as typed.
 *
 * @param {readonly Judged[]} judgedList
 * @param {readonly WeighedUnit[]} units
 * @param {string} query
 */
export const suggestion = (judgedList, units, query) => {
  let better = query;
  units.forEach((unit, number) => {
    if (!unit.plain || unit.key.length < 3 || unit.script === "number") return;
    const found = spelledAs(judgedList, unit, number);
    const typed = query.split(/\s+/).find((word) => plainKeyOf(word).trim() === unit.plain);
    if (found && typed && !found.includes("\n")) better = better.replace(typed, () => found);
  });
  return plainKeyOf(better) === plainKeyOf(query) ? null : better;
};
