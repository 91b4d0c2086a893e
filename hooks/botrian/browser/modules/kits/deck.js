// A kit enters; its slides leave as a PowerPoint file that the back of a room can read.

import { DECK } from "#data/deck.js";
import { FACES } from "#data/faces.js";
import { Deck } from "../office/deck.js";
import { BULLET, EDGE, ROOM, textRoom } from "../office/slide-writing.js";
import { Ruler } from "../office/ruler.js";
import { slideTable } from "./slide-table.js";
import { slidesOf } from "./slides.js";
import { say } from "./words.js";

/** @import { Slide } from "../office/slide.js" */
/** @import { Kit } from "./kit.js" */
/** @import { KitSlide } from "./slides.js" */

// Letters for the back of a room; only one text that is too long for these gets smaller ones.
const SIZES = [40, 36, 32, 28, 24];
const SMALLER = [20, 18, 16, 14];
const TABLE_SIZES = [28, 24, 20, 18];
const TITLE_SIZES = [32, 28, 24];
const FOOT = 14;
const TOP = 108;
const HEIGHT = 376;
const FOOT_TOP = 500;
const BELOW = 8;
const BETWEEN = 40;
const HEAD_HEIGHT = 64;
const NUMBER_ROOM = 100;
const FIRST_DAY = "1980-01-01";

/**
 * @param {Ruler} ruler
 * @param {readonly string[]} lines
 * @param {number} size
 * @param {number} room
 */
const heightOf = (ruler, lines, size, room) =>
  lines.reduce((sum, line) => {
    const across = room - (line.startsWith(BULLET) ? size : 0);
    return sum + textRoom(ruler, line, size, across) + BELOW;
  }, 0);

/**
 * As many of the lines as have room, in the largest letters; all of them stand in the notes.
 *
 * @param {Ruler} ruler
 * @param {readonly string[]} lines
 * @param {number} height
 * @param {number} room
 */
export const fitting = (ruler, lines, height, room) => {
  const fits = (/** @type {readonly string[]} */ some, /** @type {number} */ size) =>
    heightOf(ruler, some, size, room) <= height;
  const kept = [...lines];
  const smallest = SIZES[SIZES.length - 1];
  while (kept.length > 1 && !fits(kept, smallest)) kept.pop();
  const size = [...SIZES, ...SMALLER].find((one) => fits(kept, one)) ?? SMALLER[SMALLER.length - 1];
  return { lines: kept, size };
};

/**
 * @param {Slide} slide
 * @param {readonly string[]} lines
 * @param {{readonly top: number, readonly height: number, readonly left?: number, readonly room?: number}} place
 */
const write = (slide, lines, place) => {
  const found = fitting(slide.deck.ruler, lines, place.height, place.room ?? ROOM);
  const look = { size: found.size, align: /** @type {const} */ ("l"), below: BELOW };
  slide.textBox(found.lines.map((line) => slide.write.line(line, look)).join(""), place);
};

/**
 * @param {Slide} slide
 * @param {NonNullable<KitSlide["columns"]>} columns
 */
const writeColumns = (slide, columns) => {
  const room = (ROOM - BETWEEN * (columns.length - 1)) / columns.length;
  for (const [at, { head, text }] of columns.entries()) {
    const left = EDGE + at * (room + BETWEEN);
    const look = { size: SIZES[SIZES.length - 1], bold: true, align: /** @type {const} */ ("l") };
    slide.textBox(slide.write.line(head, look), { top: TOP, height: HEAD_HEIGHT, left, room });
    write(slide, [text], { top: TOP + HEAD_HEIGHT, height: HEIGHT - HEAD_HEIGHT, left, room });
  }
};

/**
 * The rows that matter as a table that can be changed; where they are too long for one, their names.
 *
 * @param {Slide} slide
 * @param {string} title
 * @param {NonNullable<KitSlide["table"]>} table
 * @param {Kit} kit
 */
const writeTable = (slide, title, { head, rows }, { words }) => {
  const made = slideTable(slide.deck.ruler, slide.write, [head, ...rows], TABLE_SIZES, HEIGHT);
  if (!made) {
    write(
      slide,
      rows.map(([name]) => BULLET + name),
      { top: TOP, height: HEIGHT },
    );
    return;
  }
  const alt = say(words, "slide_alt", title, rows.length, head[0], head.slice(1).join(", "));
  slide.table(made.xml, { top: TOP, width: made.width, height: made.height }, title, alt);
};

/**
 * A slide with its number, and at its foot where it comes from.
 *
 * @param {Deck} deck
 * @param {KitSlide} shown
 * @param {Kit} kit
 */
const addSlide = (deck, { title, lines, notes, columns, table, link }, kit) => {
  const slide = deck.addSlide();
  slide.title(title, TITLE_SIZES, 2);
  if (columns) writeColumns(slide, columns);
  else if (table) writeTable(slide, title, table, kit);
  else if (lines.length) write(slide, lines, { top: TOP, height: HEIGHT });
  const changed = kit.changed ? `${say(kit.words, "build_data_of", kit.changedWords)} · ` : "";
  const foot = { size: FOOT, soft: true, link: slide.link(link ?? kit.link) };
  slide.text(`${changed}${kit.words.site}`, { top: FOOT_TOP, height: FOOT * 2, room: ROOM - NUMBER_ROOM }, foot);
  slide.pageNumber(FOOT);
  slide.speak(notes.filter(Boolean));
};

/**
 * The file's bytes: the same kit gives the same bytes.
 *
 * @param {Kit} kit
 */
export const deckOf = (kit) => {
  const { words, title, purpose, changed } = kit;
  const about = {
    title,
    subject: purpose,
    author: words.site,
    language: words.language,
    changed: changed || FIRST_DAY,
  };
  const deck = new Deck(DECK, about, new Ruler(FACES));
  for (const slide of slidesOf(kit)) addSlide(deck, slide, kit);
  return deck.bytes();
};
