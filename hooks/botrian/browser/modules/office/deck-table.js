// A part of a table goes in; a native table that can be edited comes out on a slide, counts shaded by their size. The same
// as hooks/botrian/exports/slide_table.py and shades.py.

import { EDGE_INK, GROUP_GROUND, HEAD_GROUND, PLAIN_GROUND } from "#data/colours.js";
import { coloured, emu } from "./slide-writing.js";
import { markedText } from "./deck-pages.js";
import { headings, marked, onlyNumbers, rounded } from "./table.js";
import { tag } from "./xml.js";

/** @import { Slide } from "./slide.js" */
/** @import { Page, Shape } from "./deck-pages.js" */
/** @import { PrintedCell, PrintedTable } from "./table.js" */

const LIGHTEST = [255, 255, 255];
const DARKEST = [150, 205, 189];
const STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}";

/**
 * The largest number of a table of counts.
 *
 * @param {PrintedTable} table
 */
export const largestIn = ({ rows }) =>
  Math.max(
    0,
    ...rows.flatMap(({ cells }) => cells.flatMap(({ number }) => (number ? Math.abs(Number(number[0])) : []))),
  );

/**
 * The ground that shows how large a number is, as RRGGBB.
 *
 * @param {PrintedCell} cell
 * @param {number} largest
 */
export const shade = ({ number }, largest) => {
  const share = number && largest ? Math.abs(Number(number[0])) / largest : 0;
  return LIGHTEST.map((light, at) => rounded(light + (DARKEST[at] - light) * share))
    .map((part) => part.toString(16).toUpperCase().padStart(2, "0"))
    .join("");
};

/**
 * Room inside the cell, thin lines on all sides, and its ground.
 *
 * @param {string} ground
 * @param {Shape} shape
 */
const groundXml = (ground, { beside, below }) => {
  const margins = { marL: emu(beside), marR: emu(beside), marT: emu(below), marB: emu(below) };
  const lines = ["lnL", "lnR", "lnT", "lnB"].map((side) => tag(`a:${side}`, { w: 6350 }, coloured(EDGE_INK)));
  return tag("a:tcPr", margins, ...lines, coloured(ground));
};

/**
 * @param {Slide} slide
 * @param {Page} page
 * @param {readonly PrintedCell[]} cells
 * @param {object} looks
 * @param {readonly string[]} looks.grounds
 * @param {readonly number[]} looks.widths
 * @param {number} looks.bold how many of the first cells are headings
 * @param {boolean} [looks.merged] whether the first cell takes the whole row
 * @returns {[xml: string, height: number]}
 */
const rowOf = ({ write }, { shape }, cells, { grounds, widths, bold, merged = false }) => {
  const texts = cells.map(markedText);
  const height = emu(shape.heightOf(texts, widths, bold));
  const native = cells.map((cell, at) => {
    const paragraphs = marked(cell).map(([line, mark]) =>
      write.line(line, {
        size: shape.font,
        mark,
        bold: at < bold,
        soft: Boolean(cell.absent),
        align: cell.number ? "r" : undefined,
      }),
    );
    const over = merged && cells.length > 1;
    const about = { gridSpan: over && at === 0 ? cells.length : undefined, hMerge: over && at > 0 ? 1 : undefined };
    const body = tag("a:txBody", {}, tag("a:bodyPr"), tag("a:lstStyle"), ...paragraphs);
    return tag("a:tc", about, body, groundXml(grounds[at], shape));
  });
  return [tag("a:tr", { h: height }, ...native), height];
};

/**
 * Put the table on a slide. `words`: what it is to those who do not see it.
 *
 * @param {Slide} slide
 * @param {Page} page
 * @param {number} top
 * @param {string} words
 */
export const addNativeTable = (slide, page, top, words) => {
  const { table, widths, shape } = page;
  const heads = headings(table).map((text) => ({ lines: [text] }));
  const shaded = onlyNumbers(table);
  const largest = shaded ? largestIn(table) : 0;
  /** @param {string} ground */
  const everywhere = (ground) => heads.map(() => ground);
  const rows = [rowOf(slide, page, heads, { grounds: everywhere(HEAD_GROUND), widths, bold: heads.length })];
  let before = "";
  for (const row of table.rows) {
    const { name, group = "", marks, cells } = row;
    if (group && group !== before) {
      const line = heads.map((_, at) => ({ lines: [at === 0 ? group : ""] }));
      const all = heads.map(() => shape.width);
      rows.push(rowOf(slide, page, line, { grounds: everywhere(GROUP_GROUND), widths: all, bold: 1, merged: true }));
    }
    before = group;
    const grounds = [PLAIN_GROUND, ...cells.map((cell) => (shaded ? shade(cell, largest) : PLAIN_GROUND))];
    const head = { lines: [name], marks: marks?.length ? [marks] : [] };
    rows.push(rowOf(slide, page, [head, ...cells], { grounds, widths, bold: 1 }));
  }
  const grid = widths.map((width) => tag("a:gridCol", { w: emu(width) }));
  const look = tag("a:tblPr", { firstRow: 1, firstCol: 1 }, tag("a:tableStyleId", {}, STYLE));
  const native = tag("a:tbl", {}, look, tag("a:tblGrid", {}, ...grid), ...rows.map(([xml]) => xml));
  const place = {
    top,
    width: widths.reduce((sum, width) => sum + emu(width), 0),
    height: rows.reduce((sum, [, height]) => sum + height, 0),
  };
  slide.table(native, place, table.title, words);
};
