// Text enters; the kinds of private data in it leave, and words that wait to be filled in. The patterns are those of the
// checker (hooks/botrian/check/private.yml, hooks/botrian/thai/unfilled.py): this file only carries them out.

import { PRIVATE, PRIVATE_KINDS, PRIVATE_SAME, UNFILLED_ALONE, UNFILLED_WITHIN } from "#data/contribute.js";

/** @typedef {{readonly kind: string, readonly start: number, readonly end: number}} Private */

/** @param {string} text with Thai digits written 0-9; nothing else changes */
export const arabicDigits = (text) =>
  text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - "๐".charCodeAt(0)));

const SAME = new Map(
  Object.entries(PRIVATE_SAME).flatMap(([plain, letters]) =>
    [...letters].map((letter) => /** @type {const} */ ([letter, plain])),
  ),
);

/** Digits, dashes and blanks that people and programs type for each other, one for one. */
const same = (/** @type {string} */ text) =>
  arabicDigits(text).replace(/[^\0-~]/g, (letter) => SAME.get(letter) ?? letter);

/** @param {readonly string[]} groups */
const years = (groups) =>
  groups.length > 1 && groups.filter((group) => /^(?:19|20|24|25)[0-9]{2}$/.test(group)).length > 1;

/**
 * Whether 13 digits are a Thai citizen number: the last is the sum of the others by their weights.
 *
 * @param {string} text
 */
export const hasCheckDigit = (text) => {
  const digits = (text.match(/[0-9]/g) ?? []).map(Number);
  if (digits.length !== 13) return false;
  const total = digits.slice(0, 12).reduce((sum, digit, at) => sum + digit * (13 - at), 0);
  return (11 - (total % 11)) % 10 === digits[12];
};

/** @type {Readonly<Record<string, (text: string) => boolean>>} */
const TESTS = {
  "": () => true,
  citizen: (text) => {
    const groups = text.match(/[0-9]+/g) ?? [];
    return hasCheckDigit(text) && (groups.length <= 5 || groups.length === 13) && !years(groups);
  },
  "one-number": (text) => {
    const groups = text.match(/[0-9]+/g) ?? [];
    const singly = text.includes("-") && groups.every((group) => group.length === 1);
    return (groups.length <= 4 || singly) && !years(groups);
  },
};

/**
 * An old browser does not know every pattern; the checker looks again.
 *
 * @param {string} pattern
 */
const compiled = (pattern) => {
  try {
    return new RegExp(pattern, "gu");
  } catch {
    return null;
  }
};

const PATTERNS = PRIVATE.map((one) => ({ ...one, compiled: compiled(one.pattern) }));

/**
 * @param {string} line
 * @returns {Private[]}
 */
const ofLine = (line) => {
  const seen = same(line);
  const plain = seen.replace(/(?:https?:\/\/|www\.)[^\s"'<>)\]]+/g, (address) => " ".repeat(address.length));
  /** @type {Private[]} */
  const found = [];
  for (const { kind, compiled: pattern, test, addresses } of PATTERNS) {
    for (const match of pattern ? (addresses ? seen : plain).matchAll(pattern) : []) {
      // Nothing that a pattern takes in stands behind its first group.
      const start = match.index + match[0].lastIndexOf(match[1]);
      if (TESTS[test](match[1])) found.push({ kind, start, end: start + match[1].length });
    }
  }
  /** @param {Private} one */
  const rank = ({ kind }) => PRIVATE_KINDS.indexOf(kind);
  found.sort((one, other) => one.start - other.start || rank(one) - rank(other) || other.end - one.end);
  /** @type {Private[]} */
  const kept = [];
  for (const one of found) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
};

/**
 * What of persons stands in a text, in its order; where two overlap, the one that begins first.
 *
 * @param {string} text
 */
export const privateDetails = (text) => {
  let start = 0;
  return text.split("\n").flatMap((line) => {
    const found = ofLine(line).map((one) => ({ ...one, start: one.start + start, end: one.end + start }));
    start += line.length + 1;
    return found;
  });
};

/**
 * The kinds of private data in a text, each once.
 *
 * @param {string} text
 */
export const privateKinds = (text) => [...new Set(privateDetails(text).map(({ kind }) => kind))];

/**
 * The first words of a text in stored form that wait to be replaced; empty where there are none.
 *
 * @param {string} text
 */
export const unfilled = (text) => {
  const line = text.trim();
  for (const pattern of [UNFILLED_ALONE, ...UNFILLED_WITHIN]) {
    const match = line.match(new RegExp(pattern, "u"));
    if (match) return match[2];
  }
  return "";
};
