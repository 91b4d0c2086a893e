// Words of courtesy, dialects and chats, packed, enter; their lists leave.

import { PACKED } from "#data/polite.js";
import { inLetters } from "./packed.js";

const lists = inLetters(PACKED)
  .split("\n\n")
  .map((list) => list.split("\n"));

/** What a question opens with; the longest first, as in all lists. */
export const OPENS = lists[0];
/** What joins that to the matter. */
export const JOINS = lists[1];
/** What it closes with. */
export const CLOSES = lists[2];
/** Words that close, where a dictionary finds them as words: others end with them too. */
export const CLOSES_AS_WORDS = lists[3];
/** What ends like one of them and is none. */
export const KEPT = lists[4];
/** Standard words in which a spoken one stands. */
export const SPOKEN_KEPT = lists[5];
/** Where a spoken word becomes the standard one; polite.py says the same. */
export const ANYWHERE = "1";
export const AT_THE_END = "2";
/**
 * Words of dialects and chats with the standard ones, and where they change: else only by themselves.
 *
 * @type {readonly (readonly [string, string, string])[]}
 */
export const SPOKEN = lists[6].map((line) => {
  const [word, standard, place] = line.split("\t");
  return [word, standard, place];
});
