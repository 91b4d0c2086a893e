// Titles with lines and notes go in; slides for the back of a room come out: the largest letters that have room.

import { Deck } from "./deck.js";
import { BULLET, EDGE, ROOM, textRoom } from "./slide-writing.js";

/** @import { DeckParts } from "./deck.js" */
/** @import { Described } from "./parts.js" */
/** @import { Ruler } from "./ruler.js" */

/**
 * A slide: a line that begins with a bullet and a blank is an entry of a list.
 *
 * @typedef {{readonly title: string, readonly lines: readonly string[], readonly notes?: readonly string[]}} PlainSlide
 */

const SIZES = [36, 32, 28, 24, 20, 18, 16, 14];
const TITLE_SIZES = [36, 32, 28, 24];
const TOP = 116;
const HEIGHT = 374;
const BELOW = 6;
const NUMBER_SIZE = 14;

/**
 * @param {Ruler} ruler
 * @param {readonly string[]} lines
 * @param {number} size
 */
const heightOf = (ruler, lines, size) =>
  lines.reduce((sum, line) => {
    const room = ROOM - (line.startsWith(BULLET) ? size : 0);
    return sum + textRoom(ruler, line, size, room) + BELOW;
  }, 0);

/**
 * Puts a slide at the end of a deck; what is long gets smaller letters.
 *
 * @param {Deck} deck
 * @param {PlainSlide} slide
 */
export const addPlainSlide = (deck, { title, lines, notes = [] }) => {
  const slide = deck.addSlide();
  slide.title(title, TITLE_SIZES, 2);
  const size = SIZES.find((one) => heightOf(deck.ruler, lines, one) <= HEIGHT) ?? SIZES[SIZES.length - 1];
  if (lines.length) {
    const paragraphs = lines.map((line) => deck.write.line(line, { size, align: "l", below: BELOW })).join("");
    slide.textBox(paragraphs, { top: TOP, height: HEIGHT, left: EDGE, room: ROOM });
  }
  slide.pageNumber(NUMBER_SIZE);
  slide.speak(notes);
  return slide;
};

/**
 * @param {DeckParts} parts
 * @param {Described} about
 * @param {readonly PlainSlide[]} slides
 * @param {Ruler} ruler
 * @returns {Promise<Uint8Array>}
 */
export const plainDeck = (parts, about, slides, ruler) => {
  const deck = new Deck(parts, about, ruler);
  for (const slide of slides) addPlainSlide(deck, slide);
  return deck.bytes();
};
