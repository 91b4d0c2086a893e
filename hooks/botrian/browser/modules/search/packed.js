// Packed lists of numbers and texts (postings.py and build.py pack them) enter; numbers and letters leave.

import { LETTERS, SWAPPED } from "#data/search.js";

/**
 * A text in which ASCII signs stand for letters: the letters, the sign of each, the text.
 *
 * @typedef {readonly [string, string, string]} OneByte
 */

/** @param {OneByte} packed */
export const inLetters = ([letters, signs, text]) => {
  const letterOf = new Map([...signs].map((sign, at) => [sign, letters[at]]));
  return [...text].map((sign) => letterOf.get(sign) ?? sign).join("");
};

const [THAI, SIGNS] = SWAPPED;
/** @type {ReadonlyMap<string, string>} */
const placeOf = new Map(
  [...THAI, ...SIGNS].map((letter, at) => /** @type {[string, string]} */ ([letter, `${SIGNS}${THAI}`[at]])),
);

/**
 * A text with Thai letters and ASCII signs in each other's place; letters.py does the same.
 *
 * @param {string} text
 */
export const swapped = (text) => [...text].map((letter) => placeOf.get(letter) ?? letter).join("");

const numberOf = new Map([...LETTERS].map((letter, at) => [letter, at]));

/**
 * The numbers of a packed list (see postings.py).
 *
 * @param {string} packed
 * @returns {number[]}
 */
export const unpack = (packed) => {
  const numbers = [];
  let last = -1;
  let gap = 0;
  let shift = 0;
  for (const letter of packed) {
    const value = numberOf.get(letter) ?? 0;
    gap |= (value & 31) << shift;
    shift += 5;
    if (value < 32) {
      last += gap + 1;
      numbers.push(last);
      gap = 0;
      shift = 0;
    }
  }
  return numbers;
};
