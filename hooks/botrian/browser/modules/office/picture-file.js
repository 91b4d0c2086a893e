// The script that a page loads when a picture is asked for: it hands over what draws it, with all that it needs.

import { FACES } from "#data/faces.js";
import { DRAWN } from "#data/glyphs.js";
import { WORDS } from "#data/office-words.js";
import { Glyphs } from "./glyphs.js";
import { drawingOf, svgOf } from "./picture.js";
import { pngOf } from "./picture-canvas.js";
import { writerOf } from "./writer.js";

/** @import { Printing } from "./table.js" */
/** @import { TableWriter } from "./writer.js" */

/** @param {Printing} printing */
const svg = (printing) => svgOf(drawingOf(printing), new Glyphs(DRAWN, printing.ruler));

/** @param {Printing} printing */
const png = async (printing) => {
  const blob = await pngOf(drawingOf(printing), new Glyphs(DRAWN, printing.ruler));
  return new Uint8Array(await blob.arrayBuffer());
};

/**
 * What it hands over under the name `picture`: an SVG as its selection, and the same as PNG.
 *
 * @typedef {TableWriter & {readonly png: TableWriter["selection"]}} PictureWriter
 */

const lines = writerOf(FACES, WORDS, {
  file: async (printing) => new TextEncoder().encode(svg(printing)),
  entries: (printing) => [{ name: "picture.svg", content: svg(printing) }],
});
const pixels = writerOf(FACES, WORDS, { file: png, entries: () => [] });

/** @type {PictureWriter} */
const writer = { ...lines, png: pixels.selection };

window.botrianOffice?.take("picture", writer);
