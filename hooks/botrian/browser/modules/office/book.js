// A table goes in; an Excel workbook comes out: the table, and a second sheet with all that belongs to it. The same as
// hooks/botrian/exports/workbook.py, byte for byte.

import {
  granularity,
  heightOf,
  inQuotes,
  onPaper,
  PAPER,
  quoted,
  referred,
  sheetName,
  WIDEST,
  widthOf,
} from "./book-fit.js";
import { Looks } from "./book-looks.js";
import { appXml, bookXml, coreXml, kindsXml, tableXml } from "./book-parts.js";
import { ready } from "./parts.js";
import { cellName, columnName, DECLARATION, rangeName, Sheet, Strings } from "./sheet.js";
import { fitted } from "./signs.js";
import { about, citedWords, grouped, heading, longestWords, shortLink, textOf } from "./table.js";
import { tag, textTag } from "./xml.js";
import { zipped } from "./zip.js";

/** @import { DefinedName } from "./book-parts.js" */
/** @import { ReadyPart } from "./parts.js" */
/** @import { SheetCell } from "./sheet.js" */
/** @import { PrintedCell, Printing } from "./table.js" */
/** @import { ZipEntry } from "./zip.js" */

/** @typedef {{readonly first: readonly ReadyPart[], readonly theme: ReadyPart}} BookParts (exports/office_parts.py) */

const LETTERS = 32767;
const SCALE = 82;
const ABOUT_WIDTHS = [26, 80];
const LONGEST_LINK = 2000;
const DAY_FORMATS = { th: '[$-107041E]d mmmm "พ.ศ." yyyy', en: "[$-409]d mmmm yyyy" };
const MONTH_FORMATS = { th: '[$-107041E]mmmm "พ.ศ." yyyy', en: "[$-409]mmmm yyyy" };
const YEARS_BETWEEN = 543;
const DAY = 86400000;

class Book {
  /** @param {Printing} printing */
  constructor(printing) {
    this.printing = printing;
    this.table = printing.table;
    this.looks = new Looks();
    this.strings = new Strings();
    const aboutName = sheetName(printing.say("export.about"));
    const name = sheetName(this.table.title);
    const taken = [aboutName.toLowerCase(), "history"].includes(name.toLowerCase());
    this.sheet = new Sheet(taken ? "Table" : name, this.strings);
    this.about = new Sheet(aboutName, this.strings);
    const names = grouped(this.table) ? [printing.say("export.group")] : [];
    this.names = [...names, this.table.rowHeading];
    this.heads = [...this.names, ...this.table.columns.map(heading)];
    this.widths = this.widthsOfAll();
    this.fits = this.widths.reduce((sum, one) => sum + one, 0) <= PAPER;
  }

  /** @param {string} text */
  limited(text) {
    return fitted(text, LETTERS, this.printing.say("export.rest_of_cell"));
  }

  /**
   * @param {PrintedCell} cell
   * @param {number} exact
   * @returns {SheetCell}
   */
  cell(cell, exact) {
    const { number, date, absent } = cell;
    if (number && number[3] >= 0 && !`${number[1]}${number[2]}`.includes('"')) {
      const [value, before, after, decimals] = number;
      const shown = `#,##0${decimals ? `.${"0".repeat(decimals)}` : ""}`;
      const format = `${quoted(before)}${shown}${quoted(after)}`;
      if (this.looks.allows(format)) return { look: this.looks.of({ format, align: "right" }), number: value };
    }
    if (date && exact) {
      const [value, format] = this.day(cell.lines[0], date);
      return { look: this.looks.of({ format, align: "left" }), number: String(value) };
    }
    const look = this.looks.of(absent ? { soft: true } : {});
    return { look, text: this.limited(textOf(cell)) };
  }

  /**
   * A day or month as Excel's date, a year as a number; each with the format that shows it as people read it.
   *
   * @param {string} words
   * @param {string} date
   * @returns {[number, string]}
   */
  day(words, date) {
    const thai = this.table.language === "th";
    const [year, month = 1, day = 1] = date.split("-").map(Number);
    if (date.length === 4) {
      const shown = thai ? year + YEARS_BETWEEN : year;
      const [before, ...after] = words.split(String(shown));
      return [shown, `${quoted(before)}0${quoted(after.join(String(shown)))}`];
    }
    const formats = date.length > 7 ? DAY_FORMATS : MONTH_FORMATS;
    return [(Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / DAY, formats[thai ? "th" : "en"]];
  }

  fill() {
    const { table, sheet, looks, widths } = this;
    const head = looks.of({ head: true });
    const shown = widths.slice(this.names.length - 1);
    const exact = table.columns.map((_, at) => granularity(table, at));
    const headTexts = [table.rowHeading, ...table.columns.map(heading)];
    sheet.add(
      this.heads.map((text) => ({ look: head, text })),
      heightOf(headTexts, shown),
    );
    for (const row of table.rows) {
      const group = grouped(table) ? [{ look: looks.of({ bold: true }), text: this.limited(row.group ?? "") }] : [];
      const name = this.limited(row.name);
      const linked = Boolean(row.url && name && [...row.url].length <= LONGEST_LINK);
      const first = { look: looks.of({ bold: true, link: linked }), text: name };
      const cells = row.cells.map((cell, at) => this.cell(cell, exact[at]));
      sheet.add([...group, first, ...cells], heightOf([row.name, ...row.cells.map(textOf)], shown));
      if (linked) sheet.link(this.names.length - 1, row.url ?? "");
    }
  }

  widthsOfAll() {
    const { table, printing } = this;
    const sample = table.rows.slice(0, 500);
    const widths = grouped(table) ? [widthOf(sample.map(({ group = "" }) => group))] : [];
    widths.push(widthOf([table.rowHeading, ...sample.map(({ name }) => name)]));
    for (const [at, column] of table.columns.entries()) {
      widths.push(widthOf([heading(column), ...sample.map(({ cells }) => textOf(cells[at]))]));
    }
    const longest = longestWords(table, printing.ruler, 24)
      .slice(1)
      .map((found) => Math.min(WIDEST, found + 3));
    return onPaper(widths, longest);
  }

  /** Whether Excel takes the headings as those of a table of its own: different, and short. */
  isTable() {
    const { heads, table } = this;
    const unique = new Set(heads.map((head) => head.toLowerCase())).size === heads.length;
    return table.rows.length > 0 && unique && heads.every((head) => head && head.length <= 255 && !head.includes("\n"));
  }

  /** @returns {string} */
  sheetXml() {
    const { sheet, table, names, heads, widths, fits } = this;
    const corner = cellName(1, names.length);
    const top = `${columnName(names.length)}1`;
    const views = tag(
      "sheetView",
      { tabSelected: 1, workbookViewId: 0 },
      tag("pane", {
        xSplit: names.length,
        ySplit: 1,
        topLeftCell: corner,
        activePane: "bottomRight",
        state: "frozen",
      }),
      tag("selection", { pane: "topRight", activeCell: top, sqref: top }),
      tag("selection", { pane: "bottomLeft", activeCell: "A2", sqref: "A2" }),
      tag("selection", { pane: "bottomRight" }),
    );
    const title = [...table.title.replaceAll("&", "&&")].slice(0, 200).join("");
    const link = [...shortLink(table.origin.link)].slice(0, 180).join("");
    const margins = { left: 0.5, right: 0.5, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };
    const size = fits ? { fitToHeight: 0 } : { scale: SCALE };
    const paper = [
      tag("pageMargins", margins),
      tag("pageSetup", { paperSize: 9, ...size, orientation: "landscape" }),
      tag("headerFooter", {}, textTag("oddHeader", `&L${title}`), textTag("oddFooter", `&L${link}&R&P/&N`)),
    ].join("");
    const asTable = this.isTable();
    const after = asTable
      ? tag(
          "tableParts",
          { count: 1 },
          tag("tablePart", { "r:id": sheet.relations.to("table", "../tables/table1.xml") }),
        )
      : "";
    const filter = asTable
      ? ""
      : tag("autoFilter", { ref: rangeName(Math.max(1, table.rows.length), heads.length - 1) });
    return sheet.xml({ widths, fits, views, filter, paper, after });
  }

  /** @returns {[string, string][]} */
  aboutLines() {
    const { printing, table } = this;
    /** @type {[string, string][]} */
    const lines = [
      [printing.say("export.title"), table.title],
      [printing.say("export.answer"), table.answer],
    ];
    if (table.question) lines.push([printing.say("export.question"), table.question]);
    for (const { label, texts } of about(printing)) for (const text of texts) lines.push([label, text]);
    lines.push(["", ""], [printing.say("export.source_of_cell"), ""]);
    /** @type {(places: readonly number[]) => string} */
    const words = (places) => places.map((place) => table.places[place]).join("; ");
    for (const row of table.rows) {
      if (row.places?.length) lines.push([row.name, words(row.places)]);
      for (const [at, { places }] of row.cells.entries()) {
        if (places?.length) lines.push([`${row.name} · ${table.columns[at].name}`, words(places)]);
      }
    }
    return lines;
  }

  aboutXml() {
    const { about: sheet, table, looks } = this;
    const { link } = table.origin;
    const urls = new Map(table.cited.map((one) => [`[${one[0]}] ${citedWords(one)}`, one[4]])).set(link, link);
    for (const [label, text] of this.aboutLines()) {
      const shown = this.limited(text);
      const url = urls.get(text) ?? "";
      const linked = Boolean(url && shown && [...url].length <= LONGEST_LINK);
      const name = { look: looks.of({ bold: true }), text: this.limited(label) };
      sheet.add([name, { look: looks.of({ link: linked }), text: shown }], heightOf([label, shown], ABOUT_WIDTHS));
      if (linked) sheet.link(1, url);
    }
    const margins = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };
    const paper = [
      tag("pageMargins", margins),
      tag("pageSetup", { paperSize: 9, fitToHeight: 0, orientation: "portrait" }),
      tag("headerFooter", {}, textTag("oddFooter", "&R&P/&N")),
    ].join("");
    const views = tag("sheetView", { workbookViewId: 0 });
    return sheet.xml({ widths: ABOUT_WIDTHS, fits: true, views, filter: "", paper, after: "" });
  }

  /** @returns {DefinedName[]} */
  definedNames() {
    const { sheet, about: other, table, heads } = this;
    const name = referred(sheet.name);
    const last = columnName(heads.length - 1);
    const rows = Math.max(table.rows.length, 1) + 1;
    const side = `${name}!$A:$${columnName(this.names.length - 1)},`;
    /** @type {DefinedName[]} */
    const filter = this.isTable()
      ? []
      : [["_xlnm._FilterDatabase", { localSheetId: 0, hidden: 1 }, `${name}!$A$1:$${last}$${rows}`]];
    return [
      ...filter,
      ["kb_about", {}, `${inQuotes(other.name)}!$A$1:$B$${other.rows.length}`],
      ["kb_table", {}, `${inQuotes(sheet.name)}!$A$1:$${last}$${rows}`],
      ["_xlnm.Print_Titles", { localSheetId: 0 }, `${this.fits ? "" : side}${name}!$1:$1`],
    ];
  }

  /**
   * The parts of the file, as they stand in it.
   *
   * @param {BookParts} parts
   * @returns {ZipEntry[]}
   */
  entries({ first, theme }) {
    this.fill();
    // Excel's own table writes its headings once more.
    if (this.isTable()) this.strings.count += this.heads.length;
    const sheet = this.sheetXml();
    const other = this.aboutXml();
    const names = this.definedNames();
    const sheetNames = [this.sheet.name, this.about.name];
    /** @type {ZipEntry[]} */
    const relations = [this.sheet, this.about].flatMap((one, at) => {
      const name = `xl/worksheets/_rels/sheet${at + 1}.xml.rels`;
      return one.relations.list.length ? [{ name, content: one.relations.xml(DECLARATION) }] : [];
    });
    return [
      { name: "[Content_Types].xml", content: kindsXml(this.isTable()) },
      ...first.map(ready),
      { name: "xl/worksheets/sheet1.xml", content: sheet },
      { name: "xl/worksheets/sheet2.xml", content: other },
      { name: "xl/workbook.xml", content: bookXml(sheetNames, names) },
      ...(this.isTable() ? [{ name: "xl/tables/table1.xml", content: tableXml(this.table, this.heads) }] : []),
      { name: "xl/sharedStrings.xml", content: this.strings.xml() },
      { name: "xl/styles.xml", content: DECLARATION + this.looks.xml() },
      ready(theme),
      ...relations,
      { name: "docProps/core.xml", content: coreXml(this.table) },
      { name: "docProps/app.xml", content: appXml(sheetNames, names) },
    ];
  }
}

/**
 * @param {Printing} printing
 * @param {BookParts} parts
 */
export const bookEntries = (printing, parts) => new Book(printing).entries(parts);

/**
 * @param {Printing} printing
 * @param {BookParts} parts
 */
export const bookFile = (printing, parts) => zipped(bookEntries(printing, parts));
