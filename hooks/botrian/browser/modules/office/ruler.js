// Texts go in; how wide they are in Sarabun, the pieces that a line keeps whole, and the lines that fit a width come out.
// The build knows Thai words (hooks/botrian/exports/thai_lines.py) and says where they end: a sign of ours stands between
// the pieces of a text that it hands over. What it did not cut is cut before leading vowels, as unknown words are there.

import { clusters, isBlank, trimmedEnd } from "./signs.js";

/** @typedef {"Regular" | "Bold"} Weight */

/**
 * Widths in thousandths of the em: of each letter, of pairs that stand closer or wider, of what the font lacks.
 *
 * @typedef {{readonly widths: Readonly<Record<string, number>>, readonly pairs: Readonly<Record<string, number>>, readonly box: number}} Face
 */

/** What stands between the pieces of a text; no text of the library holds it (exports/printed.py). */
export const BETWEEN = "\x7f";

const UNITS = 1000;
const PIECE = /(?:[ก-ฮ]\.){2,}[ ]?|[\u0e00-\u0e7f]+|(?:\ufeff|[^\s\u0e00-\u0e7f])+[ ]?|[^\S\ufeff]+/gu;
const THAI = /^[\u0e00-\u0e7f]+$/;
const MARKED_RUN = /[\u0e00-\u0e7f\x7f]+/g;
const OPENS = "([{“‘";
const LEADING_VOWELS = "เแโใไ";
const NEVER_FIRST = "ะาำๅๆฯ";
const STAYS_BEHIND = `)]}”’!?,.;:%${NEVER_FIRST}`;

/** @param {string} text */
const lastOf = (text) => [...text].at(-1) ?? "";

/** @param {string} unknown */
const syllables = (unknown) => {
  const found = [];
  let start = 0;
  for (let place = 2; place < unknown.length - 1; place += 1) {
    if (LEADING_VOWELS.includes(unknown[place]) && place - start >= 2) {
      found.push(unknown.slice(start, place));
      start = place;
    }
  }
  return [...found, unknown.slice(start)];
};

/** @param {string} piece */
const unbreakable = (piece) => {
  /** @type {string[]} */
  const found = [];
  let held = "";
  for (const sign of clusters(piece)) {
    if (held && (LEADING_VOWELS.includes(lastOf(held)) || NEVER_FIRST.includes(sign[0]))) {
      held += sign;
      continue;
    }
    if (held) found.push(held);
    held = sign;
  }
  return held ? [...found, held] : found;
};

/**
 * The text up to the end of the last of its first lines, with the blanks and line ends that stand between.
 *
 * @param {string} text
 * @param {readonly string[]} lines
 */
export const beginning = (text, lines) => {
  let end = 0;
  for (const line of lines) end = text.indexOf(line, end) + line.length;
  return text.slice(0, end);
};

export class Ruler {
  /** @param {Readonly<Record<Weight, Face>>} faces */
  constructor(faces) {
    this.faces = faces;
    /** @type {Map<string, readonly string[]>} runs of Thai letters with their pieces */
    this.runs = new Map();
    /** @type {Map<string, readonly string[]>} */
    this.cut = new Map();
    /** @type {Readonly<Record<Weight, Map<string, number>>>} */
    this.measured = { Regular: new Map(), Bold: new Map() };
  }

  /**
   * The text without the signs between its pieces, which are remembered.
   *
   * @param {string} marked
   */
  learned(marked) {
    for (const [run] of marked.matchAll(MARKED_RUN)) this.runs.set(run.replaceAll(BETWEEN, ""), run.split(BETWEEN));
    return marked.replaceAll(BETWEEN, "");
  }

  /**
   * A value of JSON with all of its texts learned.
   *
   * @template Value
   * @param {Value} value
   * @returns {Value}
   */
  read(value) {
    /** @type {(one: unknown) => unknown} */
    const plain = (one) => {
      if (typeof one === "string") return this.learned(one);
      if (Array.isArray(one)) return one.map(plain);
      if (one === null || typeof one !== "object") return one;
      return Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, plain(inner)]));
    };
    return /** @type {Value} */ (plain(value));
  }

  /**
   * The pieces of a run that is new: those of a known one that begins so, as of a text that was cut; else syllables.
   *
   * @param {string} run
   */
  beginningOf(run) {
    for (const [known, parts] of this.runs) {
      if (!known.startsWith(run)) continue;
      let length = 0;
      const count = parts.findIndex((part) => {
        length += part.length;
        return length >= run.length;
      });
      if (length === run.length) return parts.slice(0, count + 1);
    }
    return syllables(run);
  }

  /**
   * The text as pieces that a line keeps whole; joined again they are the text.
   *
   * @param {string} text
   */
  pieces(text) {
    const known = this.cut.get(text);
    if (known) return known;
    /** @type {string[]} */
    const found = [];
    for (const [run] of text.matchAll(PIECE)) {
      let parts = THAI.test(run) ? (this.runs.get(run) ?? this.beginningOf(run)) : [run];
      if (NEVER_FIRST.includes(run[0]) && isBlank(found.at(-1) ?? "")) found.push(found.splice(-2).join(""));
      const last = found.at(-1);
      if (last !== undefined && (STAYS_BEHIND.includes(run[0]) || OPENS.includes(lastOf(last)))) {
        found[found.length - 1] = last + parts[0];
        parts = parts.slice(1);
      }
      found.push(...parts);
    }
    this.cut.set(text, found);
    return found;
  }

  /**
   * How wide a text is, in ems.
   *
   * @param {string} text
   * @param {Weight} weight
   */
  width(text, weight) {
    const known = this.measured[weight].get(text);
    if (known !== undefined) return known;
    const { widths, pairs, box } = this.faces[weight];
    let sum = 0;
    let before = "";
    for (const letter of text) {
      sum += (widths[letter] ?? box) + (pairs[before + letter] ?? 0);
      before = letter;
    }
    this.measured[weight].set(text, sum / UNITS);
    return sum / UNITS;
  }

  /**
   * The text on lines no wider than this many ems; its own line ends are kept.
   *
   * @param {string} text
   * @param {number} width
   * @param {Weight} weight
   */
  lines(text, width, weight) {
    return text.split("\n").flatMap((own) => this.wrapped(own, width, weight));
  }

  /**
   * @param {string} text
   * @param {number} width
   * @param {Weight} weight
   */
  wrapped(text, width, weight) {
    /** @type {string[]} */
    const found = [];
    let line = "";
    let used = 0;
    for (const whole of this.pieces(text)) {
      let piece = whole;
      let wide = this.width(piece, weight);
      const bare = isBlank(lastOf(piece)) ? this.width(trimmedEnd(piece), weight) : wide;
      if (line && used + bare > width) {
        found.push(trimmedEnd(line));
        line = "";
        used = 0;
        if (isBlank(piece)) continue;
      }
      if (bare > width) {
        const parts = this.broken(piece, width, weight);
        piece = parts.pop() ?? "";
        found.push(...parts);
        wide = this.width(piece, weight);
      }
      line += piece;
      used += wide;
    }
    return [...found, trimmedEnd(line)];
  }

  /**
   * A piece wider than the line, broken between signs; a leading vowel stays with its consonant.
   *
   * @param {string} piece
   * @param {number} width
   * @param {Weight} weight
   */
  broken(piece, width, weight) {
    const found = [];
    let line = "";
    let used = 0;
    for (const sign of unbreakable(piece)) {
      const wide = this.width(sign, weight);
      if (line && used + wide > width) {
        found.push(line);
        line = "";
        used = 0;
      }
      line += sign;
      used += wide;
    }
    return [...found, line];
  }
}
