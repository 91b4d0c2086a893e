// Text enters; its forms and its search key leave, with the place in the text that each letter of the key came from.
// The rules are the tables of the Thai room: this file only carries them out.

import { TABLES } from "#data/keys.js";

/**
 * A step of rewriting, as the Thai room writes it (hooks/botrian/thai/rules.py says what each operation does).
 *
 * @typedef {object} Step
 * @property {"letters" | "table" | "drop" | "order" | "lower" | "form" | "sub"} operation
 * @property {string} pattern
 * @property {string} [replace]
 * @property {Readonly<Record<string, string>>} [table]
 */

/** @typedef {(match: string, groups?: readonly (string | undefined)[]) => string} Become */

/** @typedef {{operation: Step["operation"], pattern: RegExp, become: Become, plainly: string | null}} Prepared */

/** @type {Record<Step["operation"], (step: Step) => Become>} */
const becoming = {
  letters: (step) => (match) => step.table?.[match] ?? match,
  table: (step) => (match) => step.table?.[match] ?? match,
  drop: (step) => (match) => [...match].filter((letter) => !step.replace?.includes(letter)).join(""),
  order: (step) => (match) => [...match].sort((a, b) => Number(step.table?.[a]) - Number(step.table?.[b])).join(""),
  lower: () => (match) => match.toLowerCase(),
  form: (step) => (match) => match.normalize(step.replace),
  // The groups are filled in by hand so that the place of each match is known.
  sub:
    (step) =>
    (_, groups = []) =>
      (step.replace ?? "").replace(/\$([0-9])/g, (_sign, at) => groups[at - 1] ?? ""),
};

/**
 * @param {readonly Step[]} steps
 * @returns {readonly Prepared[]}
 */
const prepared = (steps) =>
  steps.map((step) => ({
    operation: step.operation,
    pattern: new RegExp(step.pattern, "gu"),
    become: becoming[step.operation](step),
    plainly: step.operation === "sub" ? (step.replace ?? "") : null,
  }));

const NORMAL = prepared(TABLES.normal);
const PLAIN = prepared(TABLES.plain);
const FOLD = prepared(TABLES.fold);
const KEY = prepared(TABLES.key);

/**
 * @param {Prepared} step
 * @param {string} text
 */
const taken = ({ pattern, plainly, become }, text) =>
  plainly === null ? text.replace(pattern, (match) => become(match)) : text.replace(pattern, plainly);

/**
 * @param {readonly Prepared[]} steps
 * @param {string} text
 */
const rewritten = (steps, text) => steps.reduce((now, step) => taken(step, now), text);

/**
 * The stored form of a text: one way of writing the same letters.
 *
 * @param {string} text
 */
export const normal = (text) => {
  let before = text;
  let now = rewritten(NORMAL, text);
  while (before !== now) {
    before = now;
    now = rewritten(NORMAL, now);
  }
  return now;
};

/**
 * What is the same word plainly has the same form: capitals, digits, separators, dots of abbreviations.
 *
 * @param {string} text
 */
export const plain = (text) => rewritten(PLAIN, normal(text));

/**
 * What misspellings change is joined too.
 *
 * @param {string} text
 */
export const fold = (text) => rewritten(FOLD, plain(text));

/**
 * @param {readonly Prepared[]} rules
 * @param {string} text
 */
const asKey = (rules, text) => ` ${rewritten(KEY, rewritten(rules, plain(text.replace(/\n/g, "|")))).trim()} `;

/** @param {string} text */
export const keyOf = (text) => asKey(FOLD, text);

/** @param {string} text */
export const plainKeyOf = (text) => asKey([], text);

/** @param {string} text */
const parted = (text) => text.replace(/\n/g, "|");

/**
 * The key of a stored text, which is in stored form already; `plainly`: without folding.
 *
 * @param {string} text
 * @param {boolean} [plainly]
 */
export const storedKey = (text, plainly = false) =>
  ` ${rewritten(KEY, rewritten(plainly ? PLAIN : [...PLAIN, ...FOLD], parted(text)))} `;

/**
 * One step, with the places kept. Letters that become others one by one stay where they are.
 *
 * @param {Prepared} step
 * @param {string} text
 * @param {number[]} places
 * @returns {[string, number[]]}
 */
const tracedStep = (step, text, places) => {
  const quick = taken(step, text);
  if (quick === text) return [text, places];
  if (step.operation === "letters" && quick.length === text.length) return [quick, places];
  /** @type {number[]} */
  const moved = [];
  let end = 0;
  text.replace(step.pattern, (match, ...rest) => {
    const groups = rest.filter((part) => typeof part !== "number").slice(0, -1);
    const at = /** @type {number} */ (rest.find((part) => typeof part === "number"));
    const became = step.become(match, groups);
    for (; end < at; end++) moved.push(places[end]);
    for (let i = 0; i < became.length; i++) moved.push(places[Math.min(at + i, Math.max(at, at + match.length - 1))]);
    end = at + match.length;
    return match;
  });
  for (; end < places.length; end++) moved.push(places[end]);
  return [quick, moved];
};

/**
 * The key of a stored text and, for each of its letters, the place in the text: several times the work of the key alone.
 *
 * @param {string} text
 * @returns {{key: string, places: number[]}}
 */
export const tracedKey = (text) => {
  let key = parted(text);
  let places = Array.from({ length: text.length + 1 }, (_, at) => at);
  for (const step of [...PLAIN, ...FOLD, ...KEY]) [key, places] = tracedStep(step, key, places);
  return { key: ` ${key} `, places: [0, ...places, text.length] };
};

/** @typedef {"thai" | "number" | "latin"} Script */

/** @param {string} letter */
export const isThai = (letter) => letter >= "ก" && letter <= "\u0e4e";

/** @param {string} letter */
export const isFigure = (letter) => letter >= "0" && letter <= "9";

/**
 * @param {string} token
 * @returns {Script}
 */
export const scriptOf = (token) => (isThai(token[0]) ? "thai" : isFigure(token[0]) ? "number" : "latin");

/**
 * Marks and sara am hang on the letter before: a cut in front of them would tear a Thai cluster.
 *
 * @param {string | undefined} letter
 */
const hangs = (letter) =>
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: single marks are what is looked for
  /[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e\u0300-\u036f\u200d\ufe0f\udc00-\udfff]/.test(letter ?? "");

/**
 * @param {string} text
 * @param {number} at
 */
export const clusterStart = (text, at) => {
  let start = at;
  while (start > 0 && hangs(text[start])) start--;
  return start;
};

/**
 * @param {string} text
 * @param {number} at
 */
export const clusterEnd = (text, at) => {
  let end = at;
  while (end < text.length && hangs(text[end])) end++;
  return end;
};
