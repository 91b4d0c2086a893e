// Texts go in; the parts of a picture come out: pieces that stand under each other. The same as
// hooks/botrian/exports/picture_parts.py and drawing.py.

import {
  GROUP_GROUND as GROUP,
  HEAD_GROUND as HEAD,
  INK as PLAIN_INK,
  PLAIN_GROUND,
  RULE_INK,
  SOFT_INK,
} from "#data/colours.js";
import { shortLink } from "./table.js";

/** @import { Ruler, Weight } from "./ruler.js" */
/** @import { PrintedTable, Printing } from "./table.js" */

/** @typedef {{readonly x: number, readonly y: number, readonly width: number, readonly height: number, readonly colour: string}} Ground */

/**
 * Lines of text, the first with its base line at `y`; `right`: the edge that lines end at; `row` and `column` name a cell.
 *
 * @typedef {object} Block
 * @property {number} x
 * @property {number} y
 * @property {readonly string[]} lines
 * @property {number} size
 * @property {Weight} weight
 * @property {string} colour
 * @property {string} text
 * @property {number} [right]
 * @property {string} [row]
 * @property {string} [column]
 */

/** @typedef {{readonly height: number, readonly grounds: readonly Ground[], readonly blocks: readonly Block[]}} Part */

/** @typedef {{readonly title: string, readonly description: string, readonly link: string, readonly height: number, readonly grounds: readonly Ground[], readonly blocks: readonly Block[]}} Drawing */

export const WIDTH = 1000;
export const LINE = 1.42;
export const RISE = 1.06;
export const SMALLEST = 39;
export const EDGE = 24;
export const PADDING = 12;
export const ROOM = WIDTH - 2 * EDGE;
const CODE = 128;
/** @param {string} colour as Office writes it */
const css = (colour) => `#${colour.toLowerCase()}`;
export const INK = css(PLAIN_INK);
export const SOFT = css(SOFT_INK);
const PAPER = css(PLAIN_GROUND);
export const HEAD_GROUND = css(HEAD);
export const GROUP_GROUND = css(GROUP);
const RULE = css(RULE_INK);

/**
 * @param {Ruler} ruler
 * @param {string} text
 * @param {number} room
 * @param {number} size
 * @param {Weight} weight
 */
export const linesIn = (ruler, text, room, size, weight) => ruler.lines(text, room / size, weight);

/**
 * Lines of one text.
 *
 * @param {Ruler} ruler
 * @param {string} text
 * @param {number} size
 * @param {{weight?: Weight, colour?: string, above?: number, below?: number, room?: number}} [look]
 * @returns {Part}
 */
export const textPart = (ruler, text, size, look = {}) => {
  const { weight = "Regular", colour = INK, above = 0, below = 8, room = ROOM } = look;
  const lines = linesIn(ruler, text, room, size, weight);
  const block = { x: EDGE, y: above + size * RISE, lines, size, weight, colour, text };
  return { height: above + lines.length * size * LINE + below, grounds: [], blocks: [block] };
};

/** The thin line under a row. @param {number} height */
export const rule = (height) => ({ x: EDGE, y: height - 1.5, width: ROOM, height: 1.5, colour: RULE });

/**
 * The name of a row or of a group over the whole width, on its ground.
 *
 * @param {Ruler} ruler
 * @param {string} text
 * @param {string} mark
 * @param {string} row
 * @param {string} colour
 * @returns {Part}
 */
export const namedRow = (ruler, text, mark, row, colour) => {
  const lines = linesIn(ruler, `${text} ${mark}`.trimEnd(), ROOM - 2 * PADDING, SMALLEST, "Bold");
  const height = lines.length * SMALLEST * LINE + PADDING;
  const y = PADDING / 2 + SMALLEST * RISE;
  const look = { size: SMALLEST, weight: /** @type {const} */ ("Bold"), colour: INK };
  return {
    height,
    grounds: [{ x: EDGE, y: 0, width: ROOM, height, colour }],
    blocks: [{ x: EDGE + PADDING, y, lines, ...look, text, row }],
  };
};

/**
 * The dark squares of the code, those side by side as one.
 *
 * @param {readonly string[]} squares
 */
const codeGrounds = (squares) => {
  const side = CODE / squares.length;
  const [left, top] = [WIDTH - EDGE - CODE, 14];
  return squares.flatMap((row, line) =>
    [...row.matchAll(/1+/g)].map(({ 0: dark, index }) => ({
      x: left + index * side,
      y: top + line * side,
      width: dark.length * side,
      height: side,
      colour: INK,
    })),
  );
};

/**
 * @param {Block} block
 * @param {number} down
 */
const moved = (block, down) => ({ ...block, y: block.y + down });

/**
 * Lines at the foot, beside the code that leads to the table's page.
 *
 * @param {Printing} printing
 * @returns {Part}
 */
export const footPart = ({ table, ruler, words }) => {
  const { publisher, link } = table.origin;
  const blocks = [];
  let y = 14;
  for (const text of [`${publisher} · ${words["licence.name"]}`, shortLink(link)]) {
    const part = textPart(ruler, text, SMALLEST, { colour: SOFT, below: 2, room: ROOM - CODE - 20 });
    for (const block of part.blocks) blocks.push(moved(block, y));
    y += part.height;
  }
  return { height: Math.max(y, CODE + 16), grounds: codeGrounds(table.squares), blocks };
};

/**
 * A whole picture.
 *
 * @param {PrintedTable} table
 * @param {readonly Part[]} parts
 * @returns {Drawing}
 */
export const stacked = (table, parts) => {
  /** @type {Ground[]} */
  const grounds = [];
  /** @type {Block[]} */
  const blocks = [];
  let y = EDGE;
  for (const part of parts) {
    for (const one of part.grounds) grounds.push({ ...one, y: one.y + y });
    for (const one of part.blocks) blocks.push(moved(one, y));
    y += part.height;
  }
  const height = Math.trunc(y + EDGE);
  const paper = { x: 0, y: 0, width: WIDTH, height, colour: PAPER };
  const about = { title: table.title, description: table.answer, link: table.origin.link };
  return { ...about, height, grounds: [paper, ...grounds], blocks };
};
