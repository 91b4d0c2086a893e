// Titles, lines, notes and tables go in; a PowerPoint file comes out: real bullets, Thai fonts, a language on every run, a
// page number. The same as hooks/botrian/exports/slide_text.py, byte for byte.

import { describedXml, filled, kindsXml, ready, Relations } from "./parts.js";
import { DECLARATION, tag, textTag } from "./xml.js";
import { zipped } from "./zip.js";

/** @import { Described, Kinds, ReadyPart } from "./parts.js" */
/** @import { Ruler } from "./ruler.js" */
/** @import { ZipEntry } from "./zip.js" */

/**
 * The parts of a file without slides (hooks/botrian/exports/office_parts.py): in the order in which they stand before the
 * slides, and with the first notes.
 *
 * @typedef {object} DeckParts
 * @property {string} about
 * @property {string} presentation with holes for its slides
 * @property {readonly (readonly [string, string, string])[]} relations
 * @property {Kinds} endings
 * @property {Kinds} kinds
 * @property {readonly ReadyPart[]} first
 * @property {readonly ReadyPart[]} before
 * @property {readonly ReadyPart[]} notes
 * @property {string} layout of every slide
 */

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
const HEIGHT = 540;
export const EDGE = 40;
export const ROOM = WIDTH - 2 * EDGE;
export const LINE = 1.32;
export const SAFETY = 1.06;
export const BULLET = "• ";
const INK = "1D2826";
const SOFT_INK = "4C5A57";
const INDENT = 0.75;
const EMU = 12700;
const NOTES_SIZE = 14;
/** @type {Readonly<Record<string, string>>} */
const LOCALES = { th: "th-TH", en: "en-GB" };
const THAI = /[\u0e01-\u0e2e]/;
const NUMBER_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}";
const KIND = "application/vnd.openxmlformats-officedocument.presentationml.";
const SPACES = {
  "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
  "xmlns:p": "http://schemas.openxmlformats.org/presentationml/2006/main",
  "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};
const TREE = tag("p:nvGrpSpPr", {}, tag("p:cNvPr", { id: 1, name: "" }), tag("p:cNvGrpSpPr"), tag("p:nvPr"));
const COLOURS = tag("p:clrMapOvr", {}, tag("a:masterClrMapping"));
const NO_MARGINS = { lIns: 0, rIns: 0, tIns: 0, bIns: 0 };

/** @param {number} points in the unit of Office's drawings */
export const emu = (points) => Math.trunc(points * EMU);

/** @param {string} colour */
export const coloured = (colour) => tag("a:solidFill", {}, tag("a:srgbClr", { val: colour }));

const fonts = ["latin", "cs"].map((script) => tag(`a:${script}`, { typeface: FONT })).join("");

/**
 * @param {Place} place
 * @param {string} name of the element
 */
const placeXml = ({ top, height, left = EDGE, room = ROOM }, name = "a:xfrm") =>
  tag(name, {}, tag("a:off", { x: emu(left), y: emu(top) }), tag("a:ext", { cx: emu(room), cy: emu(height) }));

/** @param {string} words */
const boxShape = (words) => words + tag("a:prstGeom", { prst: "rect" }, tag("a:avLst"));

/**
 * The lines that a text of this size takes in a width in points.
 *
 * @param {Ruler} ruler
 * @param {string} text
 * @param {number} size
 * @param {number} [room]
 */
export const linesAcross = (ruler, text, size, room = ROOM) => ruler.lines(text, room / (size * SAFETY), "Regular");

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

/** One slide, to which shapes are added in the order in which they are read aloud. */
export class Slide {
  /**
   * @param {Deck} deck
   * @param {number} number
   */
  constructor(deck, number) {
    this.deck = deck;
    this.number = number;
    this.write = deck.write;
    this.relations = new Relations();
    this.relations.to("slideLayout", deck.parts.layout);
    /** @type {string[]} */
    this.shapes = [];
    /** @type {string | null} */
    this.notes = null;
  }

  /** The id of the next shape. */
  get next() {
    return this.shapes.length + 2;
  }

  /** @param {string} url */
  link(url) {
    return this.relations.to("hyperlink", url, true);
  }

  /**
   * The title, in the largest of the sizes in which it takes no more than so many lines.
   *
   * @param {string} title
   * @param {readonly number[]} sizes
   * @param {number} most
   * @param {number} [height]
   */
  title(title, sizes, most, height = 80) {
    const fits = sizes.find((one) => linesAcross(this.deck.ruler, title, one).length <= most);
    const look = { size: fits ?? sizes[sizes.length - 1], bold: true, align: /** @type {const} */ ("l") };
    const id = this.next;
    this.shapes.push(
      tag(
        "p:sp",
        {},
        tag(
          "p:nvSpPr",
          {},
          tag("p:cNvPr", { id, name: `Title ${id - 1}` }),
          tag("p:cNvSpPr", {}, tag("a:spLocks", { noGrp: 1 })),
          tag("p:nvPr", {}, tag("p:ph", { type: "title" })),
        ),
        tag("p:spPr", {}, placeXml({ top: 18, height })),
        tag(
          "p:txBody",
          {},
          tag("a:bodyPr", { wrap: "square", ...NO_MARGINS, anchor: "ctr" }),
          tag("a:lstStyle"),
          this.write.lines(title, look),
        ),
      ),
    );
  }

  /**
   * @param {string} paragraphs
   * @param {Place} place
   * @param {string} [name]
   * @param {"square" | "none"} [wrap]
   */
  textBox(paragraphs, place, name, wrap = "square") {
    const id = this.next;
    this.shapes.push(
      tag(
        "p:sp",
        {},
        tag(
          "p:nvSpPr",
          {},
          tag("p:cNvPr", { id, name: name ?? `TextBox ${id - 1}` }),
          tag("p:cNvSpPr", { txBox: 1 }),
          tag("p:nvPr"),
        ),
        tag("p:spPr", {}, boxShape(placeXml(place)), tag("a:noFill")),
        tag(
          "p:txBody",
          {},
          tag("a:bodyPr", { wrap, ...NO_MARGINS }, tag("a:spAutoFit")),
          tag("a:lstStyle"),
          paragraphs,
        ),
      ),
    );
  }

  /**
   * A text of one size, `link` leading to an address behind its last line.
   *
   * @param {string} text
   * @param {Place} place
   * @param {LineLook} look
   */
  text(text, place, look) {
    this.textBox(this.write.lines(text, { align: "l", ...look }), place);
  }

  /**
   * @param {Uint8Array} png
   * @param {Place} place
   * @param {string} name
   * @param {string} words for those who do not see it
   */
  picture(png, place, name, words) {
    const about = { id: this.next, name, descr: words };
    const embed = this.relations.to("image", `../media/${this.deck.pictureName(png)}`);
    this.shapes.push(
      tag(
        "p:pic",
        {},
        tag(
          "p:nvPicPr",
          {},
          tag("p:cNvPr", about),
          tag("p:cNvPicPr", {}, tag("a:picLocks", { noChangeAspect: 1 })),
          tag("p:nvPr"),
        ),
        tag("p:blipFill", {}, tag("a:blip", { "r:embed": embed }), tag("a:stretch", {}, tag("a:fillRect"))),
        tag("p:spPr", {}, boxShape(placeXml(place))),
      ),
    );
  }

  /**
   * A table that can be edited: its rows are XML, its height in the unit of Office.
   *
   * @param {string} table
   * @param {{readonly top: number, readonly width: number, readonly height: number}} place `width` and `height` in that unit
   * @param {string} name
   * @param {string} words for those who do not see it
   */
  table(table, { top, width, height }, name, words) {
    const about = { id: this.next, name, descr: words };
    this.shapes.push(
      tag(
        "p:graphicFrame",
        {},
        tag(
          "p:nvGraphicFramePr",
          {},
          tag("p:cNvPr", about),
          tag("p:cNvGraphicFramePr", {}, tag("a:graphicFrameLocks", { noGrp: 1 })),
          tag("p:nvPr"),
        ),
        tag("p:xfrm", {}, tag("a:off", { x: emu(EDGE), y: emu(top) }), tag("a:ext", { cx: width, cy: height })),
        tag(
          "a:graphic",
          {},
          tag("a:graphicData", { uri: "http://schemas.openxmlformats.org/drawingml/2006/table" }, table),
        ),
      ),
    );
  }

  /**
   * The number of the slide, as a field that PowerPoint keeps right.
   *
   * @param {number} size
   */
  pageNumber(size) {
    const look = { sz: size * 100, dirty: 0, lang: LOCALES[this.deck.about.language] };
    const field = tag(
      "a:fld",
      { id: NUMBER_FIELD, type: "slidenum" },
      tag("a:rPr", look, coloured(SOFT_INK), fonts),
      textTag("a:t", String(this.number)),
    );
    const place = { top: HEIGHT - 22 - size, height: size * LINE, left: WIDTH - EDGE - 80, room: 80 };
    this.textBox(tag("a:p", {}, tag("a:pPr", { algn: "r" }), field), place, "Slide number", "none");
  }

  /**
   * What a speaker reads under the slide.
   *
   * @param {readonly string[]} lines
   */
  speak(lines) {
    const paragraphs = lines.map((line) => this.write.line(line, { size: NOTES_SIZE })).join("");
    this.notes = paragraphs || tag("a:p");
    this.deck.needsNotes();
    this.relations.to("notesSlide", `../notesSlides/notesSlide${this.number}.xml`);
  }

  xml() {
    const tree = tag("p:spTree", {}, TREE, tag("p:grpSpPr"), ...this.shapes);
    return DECLARATION + tag("p:sld", SPACES, tag("p:cSld", {}, tree), COLOURS);
  }
}

/**
 * @param {number} id
 * @param {string} name
 * @param {Readonly<Record<string, string | number>>} about
 * @param {string} [text]
 */
const placeholder = (id, name, about, text = "") =>
  tag(
    "p:sp",
    {},
    tag(
      "p:nvSpPr",
      {},
      tag("p:cNvPr", { id, name }),
      tag("p:cNvSpPr", {}, tag("a:spLocks", { noGrp: 1 })),
      tag("p:nvPr", {}, tag("p:ph", about)),
    ),
    tag("p:spPr"),
    text,
  );

/** @param {string} paragraphs */
const notesXml = (paragraphs) => {
  const nothing = ["off", "ext", "chOff", "chExt"].map((name) =>
    tag(`a:${name}`, name.endsWith("ff") ? { x: 0, y: 0 } : { cx: 0, cy: 0 }),
  );
  const body = tag("p:txBody", {}, tag("a:bodyPr"), tag("a:lstStyle"), paragraphs);
  const tree = tag(
    "p:spTree",
    {},
    TREE,
    tag("p:grpSpPr", {}, tag("a:xfrm", {}, ...nothing)),
    placeholder(2, "Slide Image Placeholder 1", { type: "sldImg", idx: 2 }),
    placeholder(3, "Notes Placeholder 2", { type: "body", idx: 3, sz: "quarter" }, body),
    placeholder(4, "Slide Number Placeholder 3", { type: "sldNum", idx: 5, sz: "quarter" }),
  );
  return DECLARATION + tag("p:notes", SPACES, tag("p:cSld", {}, tree), COLOURS);
};

export class Deck {
  /**
   * @param {DeckParts} parts
   * @param {Described} about
   * @param {Ruler} ruler
   */
  constructor(parts, about, ruler) {
    this.parts = parts;
    this.about = about;
    this.ruler = ruler;
    this.write = new Writing(about.language);
    this.relations = new Relations(parts.relations);
    /** @type {Slide[]} */
    this.slides = [];
    /** @type {string[]} */
    this.ids = [];
    /** @type {Map<string, Uint8Array>} */
    this.pictures = new Map();
  }

  addSlide() {
    const slide = new Slide(this, this.slides.length + 1);
    this.ids.push(this.relations.to("slide", `slides/slide${slide.number}.xml`));
    this.slides.push(slide);
    return slide;
  }

  needsNotes() {
    this.relations.to("notesMaster", "notesMasters/notesMaster1.xml");
  }

  /**
   * The name of a picture in the file; the same bytes stand there once.
   *
   * @param {Uint8Array} png
   */
  pictureName(png) {
    for (const [name, known] of this.pictures) {
      if (known.length === png.length && known.every((byte, at) => byte === png[at])) return name;
    }
    const name = `image${this.pictures.size + 1}.png`;
    this.pictures.set(name, png);
    return name;
  }

  /**
   * The parts of the file, as they stand in it.
   *
   * @returns {ZipEntry[]}
   */
  entries() {
    const { parts } = this;
    const slideIds = this.ids.map((id, at) => tag("p:sldId", { id: 256 + at, "r:id": id })).join("");
    const kinds = { ...parts.kinds };
    /** @type {ZipEntry[]} */
    const written = [];
    /** @type {Set<string>} */
    const there = new Set();
    let masterThere = false;
    for (const slide of this.slides) {
      const name = `slide${slide.number}.xml`;
      kinds[`/ppt/slides/${name}`] = `${KIND}slide+xml`;
      written.push({ name: `ppt/slides/${name}`, content: slide.xml() });
      written.push({ name: `ppt/slides/_rels/${name}.rels`, content: slide.relations.xml() });
      for (const { target } of slide.relations.list.filter((one) => one.kind.endsWith("/image"))) {
        const picture = target.slice("../media/".length);
        const png = this.pictures.get(picture);
        if (png && !there.has(picture)) written.push({ name: `ppt/media/${picture}`, content: png });
        there.add(picture);
      }
      if (slide.notes === null) continue;
      const notes = `notesSlide${slide.number}.xml`;
      const relations = new Relations();
      relations.to("notesMaster", "../notesMasters/notesMaster1.xml");
      relations.to("slide", `../slides/${name}`);
      kinds[`/ppt/notesSlides/${notes}`] = `${KIND}notesSlide+xml`;
      written.push({ name: `ppt/notesSlides/${notes}`, content: notesXml(slide.notes) });
      written.push({ name: `ppt/notesSlides/_rels/${notes}.rels`, content: relations.xml() });
      if (masterThere) continue;
      masterThere = true;
      written.push(...parts.notes.map(ready));
      kinds["/ppt/notesMasters/notesMaster1.xml"] = `${KIND}notesMaster+xml`;
      kinds["/ppt/theme/theme2.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml";
    }
    const endings = there.size ? { ...parts.endings, png: "image/png" } : parts.endings;
    return [
      { name: "[Content_Types].xml", content: kindsXml(endings, kinds) },
      ...parts.first.map(ready),
      { name: "docProps/core.xml", content: describedXml(parts.about, this.about) },
      ...parts.before.slice(0, 1).map(ready),
      { name: "ppt/presentation.xml", content: filled(parts.presentation, { slides: slideIds }) },
      { name: "ppt/_rels/presentation.xml.rels", content: this.relations.xml() },
      ...parts.before.slice(1).map(ready),
      ...written,
    ];
  }

  /** The file's bytes. */
  async bytes() {
    return zipped(this.entries());
  }
}
