// A text goes in; the glyphs of Sarabun that it is drawn with come out, with their places. The build shaped every sign of
// Thai with its marks (hooks/botrian/exports/office_glyphs.py); Latin letters follow each other with their kerning.

import { clusters } from "./signs.js";

/** @import { Ruler, Weight } from "./ruler.js" */

/** @typedef {readonly [glyph: number, x: number, y: number]} Glyph places in thousandths of the em */

/**
 * The glyphs of each sign, and the outline of each glyph that leaves ink, on the grid of the pictures.
 *
 * @typedef {{readonly signs: Readonly<Record<string, readonly Glyph[]>>, readonly outlines: Readonly<Record<string, string>>}} Drawn
 */

/** @typedef {Readonly<Record<Weight, Drawn>>} Drawns */

export class Glyphs {
  /**
   * @param {Drawns} drawns
   * @param {Ruler} ruler
   */
  constructor(drawns, ruler) {
    this.drawns = drawns;
    this.ruler = ruler;
  }

  /**
   * The glyphs of a line that leave ink, from its start.
   *
   * @param {string} text
   * @param {Weight} weight
   */
  of(text, weight) {
    const { signs, outlines } = this.drawns[weight];
    const { pairs } = this.ruler.faces[weight];
    /** @type {Glyph[]} */
    const found = [];
    let start = 0;
    let before = "";
    for (const sign of clusters(text)) {
      start += pairs[before + sign] ?? 0;
      for (const [glyph, x, y] of signs[sign] ?? this.apart(sign, weight)) {
        if (outlines[glyph]) found.push([glyph, start + x, y]);
      }
      start += Math.round(this.ruler.width(sign, weight) * 1000);
      before = sign;
    }
    return found;
  }

  /**
   * A sign that the build did not shape: its letters one after the other; what the font lacks is a box.
   *
   * @param {string} sign
   * @param {Weight} weight
   * @returns {Glyph[]}
   */
  apart(sign, weight) {
    const { signs } = this.drawns[weight];
    let start = 0;
    return [...sign].flatMap((letter) => {
      const here = start;
      start += Math.round(this.ruler.width(letter, weight) * 1000);
      return (signs[letter] ?? [[0, 0, 0]]).map(([glyph, x, y]) => /** @type {Glyph} */ ([glyph, here + x, y]));
    });
  }

  /**
   * @param {number} glyph
   * @param {Weight} weight
   */
  outline(glyph, weight) {
    return this.drawns[weight].outlines[glyph] ?? "";
  }
}
