// A text or cell that is too long goes in; what has room for it comes out, and never says another thing than the whole.
// The rule is that of hooks/botrian/exports/key_cut.py.

import { signs } from "./signs.js";
import { textOf } from "./table.js";

/** @import { Ruler } from "./ruler.js" */
/** @import { PrintedCell, PrintedColumn, Printing } from "./table.js" */

/**
 * A cell on one line: the entries that it joins, whether they are amounts, and what a cut one keeps of its text.
 *
 * @typedef {PrintedCell & {readonly entries: readonly string[], readonly amounts: boolean, readonly kept: string}} KeyCell
 */

export const IMPLIED = "*";
const MORE = "…";
/** @type {ReadonlyMap<string, string>} */
const CLOSES = new Map([
  ["(", ")"],
  ["“", "”"],
]);
const AMOUNTS = ["number", "money"];
const ENDS = /^[,;:.)”\u0e01-\u0e4e]$/u;
const NEVER_FOLLOWS = /^[\p{Nd}ๆฯ]$/u;
const GOES_ON = ["และ", "หรือ", "ได้แก่", "คือ", "เช่น", "ว่า", "โดย", "ที่", "กับ", "ของ", "พ.ศ.", "e.g.", "i.e.", "B.E."];
const BEGINS = ["(", "—", "and ", "or ", "but ", "which ", "who ", "because ", "while ", "where "];
const LONGEST_WORD = 8;

/**
 * What closes the brackets and quotations that are open at the end of a text, innermost first.
 *
 * @param {string} text
 */
const closing = (text) => {
  /** @type {string[]} */
  const open = [];
  for (const sign of text) {
    const closes = CLOSES.get(sign);
    if (closes) open.unshift(closes);
    else if (open[0] === sign) open.shift();
  }
  return open.join("");
};

/** @param {string} text without what a cut leaves at its end */
const trimmed = (text) => text.replace(/[ ,;:•(—]+$/, "");

/**
 * A list as a sentence; 'read out of the source' as a star, which the slide or picture explains. Of an empty cell only
 * why it is empty. What stands in brackets belongs to the entry before it.
 *
 * @param {PrintedCell} cell
 * @param {PrintedColumn} column
 * @param {Readonly<Record<string, string>>} words
 * @returns {KeyCell}
 */
export const keyCell = (cell, column, words) => {
  const implied = `(${words["basis.implied"]})`;
  /** @type {string[]} */
  const found = [];
  for (const line of cell.absent ? cell.lines.slice(0, 1) : cell.lines) {
    if (found.length && line.startsWith("(")) found[found.length - 1] += `, ${line}`;
    else found.push(line.startsWith("• ") ? line.slice(2) : line);
  }
  const entries = found.map((one) => one.replaceAll(`, ${implied}`, IMPLIED).replaceAll(` ${implied}`, IMPLIED));
  const marks = [...new Set((cell.marks ?? []).flat())].sort((a, b) => a - b);
  const own = { lines: [entries.join(", ")], marks: marks.length ? [marks] : [] };
  return { ...cell, ...own, entries, amounts: AMOUNTS.includes(column.type), kept: "" };
};

/**
 * The places of blanks where a clause ends: in no bracket, before no number, after no word that asks for another.
 *
 * @param {readonly string[]} letters
 */
const ends = (letters) =>
  [...letters.keys()].filter((at) => {
    if (letters[at] !== " " || at === 0 || at + 1 === letters.length) return false;
    const following = letters[at + 1];
    const after = letters.slice(at + 1, at + 1 + LONGEST_WORD).join("");
    if (!ENDS.test(letters[at - 1]) && !BEGINS.some((one) => after.startsWith(one))) return false;
    const word = letters.slice(Math.max(0, at - LONGEST_WORD), at).join("");
    if (NEVER_FOLLOWS.test(following) || GOES_ON.some((one) => word.endsWith(one))) return false;
    return !closing(letters.slice(0, at).join(""));
  });

/**
 * As many whole clauses as have room, with the word that more follows.
 *
 * @param {string} text
 * @param {number} limit
 * @param {Printing} printing
 * @returns {[words: string, kept: string]}
 */
const clauses = (text, limit, printing) => {
  const more = printing.say("export.more_words");
  const letters = [...text];
  const kept = ends(letters)
    .map((end) => trimmed(letters.slice(0, end).join("")))
    .filter((one) => signs(one) <= limit - signs(more))
    .at(-1);
  return kept ? [kept + more, kept] : [printing.say("export.long_words"), ""];
};

/**
 * What stands in a cell that is cut, and how much of that is its own text.
 *
 * @param {KeyCell} cell
 * @param {number} limit
 * @param {Printing} printing
 * @returns {[words: string, kept: string]}
 */
const cut = ({ entries, amounts }, limit, printing) => {
  const count = entries.length;
  if (count < 2) return clauses(entries[0], limit, printing);
  if (amounts) return [printing.say("export.many_amounts", count), ""];
  for (let shown = count - 1; shown > 0; shown -= 1) {
    const kept = entries.slice(0, shown).join(", ");
    const words = printing.say("export.more_entries", kept, count - shown);
    if (signs(words) <= limit) return [words, kept];
  }
  return [printing.say("export.many_entries", count), ""];
};

/**
 * The cell in about so many letters; why a cell is empty is not cut.
 *
 * @param {KeyCell} cell
 * @param {number} limit
 * @param {Printing} printing
 * @returns {KeyCell}
 */
export const cutCell = (cell, limit, printing) => {
  if (cell.absent || signs(textOf(cell)) <= limit) return cell;
  const [words, kept] = cut(cell, limit, printing);
  return { ...cell, lines: [words], kept };
};

/**
 * The text, cut at the end of a phrase or else of a word where it has more letters than the limit.
 *
 * @param {Ruler} ruler
 * @param {string} text
 * @param {number} limit
 */
export const shortened = (ruler, text, limit) => {
  if (signs(text) <= limit) return text;
  let kept = "";
  for (const piece of ruler.pieces(text)) {
    if (signs(kept + piece) > limit - 1) break;
    kept += piece;
  }
  const all = [...kept];
  const phrase = Math.max(all.lastIndexOf(" "), all.lastIndexOf(","));
  let found = trimmed(phrase > all.length * 0.6 ? all.slice(0, phrase).join("") : kept);
  if (closing(found).includes(")")) found = trimmed(found.slice(0, found.lastIndexOf("("))) || found;
  return found + MORE + closing(found);
};
