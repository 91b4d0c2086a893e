// What a reader typed and the index enter; a query that no longer changes leaves: units to look for, each with other
// spellings of the same, and the terms to ask for.

import { BEGIN, BE_MINUS_CE, BE_YEARS, GROUP_TERMS, SHORT_RUN } from "#data/search.js";
import { isFigure, isThai, scriptOf } from "../text/keys.js";
import { shardOf } from "./index.js";
import { asksOnly, isTaken, piecesOf } from "./pieces.js";

/** @import { Script } from "../text/keys.js" */
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
// Where a query asks for as many files, its other spellings are looked for in these only.
const MOST_FILES = 11;
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
 * The terms of one way of writing, with the place in it that each stands for; keys.py files a document under the same.
 *
 * @param {string} key
 * @returns {Term[]}
 */
export const termsOf = (key) => {
  /** @type {Term[]} */
  const terms = [];
  let start = 0;
  for (const token of key.split(" ")) {
    if (isThai(token[0])) {
      for (let at = 0; at + 3 <= token.length; at++) terms.push({ term: token.slice(at, at + 3), at: start + at });
      if (token.length <= SHORT_RUN) terms.push({ term: `=${token}`, at: start, whole: true });
    } else if (isFigure(token[0])) {
      terms.push({ term: `#${token}`, at: start, whole: true });
    } else {
      const padded = ` ${token} `;
      for (let at = 0; at + 3 <= padded.length; at++) {
        terms.push({ term: padded.slice(at, at + 3), at: start + at - 1 });
      }
    }
    start += token.length + 1;
  }
  return terms;
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

/** @param {readonly string[]} keys */
const namesOf = (keys) => keys.map((name) => `~${name.replaceAll(" ", "")}`);

/**
 * How names begin that begin with what was typed.
 *
 * @param {readonly string[]} names
 */
const beginningsOf = (names) => names.slice(0, 1).map((name) => `^${name.slice(1, 1 + BEGIN)}`);

/**
 * Long ways are asked for by some of their terms, spread evenly, and by all others in the files that are asked anyway: the
 * rest is checked on the text.
 *
 * @param {readonly Term[]} terms
 * @param {number} most
 * @param {Files} files
 * @param {boolean} own they are of what was typed
 */
const spread = (terms, most, files, own) => {
  const count = Math.min(most, terms.length);
  for (let at = 0; at < count; at++) {
    const place = Math.round((at * (terms.length - 1)) / Math.max(1, count - 1));
    const near = terms.length > most ? [place, place - 1, place + 1] : [place];
    if ((own || !files.full()) && !near.some((one) => files.hold(terms[one]))) files.add(terms[place]);
  }
  return terms.filter((term) => files.hold(term));
};

/**
 * The terms of a spelling that the file of its group has, spread evenly; grouped.py counts alike.
 *
 * @template One
 * @param {readonly One[]} terms
 */
export const someOf = (terms) => {
  const count = Math.min(GROUP_TERMS, terms.length);
  return Array.from(
    { length: count },
    (_, at) => terms[Math.floor((at * (terms.length - 1)) / Math.max(1, count - 1))],
  );
};

/**
 * The files of the index that a query asks for. `full`: other spellings get no more of their own; `ofGroup`: the terms of
 * one of its spellings that a group's own file has.
 *
 * @typedef {object} Files
 * @property {(term: Term | undefined) => boolean} hold
 * @property {(term: Term) => void} add
 * @property {() => boolean} full
 * @property {(key: string, terms: readonly Term[], group: number) => readonly Term[]} ofGroup
 * @property {Query["fileOf"]} fileOf
 */

/**
 * @param {Index} index
 * @returns {Files}
 */
const filesAmong = (index) => {
  /** @type {Set<string>} */
  const asked = new Set();
  /** @type {Map<string, string>} */
  const grouped = new Map();
  /** @param {string} term */
  const shard = (term) => `p/${shardOf(term, index)}`;
  /** @type {Query["fileOf"]} */
  const fileOf = (term) => grouped.get(term) ?? (asked.has(shard(term)) ? shard(term) : null);
  return {
    hold: (term) => term !== undefined && fileOf(term.term) !== null,
    add: ({ term }) => void asked.add(shard(term)),
    full: () => asked.size + new Set(grouped.values()).size >= MOST_FILES,
    ofGroup: (key, terms, group) => {
      const some = someOf(terms);
      const [name] = namesOf([key]);
      for (const term of [...some.map(({ term }) => term), name, ...beginningsOf([name])]) {
        if (!grouped.has(term)) grouped.set(term, `g/${group}`);
      }
      return some;
    },
    fileOf,
  };
};

/**
 * What is at hand as a whole is asked for every term.
 *
 * @type {Files}
 */
export const AT_HAND = {
  hold: (term) => term !== undefined,
  add: () => {},
  full: () => false,
  ofGroup: (_, terms) => terms,
  fileOf: () => null,
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
