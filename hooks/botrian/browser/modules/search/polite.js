// Words of courtesy, dialects and chats, and of what is looked for here in vain, packed, enter; their lists leave.

import { PACKED } from "#data/polite.js";
import { inLetters } from "./packed.js";

/**
 * Words as polite.py writes them: a figure says how many letters a word shares with the one before.
 *
 * @param {string} coded
 */
const wordsIn = (coded) => {
  let before = "";
  return Array.from(coded.matchAll(/([0-9])([^0-9]*)/g), ([, shared, rest]) => {
    before = before.slice(0, Number(shared)) + rest;
    return before;
  });
};

/** @param {readonly string[]} words */
const longestFirst = (words) => [...words].sort((one, other) => other.length - one.length);

const [opens, joins, closes, closesAsWords, kept, spokenKept, alone, anywhere, atTheEnd, elsewhere, passing] =
  inLetters(PACKED).split("\n").map(wordsIn);

/** What a question opens with; the longest first, as in all lists. */
export const OPENS = longestFirst(opens);
/** What joins that to the matter. */
export const JOINS = longestFirst(joins);
/** What it closes with. */
export const CLOSES = longestFirst(closes);
/** Words that close, where a dictionary finds them as words: others end with them too. */
export const CLOSES_AS_WORDS = longestFirst(closesAsWords);
/** What ends like one of them and is none. */
export const KEPT = kept;
/** Standard words in which a spoken one stands. */
export const SPOKEN_KEPT = spokenKept;
/** What people look for every day, and no page here answers. */
export const ELSEWHERE = elsewhere;
/** What asks for a day, a price, a paper: mostly of an office. */
export const PASSING = passing;

/** @typedef {"alone" | "anywhere" | "atTheEnd"} Place */

/**
 * A word of a dialect or a chat, the standard one, and where in a run of letters it changes.
 *
 * @typedef {{readonly word: string, readonly standard: string, readonly place: Place}} Spoken
 */

/**
 * @param {readonly string[]} lines
 * @param {Place} place
 * @returns {Spoken[]}
 */
const changing = (lines, place) =>
  lines.map((line) => {
    const [word, standard] = line.split("\t");
    return { word, standard, place };
  });

/** @type {readonly Spoken[]} */
export const SPOKEN = [
  // Of one word what it is at the end comes first.
  ...changing(atTheEnd, "atTheEnd"),
  ...changing(anywhere, "anywhere"),
  ...changing(alone, "alone"),
].sort((one, other) => other.word.length - one.word.length);
