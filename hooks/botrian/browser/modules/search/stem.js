// An English word of a question enters; what it shares with its other forms leaves: funded, funding and funds begin alike.

// The longest ending that a word has falls off, then the letter that stood twice before it.
const ENDINGS = /(?:ities|ity|ies|ings?|ed|es|e|s|y)$/;
// What is left of a shorter one begins other words too.
const SHORTEST = 4;

/**
 * How all forms of a word begin; null where it has no ending, or too little is left.
 *
 * @param {string} word of Latin letters, in lower case
 * @returns {string | null}
 */
export const stemOf = (word) => {
  if (!/^[a-z]+$/.test(word)) return null;
  const stem = word.replace(ENDINGS, "").replace(/([b-df-hj-kmnp-tv-z])\1$/, "$1");
  return stem.length >= SHORTEST && stem !== word ? stem : null;
};
