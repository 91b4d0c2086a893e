// Texts and names go in; how wide and tall cells are on screen and on paper, and names and dates as Excel takes them, come
// out. The same as hooks/botrian/exports/workbook.py, byte for byte.

import { fitted, letters } from "./signs.js";

/** @import { PrintedTable } from "./table.js" */

export const WIDEST = 60;
const NARROWEST = 9;
export const PAPER = 172;
const LINE = 19;
const SAFETY = 0.95;
const FIRST_DAY = "1900-03-01";

/** @param {string} words */
export const quoted = (words) => (words ? `"${words}"` : "");

/** @param {readonly string[]} texts */
export const widthOf = (texts) => {
  const widest = Math.max(0, ...texts.flatMap((text) => text.split("\n").map(letters)));
  return Math.max(NARROWEST, Math.min(WIDEST, widest < 24 ? widest + 2 : 24 + (widest - 24) * 0.3));
};

/**
 * Points for the tallest of the cells; Excel takes 409 at most.
 *
 * @param {readonly string[]} texts
 * @param {readonly number[]} widths
 */
export const heightOf = (texts, widths) => {
  const tallest = texts
    .slice(0, widths.length)
    .map((text, at) =>
      text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil((letters(line) * SAFETY) / widths[at])), 0),
    );
  return Math.min(409, 4 + Math.max(...tallest) * LINE);
};

/**
 * A name of at most 31 letters, without the signs that Excel keeps for itself.
 *
 * @param {string} title
 */
export const sheetName = (title) => {
  const name = title.replace(/[[\]:*?/\\]/g, " ").replace(/^[ ']+|[ ']+$/g, "");
  return name ? fitted(name, 31) : "Table";
};

/** @param {string} name */
export const inQuotes = (name) => `'${name.replaceAll("'", "''")}'`;

/** A name as references of Excel's own have it: in quotes where it could be read as something else. @param {string} name */
export const referred = (name) =>
  /[^\p{L}\p{N}_.]|^[\d.]|^[A-Z]{1,3}\d+$|^R\d|^R?C\d/iu.test(name) || /^(R|C|RC)$/i.test(name) ? inQuotes(name) : name;

/**
 * How exact the dates of a column are; empty where they differ, for then they cannot be sorted as one kind.
 *
 * @param {PrintedTable} table
 * @param {number} at
 */
export const granularity = ({ rows }, at) => {
  const dates = rows.flatMap(({ cells }) => cells[at].date ?? []);
  const lengths = new Set(dates.map((date) => date.length));
  const early = dates.some((date) => `${date}-01-01`.slice(0, 10) < FIRST_DAY);
  return lengths.size !== 1 || early ? 0 : [...lengths][0];
};

/**
 * Widths that A4 across takes at nine points, where the longest words let them.
 *
 * @param {readonly number[]} widths
 * @param {readonly number[]} longest
 */
export const onPaper = (widths, longest) => {
  const over = widths.reduce((sum, one) => sum + one, 0) - PAPER;
  const least = [...widths.slice(0, widths.length - longest.length), ...longest];
  const give = widths.map((width, at) => Math.max(0, width - least[at]));
  const all = give.reduce((sum, one) => sum + one, 0);
  return over <= 0 || all < over ? widths : widths.map((width, at) => width - (over * give[at]) / all);
};
