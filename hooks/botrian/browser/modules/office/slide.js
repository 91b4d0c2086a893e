// A title, texts, pictures and tables go in, in the order in which they are read aloud; the XML of one slide comes out, with
// its links and what a speaker says. The same as hooks/botrian/exports/slide_text.py, byte for byte.

import { SOFT_INK } from "#data/colours.js";
import { Relations } from "./parts.js";
import {
  boxShape,
  coloured,
  EDGE,
  emu,
  fonts,
  HEIGHT,
  LINE,
  LOCALES,
  linesAcross,
  placeXml,
  ROOM,
  WIDTH,
} from "./slide-writing.js";
import { DECLARATION, tag, textTag } from "./xml.js";

/** @import { Deck } from "./deck.js" */
/** @import { LineLook, Place } from "./slide-writing.js" */

const NOTES_SIZE = 14;
const NUMBER_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}";
export const SPACES = {
  "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
  "xmlns:p": "http://schemas.openxmlformats.org/presentationml/2006/main",
  "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};
export const TREE = tag("p:nvGrpSpPr", {}, tag("p:cNvPr", { id: 1, name: "" }), tag("p:cNvGrpSpPr"), tag("p:nvPr"));
export const COLOURS = tag("p:clrMapOvr", {}, tag("a:masterClrMapping"));
const NO_MARGINS = { lIns: 0, rIns: 0, tIns: 0, bIns: 0 };

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
    const fits = sizes.find((one) => linesAcross(this.deck.ruler, title, one, ROOM, "Bold").length <= most);
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
   */
  textBox(paragraphs, place, name) {
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
          tag("a:bodyPr", { wrap: "square", ...NO_MARGINS }, tag("a:spAutoFit")),
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
    this.textBox(tag("a:p", {}, tag("a:pPr", { algn: "r" }), field), place, "Slide number");
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
