// Cells go in; a sheet of a workbook comes out, and the strings that all sheets share.

import { Relations } from "./parts.js";
import { tag, textXml } from "./xml.js";

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DEFAULT_WIDTH = 64;
const LETTER_WIDTH = 7;

/** @param {number} column from 0 */
export const columnName = (column) => {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
};

/**
 * @param {number} row from 0
 * @param {number} column from 0
 */
export const cellName = (row, column) => `${columnName(column)}${row + 1}`;

/**
 * @param {number} rows the last row, from 0
 * @param {number} columns the last column, from 0
 */
export const rangeName = (rows, columns) => `A1:${cellName(rows, columns)}`;

/** What Excel escapes in an address; one that is escaped already stays. @param {string} url */
const escapedUrl = (url) =>
  /%[0-9a-fA-F]{2}/.test(url)
    ? url
    : url.replace(/[%" <>[\]^\u0060{}]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

/** The strings of a workbook, each once. */
export class Strings {
  constructor() {
    /** @type {Map<string, number>} */
    this.known = new Map();
    this.count = 0;
  }

  /** @param {string} text */
  place(text) {
    this.count += 1;
    const known = this.known.get(text);
    if (known !== undefined) return known;
    this.known.set(text, this.known.size);
    return this.known.size - 1;
  }

  xml() {
    const all = [...this.known.keys()].map((text) => {
      const escaped = textXml(text.replace(/(_x[0-9a-fA-F]{4}_)/g, "_x005F$1"));
      const space = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : "";
      return `<si><t${space}>${escaped}</t></si>`;
    });
    return DECLARATION + tag("sst", { xmlns: MAIN, count: this.count, uniqueCount: this.known.size }, ...all);
  }
}

/** @typedef {{readonly look: number, readonly text?: string, readonly number?: string}} SheetCell */

/** One sheet: rows of cells, with widths, heights and links. */
export class Sheet {
  /**
   * @param {string} name
   * @param {Strings} strings
   */
  constructor(name, strings) {
    this.name = name;
    this.strings = strings;
    this.relations = new Relations();
    /** @type {string[]} */
    this.rows = [];
    /** @type {string[]} */
    this.links = [];
    /** @type {number} */
    this.columns = 0;
    this.relationCount = 0;
  }

  /**
   * A row with its height in points.
   *
   * @param {readonly SheetCell[]} cells
   * @param {number} height
   */
  add(cells, height) {
    const row = this.rows.length;
    this.columns = Math.max(this.columns, cells.length);
    const written = cells.map(({ look, text, number }, column) => {
      const place = cellName(row, column);
      return text === undefined
        ? tag("c", { r: place, s: look }, tag("v", {}, number ?? ""))
        : tag("c", { r: place, s: look, t: "s" }, tag("v", {}, String(this.strings.place(text))));
    });
    const pixels = Math.trunc((height * 4) / 3 + 0.5);
    const about = { r: row + 1, spans: `1:${cells.length}`, ht: pixels * 0.75, customHeight: 1 };
    this.rows.push(tag("row", about, ...written));
  }

  /**
   * A link on a cell of the row that was added last.
   *
   * @param {number} column
   * @param {string} url
   */
  link(column, url) {
    const hash = url.indexOf("#");
    const [address, place] = hash < 0 ? [url, undefined] : [url.slice(0, hash), url.slice(hash + 1)];
    const id = this.relations.another("hyperlink", escapedUrl(address), true);
    const ref = cellName(this.rows.length - 1, column);
    this.links.push(tag("hyperlink", { ref, "r:id": id, location: place || undefined }));
  }

  /** @param {readonly number[]} widths in letters */
  static columnsXml(widths) {
    const pixels = widths.map((width) => Math.trunc(width * LETTER_WIDTH + 0.5) + 5);
    const found = [];
    for (let start = 0; start < pixels.length; ) {
      let end = start;
      while (pixels[end + 1] === pixels[start]) end += 1;
      const width = Math.floor((pixels[start] * 256) / LETTER_WIDTH) / 256;
      const own = pixels[start] === DEFAULT_WIDTH ? undefined : 1;
      found.push(tag("col", { min: start + 1, max: end + 1, width, customWidth: own }));
      start = end + 1;
    }
    return tag("cols", {}, ...found);
  }

  /**
   * @param {object} layout
   * @param {readonly number[]} layout.widths
   * @param {boolean} layout.fits whether it is as wide as a sheet of paper
   * @param {string} layout.views
   * @param {string} layout.filter
   * @param {string} layout.paper margins and the set-up of pages
   * @param {string} layout.after
   */
  xml({ widths, fits, views, filter, paper, after }) {
    return (
      DECLARATION +
      tag(
        "worksheet",
        { xmlns: MAIN, "xmlns:r": OFFICE },
        fits ? tag("sheetPr", {}, tag("pageSetUpPr", { fitToPage: 1 })) : "",
        tag("dimension", { ref: rangeName(this.rows.length - 1, this.columns - 1) }),
        tag("sheetViews", {}, views),
        tag("sheetFormatPr", { defaultRowHeight: 15 }),
        Sheet.columnsXml(widths),
        tag("sheetData", {}, ...this.rows),
        filter,
        this.links.length ? tag("hyperlinks", {}, ...this.links) : "",
        paper,
        after,
      )
    );
  }
}
