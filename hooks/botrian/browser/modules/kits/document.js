// A kit enters; its guide leaves as a Word document.

import { EDGE_INK } from "#data/colours.js";
import { WORD } from "#data/word.js";
import {
  boldLabel,
  headRow,
  linkXml,
  paragraphXml,
  ROOMS,
  rowXml,
  runXml,
  tableXml,
  WordFile,
} from "../office/word.js";
import { tag } from "../office/xml.js";
import { guideOf } from "./guide.js";
import { say } from "./words.js";

/** @import { Block, GuideTable, Paragraph } from "./blocks.js" */
/** @import { Kit } from "./kit.js" */

const TEXT = 12;
const BIG = 30;
const FIRST_DAY = "1980-01-01";
// The height of a line that people write on by hand, in twentieths of a point.
const WRITING = 539;

/** @param {number} points */
const sizeXml = (points) => tag("w:sz", { "w:val": points * 2 }) + tag("w:szCs", { "w:val": points * 2 });

/** A ruled line for writing by hand; those of one prompt stay together. */
const lineXml = (/** @type {boolean} */ keep) => {
  const edge = { "w:val": "dotted", "w:sz": 6, "w:space": 1, "w:color": EDGE_INK };
  const layout = [
    keep ? tag("w:keepNext") : "",
    tag("w:pBdr", {}, tag("w:bottom", edge), tag("w:between", edge)),
    tag("w:spacing", { "w:after": 0, "w:line": WRITING, "w:lineRule": "exact" }),
  ];
  return tag("w:p", {}, tag("w:pPr", {}, ...layout));
};

/**
 * Widths in the proportion of the shares, together the whole room; without shares a name is a little narrower than a cell.
 *
 * @param {GuideTable} table
 */
const widthsOf = ({ head, shares }) => {
  const wanted = shares ?? head.map((_, at) => (at ? 6 : 5));
  const all = wanted.reduce((sum, one) => sum + one, 0);
  const widths = wanted.map((one) => Math.floor((ROOMS.upright * one) / all));
  widths[widths.length - 1] += ROOMS.upright - widths.reduce((sum, one) => sum + one, 0);
  return widths;
};

/** @param {GuideTable} table */
const tableBlock = (table) => {
  const { title, head, rows, blank = 0 } = table;
  const widths = widthsOf(table);
  const lines = (/** @type {string} */ text) =>
    text.split("\n").map((line) => /** @type {[string, string]} */ ([line, ""]));
  // What is empty in a table to fill in is written in by hand.
  const room = "\n".repeat(Math.max(0, blank - 1));
  const written = rows.map((row) =>
    rowXml(row.map((text, at) => ({ lines: lines(text || room), width: widths[at], bold: at === 0 }))),
  );
  const about = { room: ROOMS.upright, title, words: `${title}: ${head.join(", ")}` };
  // Word joins tables that stand against each other.
  return tableXml([headRow(head, widths), ...written], widths, about) + tag("w:p");
};

/**
 * @param {WordFile} file
 * @param {Paragraph} block
 */
const paragraphBlock = (file, { text, label, link, big = false }) => {
  const lead = label ? boldLabel(label) : "";
  const words = link ? linkXml(text, file.link(link), TEXT) : runXml(text, big ? sizeXml(BIG) : "");
  // A label without words, and large words on a wall, belong to what follows.
  return paragraphXml(lead + (text ? words : ""), "", !text);
};

/**
 * @param {WordFile} file
 * @param {Block} block
 */
const add = (file, block) => {
  if (block.kind === "heading") file.heading(block.text, block.level);
  else if (block.kind === "paragraph") file.add(paragraphBlock(file, block));
  else if (block.kind === "list") file.list(block.entries);
  else if (block.kind === "table") file.add(tableBlock(block));
  else if (block.kind === "page") file.newPage();
  else for (let line = 1; line <= block.count; line += 1) file.add(lineXml(line < block.count));
};

/**
 * The document's bytes: the same kit gives the same bytes.
 *
 * @param {Kit} kit
 */
export const documentOf = (kit) => {
  const { words, title, purpose, changed, link } = kit;
  const named = `${title}: ${say(words, "facilitator")}`;
  const about = {
    title: named,
    subject: purpose,
    author: words.site,
    language: words.language,
    changed: changed || FIRST_DAY,
  };
  const stamp = changed ? `${say(words, "build_data_of", kit.changedWords)} · ` : "";
  const file = new WordFile(WORD, about, { text: `${stamp}${words.site}`, link });
  for (const block of guideOf(kit)) add(file, block);
  return file.bytes();
};
