// The looks of cells go in, as they are asked for; the part of a workbook that lists them comes out.

import { EDGE_INK, HEAD_GROUND, LINK_INK, SOFT_INK } from "#data/colours.js";
import { tag } from "./xml.js";

/**
 * @typedef {object} Look
 * @property {boolean} [head]
 * @property {boolean} [bold]
 * @property {boolean} [link]
 * @property {boolean} [soft]
 * @property {string} [format] how a number is shown
 * @property {"left" | "right"} [align]
 */

const FONT = "Sarabun";
const INKS = { link: `FF${LINK_INK}`, soft: `FF${SOFT_INK}` };
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const FIRST_FORMAT = 164;
// Excel keeps about 200 number formats in a file; further cells with words around a number become text.
const MOST_FORMATS = 150;
const LONGEST_FORMAT = 255;

const PLAIN_FONT = tag(
  "font",
  {},
  tag("sz", { val: 11 }),
  tag("color", { theme: 1 }),
  tag("name", { val: "Calibri" }),
  tag("family", { val: 2 }),
  tag("scheme", { val: "minor" }),
);
const FILLS = [
  tag("fill", {}, tag("patternFill", { patternType: "none" })),
  tag("fill", {}, tag("patternFill", { patternType: "gray125" })),
  tag(
    "fill",
    {},
    tag(
      "patternFill",
      { patternType: "solid" },
      tag("fgColor", { rgb: `FF${HEAD_GROUND}` }),
      tag("bgColor", { indexed: 64 }),
    ),
  ),
];
const NO_BORDER = tag("border", {}, ...["left", "right", "top", "bottom", "diagonal"].map((side) => tag(side)));
const BORDER = tag(
  "border",
  {},
  ...["left", "right", "top", "bottom"].map((side) =>
    tag(side, { style: "thin" }, tag("color", { rgb: `FF${EDGE_INK}` })),
  ),
  tag("diagonal"),
);
const STYLES = tag("cellStyles", { count: 1 }, tag("cellStyle", { name: "Normal", xfId: 0, builtinId: 0 }));
const NO_STYLES = { count: 0, defaultTableStyle: "TableStyleMedium9", defaultPivotStyle: "PivotStyleLight16" };

/** @param {Look} look */
const fontXml = ({ head, bold, link, soft }) => {
  const ink = link ? INKS.link : soft ? INKS.soft : "";
  return tag(
    "font",
    {},
    head || bold ? tag("b") : "",
    link ? tag("u") : "",
    tag("sz", { val: 11 }),
    tag("color", ink ? { rgb: ink } : { theme: 1 }),
    tag("name", { val: FONT }),
    tag("family", { val: 2 }),
  );
};

/**
 * @template One
 * @param {One[]} list
 * @param {One} one
 */
const placeIn = (list, one) => {
  const known = list.indexOf(one);
  return known < 0 ? list.push(one) - 1 : known;
};

/** The looks of one workbook, each known by its number. */
export class Looks {
  constructor() {
    /** @type {string[]} */
    this.keys = [];
    /** @type {Look[]} */
    this.looks = [];
    /** @type {Set<string>} */
    this.numbers = new Set();
  }

  /** @param {Look} look */
  of(look) {
    const { head = false, bold = false, link = false, soft = false, format = "", align = "" } = look;
    const key = JSON.stringify([head, bold, link, soft, format, align]);
    const known = this.keys.indexOf(key);
    if (known >= 0) return known + 1;
    this.looks.push(look);
    return this.keys.push(key);
  }

  /**
   * Whether the file still takes this number format.
   *
   * @param {string} format
   */
  allows(format) {
    if (this.numbers.size >= MOST_FORMATS && !this.numbers.has(format)) return false;
    this.numbers.add(format);
    return [...format].length <= LONGEST_FORMAT;
  }

  xml() {
    const fonts = [PLAIN_FONT];
    /** @type {string[]} */
    const formats = [];
    const cells = this.looks.map((look) => {
      const { head, format, align } = look;
      const own = format && format !== "0" ? FIRST_FORMAT + placeIn(formats, format) : Number(format === "0");
      const attributes = {
        numFmtId: own,
        fontId: placeIn(fonts, fontXml(look)),
        fillId: head ? 2 : 0,
        borderId: head ? 1 : 0,
        xfId: 0,
        applyNumberFormat: own ? 1 : undefined,
        applyFont: 1,
        applyFill: head ? 1 : undefined,
        applyBorder: head ? 1 : undefined,
        applyAlignment: 1,
      };
      return tag("xf", attributes, tag("alignment", { horizontal: align, vertical: "top", wrapText: 1 }));
    });
    const plain = { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 };
    const numbers = formats.map((code, at) => tag("numFmt", { numFmtId: FIRST_FORMAT + at, formatCode: code }));
    return tag(
      "styleSheet",
      { xmlns: MAIN },
      numbers.length ? tag("numFmts", { count: numbers.length }, ...numbers) : "",
      tag("fonts", { count: fonts.length }, ...fonts),
      tag("fills", { count: FILLS.length }, ...FILLS),
      tag("borders", { count: 2 }, NO_BORDER, BORDER),
      tag("cellStyleXfs", { count: 1 }, tag("xf", plain)),
      tag("cellXfs", { count: cells.length + 1 }, tag("xf", { ...plain, xfId: 0 }), ...cells),
      STYLES,
      tag("dxfs", { count: 0 }),
      tag("tableStyles", NO_STYLES),
    );
  }
}
