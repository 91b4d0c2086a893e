// A table goes in; slides that teach come out: the answer, the key rows, then the whole table. The same as
// hooks/botrian/exports/slides.py, byte for byte.

import { Deck } from "./deck.js";
import { EDGE, linesAcross, ROOM, textRoom, WIDTH } from "./slide-writing.js";
import { deckPages, rowTexts, Shape } from "./deck-pages.js";
import { addNativeTable } from "./deck-table.js";
import { IMPLIED, shortened } from "./key-cut.js";
import {
  eachColumn,
  FEWEST_ROWS,
  fittedKey,
  halves,
  isCut,
  keyTable,
  namesRows,
  spoken,
  starred,
  untold,
} from "./key.js";
import { bytesOf } from "./parts.js";
import { signs } from "./signs.js";
import { about, citedWords, heading, restWords, rowMark, shortLink, shortSources } from "./table.js";

/** @import { DeckParts } from "./deck.js" */
/** @import { KeyTable } from "./key.js" */
/** @import { Slide } from "./slide.js" */
/** @import { Page, Pages } from "./deck-pages.js" */
/** @import { PrintedTable, Printing } from "./table.js" */

const ROOM_LETTERS = 250;
const ROOM_SIZE = 24;
const TELLING = 15;
const TELLING_BRIEFLY = 8;
const MOST_KEY_SLIDES = 4;
const SMALLEST = 11;
const SHORT_TITLE = 36;
const BIG_SIZES = [40, 36, 32, 28, ROOM_SIZE];
const TOP = 28;
const FOOT_TOP = 500;
const CODE = 104;
const PAGE_TOP = 66;
const KEY_TOP = TOP + 78;
const KEY_BOTTOM = FOOT_TOP - 14;
const STAR_ROOM = 40;
const TABLE_HEIGHT = FOOT_TOP - PAGE_TOP - 2;

/**
 * The answer, or its halves, parted where a sentence or a phrase of it ends.
 *
 * @param {string} answer
 * @param {number} room
 */
const answerParts = (answer, room) => {
  if (signs(answer) <= room) return [answer];
  const letters = [...answer];
  const middle = Math.floor(letters.length / 2);
  const blanks = [...letters.keys()].filter((at) => letters[at] === " " && at > middle);
  const places = blanks.length ? blanks : [middle];
  const ends = places.filter((at) => ";.:".includes(letters[at - 1]));
  const [cut] = ends.length ? ends : places;
  return [letters.slice(0, cut).join(""), letters.slice(cut).join("").trim()];
};

/**
 * At most four slides: of more the first of each column, as many as have room; rows that are named all stay.
 *
 * @param {readonly KeyTable[][]} shares
 */
const few = (shares) => {
  const whole = shares.flat();
  if (whole.length <= MOST_KEY_SLIDES || namesRows(whole[0])) return whole;
  const each = Math.max(1, Math.floor(MOST_KEY_SLIDES / shares.length));
  return shares.flatMap((column) => column.slice(0, each));
};

class TableDeck {
  /**
   * @param {Printing} printing
   * @param {Deck} deck
   */
  constructor(printing, deck) {
    this.printing = printing;
    this.deck = deck;
    this.table = printing.table;
    this.linkWords = printing.say("export.slide_link");
  }

  write() {
    this.answer();
    if (this.table.rows.length) this.keys();
    const { said, silent } = spoken(this.table);
    const cut = deckPages(this.printing.with(said), TABLE_HEIGHT);
    for (const [at, page] of cut.pages.entries()) this.page(page, at + 1, cut, silent);
  }

  answer() {
    const { table, printing, deck } = this;
    const { picked = "" } = table;
    const parts = answerParts(table.answer, ROOM_LETTERS - signs(table.title + this.linkWords + picked) - 6);
    if (picked) parts[0] += `\n${picked}`;
    for (const [at, text] of parts.entries()) {
      const several = parts.length > 1;
      const title = several ? printing.say("export.part", table.title, at + 1, parts.length) : table.title;
      const slide = deck.addSlide();
      slide.title(title, BIG_SIZES.slice(3), 2);
      const top = TOP + 96;
      const height = FOOT_TOP - CODE + 20 - top;
      /** @param {number} one */
      const fits = (one) => textRoom(deck.ruler, text, one) <= height;
      slide.text(text, { top, height }, { size: BIG_SIZES.find(fits) ?? ROOM_SIZE });
      const place = { top: FOOT_TOP + 20 - CODE, height: CODE, left: WIDTH - EDGE - CODE - 60, room: CODE };
      slide.picture(bytesOf(table.code), place, "QR", printing.say("export.code", shortLink(table.origin.link)));
      this.link(slide, ROOM - CODE - 130);
      slide.pageNumber(ROOM_SIZE);
      slide.speak(this.allNotes());
    }
  }

  /**
   * @param {Slide} slide
   * @param {number} room
   */
  link(slide, room) {
    const link = slide.link(this.table.origin.link);
    slide.text(this.linkWords, { top: FOOT_TOP - 10, height: 32, room }, { size: ROOM_SIZE, soft: true, link });
  }

  /**
   * Columns stand side by side where all that they say has room; else each has a slide of its own, with the rows that
   * are named or that it tells most of. Rows of which hardly anything would be left stand on several. Where anything must
   * be cut, the title is short.
   */
  keys() {
    const { printing, table } = this;
    const title = printing.say("export.slide_key", table.title);
    const key = keyTable(printing);
    const [part, size] = this.fitting(key, title);
    const columns = eachColumn({ ...key, rows: key.rows.slice(0, part.rows.length) }, printing);
    const short = printing.say("export.slide_key", shortened(printing.ruler, table.title, SHORT_TITLE));
    const shares = few(columns.map((column) => this.keyShares(column, printing.say("export.part", short, 1, 2))));
    if (!isCut(part, key)) {
      this.key(title, part, size);
      return;
    }
    if (shares.length < 2) {
      this.key(short, ...this.fitting(key, short));
      return;
    }
    for (const [at, share] of shares.entries()) {
      const numbered = printing.say("export.part", short, at + 1, shares.length);
      this.key(numbered, ...this.fitting(share, numbered));
    }
  }

  /**
   * What one column says, on one slide, or on more where too little of a cell would be left. Of two rows less is enough;
   * three and two are parted only where their cells tell more then.
   *
   * @param {KeyTable} column
   * @param {string} title
   * @returns {KeyTable[]}
   */
  keyShares(column, title) {
    const count = column.rows.length;
    const least = count >= FEWEST_ROWS ? TELLING : TELLING_BRIEFLY;
    const left = this.untold(column, title, least);
    if (!left || count < 2) return [column];
    const first = { ...column, rows: column.rows.slice(0, FEWEST_ROWS + 1) };
    const parted = count > FEWEST_ROWS && !namesRows(column) ? first : column;
    const shares = halves(parted).flatMap((half) => this.keyShares(half, title));
    const after = shares.reduce((sum, one) => sum + this.untold(one, title, least), 0);
    return count > FEWEST_ROWS || after < left ? shares : [column];
  }

  /**
   * How many cells would keep fewer letters than that on a slide.
   *
   * @param {KeyTable} key
   * @param {string} title
   * @param {number} least
   */
  untold(key, title, least) {
    return untold(this.fitting(key, title)[0], key, least);
  }

  /**
   * @param {string} title
   * @param {KeyTable} key
   * @param {number} size
   */
  key(title, key, size) {
    const { deck } = this;
    const slide = deck.addSlide();
    slide.title(title, [28, ROOM_SIZE], 2);
    const height = KEY_BOTTOM - KEY_TOP;
    if (key.columns.length) {
      const shape = new Shape(deck.ruler, height, size, 4);
      addNativeTable(slide, { table: key, widths: shape.widths(key), shape }, KEY_TOP, this.alt(key));
    } else {
      const lines = key.rows.map((row, at) => {
        const align = at === 0 ? /** @type {const} */ ("l") : undefined;
        return deck.write.line(`• ${row.name}`, { size, mark: rowMark(row), below: 6, align });
      });
      slide.textBox(lines.join(""), { top: KEY_TOP, height });
    }
    if (starred(key)) {
      slide.text(this.implied, { top: FOOT_TOP - 50, height: 32 }, { size: ROOM_SIZE, soft: true });
    }
    this.link(slide, ROOM - 120);
    slide.pageNumber(ROOM_SIZE);
    slide.speak(this.pageNotes(key));
  }

  get implied() {
    return `${IMPLIED} ${this.printing.say("basis.implied")}`;
  }

  /**
   * The key table in the largest letters that fit under its title; where even the smallest do not, with fewer letters.
   *
   * @param {KeyTable} key
   * @param {string} title
   * @returns {[part: KeyTable, size: number]}
   */
  fitting(key, title) {
    const star = starred(key) ? this.implied : "";
    const height = KEY_BOTTOM - KEY_TOP - (star ? STAR_ROOM : 0);
    let room = ROOM_LETTERS - signs(title + this.linkWords + star);
    for (;;) {
      const part = fittedKey(key, this.printing, room);
      const size = [32, 28, ROOM_SIZE].find((one) => this.keyHeight(part, one) <= height);
      if (size !== undefined) return [part, size];
      if (room < 60) return [part, ROOM_SIZE];
      room -= 15;
    }
  }

  /**
   * @param {PrintedTable} key
   * @param {number} size
   */
  keyHeight(key, size) {
    const { ruler } = this.deck;
    if (!key.columns.length) {
      return key.rows.reduce((sum, row) => sum + (textRoom(ruler, row.name + rowMark(row), size, ROOM - size) + 6), 0);
    }
    const shape = new Shape(ruler, 0, size, 4);
    const widths = shape.widths(key);
    const rows = key.rows.reduce((sum, row) => sum + shape.roomOf(rowTexts(row), widths), 0);
    return shape.headRoom(key, widths) + rows;
  }

  /**
   * @param {Page} page
   * @param {number} number
   * @param {Pages} cut
   * @param {readonly string[]} silent
   */
  page(page, number, cut, silent) {
    const { printing, deck, table } = this;
    const count = cut.pages.length;
    const whole = printing.say("export.slide_whole", table.title);
    const slide = deck.addSlide();
    const title = count > 1 ? printing.say("export.part", whole, number, count) : whole;
    slide.title(title, [ROOM_SIZE, 20, 18, 16], 1, PAGE_TOP - 24);
    addNativeTable(slide, page, PAGE_TOP, this.alt(page.table));
    this.foot(slide, cut, silent, number === count);
    slide.pageNumber(SMALLEST);
    slide.speak(this.pageNotes(page.table));
  }

  /** What a table on a slide is, for those who do not see it. @param {PrintedTable} part */
  alt(part) {
    const words = part.columns.map(heading).join(", ");
    return this.printing.say("export.alt", part.title, part.rows.length, part.rowHeading, words);
  }

  /**
   * The sources and the short link on every slide; on the last one also what is not here.
   *
   * @param {Slide} slide
   * @param {Pages} cut
   * @param {readonly string[]} silent
   * @param {boolean} last
   */
  foot(slide, cut, silent, last) {
    const { printing, table } = this;
    const { origin } = table;
    const sources = `${printing.say("export.sources")}: ${shortSources(origin)}`;
    let first = origin.sources.length ? sources : origin.publisher;
    if (last && silent.length) first = printing.say("export.silent_rows", silent.join(", "));
    let second = `${shortLink(origin.link)} · ${origin.version} · ${printing.say("licence.name")}`;
    if (last) second = restWords(printing, cut.rows + silent.length, cut.columns) || second;
    const link = slide.link(origin.link);
    const words = `${this.onOneLine(first)}\n${this.onOneLine(second)}`;
    slide.text(words, { top: FOOT_TOP, height: 34, room: ROOM - 60 }, { size: SMALLEST, soft: true, link });
  }

  /** @param {string} text */
  onOneLine(text) {
    const lines = linesAcross(this.deck.ruler, text, SMALLEST, ROOM - 60);
    return lines.length === 1 ? text : `${lines[0].replace(/[ ;,]+$/, "")} …`;
  }

  /** What a speaker needs: the question, definitions, notes, what the sources do not say, sources, how to cite. */
  allNotes() {
    const { printing, table } = this;
    const lines = table.question ? [`${printing.say("export.question")}: ${table.question}`] : [];
    for (const { label, texts } of about(printing)) {
      if (texts.length === 1) lines.push(`${label}: ${texts[0]}`);
      else lines.push(`${label}:`, ...texts.map((text) => `• ${text}`));
    }
    return lines;
  }

  /** What the marks on this slide stand for, and how to cite the table. @param {PrintedTable} part */
  pageNotes({ rows }) {
    const { printing, table } = this;
    const marks = new Set(
      rows.flatMap((row) => [...(row.marks ?? []), ...row.cells.flatMap((cell) => cell.marks ?? []).flat()]),
    );
    const cited = table.cited.filter(([number]) => marks.has(number)).map((one) => `[${one[0]}] ${citedWords(one)}`);
    return [...cited, `${printing.say("export.cite")}: ${table.origin.cite}`];
  }
}

/**
 * @param {Printing} printing
 * @param {DeckParts} parts
 */
export const tableDeck = (printing, parts) => {
  const { title, answer, origin, language } = printing.table;
  const described = { title, subject: answer, author: origin.publisher, language, changed: origin.changed };
  const deck = new Deck(parts, described, printing.ruler);
  new TableDeck(printing, deck).write();
  return deck;
};
