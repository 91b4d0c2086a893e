// A text and its look go in; a paragraph of a slide comes out: real bullets, Thai fonts, a language on every run. Where
// things stand on a slide, and how wide lines are, is said here. The same as hooks/botrian/exports/slide_text.py, byte for byte.

import { INK, SOFT_INK } from "#data/colours.js";
import { tag, textTag } from "./xml.js";

/** @import { Ruler, Weight } from "./ruler.js" */

/**
 * @typedef {object} LineLook
 * @property {number} size in points
 * @property {string} [mark] raised behind the line
 * @property {boolean} [bold]
 * @property {boolean} [soft]
 * @property {"l" | "r"} [align]
 * @property {number} [below] points under it
 * @property {string} [link] the name of a relation
 */

/** @typedef {{readonly top: number, readonly height: number, readonly left?: number, readonly room?: number}} Place in points */

const FONT = "Sarabun";
export const WIDTH = 960;
export const HEIGHT = 540;
export const EDGE = 40;
export const ROOM = WIDTH - 2 * EDGE;
export const LINE = 1.32;
export const SAFETY = 1.08;
const STAND_IN_LINE = 1.6;
const WIDER = { Regular: 1.17, Bold: 1.27 };
const LOWER = 1.17;
export const BULLET = "• ";
const INDENT = 0.75;
const EMU = 12700;
/** @type {Readonly<Record<string, string>>} */
export const LOCALES = { th: "th-TH", en: "en-GB" };
const THAI = /[\u0e01-\u0e2e]/;

/** @param {number} points in the unit of Office's drawings */
export const emu = (points) => Math.trunc(points * EMU);

/** @param {string} colour */
export const coloured = (colour) => tag("a:solidFill", {}, tag("a:srgbClr", { val: colour }));

/** The fonts of a run, for Latin and for Thai letters. */
export const fonts = ["latin", "cs"].map((script) => tag(`a:${script}`, { typeface: FONT })).join("");

/**
 * @param {Place} place
 * @param {string} name of the element
 */
export const placeXml = ({ top, height, left = EDGE, room = ROOM }, name = "a:xfrm") =>
  tag(name, {}, tag("a:off", { x: emu(left), y: emu(top) }), tag("a:ext", { cx: emu(room), cy: emu(height) }));

/** @param {string} words */
export const boxShape = (words) => words + tag("a:prstGeom", { prst: "rect" }, tag("a:avLst"));

/**
 * The lines that a text of this size takes in a width in points.
 *
 * @param {Ruler} ruler
 * @param {string} text
 * @param {number} size
 * @param {number} [room]
 * @param {Weight} [weight]
 */
export const linesAcross = (ruler, text, size, room = ROOM, weight = "Regular") =>
  ruler.lines(text, room / (size * SAFETY), weight);

/** The room to keep for each line of a text, in ems, so that it is enough in other fonts too. @param {string} text */
export const lineRoom = (text) => (THAI.test(text) ? STAND_IN_LINE : LINE);

/**
 * The height to keep for a text in a width, both in ems, so that it is enough in other fonts too.
 *
 * @param {Ruler} ruler
 * @param {string} text
 * @param {number} across
 * @param {Weight} weight
 */
export const roomInEms = (ruler, text, across, weight) => {
  const high = ruler.lines(text, across / SAFETY, weight).length * lineRoom(text);
  return THAI.test(text) ? high : Math.max(high, ruler.lines(text, across / WIDER[weight], weight).length * LOWER);
};

/**
 * The height to keep for a text of this size in a width, in points.
 *
 * @param {Ruler} ruler
 * @param {string} text
 * @param {number} size
 * @param {number} [room]
 */
export const textRoom = (ruler, text, size, room = ROOM) => roomInEms(ruler, text, room / size, "Regular") * size;

/** Writes paragraphs in one language; a run with Thai letters is Thai in every file. */
export class Writing {
  /** @param {string} language */
  constructor(language) {
    this.language = language;
  }

  /**
   * @param {string} text
   * @param {LineLook} look
   * @param {boolean} [raised]
   */
  run(text, { size, bold = false, soft = false, link }, raised = false) {
    const look = {
      sz: size * 100,
      b: Number(bold),
      dirty: 0,
      baseline: raised ? 30000 : undefined,
      lang: LOCALES[THAI.test(text) ? "th" : this.language],
    };
    const leads = link ? tag("a:hlinkClick", { "r:id": link }) : "";
    return tag("a:r", {}, tag("a:rPr", look, coloured(soft ? SOFT_INK : INK), fonts, leads), textTag("a:t", text));
  }

  /**
   * A line, with a hanging bullet where it is an entry of a list.
   *
   * @param {string} line
   * @param {LineLook} look
   */
  line(line, look) {
    const { size, mark = "", align, below } = look;
    const listed = line.startsWith(BULLET);
    const indent = emu(size * INDENT);
    const words = listed ? line.slice(BULLET.length) : line;
    const space = below === undefined ? "" : tag("a:spcAft", {}, tag("a:spcPts", { val: below * 100 }));
    const bullet = listed ? tag("a:buFont", { typeface: FONT }) + tag("a:buChar", { char: BULLET.trim() }) : "";
    const about = { algn: align, marL: listed ? indent : undefined, indent: listed ? -indent : undefined };
    const layout = align || listed || space ? tag("a:pPr", about, space, bullet) : "";
    const text = words ? this.run(words, look) : "";
    const behind = mark ? this.run(mark, { size, soft: true }, true) : "";
    return tag("a:p", {}, layout, text, behind);
  }

  /**
   * Lines of one size; what leads to an address is the last of them.
   *
   * @param {string} text
   * @param {LineLook} look
   */
  lines(text, { link, ...look }) {
    const all = text.split("\n");
    return all.map((line, at) => this.line(line, at + 1 === all.length ? { ...look, link } : look)).join("");
  }
}
