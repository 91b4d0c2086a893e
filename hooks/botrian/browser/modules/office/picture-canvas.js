// A drawing goes in; a PNG of it comes out, painted on a canvas.

import { GRID, startOf } from "./picture.js";
import { LINE, WIDTH } from "./picture-parts.js";

/** @import { Glyphs } from "./glyphs.js" */
/** @import { Drawing } from "./picture-parts.js" */

// As wide as chats keep pictures, and no higher than every browser's canvas.
const SCALE = 1.08;
const HIGHEST = 16000;
const UNITS = 1000;

/**
 * @param {Drawing} drawing
 * @param {Glyphs} glyphs
 * @returns {Promise<Blob>}
 */
export const pngOf = ({ height, grounds, blocks }, glyphs) => {
  const scale = Math.min(SCALE, HIGHEST / height);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(WIDTH * scale);
  canvas.height = Math.round(height * scale);
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  for (const { x, y, width, height: high, colour } of grounds) {
    pen.fillStyle = colour;
    const [left, top] = [Math.round(x * scale), Math.round(y * scale)];
    pen.fillRect(left, top, Math.round((x + width) * scale) - left, Math.round((y + high) * scale) - top);
  }
  /** @type {Map<string, Path2D>} */
  const paths = new Map();
  for (const block of blocks) {
    const { lines, y, size, weight, colour } = block;
    pen.fillStyle = colour;
    const em = (size * scale) / UNITS;
    for (const [number, line] of lines.entries()) {
      const left = startOf(block, line, glyphs) * scale;
      const base = (y + number * (size * LINE)) * scale;
      for (const [glyph, right, up] of glyphs.of(line, weight)) {
        const name = `${weight}${glyph}`;
        const path = paths.get(name) ?? new Path2D(glyphs.outline(glyph, weight));
        paths.set(name, path);
        const step = (em * UNITS) / GRID;
        pen.setTransform(step, 0, 0, -step, left + right * em, base - up * em);
        pen.fill(path);
      }
      pen.setTransform(1, 0, 0, 1, 0, 0);
    }
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
};
