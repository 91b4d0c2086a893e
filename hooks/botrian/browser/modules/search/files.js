// Terms enter; which files of the index a query asks for, and so which terms, leaves.

import { shardOf } from "./index.js";
import { beginningsOf, namesOf, someOf } from "./terms.js";

/** @import { Index } from "./index.js" */
/** @import { Query, Term } from "./query.js" */

// Where a query asks for as many files, its other spellings are looked for in these only.
const MOST_FILES = 11;

/**
 * The files of the index that a query asks for. `full`: other spellings get no more of their own; `ofGroup`: the terms of
 * one of its spellings that a group's own file has.
 *
 * @typedef {object} Files
 * @property {(term: Term | undefined) => boolean} hold
 * @property {(term: Term) => void} add
 * @property {() => boolean} full
 * @property {(key: string, terms: readonly Term[], group: number) => readonly Term[]} ofGroup
 * @property {Query["fileOf"]} fileOf
 */

/**
 * @param {Index} index
 * @returns {Files}
 */
export const filesAmong = (index) => {
  /** @type {Set<string>} */
  const asked = new Set();
  /** @type {Map<string, string>} */
  const grouped = new Map();
  /** @param {string} term */
  const shard = (term) => `p/${shardOf(term, index)}`;
  /** @type {Query["fileOf"]} */
  const fileOf = (term) => grouped.get(term) ?? (asked.has(shard(term)) ? shard(term) : null);
  return {
    hold: (term) => term !== undefined && fileOf(term.term) !== null,
    add: ({ term }) => void asked.add(shard(term)),
    full: () => asked.size + new Set(grouped.values()).size >= MOST_FILES,
    ofGroup: (key, terms, group) => {
      const some = someOf(terms);
      const [name] = namesOf([key]);
      for (const term of [...some.map(({ term }) => term), name, ...beginningsOf([name])]) {
        if (!grouped.has(term)) grouped.set(term, `g/${group}`);
      }
      return some;
    },
    fileOf,
  };
};

/**
 * What is at hand as a whole is asked for every term.
 *
 * @type {Files}
 */
export const AT_HAND = {
  hold: (term) => term !== undefined,
  add: () => {},
  full: () => false,
  ofGroup: (_, terms) => terms,
  fileOf: () => null,
};

/**
 * Long ways are asked for by some of their terms, spread evenly, and by all others in the files that are asked anyway: the
 * rest is checked on the text.
 *
 * @param {readonly Term[]} terms
 * @param {number} most
 * @param {Files} files
 * @param {boolean} own they are of what was typed
 */
export const spread = (terms, most, files, own) => {
  const count = Math.min(most, terms.length);
  for (let at = 0; at < count; at++) {
    const place = Math.round((at * (terms.length - 1)) / Math.max(1, count - 1));
    const near = terms.length > most ? [place, place - 1, place + 1] : [place];
    if ((own || !files.full()) && !near.some((one) => files.hold(terms[one]))) files.add(terms[place]);
  }
  return terms.filter((term) => files.hold(term));
};
