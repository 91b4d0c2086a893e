// What a reader typed and the index enter; the pieces of it that are looked for leave: words as they were typed, parted
// where a known spelling stands in them.

import { TELLING } from "#data/search.js";
import { keyOf, normal, plainKeyOf, scriptOf } from "../text/keys.js";
import { dictionary } from "../text/words.js";
import { bare } from "./bare.js";
import { numberOf } from "./figures.js";
import { romanKey } from "./roman.js";

/** @import { Script } from "../text/keys.js" */
/** @import { Index, Spelling } from "./index.js" */

/**
 * Places in a key. `telling`: it is a word that tells, though its key is that of one that only asks (ใหม่, ไหม).
 *
 * @typedef {{readonly from: number, readonly to: number, readonly telling?: boolean}} Stretch
 */

/**
 * A piece of what was typed, with the words in it. `group`: the group of spellings that parted it from its neighbours.
 * `figure`: the number that its words say.
 *
 * @typedef {object} Piece
 * @property {string} key
 * @property {string | null} plain
 * @property {Script} script
 * @property {readonly Stretch[]} words
 * @property {boolean} [telling]
 * @property {boolean} inside
 * @property {number} [group]
 * @property {string} [figure]
 */

const LONGEST_QUERY = 200;
const MOST_PIECES = 12;

/** @param {string} key */
const tokensOf = (key) => key.split(" ").filter((token) => token && token !== "|");

// Where words end in a Thai unit, by the browser's own dictionary where it has one. Only a hint: a piece of the query
// that is a whole word tells more than a piece as long that is none.

/**
 * @param {string} word
 * @param {string} key
 * @returns {Stretch[]}
 */
const wordsIn = (word, key) => {
  if (!dictionary) return [];
  const words = [];
  let at = 0;
  for (const { segment } of dictionary.segment(word)) {
    const { length } = keyOf(segment).trim();
    words.push({ from: at, to: at + length, telling: TELLING.includes(segment) });
    at += length;
  }
  return at === key.length ? words.filter(({ from, to }) => to > from) : [];
};

/**
 * Words as typed, each with its key; a blank in the query parts units, as does a change of script.
 *
 * @param {string} query
 * @returns {Piece[]}
 */
const piecesTyped = (query) => {
  /** @type {Piece[]} */
  const pieces = [];
  for (const word of normal(bare(query)).slice(0, LONGEST_QUERY).split(/\s+/)) {
    const plains = tokensOf(plainKeyOf(word));
    const keys = tokensOf(keyOf(word));
    keys.forEach((key, at) => {
      if (pieces.some((piece) => piece.key === key)) return;
      const script = scriptOf(key);
      const words = keys.length === 1 && script === "thai" ? wordsIn(word, key) : [];
      const plain = keys.length === plains.length ? plains[at] : null;
      const number = script === "thai" ? numberOf(word) : null;
      const figure = number === null ? {} : { figure: String(number) };
      pieces.push({ key, words, plain, script, inside: false, telling: TELLING.includes(word), ...figure });
    });
  }
  return pieces.slice(0, MOST_PIECES);
};

/**
 * Whether a piece, or a word in it, only asks.
 *
 * @param {string} key
 * @param {{readonly telling?: boolean}} one
 * @param {Pick<Index, "asking">} index
 */
export const asksOnly = (key, { telling }, { asking }) => !telling && asking.has(key);

/**
 * @param {Piece} piece
 * @param {Index} index
 */
export const isTaken = (piece, index) => piece.group !== undefined || asksOnly(piece.key, piece, index);

const CUTS_WORDS = 4;
// So long a spelling stands in no other words by chance; where it is found, it was the dictionary that cut wrongly.
const LONG_SPELLING = 8;

/**
 * Where a spelling stands in a unit: not across the edge of a longer word, as ยาบ้า folded stands in พยาบาล.
 *
 * @param {Piece} piece
 * @param {string} key
 */
const wholeAt = ({ key: text, words }, key) => {
  /** @param {number} place */
  const cuts = (place) =>
    key.length < LONG_SPELLING && words.some(({ from, to }) => to - from >= CUTS_WORDS && from < place && place < to);
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
    if (!cuts(at) && !cuts(at + key.length)) return at;
  }
  return -1;
};

/** @typedef {{readonly at: number, readonly count: number, readonly offset: number}} Place */

/**
 * Where a spelling stands among the pieces: Thai of some length inside one, everything else as whole words.
 *
 * @param {string} key
 * @param {readonly Piece[]} pieces
 * @param {Index} index
 * @returns {Place | null}
 */
const placeOf = (key, pieces, index) => {
  if (scriptOf(key) === "thai" && !key.includes(" ")) {
    const inside = key.length > 3;
    for (let at = 0; at < pieces.length; at++) {
      if (isTaken(pieces[at], index)) continue;
      const offset = inside ? wholeAt(pieces[at], key) : pieces[at].key === key ? 0 : -1;
      if (offset >= 0) return { at, count: 1, offset };
    }
    return null;
  }
  const words = key.split(" ");
  const at = pieces.findIndex((_, from) =>
    words.every((word, i) => pieces[from + i]?.key === word && pieces[from + i].group === undefined),
  );
  return at < 0 ? null : { at, count: words.length, offset: 0 };
};

/**
 * A part of a piece, with what was known of it.
 *
 * @param {Piece} whole
 * @param {number} from
 * @param {number} to
 * @param {number} [group]
 * @returns {Piece}
 */
const partOf = (whole, from, to, group) => {
  const { figure, telling, ...known } = whole;
  const key = whole.key.slice(from, to);
  const words = whole.words.filter((word) => word.from >= from && word.to <= to);
  const plain = whole.plain && whole.plain.length === whole.key.length ? whole.plain.slice(from, to) : null;
  return {
    ...known,
    ...(figure && key === whole.key ? { figure } : {}),
    key,
    telling: key === whole.key ? telling : words.length === 1 && words[0].telling,
    words: words.map((word) => ({ ...word, from: word.from - from, to: word.to - from })),
    inside: key !== whole.key,
    plain: from === 0 && to === whole.key.length ? whole.plain : plain,
    ...(group === undefined ? {} : { group }),
  };
};

/**
 * A piece in which a known spelling stands becomes that spelling and what is left on both sides of it.
 *
 * @param {readonly Piece[]} pieces
 * @param {Place} place
 * @param {Spelling} spelling
 * @returns {Piece[]}
 */
const parted = (pieces, { at, count, offset }, { key, group }) => {
  const whole = pieces[at];
  const parts =
    count > 1
      ? [{ key, words: [], plain: null, script: scriptOf(key), inside: false, group }]
      : [
          partOf(whole, 0, offset),
          partOf(whole, offset, offset + key.length, group),
          partOf(whole, offset + key.length, whole.key.length),
        ].filter((piece) => piece.key);
  return [...pieces.slice(0, at), ...parts, ...pieces.slice(at + count)];
};

const MOST_ROMANS = 3;

/**
 * Words in Latin letters that are a Thai name written another way become that name as the index has it.
 *
 * @param {readonly Piece[]} pieces
 * @param {Index} index
 * @returns {Piece[]}
 */
const romanised = (pieces, index) => {
  /** @type {(piece: Piece | undefined) => boolean} */
  const free = (piece) => piece?.script === "latin" && !isTaken(piece, index);
  for (let count = MOST_ROMANS; count > 0; count--) {
    for (let at = 0; at + count <= pieces.length; at++) {
      const some = pieces.slice(at, at + count);
      const name = some.every(free) && index.romans.get(romanKey(some.map(({ key }) => key).join("")));
      if (name) {
        const { key, group } = name;
        const one = { key, words: [], plain: null, script: scriptOf(key), inside: false, group };
        return romanised([...pieces.slice(0, at), one, ...pieces.slice(at + count)], index);
      }
    }
  }
  return [...pieces];
};

/**
 * Whether a piece is a word that only asks, or nothing but such words (กับเราเลย).
 *
 * @param {Piece} piece
 * @param {Index} index
 */
const onlyAsks = (piece, index) => {
  const { key, group, words } = piece;
  const allAsk = () => words.every((word) => asksOnly(key.slice(word.from, word.to), word, index));
  return asksOnly(key, piece, index) || (group === undefined && words.length > 1 && allAsk());
};

/**
 * @param {string} query
 * @param {Index} index
 * @param {boolean} [whole] with words that only ask
 * @returns {readonly Piece[]}
 */
export const piecesOf = (query, index, whole = false) => {
  let pieces = piecesTyped(query);
  for (const spelling of index.spellings) {
    const place = placeOf(spelling.key, pieces, index);
    if (place) pieces = parted(pieces, place, spelling);
  }
  const all = romanised(pieces, index);
  // Words that only ask name no page where there is anything else: it would be one whose title asks too.
  const telling = whole ? all : all.filter((piece) => !onlyAsks(piece, index));
  return (telling.length ? telling : all).slice(0, MOST_PIECES);
};
