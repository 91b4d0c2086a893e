// Entries of a list and what is chosen enter; which of them pass, and how many each choice would leave, leave.

/**
 * `name`: the same for what stands in several groups.
 * @typedef {{readonly name: string, readonly words: string,
 *   readonly values: Readonly<Record<string, string | undefined>>}} Entry
 *
 * `words`: folded; `choices`: by name, "" where nothing is chosen.
 * @typedef {{readonly words: string, readonly choices: Readonly<Record<string, string>>}} Asked
 */

/**
 * Whether a text holds every word that is looked for, in any order; numbers and spellings as the search takes them.
 *
 * @param {string} words folded
 * @param {string} asked folded
 */
const holds = (words, asked) =>
  asked
    .split(" ")
    .filter(Boolean)
    .every((word) => words.includes(word));

/**
 * @param {Entry} entry
 * @param {string} name
 * @param {string} value
 */
const has = ({ values }, name, value) => (values[name] ?? "").split(" ").includes(value);

/**
 * @param {Entry} entry
 * @param {Asked} asked
 * @param {string} [without] a choice that does not count
 */
export const passes = (entry, { words, choices }, without = "") =>
  holds(entry.words, words) &&
  Object.entries(choices).every(([name, value]) => !value || name === without || has(entry, name, value));

/**
 * How many entries each value of a choice would leave, whatever is chosen in it now; each once, however often it stands
 * there.
 *
 * @param {readonly Entry[]} entries
 * @param {Asked} asked
 * @param {string} name
 * @returns {Map<string, number>}
 */
export const counted = (entries, asked, name) => {
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  for (const entry of entries) {
    if (!passes(entry, asked, name)) continue;
    for (const value of (entry.values[name] ?? "").split(" ").filter(Boolean)) {
      found.set(value, (found.get(value) ?? new Set()).add(entry.name));
    }
  }
  return new Map([...found].map(([value, names]) => [value, names.size]));
};
