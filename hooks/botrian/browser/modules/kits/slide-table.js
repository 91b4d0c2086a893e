// The head and rows of a table enter; a native table for a slide leaves, in the largest letters that have room. It looks as those
// of the tables' own files (hooks/botrian/exports/slide_table.py).

import { EDGE_INK, HEAD_GROUND, PLAIN_GROUND } from "#data/colours.js";
import { coloured, emu, LINE, ROOM, roomInEms, SAFETY } from "../office/slide-writing.js";
import { letters } from "../office/signs.js";
import { tag, textTag } from "../office/xml.js";

/** @import { Writing } from "../office/slide-writing.js" */
/** @import { Ruler } from "../office/ruler.js" */

const STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}";
const ACROSS = 6;
const DOWN = 4;
// A column is wanted as wide as its texts are long, within these bounds of letters.
const NARROW = 8;
const WIDE = 40;

/** @typedef {readonly (readonly string[])[]} Rows the first is the head */

/** @param {Rows} rows */
const widthsOf = (rows) => {
  const wanted = rows[0].map((_, at) => Math.max(NARROW, ...rows.map((row) => Math.min(WIDE, letters(row[at] ?? "")))));
  const all = wanted.reduce((sum, one) => sum + one, 0);
  const widths = wanted.map((one) => Math.floor((ROOM * one) / all));
  widths[widths.length - 1] += ROOM - widths.reduce((sum, one) => sum + one, 0);
  return widths;
};

/**
 * How high a row is, and the height to keep for it so that it is enough in other fonts too; both in points.
 *
 * @param {Ruler} ruler
 * @param {readonly string[]} row
 * @param {readonly number[]} widths
 * @param {number} size
 * @param {boolean} head
 */
const rowHeight = (ruler, row, widths, size, head) => {
  const places = row.map((text, at) => ({
    text,
    across: (widths[at] - 2 * ACROSS) / size,
    weight: head || at === 0 ? /** @type {const} */ ("Bold") : /** @type {const} */ ("Regular"),
  }));
  const lines = places.map(({ text, across, weight }) => ruler.lines(text, across / SAFETY, weight).length);
  const kept = places.map(({ text, across, weight }) => roomInEms(ruler, text, across, weight));
  return [Math.max(...lines) * LINE, Math.max(...kept)].map((ems) => ems * size + 2 * DOWN);
};

/**
 * @param {string} text
 * @param {Writing} write
 * @param {{size: number, bold: boolean}} look
 * @param {string} ground
 */
const cellXml = (text, write, look, ground) => {
  const sides = ["lnL", "lnR", "lnT", "lnB"].map((side) => tag(`a:${side}`, { w: 6350 }, coloured(EDGE_INK)));
  const margins = { marL: emu(ACROSS), marR: emu(ACROSS), marT: emu(DOWN), marB: emu(DOWN) };
  return tag(
    "a:tc",
    {},
    tag("a:txBody", {}, tag("a:bodyPr"), tag("a:lstStyle"), write.lines(text, look)),
    tag("a:tcPr", margins, ...sides, coloured(ground)),
  );
};

/**
 * As many of the rows as have room in the largest of these letters; null where not even one has.
 *
 * @param {Ruler} ruler
 * @param {Writing} write
 * @param {Rows} rows
 * @param {readonly number[]} sizes
 * @param {number} room the height, in points
 * @returns {{xml: string, width: number, height: number} | null} width and height in the unit of Office
 */
export const slideTable = (ruler, write, rows, sizes, room) => {
  const widths = widthsOf(rows);
  const heightsAt = (/** @type {number} */ size) =>
    rows.map((row, at) => rowHeight(ruler, row, widths, size, at === 0));
  const whole = (/** @type {readonly (readonly number[])[]} */ heights, kept = 1) =>
    heights.reduce((sum, one) => sum + one[kept], 0);
  const size = sizes.find((one) => whole(heightsAt(one)) <= room) ?? sizes[sizes.length - 1];
  const heights = heightsAt(size);
  while (whole(heights) > room) heights.pop();
  if (heights.length < 2) return null;
  const written = heights.map(([height], at) =>
    tag(
      "a:tr",
      { h: emu(height) },
      ...rows[at].map((text, column) =>
        cellXml(text, write, { size, bold: at === 0 || column === 0 }, at === 0 ? HEAD_GROUND : PLAIN_GROUND),
      ),
    ),
  );
  const grid = tag("a:tblGrid", {}, ...widths.map((one) => tag("a:gridCol", { w: emu(one) })));
  const look = tag("a:tblPr", { firstRow: 1, firstCol: 1 }, textTag("a:tableStyleId", STYLE));
  return { xml: tag("a:tbl", {}, look, grid, ...written), width: emu(ROOM), height: emu(whole(heights, 0)) };
};
