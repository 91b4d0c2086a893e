// A table goes in; one picture of it comes out: every column, every row that says something. The same as the whole picture
// of hooks/botrian/exports/picture_layout.py and picture_svg.py; as SVG byte for byte.

import { spoken } from "./key.js";
import { footPart, LINE, SMALLEST, SOFT, stacked, textPart, WIDTH } from "./picture-parts.js";
import { PictureRows } from "./picture-rows.js";
import { partsOf, Shapes, used, withRuns } from "./picture-runs.js";
import { part, restWords, rounded, shortSources } from "./table.js";
import { textXml } from "./xml.js";

/** @import { Glyphs } from "./glyphs.js" */
/** @import { Block, Drawing, Ground, Part } from "./picture-parts.js" */
/** @import { Line, Placed, Shape } from "./picture-runs.js" */
/** @import { PrintedTable, Printing } from "./table.js" */

const ROWS = 300;
const COLUMNS = 40;
const TITLE = 46;
const ANSWER = 42;
const PLACES = 12;
export const GRID = 500;
const UNITS = 1000;
const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const SIGNS = `${LETTERS}0123456789`;

// ---- what stands where -----------------------------------------------------------------------------------

/**
 * The numbered list in few words: each source with the numbers and pages of its places, a dozen to a line.
 *
 * @param {PrintedTable} table
 */
const citedLines = ({ cited }) =>
  [...new Set(cited.map(([, source]) => source))].flatMap((source) => {
    const places = cited.filter((one) => one[1] === source).map((one) => `[${one[0]}] ${one[3]}`.trimEnd());
    const starts = Array.from({ length: Math.ceil(places.length / PLACES) }, (_, at) => at * PLACES);
    return starts.map((start) => `${source}: ${places.slice(start, start + PLACES).join(" ")}`);
  });

/**
 * What is not here, notes, and what the numbers in the cells stand for, each short.
 *
 * @param {Printing} printing
 * @param {string} rest
 * @param {readonly string[]} silent
 */
const after = (printing, rest, silent) => {
  const { table, ruler } = printing;
  /** @type {(text: string, look: Parameters<typeof textPart>[3]) => Part} */
  const said = (text, look) => textPart(ruler, text, SMALLEST, look);
  const found = rest ? [said(rest, { weight: "Bold", above: 12 })] : [];
  if (silent.length)
    found.push(said(printing.say("export.silent_rows", silent.join(", ")), { colour: SOFT, above: 12 }));
  for (const note of table.notes) found.push(said(note, { colour: SOFT, above: 12 }));
  if (table.cited.length) {
    found.push(said(printing.say("export.citations"), { weight: "Bold", colour: SOFT, above: 12, below: 0 }));
  }
  for (const line of citedLines(table)) found.push(said(line, { colour: SOFT, below: 2 }));
  if (!table.cited.length && table.origin.sources.length) {
    const sources = `${printing.say("export.sources")}: ${shortSources(table.origin)}`;
    found.push(said(sources, { colour: SOFT, above: 12 }));
  }
  return found;
};

/**
 * @param {Printing} printing
 * @returns {Drawing}
 */
export const drawingOf = (printing) => {
  const { table, ruler } = printing;
  const { said, silent } = spoken(table);
  const shown = part(said, ROWS, [0, COLUMNS]);
  const rest = restWords(printing.with(said), shown.rows.length, shown.columns.length);
  const rows = new PictureRows(printing.with(shown));
  const title = textPart(ruler, table.title, TITLE, { weight: "Bold", below: 6 });
  const answer = textPart(ruler, table.answer, ANSWER, { below: 16 });
  const parts = [title, answer, rows.head(), ...rows.parts(), ...after(printing, rest, silent), footPart(printing)];
  return stacked(table, parts);
};

// ---- as SVG ----------------------------------------------------------------------------------------------

/**
 * A number as Python writes it: two decimals at most, halves to the even one, six digits.
 *
 * @param {number} value
 */
const short = (value) => {
  /** @type {(given: number, digits: number, half: number) => number} */
  const cut = (given, digits, half) => {
    const tie = Number.isInteger(given * half) && Math.abs(given * half) % 2 === 1;
    return tie ? rounded(given * 10 ** digits) / 10 ** digits : Number(given.toFixed(digits));
  };
  // A half is exact only where powers of two make it: .125, .25 and .5.
  const two = cut(value, 2, 8);
  if (Math.abs(two) < 10000) return String(two);
  return String(Math.abs(two) < 100000 ? cut(two, 1, 4) : cut(two, 0, 2));
};

/** A text as an attribute of XML, as Python's library writes it. @param {string} text */
const quoted = (text) => {
  const escaped = textXml(text).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
  if (!escaped.includes('"')) return `"${escaped}"`;
  return escaped.includes("'") ? `"${escaped.replaceAll('"', "&quot;")}"` : `'${escaped}'`;
};

/** @param {number} number in letters: a, b, … Z, aa … @returns {string} */
const inLetters = (number) => {
  const more = Math.floor(number / LETTERS.length);
  return (more ? inLetters(more - 1) : "") + LETTERS[number % LETTERS.length];
};

/** The name of an element, the shortest first. @param {number} at */
const nameAt = (at) => {
  if (at < LETTERS.length) return LETTERS[at];
  const number = at - LETTERS.length;
  return inLetters(Math.floor(number / SIGNS.length)) + SIGNS[number % SIGNS.length];
};

/**
 * Every shape with its name: the most used first, and of those used as often the first that is met.
 *
 * @param {readonly Line[]} lines
 * @returns {Map<Shape, string>}
 */
const namesIn = (lines) => {
  const byUse = [...used(lines)].sort(([, a], [, b]) => b - a);
  return new Map(byUse.map(([shape], at) => [shape, nameAt(at)]));
};

/**
 * @param {readonly Placed[]} placed
 * @param {ReadonlyMap<Shape, string>} names
 */
const usesXml = (placed, names) =>
  placed
    .map(({ shape, x, y }) => `<use href="#${names.get(shape)}"${x ? ` x="${x}"` : ""}${y ? ` y="${y}"` : ""}/>`)
    .join("");

/**
 * Rectangles of one colour and height. Many, such as the squares of a code, are strokes of a broad pen.
 *
 * @param {readonly Ground[]} grounds
 */
const paintedXml = (grounds) => {
  const [{ x, y, width, height, colour }] = grounds;
  if (grounds.length === 1) {
    const wide = short(width);
    return `<path fill="${colour}" d="M${short(x)} ${short(y)}h${wide}v${short(height)}h-${wide}z"/>`;
  }
  let end = [-1, -1];
  const strokes = grounds.map((one) => {
    const on = one.y === end[1];
    const start = on ? `m${short(one.x - end[0])} 0` : `M${short(one.x)} ${short(one.y + height / 2)}`;
    end = [one.x + one.width, one.y];
    return `${start}h${short(one.width)}`;
  });
  return `<path stroke="${colour}" stroke-width="${short(height)}" d="${strokes.join("")}"/>`;
};

/**
 * Neighbours of one colour and height together.
 *
 * @param {readonly Ground[]} grounds
 */
const together = (grounds) => {
  /** @type {Ground[][]} */
  const groups = [];
  for (const one of grounds) {
    const last = groups.at(-1);
    if (last && last[0].colour === one.colour && last[0].height === one.height) last.push(one);
    else groups.push([one]);
  }
  return groups;
};

/**
 * Where a line begins, in units.
 *
 * @param {Block} block
 * @param {string} line
 * @param {Glyphs} glyphs
 */
export const startOf = ({ x, right, size, weight }, line, { ruler }) => {
  if (right === undefined) return x;
  return right - (Math.round(ruler.width(line, weight) * UNITS) * size) / UNITS;
};

/**
 * @param {Drawing} drawing
 * @param {Glyphs} glyphs
 */
export const svgOf = (drawing, glyphs) => {
  const { title, description, link, height, grounds, blocks } = drawing;
  const shapes = new Shapes();
  /** @param {number} thousandths */
  const onGrid = (thousandths) => rounded((thousandths * GRID) / UNITS);
  const glyphLines = blocks.flatMap(({ lines, weight }) =>
    lines.map((line) =>
      glyphs
        .of(line, weight)
        .map(([glyph, x, y]) => ({ shape: shapes.letter(glyph, weight), x: onGrid(x), y: onGrid(y) })),
    ),
  );
  const lines = withRuns(glyphLines, shapes);
  const names = namesIn(lines);
  const defs = [...names].map(([shape, name]) =>
    shape.first
      ? `<g id="${name}">${usesXml(partsOf(shape), names)}</g>`
      : `<path id="${name}" d="${glyphs.outline(shape.glyph, /** @type {"Regular" | "Bold"} */ (shape.weight))}"/>`,
  );
  let at = 0;
  const drawn = blocks.flatMap((block) => {
    const { row, column = "", colour, text, size } = block;
    const cell = row ? ` data-row=${quoted(row)} data-column=${quoted(column)}` : "";
    const step = Number((size / GRID).toPrecision(6));
    const inner = block.lines.map((line, number) => {
      const place = `${short(startOf(block, line, glyphs))} ${short(block.y + number * (size * LINE))}`;
      const uses = usesXml(lines[at], names);
      at += 1;
      return `<g transform="translate(${place})scale(${step} -${step})">${uses}</g>`;
    });
    return [`<g fill="${colour}" aria-label=${quoted(text)}${cell}>`, ...inner, "</g>"];
  });
  const size = `viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-label=${quoted(title)}>`,
    `<title>${textXml(title)}</title>`,
    `<desc>${textXml(description)} ${textXml(link)}</desc>`,
    "<defs>",
    ...defs,
    "</defs>",
    ...together(grounds).map(paintedXml),
    ...drawn,
    "</svg>",
    "",
  ].join("\n");
};
