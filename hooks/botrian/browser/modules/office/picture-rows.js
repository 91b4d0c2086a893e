// A table goes in; its rows come out as parts of a picture: a grid where it has room, else name and values. The same as
// hooks/botrian/exports/picture_rows.py.

import { largestIn, shade } from "./deck-table.js";
import {
  EDGE,
  GROUP_GROUND,
  HEAD_GROUND,
  INK,
  LINE,
  linesIn,
  namedRow,
  PADDING,
  RISE,
  ROOM,
  rule,
  SMALLEST,
  SOFT,
} from "./picture-parts.js";
import { letters, trimmedEnd } from "./signs.js";
import { columnNeeds, heading, headings, marked, onlyNumbers, rowMark, shares, textOf } from "./table.js";

/** @import { Part } from "./picture-parts.js" */
/** @import { PrintedCell, PrintedRow, Printing } from "./table.js" */

/** @type {Readonly<Record<number, number>>} */
const GRID_LETTERS = { 0: 400, 1: 90, 2: 34, 3: 14 };
const PIECE = 10;
const CELL_LINES = 60;

/** The rows of one table, as parts. */
export class PictureRows {
  /** @param {Printing} printing the part of a table that the picture shows */
  constructor(printing) {
    this.table = printing.table;
    this.ruler = printing.ruler;
    this.ending = printing.say("export.rest_of_cell");
    this.least = this.leastWidths();
    this.grid = this.isGrid();
    this.widths = this.grid ? shares(columnNeeds(this.table), ROOM, this.least) : [];
  }

  /** The width of each column's longest word, the row headings' first. */
  leastWidths() {
    const sample = this.table.rows.slice(0, 200);
    const texts = headings(this.table).map((head, at) => [
      head,
      ...sample.map(({ name, cells }) => (at === 0 ? name : textOf(cells[at - 1]))),
    ]);
    return texts.map((column) => {
      let widest = 0;
      for (const piece of column.flatMap((text) => this.ruler.pieces(text))) {
        widest = Math.max(widest, Math.trunc(this.ruler.width(trimmedEnd(piece), "Bold") * SMALLEST));
      }
      return Math.min(ROOM, widest) + 2 * PADDING + 2;
    });
  }

  /** Whether the columns have room side by side in letters that a phone shows. */
  isGrid() {
    const { table, least } = this;
    const count = table.columns.length;
    if (least.reduce((sum, one) => sum + one, 0) > ROOM || count > 6) return false;
    const lengths = table.rows.slice(0, 200).flatMap(({ cells }) => cells.map((cell) => letters(textOf(cell))));
    lengths.sort((a, b) => a - b);
    const usual = lengths.length ? lengths[Math.trunc(lengths.length * 0.9)] : 0;
    return onlyNumbers(table) || usual <= (GRID_LETTERS[count] ?? 8);
  }

  /** The heads of a grid's columns; of a list, none but its beginning. @returns {Part} */
  head() {
    const { table, widths } = this;
    if (!this.grid) return { height: 0, grounds: [], blocks: [] };
    let x = EDGE;
    const blocks = headings(table).map((text, at) => {
      const lines = linesIn(this.ruler, text, widths[at] - 2 * PADDING, SMALLEST, "Bold");
      const look = { size: SMALLEST, weight: /** @type {const} */ ("Bold"), colour: INK };
      const block = { x: x + PADDING, y: PADDING + SMALLEST * RISE, lines, ...look, text };
      x += widths[at];
      return block;
    });
    const height = Math.max(...blocks.map(({ lines }) => lines.length)) * SMALLEST * LINE + 2 * PADDING;
    const width = widths.reduce((sum, one) => sum + one, 0);
    return { height, grounds: [{ x: EDGE, y: 0, width, height, colour: HEAD_GROUND }, rule(height)], blocks };
  }

  /** Each row as parts; its group's heading stands before the first row of the group. @returns {Part[]} */
  parts() {
    const { table, grid, ruler } = this;
    const shaded = grid && onlyNumbers(table);
    const largest = shaded ? largestIn(table) : 0;
    let before = "";
    return table.rows.flatMap((row) => {
      const { group = "" } = row;
      const first = group && group !== before ? [namedRow(ruler, group, "", "", GROUP_GROUND)] : [];
      before = group;
      if (grid) return [...first, this.gridRow(row, shaded ? largest : -1)];
      return [...first, namedRow(ruler, row.name, rowMark(row), row.id, HEAD_GROUND), ...this.values(row)];
    });
  }

  /**
   * @param {PrintedCell} cell
   * @param {number} room
   */
  cellLines(cell, room) {
    const text = marked(cell)
      .map(([line, mark]) => trimmedEnd(`${line} ${mark}`))
      .join("\n");
    const lines = linesIn(this.ruler, text, room, SMALLEST, "Regular");
    if (lines.length <= CELL_LINES) return lines;
    const ending = linesIn(this.ruler, this.ending, room, SMALLEST, "Regular");
    return [...lines.slice(0, CELL_LINES - ending.length), ...ending];
  }

  /**
   * Each value under its column's heading; the last has the line under the row.
   *
   * @param {PrintedRow} row
   * @returns {Part[]}
   */
  values(row) {
    const { columns } = this.table;
    return columns.flatMap((column, at) => {
      const text = heading(column);
      const lines = linesIn(this.ruler, text, ROOM - 2 * PADDING, SMALLEST, "Bold");
      const look = { size: SMALLEST, weight: /** @type {const} */ ("Bold"), colour: SOFT };
      const block = { x: EDGE + PADDING, y: 6 + SMALLEST * RISE, lines, ...look, text };
      const first = { height: 6 + lines.length * SMALLEST * LINE, grounds: [], blocks: [block] };
      return [first, ...this.pieces(row.cells[at], row.id, column.id, at + 1 === columns.length)];
    });
  }

  /**
   * The lines of a value; a very long one in pieces. The first has its words.
   *
   * @param {PrintedCell} cell
   * @param {string} row
   * @param {string} column
   * @param {boolean} last
   */
  pieces(cell, row, column, last) {
    const lines = this.cellLines(cell, ROOM - 3 * PADDING);
    const colour = cell.absent ? SOFT : INK;
    /** @type {Part[]} */
    const found = [];
    for (let start = 0; start < lines.length; start += PIECE) {
      const piece = lines.slice(start, start + PIECE);
      const ends = last && start + PIECE >= lines.length;
      const about = start === 0 ? { text: textOf(cell), row, column } : { text: "", row: "", column: "" };
      const height = piece.length * SMALLEST * LINE + (ends ? 12 : 4);
      const look = { size: SMALLEST, weight: /** @type {const} */ ("Regular"), colour };
      const block = { x: EDGE + 2 * PADDING, y: SMALLEST * RISE, lines: piece, ...look, ...about };
      found.push({ height, grounds: ends ? [rule(height)] : [], blocks: [block] });
    }
    return found;
  }

  /**
   * @param {PrintedRow} row
   * @param {number} largest of a table of counts; -1 where cells have no ground
   * @returns {Part}
   */
  gridRow(row, largest) {
    const { table, widths } = this;
    const y = PADDING + SMALLEST * RISE;
    const cells = [{ lines: [row.name] }, ...row.cells];
    const starts = widths.map((_, at) => widths.slice(0, at).reduce((sum, one) => sum + one, EDGE));
    const blocks = cells.map((/** @type {PrintedCell} */ cell, at) => {
      const room = widths[at] - 2 * PADDING;
      const name = trimmedEnd(`${row.name} ${rowMark(row)}`);
      const bold = at === 0;
      return {
        x: starts[at] + PADDING,
        y,
        lines: bold ? linesIn(this.ruler, name, room, SMALLEST, "Bold") : this.cellLines(cell, room),
        size: SMALLEST,
        weight: bold ? /** @type {const} */ ("Bold") : /** @type {const} */ ("Regular"),
        colour: cell.absent ? SOFT : INK,
        text: textOf(cell),
        right: cell.number ? starts[at] + widths[at] - PADDING : undefined,
        row: row.id,
        column: bold ? "" : table.columns[at - 1].id,
      };
    });
    const height = Math.max(...blocks.map(({ lines }) => lines.length)) * SMALLEST * LINE + 2 * PADDING;
    const grounds = row.cells.map((cell, at) => ({
      x: starts[at + 1],
      y: 0,
      width: widths[at + 1],
      height,
      colour: largest < 0 ? "" : `#${shade(cell, largest).toLowerCase()}`,
    }));
    return { height, grounds: [...grounds.filter(({ colour }) => colour), rule(height)], blocks };
  }
}
