// Slides go in; a PowerPoint file comes out, with the notes of who speaks. The same as hooks/botrian/exports/slide_text.py,
// byte for byte.

import { describedXml, filled, kindsXml, ready, Relations } from "./parts.js";
import { COLOURS, SPACES, Slide, TREE } from "./slide.js";
import { Writing } from "./slide-writing.js";
import { DECLARATION, tag } from "./xml.js";
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

const KIND = "application/vnd.openxmlformats-officedocument.presentationml.";

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
