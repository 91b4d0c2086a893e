// What stands under a table goes in; it comes out as the last rows of a Word table, each one wide cell without edges, and
// so stays with its last rows in every program. The same as hooks/botrian/exports/word_under.py.

import { letters } from "./signs.js";
import { paragraphXml } from "./word.js";
import { tag } from "./xml.js";

/** @import { PrintedRow, PrintedTable } from "./table.js" */

/** What Word asks for behind a table that ends a document: a line as low as can be. */
export const LAST_LINE = tag(
  "w:p",
  {},
  tag("w:pPr", {}, tag("w:spacing", { "w:before": 0, "w:after": 0, "w:line": 20, "w:lineRule": "exact" })),
);
/** @type {Readonly<Record<string, readonly [letter: number, line: number]>>} */
const TYPE = { th: [90, 300], en: [92, 222] };
/** @type {typeof TYPE} */
const CELL = { th: [115, 370], en: [120, 275] };
const GAP = 40;
const SIDES = 170;
const SURE = 0.9;
const TAIL = 0.5;
const SMALL = 9;
const SMALLER = 8;
const SMALLER_STYLE = "3";

/**
 * A paragraph: its runs as XML, how many letters they have, its style; `head`: it names the next.
 *
 * @typedef {{readonly runs: string, readonly letters: number, readonly style?: string, readonly head?: boolean}} Under
 */

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((whole, one) => whole + one, 0);

/**
 * @param {number} count
 * @param {number} width
 * @param {readonly [letter: number, line: number]} look
 */
const heightOf = (count, width, [letter, line]) => line * Math.ceil((Math.max(1, count) * letter) / width) + GAP;

/** What stands under a table, and how much room there is between head and foot of a sheet. */
export class Below {
  /**
   * @param {readonly Under[]} blocks
   * @param {number} sheet
   * @param {PrintedTable} table
   * @param {readonly number[]} widths
   */
  constructor(blocks, sheet, { language, rows }, widths) {
    this.blocks = blocks;
    this.sheet = sheet;
    this.language = language;
    this.widths = widths;
    this.last = rows.slice(-2).map((row) => this.rowHeight(row));
  }

  /** How many of the last rows stay with it: two, or one where two and it are higher than a sheet. */
  get kept() {
    return sum(this.last) <= this.sheet * SURE - sum(this.heights(false)) ? 2 : 1;
  }

  /** Its rows: all stay together with the last row of the table, where need be in smaller type. */
  rows() {
    const row = this.last.at(-1) ?? 0;
    const [large, fine] = [false, true].map((small) => this.heights(small));
    const fits = sum(large) + row <= this.sheet * SURE;
    const small = !fits && sum(fine) + row <= this.sheet * SURE;
    const heights = small ? fine : large;
    const together = fits || small ? sum(heights) : this.sheet * TAIL;
    return this.blocks.map((one, at) => {
      const keep = at + 1 < heights.length && (Boolean(one.head) || sum(heights.slice(at)) <= together);
      return this.row(one, at === 0, keep, small);
    });
  }

  /** @param {boolean} small */
  heights(small) {
    const [letter, line] = TYPE[this.language];
    const scale = small ? SMALLER / SMALL : 1;
    return this.blocks.map((one) => heightOf(one.letters, sum(this.widths), [letter * scale, line * scale]));
  }

  /** @param {PrintedRow} row */
  rowHeight({ name, cells }) {
    const lines = [[name], ...cells.map((cell) => cell.lines)];
    const heights = lines.map((texts, at) =>
      sum(texts.map((text) => heightOf(letters(text), this.widths[at] - SIDES, CELL[this.language]))),
    );
    return Math.max(...heights);
  }

  /**
   * @param {Under} block
   * @param {boolean} first
   * @param {boolean} keep
   * @param {boolean} small
   */
  row({ runs, style = "BodyText" }, first, keep, small) {
    const edges = ["top", "left", "bottom", "right"].slice(first ? 1 : 0);
    const about = [
      tag("w:tcW", { "w:w": sum(this.widths), "w:type": "dxa" }),
      tag("w:gridSpan", { "w:val": this.widths.length }),
      tag("w:tcBorders", {}, ...edges.map((side) => tag(`w:${side}`, { "w:val": "nil" }))),
    ];
    const text = paragraphXml(runs, small ? style + SMALLER_STYLE : style, keep);
    const cell = tag("w:tc", {}, tag("w:tcPr", {}, ...about), text);
    return tag("w:tr", {}, tag("w:trPr", {}, tag("w:cantSplit")), cell);
  }
}
