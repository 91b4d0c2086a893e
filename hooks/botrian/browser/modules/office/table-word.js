// A table goes in; a Word document comes out: a native table on A4, ready for a handout. The same as
// hooks/botrian/exports/document.py, byte for byte.

import { bytesOf } from "./parts.js";
import { letters } from "./signs.js";
import {
  about,
  columnNeeds,
  columnParts,
  heading,
  headings,
  longestWords,
  marked,
  onlyNumbers,
  part,
  restWords,
  rowMark,
  shares,
  shortLink,
  textOf,
} from "./table.js";
import {
  boldLabel,
  groupRow,
  headRow,
  linkXml,
  paragraphXml,
  ROOMS,
  rowXml,
  runXml,
  SMALL,
  tableXml,
  SHEETS,
  WordFile,
} from "./word.js";
import { Below, LAST_LINE } from "./word-under.js";
import { tag } from "./xml.js";

/** @import { Labelled, PrintedTable, Printing } from "./table.js" */
/** @import { WordParts } from "./word.js" */
/** @import { Under } from "./word-under.js" */

const UPRIGHT_COLUMNS = 4;
const ACROSS_COLUMNS = 7;
const NUMBER_COLUMNS = 9;
const ROWS = 2000;
const LETTER = 132;
const PADDING = 180;
const LONG_ROW = 260;
const PIECE = 700;
const BESIDE_CODE = ["cite", "licence", "version", "changed", "link"];
// In the unit of Office's drawings: a twentieth of a point, a centimetre.
const TWIP = 635;
const CENTIMETRE = 360000;
const MARGINS = 4 * CENTIMETRE;
const PAGES = { upright: 11906 * TWIP, across: 16838 * TWIP };

/**
 * Whether the page lies across: for many columns, and for as many as stand upright where their texts are long.
 *
 * @param {PrintedTable} table
 */
const liesAcross = ({ columns, rows }) => {
  if (columns.length !== UPRIGHT_COLUMNS) return columns.length > UPRIGHT_COLUMNS;
  const lengths = rows.map(({ cells }) => cells.reduce((sum, cell) => sum + letters(textOf(cell)), 0));
  const sorted = (lengths.length ? lengths : [0]).sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return median > LONG_ROW;
};

class TableWord {
  /**
   * @param {Printing} printing
   * @param {WordParts} parts
   */
  constructor(printing, parts) {
    this.printing = printing;
    this.table = printing.table;
    const { title, answer, language, origin } = this.table;
    this.lie = liesAcross(this.table) ? /** @type {const} */ ("across") : /** @type {const} */ ("upright");
    const described = { title, subject: answer, author: origin.publisher, language, changed: origin.changed };
    const foot = { text: `${shortLink(origin.link)} · ${origin.version}`, link: origin.link };
    this.file = new WordFile(parts, described, foot, this.lie);
  }

  write() {
    const { table, file, printing } = this;
    file.heading(table.title);
    file.paragraph(table.answer);
    file.add(this.codeBlock(about(printing).filter(({ name }) => BESIDE_CODE.includes(name))));
    const across = onlyNumbers(table) ? NUMBER_COLUMNS : ACROSS_COLUMNS;
    const parts = columnParts(table, this.lie === "across" ? across : UPRIGHT_COLUMNS);
    for (const [at, columns] of parts.entries()) {
      const whole = `${printing.say("kind.table")}: ${table.title}`;
      const caption = parts.length > 1 ? printing.say("export.part", whole, at + 1, parts.length) : whole;
      const last = at + 1 === parts.length;
      const native = this.native(part(table, ROWS, columns), last ? this.under() : []);
      file.add(paragraphXml(runXml(caption), "Caption", true), native, last ? LAST_LINE : tag("w:p"));
    }
    return file;
  }

  /**
   * A line of two cells that stays on one page: words on the left, the code on the right.
   *
   * @param {readonly Labelled[]} labelled
   */
  codeBlock(labelled) {
    const { file, table, printing } = this;
    const lines = labelled.map(({ name, label, texts }) => {
      const text = texts.join(" ");
      const run = name === "link" ? linkXml(text, file.link(table.origin.link), SMALL) : runXml(text);
      return paragraphXml(boldLabel(label) + run, "BodyText");
    });
    const words = printing.say("export.code", shortLink(table.origin.link));
    const picture = file.picture(bytesOf(table.code), Math.trunc(2.6 * CENTIMETRE), words);
    const narrow = Math.trunc(3.2 * CENTIMETRE);
    const widths = [PAGES[this.lie] - MARGINS - narrow, narrow].map(twips);
    /** @type {(width: number, content: string) => string} */
    const cell = (width, content) =>
      tag("w:tc", {}, tag("w:tcPr", {}, tag("w:tcW", { "w:type": "dxa", "w:w": width })), content);
    const look = { "w:firstColumn": 1, "w:firstRow": 1, "w:lastColumn": 0, "w:lastRow": 0, "w:noHBand": 0 };
    const properties = tag(
      "w:tblPr",
      {},
      tag("w:tblW", { "w:type": "auto", "w:w": 0 }),
      tag("w:tblLayout", { "w:type": "fixed" }),
      tag("w:tblLook", { ...look, "w:noVBand": 1, "w:val": "04A0" }),
    );
    const row = tag(
      "w:tr",
      {},
      tag("w:trPr", {}, tag("w:cantSplit")),
      cell(widths[0], lines.join("")),
      cell(widths[1], tag("w:p", {}, picture)),
    );
    const grid = widths.map((width) => tag("w:gridCol", { "w:w": width }));
    return tag("w:tbl", {}, properties, tag("w:tblGrid", {}, ...grid), row);
  }

  /**
   * @param {PrintedTable} table
   * @param {readonly Under[]} under what becomes its last rows
   */
  native(table, under) {
    const { file, printing } = this;
    const room = ROOMS[this.lie];
    const least = longestWords(table, printing.ruler).map((count) => PADDING + count * LETTER);
    const widths = shares(columnNeeds(table, true), room, least);
    const below = under.length ? new Below(under, SHEETS[this.lie], table, widths) : undefined;
    const kept = below?.kept ?? 2;
    const rows = [headRow(headings(table), widths)];
    let before = "";
    for (const [at, row] of table.rows.entries()) {
      const { name, group = "", url } = row;
      if (group && group !== before) rows.push(groupRow(group, widths));
      before = group;
      const keep = at + 1 > table.rows.length - kept;
      const link = url ? file.link(url) : "";
      /** @type {import("./word.js").WordCell} */
      const head = { lines: [[name, rowMark(row)]], width: widths[0], bold: true, keep, link };
      const cells = row.cells.map((cell, place) => ({
        lines: marked(cell),
        width: widths[place + 1],
        right: Boolean(cell.number),
        soft: Boolean(cell.absent),
        keep,
      }));
      rows.push(rowXml([head, ...cells]));
    }
    const columns = table.columns.map(heading).join(", ");
    const words = printing.say("export.alt", table.title, table.rows.length, table.rowHeading, columns);
    if (below) rows.push(...below.rows());
    return tableXml(rows, widths, { room, title: table.title, words });
  }

  /**
   * Notes, silence, definitions, the numbered list and the sources.
   *
   * @returns {Under[]}
   */
  under() {
    const { table, printing } = this;
    const rest = restWords(printing, Math.min(table.rows.length, ROWS), table.columns.length);
    const said = about(printing).filter(({ name }) => !BESIDE_CODE.includes(name));
    return [
      ...(rest ? [{ runs: runXml(rest), letters: letters(rest) }] : []),
      ...said.flatMap(({ name, label, texts }) => {
        if (name === "citations") return this.cited(label);
        const runs = boldLabel(label);
        if (texts.length === 1) {
          return [{ runs: runs + runXml(texts[0]), letters: letters(label) + letters(texts[0]) }];
        }
        const list = texts.map((text) => ({ runs: runXml(text), letters: letters(text), style: "ListBullet" }));
        return [{ runs, letters: letters(label), head: true }, ...list];
      }),
    ];
  }

  /**
   * What the numbers in the cells stand for: a paragraph or several a source, each number a link to the place on the
   * site.
   *
   * @param {string} label
   * @returns {Under[]}
   */
  cited(label) {
    const { file, table } = this;
    /** @type {Under[]} */
    const found = [{ runs: boldLabel(label), letters: letters(label), head: true }];
    for (const source of new Set(table.cited.map(([, name]) => name))) {
      let runs = boldLabel(source);
      let size = letters(source);
      let last = "";
      for (const [number, name, place, short, url] of table.cited) {
        if (name !== source) continue;
        const section = sectionOf(place, short);
        if (section && section !== last) {
          if (size > PIECE) {
            found.push({ runs, letters: size });
            [runs, size] = ["", 0];
          }
          runs += runXml(`${section}: `);
          size += letters(section);
        }
        last = section;
        const words = section ? short : place;
        runs += linkXml(`[${number}]`, file.link(url));
        runs += runXml(` ${words}; `);
        size += letters(`[${number}] ${words}; `);
      }
      found.push({ runs, letters: size });
    }
    return found;
  }
}

/** @param {number} emu */
const twips = (emu) => Math.round(emu / TWIP);

/**
 * The place without its pages; empty where that is all that is known.
 *
 * @param {string} place
 * @param {string} short
 */
const sectionOf = (place, short) =>
  (short && place.endsWith(short) ? place.slice(0, place.length - short.length) : place).replace(/[, ]+$/, "");

/**
 * @param {Printing} printing
 * @param {WordParts} parts
 */
export const tableWord = (printing, parts) => new TableWord(printing, parts).write();
