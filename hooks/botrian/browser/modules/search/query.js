// What a reader typed and the index enter; a query that no longer changes leaves: units to look for, each with other
// spellings of the same, and the terms to ask for.

import { BE_MINUS_CE, BE_YEARS } from "#data/search.js";
import { scriptOf } from "../text/keys.js";
import { filesAmong, spread } from "./files.js";
import { asksOnly, isTaken, piecesOf } from "./pieces.js";
import { beginningsOf, namesOf, termsOf } from "./terms.js";

/** @import { Script } from "../text/keys.js" */
/** @import { Files } from "./files.js" */
/** @import { Index } from "./index.js" */
/** @import { Piece, Stretch } from "./pieces.js" */

/**
 * A word inside a unit; whether it only asks.
 *
 * @typedef {Stretch & {readonly asks: boolean}} Word
 */

/**
 * A term of the index, with the place in the way that it stands for. `whole`: it stands for a word, not for three letters.
 *
 * @typedef {{readonly term: string, readonly at: number, readonly whole?: boolean}} Term
 */

/**
 * One way of writing a unit. `plain`: its key without folding, where it was typed.
 *
 * @typedef {object} Way
 * @property {string} key
 * @property {number} weight
 * @property {Script} script
 * @property {string | null} plain
 * @property {number | undefined} group of spellings whose file has its terms
 * @property {readonly Word[]} words
 * @property {boolean} inside it was found inside a longer word
 * @property {boolean} typed
 * @property {string | null} about a pattern of the figures that a round one stands for
 * @property {readonly Term[]} all its terms
 * @property {readonly Term[]} terms those that the index is asked for
 */

/**
 * @typedef {object} Unit
 * @property {string} key
 * @property {string | null} plain
 * @property {Script} script
 * @property {readonly number[]} groups of spellings that it belongs to
 * @property {boolean} asks it only asks (how, why)
 * @property {boolean} last the reader may still be typing it
 * @property {readonly Way[]} ways as it was typed, then its other spellings
 */

/**
 * What is looked for: units, the terms of all that was typed as the whole name of something, and as how one begins.
 *
 * @typedef {object} Query
 * @property {readonly Unit[]} units
 * @property {readonly string[]} names
 * @property {readonly string[]} begins
 * @property {(term: string) => string | null} fileOf the file of the index that is asked for a term; null: none is
 */

const MOST_WAYS = 7;
const MOST_TERMS = 6;
const MOST_OTHER_TERMS = 6;
const OTHER_SPELLING = 0.9;
const OTHER_ERA = 0.85;
// People write the years 2530 to 2569 of the Buddhist era by their last two figures.
const SHORT_YEAR = /^[3-6][0-9]$/;

/**
 * A year of one era in the other: of the Buddhist era where records may speak of it, else of the Christian era.
 *
 * @param {string} figure
 * @returns {string | null}
 */
export const otherEra = (figure) => {
  if (!/^[0-9]{4}$/.test(figure)) return null;
  const year = Number(figure);
  const [first, last] = BE_YEARS;
  if (year >= first && year <= last) return String(year - BE_MINUS_CE);
  const buddhist = year + BE_MINUS_CE;
  return buddhist >= first && buddhist <= last ? String(buddhist) : null;
};

/**
 * Who says a large number says it roundly: a pattern of what it may stand for (25000: 25724), null where it is not round.
 *
 * @param {string} figure
 */
const aboutOf = (figure) => {
  const [round] = /000+$/.exec(figure) ?? [];
  return round ? `${figure.slice(0, -round.length)}[0-9]{${round.length}}(?:\\.[0-9]+)?` : null;
};

/** @typedef {Omit<Way, "words" | "all" | "terms"> & {readonly words: readonly Stretch[]}} Writing */

/**
 * @param {Piece} piece
 * @param {readonly number[]} groups
 * @param {Index} index
 * @returns {Writing[]}
 */
const writingsOf = (piece, groups, index) => {
  const { key, script, plain, words, inside } = piece;
  /** @type {Writing[]} */
  const ways = [{ key, weight: 1, script, plain, group: groups[0], words, inside, typed: true, about: null }];
  /**
   * What is looked for inside a longer spelling finds that one too; numbers and short words are looked for by themselves.
   *
   * @param {Writing} way
   * @param {string} other
   */
  const finds = (way, other) =>
    way.key === other ||
    (way.key.length > 3 && way.script === scriptOf(other) && way.script !== "number" && other.includes(way.key));
  /** @type {(other: string, weight: number, group?: number, about?: string | null) => void} */
  const add = (other, weight, group, about = null) => {
    if (ways.some((way) => finds(way, other))) return;
    ways.push({
      key: other,
      weight,
      script: scriptOf(other),
      plain: null,
      group,
      words: [],
      inside: false,
      typed: false,
      about,
    });
  };
  for (const group of groups) for (const other of index.groups[group]) add(other, OTHER_SPELLING, group);
  const era = script === "number" ? otherEra(key) : null;
  if (era) add(era, OTHER_ERA);
  if (SHORT_YEAR.test(key)) add(`25${key}`, OTHER_ERA);
  if (piece.figure) add(piece.figure, OTHER_SPELLING, undefined, aboutOf(piece.figure));
  return ways.slice(0, MOST_WAYS);
};

/**
 * The query as the whole name of something, in each spelling where it is one word; words that only ask are no part of it.
 *
 * @param {readonly Unit[]} units
 */
const wholeNames = (units) => {
  const telling = units.filter(({ asks }) => !asks);
  const some = telling.length ? telling : units;
  return namesOf(some.length === 1 ? some[0].ways.map(({ key }) => key) : [some.map(({ key }) => key).join("")]);
};

/**
 * How many terms of another spelling are asked for.
 *
 * @param {number} ways how many the unit has
 * @param {number} units how many the query has
 */
const mostOfOthers = (ways, units) =>
  // A word that is asked for alone has no other word to find its pages by.
  Math.max(units > 1 ? 2 : 3, Math.round(MOST_OTHER_TERMS / (ways - 1) / units));

/**
 * A piece of a query with its place in it. `last`: the reader may still be typing it.
 *
 * @typedef {{readonly piece: Piece, readonly last: boolean, readonly units: number, readonly letters: number}} Placed
 */

/**
 * The terms of a long piece that touch no word that only asks: in "what should one do when offices do not listen" the
 * offices are looked for. All where hardly any is left.
 *
 * @param {readonly Term[]} terms
 * @param {readonly Word[]} words
 */
const tellingTerms = (terms, words) => {
  const asking = words.filter(({ asks }) => asks);
  const some = terms.filter(({ at }) => !asking.some(({ from, to }) => at < to && at + 3 > from));
  return words.length > 2 && some.length > 2 ? some : terms;
};

/**
 * The terms of what was typed: all, and those that are asked for, its share of all letters.
 *
 * @param {Placed} placed
 * @param {readonly Word[]} words
 * @param {Files} files
 */
const ownTerms = ({ piece: { key, script }, last, letters }, words, files) => {
  const terms = tellingTerms(termsOf(key), words);
  // The last word may not be finished: its edge is not asked for.
  const all = last && script === "latin" ? terms.slice(0, -1) : terms;
  return { all, terms: spread(all, Math.max(3, Math.round((key.length / letters) * MOST_TERMS)), files, true) };
};

/**
 * @param {Placed} placed
 * @param {Index} index
 * @param {Files} files
 * @returns {Unit}
 */
const unitOf = (placed, index, files) => {
  const { piece, last, units } = placed;
  const { key, plain, script } = piece;
  // A spelling may belong to several groups: พอช. the organisation, and พอช. in another term's synonyms.
  const groups = isTaken(piece, index)
    ? index.spellings.filter((one) => one.key === key).flatMap(({ group }) => (group === undefined ? [] : [group]))
    : [];
  const writings = writingsOf(piece, groups, index);
  const ways = writings.map((writing) => {
    const words = writing.words.map((word) => {
      const { from, to } = word;
      return { from, to, asks: asksOnly(key.slice(from, to), word, index) };
    });
    const all = termsOf(writing.key);
    if (writing.group !== undefined && index.isOwn(writing.key))
      return { ...writing, words, all, terms: files.ofGroup(writing.key, all, writing.group) };
    if (writing.typed) return { ...writing, words, ...ownTerms(placed, words, files) };
    return { ...writing, words, all, terms: spread(all, mostOfOthers(writings.length, units), files, false) };
  });
  return Object.freeze({ key, plain, script, groups, asks: asksOnly(key, piece, index), last, ways });
};

/**
 * @param {string} query
 * @param {Index} index
 * @param {Files} [files]
 * @param {boolean} [whole] with words that only ask
 * @returns {Query}
 */
export const understood = (query, index, files = filesAmong(index), whole = false) => {
  const pieces = piecesOf(query, index, whole);
  const letters = pieces.reduce((sum, { key }) => sum + key.length, 0);
  const unfinished = !/\s$/.test(query);
  const units = pieces.map((piece, at) => {
    const last = unfinished && at === pieces.length - 1;
    return unitOf({ piece, last, units: pieces.length, letters }, index, files);
  });
  const names = wholeNames(units);
  return Object.freeze({ units, names, begins: beginningsOf(names), fileOf: files.fileOf });
};
