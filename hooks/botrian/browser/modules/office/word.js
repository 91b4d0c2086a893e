// Headings, paragraphs, lists, tables and pictures go in; a Word document on A4 comes out: Thai fonts, a language, a foot
// with page numbers, links. The same as hooks/botrian/exports/word_parts.py and document.py, byte for byte.

import { EDGE_INK, GROUP_GROUND, HEAD_GROUND, LINK_INK, SOFT_INK } from "#data/colours.js";
import { describedXml, filled, kindsXml, ready, Relations } from "./parts.js";
import { tag, textTag, textXml } from "./xml.js";
import { zipped } from "./zip.js";

/** @import { Described, Kinds, ReadyPart } from "./parts.js" */
/** @import { ZipEntry } from "./zip.js" */

/** @typedef {"upright" | "across"} Lie how the page lies */

/**
 * The parts of a document without content (hooks/botrian/exports/office_parts.py), in the order in which they stand.
 *
 * @typedef {object} WordParts
 * @property {string} about
 * @property {string} head the document up to its first paragraph
 * @property {Readonly<Record<Lie, string>>} tails the document behind its last paragraph
 * @property {Readonly<Record<Lie, string>>} feet with holes for a text
 * @property {readonly (readonly [string, string, string])[]} relations
 * @property {Kinds} endings
 * @property {Kinds} kinds
 * @property {readonly ReadyPart[]} first
 * @property {readonly ReadyPart[]} before
 * @property {Readonly<Record<string, readonly ReadyPart[]>>} own what differs in a language
 */

/**
 * Where a document leads from its foot.
 *
 * @typedef {{readonly text: string, readonly link: string}} Foot
 */

const FONT = "Sarabun";
export const BULLET = "• ";
export const CELL = 11;
export const SMALL = 9;
const SPACES = {
  a: "http://schemas.openxmlformats.org/drawingml/2006/main",
  pic: "http://schemas.openxmlformats.org/drawingml/2006/picture",
};
const CELL_FONTS = tag("w:rFonts", { "w:ascii": FONT, "w:hAnsi": FONT, "w:cs": FONT, "w:eastAsia": FONT });
const BOLD = tag("w:b") + tag("w:bCs");
/** Twentieths of a point between the margins, across and down. */
export const ROOMS = { upright: 9637, across: 14570 };
export const SHEETS = { upright: 14570, across: 9637 };

/** @param {number} points */
const sizes = (points) => tag("w:sz", { "w:val": points * 2 }) + tag("w:szCs", { "w:val": points * 2 });

/** @param {string} text */
const kept = (text) => textTag("w:t", text, { "xml:space": "preserve" });

/**
 * A text in the looks of its paragraph; line ends and tabs stay.
 *
 * @param {string} text
 * @param {string} [look]
 */
export const runXml = (text, look = "") => {
  const pieces = text.split(/(\n|\t)/).filter(Boolean);
  const written = pieces.map((piece) => {
    if (piece === "\n") return tag("w:br");
    if (piece === "\t") return tag("w:tab");
    return piece.trim().length < piece.length ? kept(piece) : textTag("w:t", piece);
  });
  return tag("w:r", {}, look && tag("w:rPr", {}, look), ...written);
};

/** @param {string} label */
export const boldLabel = (label) => runXml(`${label}: `, BOLD);

/**
 * A text that leads to an address, by the name of its relation; without `points` in the size of its paragraph.
 *
 * @param {string} text
 * @param {string} relation
 * @param {number} [points]
 * @param {boolean} [bold]
 */
export const linkXml = (text, relation, points = 0, bold = false) => {
  const look = `${CELL_FONTS}${bold ? BOLD : ""}${tag("w:color", { "w:val": LINK_INK })}${points ? sizes(points) : ""}`;
  const run = tag("w:r", {}, tag("w:rPr", {}, look, tag("w:u", { "w:val": "single" })), kept(text));
  return tag("w:hyperlink", { "r:id": relation }, run);
};

/**
 * @param {string} runs
 * @param {string} [style] its id, such as BodyText
 * @param {boolean} [keep] whether it stays with what follows
 */
export const paragraphXml = (runs, style = "", keep = false) => {
  const layout = (style ? tag("w:pStyle", { "w:val": style }) : "") + (keep ? tag("w:keepNext") : "");
  return tag("w:p", {}, layout && tag("w:pPr", {}, layout), runs);
};

/**
 * @typedef {object} WordCell
 * @property {readonly (readonly [text: string, mark: string])[]} lines
 * @property {number} width in twentieths of a point
 * @property {string} [ground]
 * @property {boolean} [bold]
 * @property {boolean} [right]
 * @property {boolean} [soft]
 * @property {boolean} [keep]
 * @property {number} [span]
 * @property {string} [link] the name of a relation
 */

/**
 * @param {string} text
 * @param {WordCell} cell
 * @param {boolean} [raised]
 */
const cellRun = (text, { bold = false, soft = false }, raised = false) => {
  const colour = soft ? tag("w:color", { "w:val": SOFT_INK }) : "";
  const above = raised ? tag("w:vertAlign", { "w:val": "superscript" }) : "";
  const look = `${CELL_FONTS}${bold ? BOLD : ""}${colour}${sizes(CELL)}${above}`;
  return tag("w:r", {}, tag("w:rPr", {}, look), kept(text));
};

/**
 * @param {readonly [string, string]} line
 * @param {WordCell} cell
 */
const cellLine = ([text, mark], cell) => {
  const { bold = false, right = false, keep = false, link = "" } = cell;
  const listed = text.startsWith(BULLET);
  const words = listed ? text.slice(BULLET.length) : text;
  const layout = [
    listed ? tag("w:pStyle", { "w:val": "ListBullet" }) : "",
    keep ? tag("w:keepNext") : "",
    tag("w:spacing", { "w:before": 20, "w:after": 20, "w:line": 252, "w:lineRule": "auto" }),
    listed ? tag("w:ind", { "w:left": 200, "w:hanging": 200 }) : "",
    right ? tag("w:jc", { "w:val": "right" }) : "",
  ];
  const main = link ? linkXml(words, link, CELL, bold) : cellRun(words, cell);
  const behind = mark ? cellRun(mark, { ...cell, bold: false, soft: true }, true) : "";
  return tag("w:p", {}, tag("w:pPr", {}, ...layout), main, behind);
};

/** @param {WordCell} cell */
const cellXml = (cell) => {
  const { lines, width, ground, span = 1 } = cell;
  const about = [
    tag("w:tcW", { "w:w": width, "w:type": "dxa" }),
    span > 1 ? tag("w:gridSpan", { "w:val": span }) : "",
    ground ? tag("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": ground }) : "",
  ];
  return tag("w:tc", {}, tag("w:tcPr", {}, ...about), ...lines.map((line) => cellLine(line, cell)));
};

/**
 * A row that does not break across pages.
 *
 * @param {readonly WordCell[]} cells
 * @param {boolean} [head] whether it is repeated on every page
 */
export const rowXml = (cells, head = false) =>
  tag("w:tr", {}, tag("w:trPr", {}, tag("w:cantSplit"), head ? tag("w:tblHeader") : ""), ...cells.map(cellXml));

/**
 * The head of a table.
 *
 * @param {readonly string[]} texts
 * @param {readonly number[]} widths
 */
export const headRow = (texts, widths) =>
  rowXml(
    texts.map((text, at) => ({ lines: [[text, ""]], width: widths[at], ground: HEAD_GROUND, bold: true })),
    true,
  );

/**
 * The line that a group of rows begins with.
 *
 * @param {string} group
 * @param {readonly number[]} widths
 */
export const groupRow = (group, widths) => {
  const width = widths.reduce((sum, one) => sum + one, 0);
  const look = { ground: GROUP_GROUND, bold: true, keep: true, span: widths.length };
  return rowXml([{ lines: [[group, ""]], width, ...look }]);
};

/**
 * @param {readonly string[]} rows
 * @param {readonly number[]} widths of its columns, in twentieths of a point
 * @param {{readonly room: number, readonly title: string, readonly words: string}} about `words`: for those who do not see it
 */
export const tableXml = (rows, widths, { room, title, words }) => {
  const edge = { "w:val": "single", "w:sz": 4, "w:space": 0, "w:color": EDGE_INK };
  const sides = ["top", "left", "bottom", "right", "insideH", "insideV"].map((side) => tag(`w:${side}`, edge));
  const margins = ["left", "right"].map((side) => tag(`w:${side}`, { "w:w": 85, "w:type": "dxa" }));
  const look = { "w:firstRow": 1, "w:lastRow": 0, "w:firstColumn": 1, "w:lastColumn": 0 };
  const properties = [
    tag("w:tblW", { "w:w": room, "w:type": "dxa" }),
    tag("w:tblBorders", {}, ...sides),
    tag("w:tblLayout", { "w:type": "fixed" }),
    tag("w:tblCellMar", {}, ...margins),
    tag("w:tblLook", { "w:val": "0620", ...look }),
    tag("w:tblCaption", { "w:val": title }),
    tag("w:tblDescription", { "w:val": words }),
  ];
  const grid = widths.map((width) => tag("w:gridCol", { "w:w": width }));
  return tag("w:tbl", {}, tag("w:tblPr", {}, ...properties), tag("w:tblGrid", {}, ...grid), ...rows);
};

/** A document: blocks of XML in their order. */
export class WordFile {
  /**
   * @param {WordParts} parts
   * @param {Described} about
   * @param {Foot} foot
   * @param {Lie} [lie]
   */
  constructor(parts, about, foot, lie = "upright") {
    this.parts = parts;
    this.about = about;
    this.foot = foot;
    this.lie = lie;
    this.relations = new Relations(parts.relations);
    this.relations.to("footer", "footer1.xml");
    /** @type {string[]} */
    this.body = [];
    /** @type {Uint8Array[]} */
    this.pictures = [];
  }

  /** @param {...string} blocks */
  add(...blocks) {
    this.body.push(...blocks);
  }

  /**
   * @param {string} text
   * @param {number} [level] 1 is the title of the document
   */
  heading(text, level = 1) {
    this.add(paragraphXml(runXml(text), `Heading${level}`));
  }

  /**
   * @param {string} text
   * @param {string} [style]
   */
  paragraph(text, style) {
    this.add(paragraphXml(runXml(text), style));
  }

  /**
   * @param {readonly string[]} entries
   * @param {"ListBullet" | "ListNumber"} [style] numbers go on from list to list
   */
  list(entries, style = "ListBullet") {
    for (const entry of entries) this.paragraph(entry, style);
  }

  newPage() {
    this.add(tag("w:p", {}, tag("w:r", {}, tag("w:br", { "w:type": "page" }))));
  }

  /** @param {string} url */
  link(url) {
    return this.relations.to("hyperlink", url, true);
  }

  /**
   * A run with a picture.
   *
   * @param {Uint8Array} png
   * @param {number} size of its sides, in the unit of Office's drawings
   * @param {string} words for those who do not see it
   */
  picture(png, size, words) {
    this.pictures.push(png);
    const number = this.pictures.length;
    const embed = this.relations.to("image", `media/image${number}.png`);
    const extent = { cx: size, cy: size };
    const about = { id: number, name: `Picture ${number}`, descr: words };
    const place = tag("a:xfrm", {}, tag("a:off", { x: 0, y: 0 }), tag("a:ext", extent));
    const fill = [tag("a:blip", { "r:embed": embed }), tag("a:stretch", {}, tag("a:fillRect"))];
    const picture = tag(
      "pic:pic",
      {},
      tag("pic:nvPicPr", {}, tag("pic:cNvPr", { id: 0, name: "image.png" }), tag("pic:cNvPicPr")),
      tag("pic:blipFill", {}, ...fill),
      tag("pic:spPr", {}, place, tag("a:prstGeom", { prst: "rect" })),
    );
    const inline = tag(
      "wp:inline",
      { "xmlns:a": SPACES.a, "xmlns:pic": SPACES.pic },
      tag("wp:extent", extent),
      tag("wp:docPr", about),
      tag("wp:cNvGraphicFramePr", {}, tag("a:graphicFrameLocks", { noChangeAspect: 1 })),
      tag("a:graphic", {}, tag("a:graphicData", { uri: SPACES.pic }, picture)),
    );
    return tag("w:r", {}, tag("w:drawing", {}, inline));
  }

  /**
   * The parts of the file, as they stand in it.
   *
   * @returns {ZipEntry[]}
   */
  entries() {
    const { parts, about, foot, lie } = this;
    const own = new Map((parts.own[about.language] ?? []).map((part) => [part[0], part]));
    const footRelations = new Relations();
    footRelations.to("hyperlink", foot.link, true);
    const endings = this.pictures.length ? { ...parts.endings, png: "image/png" } : parts.endings;
    return [
      { name: "[Content_Types].xml", content: kindsXml(endings, parts.kinds) },
      ...parts.first.map(ready),
      { name: "docProps/core.xml", content: describedXml(parts.about, about) },
      ...parts.before.slice(0, 1).map(ready),
      { name: "word/document.xml", content: parts.head + this.body.join("") + parts.tails[lie] },
      { name: "word/_rels/document.xml.rels", content: this.relations.xml() },
      ...parts.before.slice(1).map((part) => ready(own.get(part[0]) ?? part)),
      { name: "word/footer1.xml", content: filled(parts.feet[lie], { foot: textXml(foot.text) }) },
      { name: "word/_rels/footer1.xml.rels", content: footRelations.xml() },
      ...this.pictures.map((content, at) => ({ name: `word/media/image${at + 1}.png`, content })),
    ];
  }

  /** The file's bytes. */
  async bytes() {
    return zipped(this.entries());
  }
}
