// A table goes in; the pages it takes on slides come out: which rows stand on which slide, and how large. The columns stay
// side by side; the type is as large as the text allows, on each slide by itself where its rows leave room. The same as
// hooks/botrian/exports/slide_pages.py.

import { BULLET, LINE, lineRoom, ROOM, roomInEms, SAFETY } from "./slide-writing.js";
import { beginning } from "./ruler.js";
import {
  columnNeeds,
  columnParts,
  headings,
  longestWords,
  marked,
  onlyNumbers,
  part,
  rowMark,
  shares,
  textOf,
} from "./table.js";

/** @import { Ruler } from "./ruler.js" */
/** @import { PrintedCell, PrintedRow, PrintedTable, Printing } from "./table.js" */

const SIZES = [20, 18, 16, 14, 12, 11];
const COMPANY = 3;
const COLUMNS = 8;
const NUMBER_COLUMNS = 16;
const SLIDES = 60;
const LETTER = 0.62;

/** The room for a table on a slide, in points, and the size of its letters. */
export class Shape {
  /**
   * @param {Ruler} ruler
   * @param {number} height
   * @param {number} font
   * @param {number} [below] inside a cell, above and below
   */
  constructor(ruler, height, font, below = 3) {
    this.ruler = ruler;
    this.height = height;
    this.font = font;
    this.width = ROOM;
    this.beside = 6;
    this.below = below;
  }

  /**
   * The lines that a text takes in a column of this width.
   *
   * @param {string} text
   * @param {number} width
   * @param {boolean} [bold]
   */
  lines(text, width, bold = false) {
    return this.ruler.lines(text, this.across(text, width) / SAFETY, bold ? "Bold" : "Regular");
  }

  /**
   * What a column leaves to a text, in ems.
   *
   * @param {string} text
   * @param {number} width
   */
  across(text, width) {
    const listed = text.startsWith(BULLET) || text.includes(`\n${BULLET}`);
    return (width - (listed ? this.font : 0) - 2 * this.beside) / this.font;
  }

  /** @param {number} lines */
  rowHeight(lines) {
    return lines * this.font * LINE + 2 * this.below;
  }

  /**
   * How high a row with these texts in columns of these widths is, in points; the first `bold` are headings.
   *
   * @param {readonly string[]} texts
   * @param {readonly number[]} widths
   * @param {number} [bold]
   */
  heightOf(texts, widths, bold = 1) {
    return this.rowHeight(Math.max(...texts.map((text, at) => this.lines(text, widths[at], at < bold).length)));
  }

  /**
   * The height to keep for the same row, so that it is enough in other fonts too.
   *
   * @param {readonly string[]} texts
   * @param {readonly number[]} widths
   * @param {number} [bold]
   */
  roomOf(texts, widths, bold = 1) {
    const rooms = texts.map(
      (text, at) =>
        roomInEms(this.ruler, text, this.across(text, widths[at]), at < bold ? "Bold" : "Regular") * this.font,
    );
    return Math.max(...rooms) + 2 * this.below;
  }

  /**
   * The same for the head of a table.
   *
   * @param {PrintedTable} table
   * @param {readonly number[]} widths
   */
  headRoom(table, widths) {
    const heads = headings(table);
    return this.roomOf(heads, widths, heads.length);
  }

  /** The same for the heading of a row's group. @param {PrintedRow} row */
  groupRoom({ group }) {
    return group ? this.roomOf([group], [this.width]) : 0;
  }

  /**
   * The widths of a table's columns, in points.
   *
   * @param {PrintedTable} table
   */
  widths(table) {
    const least = longestWords(table, this.ruler).map((count) =>
      Math.trunc(2 * this.beside + count * this.font * LETTER),
    );
    return shares(columnNeeds(table), this.width, least);
  }
}

/** @typedef {{readonly table: PrintedTable, readonly widths: readonly number[], readonly shape: Shape}} Page */

/** @typedef {{readonly pages: readonly Page[], readonly rows: number, readonly columns: number}} Pages */

/**
 * What stands in a cell, with its marks, for measuring.
 *
 * @param {PrintedCell} cell
 */
export const markedText = (cell) =>
  marked(cell)
    .map(([line, mark]) => line + mark)
    .join("\n");

/** @param {PrintedRow} row */
export const rowTexts = (row) => [row.name + rowMark(row), ...row.cells.map(markedText)];

/**
 * The beginning of a long cell; what stays keeps its blanks, its line ends and its marks.
 *
 * @param {PrintedCell} cell
 * @param {number} width
 * @param {Shape} shape
 * @param {number} most
 * @param {string} ending
 * @returns {PrintedCell}
 */
const cutCell = (cell, width, shape, most, ending) => {
  if (shape.lines(markedText(cell), width).length <= most) return cell;
  const text = textOf(cell);
  const kept = beginning(text, shape.lines(text, width).slice(0, most - 2)).split("\n");
  return {
    lines: [...kept, ending],
    marks: cell.marks?.slice(0, kept.length),
    absent: cell.absent,
    places: cell.places,
  };
};

/**
 * A row higher than a slide: its long cells end with a word that says so.
 *
 * @param {PrintedRow} row
 * @param {readonly number[]} widths
 * @param {Shape} shape
 * @param {number} room
 * @param {string} ending
 * @returns {PrintedRow}
 */
const cutRow = (row, widths, shape, room, ending) => {
  const line = shape.font * Math.max(...[row.name, ...row.cells.map(markedText)].map(lineRoom));
  const most = Math.floor((room - line - 4 * shape.below) / line) - 1;
  const lines = shape.lines(row.name, widths[0], true);
  return {
    ...row,
    name: lines.length <= most ? row.name : `${beginning(row.name, lines.slice(0, most))}…`,
    cells: row.cells.map((cell, at) => cutCell(cell, widths[at + 1], shape, most, ending)),
  };
};

/**
 * Rows move from a fuller slide to the next, so that none stands there alone or nearly alone.
 *
 * @param {PrintedRow[][]} slides
 * @param {number[][]} heights
 * @param {number} room
 * @param {Shape} shape
 */
const withCompany = (slides, heights, room, shape) => {
  /** @param {readonly number[]} list */
  const sum = (list) => list.reduce((all, one) => all + one, 0);
  for (let at = slides.length - 1; at > 0; at -= 1) {
    const [before, here] = [heights[at - 1], heights[at]];
    while (slides[at].length + 1 < slides[at - 1].length) {
      const group = shape.groupRoom(slides[at - 1][slides[at - 1].length - 1]);
      if (before[before.length - 1] + sum(here) + group > room) break;
      slides[at].unshift(.../** @type {[PrintedRow]} */ (slides[at - 1].splice(-1)));
      here.unshift(...before.splice(-1));
    }
  }
};

/**
 * The height to keep for a row, with the heading of its group where the row before it has another.
 *
 * @param {PrintedRow} row
 * @param {string} before
 * @param {readonly number[]} widths
 * @param {Shape} shape
 */
const rowRoom = (row, before, widths, shape) =>
  shape.roomOf(rowTexts(row), widths) + ((row.group ?? "") === before ? 0 : shape.groupRoom(row));

/**
 * One run of columns, filled slide by slide; how many rows were placed, and whether each is there whole.
 *
 * @param {PrintedTable} table
 * @param {Shape} shape
 * @param {number} most
 * @param {string} ending
 */
const rowsOnSlides = (table, shape, most, ending) => {
  const widths = shape.widths(table);
  const room = shape.height - shape.headRoom(table, widths);
  /** @param {PrintedRow} row @param {string} before */
  const needs = (row, before) => rowRoom(row, before, widths, shape);
  /** @type {PrintedRow[][]} */
  const slides = [];
  /** @type {number[][]} */
  const heights = [];
  let [free, group, whole] = [0, "", true];
  for (const row of table.rows) {
    let needed = needs(row, slides.length ? group : "");
    if (!slides.length || needed > free) {
      if (slides.length === most) break;
      slides.push([]);
      heights.push([]);
      free = room;
      needed = needs(row, "");
    }
    if (needed > room) whole = false;
    slides[slides.length - 1].push(needed > room ? cutRow(row, widths, shape, room, ending) : row);
    heights[heights.length - 1].push(needed);
    [free, group] = [free - needed, row.group ?? ""];
  }
  withCompany(slides, heights, room, shape);
  /** @type {Page[]} */
  const pages = (slides.length ? slides : [[]]).map((rows) => ({ table: { ...table, rows }, widths, shape }));
  return { pages, shown: slides.reduce((sum, rows) => sum + rows.length, 0), whole };
};

/**
 * The largest type with three rows on every slide, else with two, else the smallest; and how many rows it shows.
 *
 * @param {PrintedTable} table
 * @param {Ruler} ruler
 * @param {number} height
 * @param {number} most
 * @param {string} ending
 */
const sized = (table, ruler, height, most, ending) => {
  let second;
  let last;
  for (const size of SIZES) {
    last = rowsOnSlides(table, new Shape(ruler, height, size), most, ending);
    if (last.shown < table.rows.length || !last.whole) continue;
    const company = Math.min(...last.pages.map((page) => page.table.rows.length));
    if (company >= Math.min(COMPANY, table.rows.length)) return last;
    if (company > 1) second ??= last;
  }
  return second ?? last ?? { pages: [], shown: 0 };
};

/**
 * The page in the largest type in which its rows still fit; the columns keep their proportion on all slides.
 *
 * @param {Page} page
 * @param {PrintedTable} table
 * @returns {Page}
 */
const grown = (page, table) => {
  const { rows } = page.table;
  const { ruler, height, font } = page.shape;
  for (const size of SIZES.filter((one) => one > font)) {
    const shape = new Shape(ruler, height, size);
    const widths = shape.widths(table);
    const needed = rows.map((row, at) => rowRoom(row, rows[at - 1]?.group ?? "", widths, shape));
    const head = shape.headRoom(table, widths);
    if (head + needed.reduce((sum, one) => sum + one, 0) <= height) return { table: page.table, widths, shape };
  }
  return page;
};

/**
 * The table cut by rows, and by columns only where there are very many.
 *
 * @param {Printing} printing
 * @param {number} height
 * @returns {Pages}
 */
export const deckPages = ({ table, ruler, words }, height) => {
  const runs = columnParts(table, onlyNumbers(table) ? NUMBER_COLUMNS : COLUMNS).slice(0, SLIDES);
  const each = Math.max(1, Math.floor(SLIDES / runs.length));
  const made = runs.map((run) => {
    const columns = part(table, table.rows.length, run);
    const { pages, shown } = sized(columns, ruler, height, each, words["export.rest_of_cell"]);
    return { pages: pages.map((page) => grown(page, columns)), shown };
  });
  return {
    pages: made.flatMap(({ pages }) => pages),
    rows: Math.min(table.rows.length, ...made.map(({ shown }) => shown)),
    columns: Math.min(table.columns.length, runs[runs.length - 1][1]),
  };
};
