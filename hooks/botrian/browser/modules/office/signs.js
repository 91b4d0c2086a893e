// Texts go in; the signs that a reader sees as one come out, how many there are, and texts cut between them: the same as
// hooks/botrian/thai/clusters.py and exports/measure.py, held together by tests/exports/test_selections.py.

const JOINER = "\u200d";
const MARK = /^(?:\p{Mn}|\p{Mc}|\p{Me}|\u0e33|\u200c|\u200d|[\u{1f3fb}-\u{1f3ff}]|[\u{e0020}-\u{e007f}])$/u;
const ENDS_ALL = /^[\p{Cc}\p{Zl}\p{Zp}]$/u;
const PICTURE = /^\p{So}$/u;
const FLAG_HALF = /^[\u{1f1e6}-\u{1f1ff}]$/u;
const NO_ROOM = /[\p{Mn}\p{Me}\p{Cf}]/gu;
// What Python calls white space: the sign of byte order is none.
const BLANKS = /[^\S\ufeff]+/g;
const BLANKS_AT_END = /[^\S\ufeff]+$/;
const BLANK = /^[^\S\ufeff]+$/;

/** @param {string} text */
export const trimmedEnd = (text) => text.replace(BLANKS_AT_END, "");

/** @param {string} text */
export const isBlank = (text) => BLANK.test(text);

/**
 * @param {string} unit
 * @param {string} letter
 */
const belongs = (unit, letter) => {
  const last = [...unit].at(-1) ?? "";
  if (last === "\r" && letter === "\n") return true;
  if (ENDS_ALL.test(last)) return false;
  if (MARK.test(letter)) return true;
  if (FLAG_HALF.test(letter)) return FLAG_HALF.test(last) && unit === last;
  return last === JOINER && PICTURE.test(letter);
};

/**
 * The units of a text that must not be cut.
 *
 * @param {string} text
 */
export const clusters = (text) => {
  /** @type {string[]} */
  const units = [];
  for (const letter of text) {
    const last = units.at(-1);
    if (last !== undefined && belongs(last, letter)) units[units.length - 1] = last + letter;
    else units.push(letter);
  }
  return units;
};

/** @param {string} text */
const count = (text) => [...text].length;

/**
 * How many signs stand side by side: marks above and below take no room.
 *
 * @param {string} text
 */
export const letters = (text) => count(text.replace(NO_ROOM, ""));

/**
 * How many signs a text has besides blanks.
 *
 * @param {string} text
 */
export const signs = (text) => count(text.replace(BLANKS, ""));

/**
 * The text, cut between units where it has more letters than this, as Office counts them (UTF-16).
 *
 * @param {string} text
 * @param {number} most
 * @param {string} [ending]
 */
export const fitted = (text, most, ending = "…") => {
  if (text.length <= most) return text;
  let kept = "";
  for (const sign of clusters([...text].slice(0, most).join(""))) {
    if (kept.length + sign.length + ending.length > most) break;
    kept += sign;
  }
  return trimmedEnd(kept) + ending;
};
