// The key of a spelling enters; the terms under which the index has it leave. keys.py and grouped.py count alike.

import { BEGIN, GROUP_TERMS, SHORT_RUN } from "#data/search.js";
import { isFigure, isThai } from "../text/keys.js";

/** @import { Term } from "./query.js" */

/**
 * The terms of one way of writing, with the place in it that each stands for; keys.py files a document under the same.
 *
 * @param {string} key
 * @returns {Term[]}
 */
export const termsOf = (key) => {
  /** @type {Term[]} */
  const terms = [];
  let start = 0;
  for (const token of key.split(" ")) {
    if (isThai(token[0])) {
      for (let at = 0; at + 3 <= token.length; at++) terms.push({ term: token.slice(at, at + 3), at: start + at });
      if (token.length <= SHORT_RUN) terms.push({ term: `=${token}`, at: start, whole: true });
    } else if (isFigure(token[0])) {
      terms.push({ term: `#${token}`, at: start, whole: true });
    } else {
      const padded = ` ${token} `;
      for (let at = 0; at + 3 <= padded.length; at++) {
        terms.push({ term: padded.slice(at, at + 3), at: start + at - 1 });
      }
    }
    start += token.length + 1;
  }
  return terms;
};

/** @param {readonly string[]} keys */
export const namesOf = (keys) => keys.map((name) => `~${name.replaceAll(" ", "")}`);

/**
 * How names begin that begin with what was typed.
 *
 * @param {readonly string[]} names
 */
export const beginningsOf = (names) => names.slice(0, 1).map((name) => `^${name.slice(1, 1 + BEGIN)}`);

/**
 * The terms of a spelling that the file of its group has, spread evenly; grouped.py counts alike.
 *
 * @template One
 * @param {readonly One[]} terms
 */
export const someOf = (terms) => {
  const count = Math.min(GROUP_TERMS, terms.length);
  return Array.from(
    { length: count },
    (_, at) => terms[Math.floor((at * (terms.length - 1)) / Math.max(1, count - 1))],
  );
};
