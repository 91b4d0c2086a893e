// Blocks go in: headings, paragraphs, lists, tables, new pages; a Word document comes out.

import { letters } from "./signs.js";
import { headRow, ROOMS, rowXml, tableXml, WordFile } from "./word.js";

/** @import { Described } from "./parts.js" */
/** @import { Foot, Lie, WordParts } from "./word.js" */

/**
 * A block of a document.
 *
 * @typedef {{readonly kind: "heading", readonly text: string, readonly level?: number}} Heading
 * @typedef {{readonly kind: "paragraph", readonly text: string}} Paragraph
 * @typedef {{readonly kind: "list", readonly entries: readonly string[], readonly numbered?: boolean}} List
 * @typedef {{readonly kind: "table", readonly title: string, readonly head: readonly string[], readonly rows: readonly (readonly string[])[], readonly shares?: readonly number[]}} WordTable `shares`: how much room each column wants
 * @typedef {{readonly kind: "page"}} NewPage
 * @typedef {Heading | Paragraph | List | WordTable | NewPage} Block
 */

const LONGEST = 40;

/**
 * Widths in the proportion of what stands in the columns, together the whole room.
 *
 * @param {WordTable} table
 * @param {number} room
 */
const widthsOf = ({ head, rows, shares }, room) => {
  /** @type {(at: number) => number} */
  const longest = (at) => Math.max(6, ...[head, ...rows].map((row) => Math.min(LONGEST, letters(row[at] ?? ""))));
  const wanted = shares ?? head.map((_, at) => longest(at));
  const all = wanted.reduce((sum, one) => sum + one, 0);
  const widths = wanted.map((one) => Math.floor((room * one) / all));
  widths[widths.length - 1] += room - widths.reduce((sum, one) => sum + one, 0);
  return widths;
};

/**
 * @param {WordFile} file
 * @param {WordTable} table
 */
const addTable = (file, table) => {
  const room = ROOMS[file.lie];
  const widths = widthsOf(table, room);
  const rows = table.rows.map((row) =>
    rowXml(
      widths.map((width, at) => ({
        lines: (row[at] ?? "").split("\n").map((line) => /** @type {[string, string]} */ ([line, ""])),
        width,
        bold: at === 0,
      })),
    ),
  );
  const about = { room, title: table.title, words: `${table.title}: ${table.head.join(", ")}` };
  file.add(tableXml([headRow(table.head, widths), ...rows], widths, about));
  // Word joins tables that stand against each other.
  file.paragraph("");
};

/**
 * @param {WordFile} file
 * @param {Block} block
 */
const add = (file, block) => {
  if (block.kind === "heading") file.heading(block.text, block.level);
  else if (block.kind === "paragraph") file.paragraph(block.text);
  else if (block.kind === "list") file.list(block.entries, block.numbered ? "ListNumber" : "ListBullet");
  else if (block.kind === "table") addTable(file, block);
  else file.newPage();
};

/**
 * @param {WordParts} parts
 * @param {Described} about
 * @param {readonly Block[]} blocks
 * @param {Foot} foot
 * @param {Lie} [lie]
 * @returns {Promise<Uint8Array>}
 */
export const plainWord = (parts, about, blocks, foot, lie) => {
  const file = new WordFile(parts, about, foot, lie);
  for (const block of blocks) add(file, block);
  return file.bytes();
};
