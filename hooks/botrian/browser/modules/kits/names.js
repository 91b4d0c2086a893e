// What somebody types enters; the records of that name leave, whatever way its letters are written.

import { fold } from "../text/keys.js";

/** @import { PlacedNames } from "../compare/page.js" */

/** @typedef {{readonly key: string, readonly kind: string, readonly name: string, readonly folded: string}} Named */

const MOST = 8;

/**
 * The names of all that can be added: those of kits, and the cases that the page that compares knows.
 *
 * @param {Readonly<Record<string, readonly (readonly [id: string, name: string])[]>>} own
 * @param {PlacedNames} cases
 * @returns {readonly Named[]}
 */
export const namedOf = (own, cases) => {
  const found = Object.entries(own).flatMap(([kind, list]) =>
    list.map(([id, name]) => ({ key: `${kind}:${id}`, kind, name })),
  );
  const places = cases.flatMap(([place, list]) =>
    list.map(([key, name]) => ({ key, kind: "case", name: `${name} (${place})` })),
  );
  return [...found, ...places].map((one) => ({ ...one, folded: fold(one.name) }));
};

/**
 * Those that have every word, and how many they are: first those that begin with it.
 *
 * @param {readonly Named[]} all
 * @param {string} asked
 */
export const matching = (all, asked) => {
  const words = fold(asked).split(" ").filter(Boolean);
  const found = words.length ? all.filter((one) => words.every((word) => one.folded.includes(word))) : [];
  const rank = (/** @type {Named} */ one) => (one.folded.startsWith(words[0]) ? 0 : 1);
  return { count: found.length, first: [...found].sort((a, b) => rank(a) - rank(b)).slice(0, MOST) };
};
