// A Thai name in Latin letters enters; what all ways of writing it have in common leaves: Satoon and Satun, Trad and Trat.

/** @type {readonly (readonly [RegExp, string])[]} */
const RULES = [
  [/[^a-z]/g, ""],
  [/([bdgkpt])h/g, "$1"],
  [/ch|j/g, "c"],
  [/oo|ou/g, "u"],
  [/ee/g, "i"],
  [/ie/g, "ia"],
  [/a?eo|a?ew/g, "eo"],
  [/ae/g, "e"],
  [/oe|er(?![aeiou])/g, "o"],
  [/([ao])r(?![aeiou])/g, "$1"],
  [/a[yi]/g, "ai"],
  [/aw/g, "ao"],
  [/v/g, "w"],
  [/(.)\1+/g, "$1"],
  // At the end of a syllable Thai has one sound for several letters; k and g are heard alike anywhere.
  [/d(?![aeiou])(?!r)/g, "t"],
  [/b(?![aeiou])(?!r)/g, "p"],
  [/(?<!n)g/g, "k"],
];

/**
 * @param {string} name in Latin letters, of one word or several
 */
export const romanKey = (name) =>
  RULES.reduce((text, [pattern, become]) => text.replace(pattern, become), name.toLowerCase()).replace(/c$/, "t");
