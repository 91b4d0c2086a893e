// What the index says of itself (about.js), and its packed lists and texts, enter; they leave unpacked and unchangeable.

import { LETTERS } from "#data/search.js";
import { isThai, scriptOf } from "../text/keys.js";
import { lastUpTo } from "./kinds.js";
import { romanKey } from "./roman.js";

/** @import { Load } from "./load.js" */

/**
 * As hooks/botrian/search/build.py writes it.
 *
 * @typedef {object} About
 * @property {number} documents how many there are
 * @property {number} shards how many files of terms
 * @property {string} blocks the packed numbers of the first document of each file of texts
 * @property {readonly string[]} kinds in the order in which documents follow each other
 * @property {readonly number[]} weights of the kinds
 * @property {readonly number[]} runs the number of the first document of each kind
 * @property {readonly string[]} asking keys of words that only ask
 * @property {readonly [string, string, string]} spellings letters, the ASCII signs that travel for them, the groups of keys
 *   in the script of the language; those in the other script come when a query is written in it
 * @property {string} letters a pattern of letters of the other script
 */

/**
 * The names of the first groups of spellings, each with the numbers of related ones.
 *
 * @typedef {readonly (readonly [string, ...number[]])[]} Names
 */

/**
 * A spelling with the number of its group; a word that asks has no group.
 *
 * @typedef {{readonly key: string, readonly group?: number}} Spelling
 */

/**
 * @typedef {object} Index
 * @property {number} documents
 * @property {number} shards
 * @property {readonly number[]} starts the number of the first document of each file of texts
 * @property {readonly string[]} kinds
 * @property {readonly number[]} weights
 * @property {readonly number[]} runs
 * @property {ReadonlySet<string>} asking
 * @property {readonly (readonly string[])[]} groups keys that stand for each other
 * @property {readonly Spelling[]} spellings of all groups, and words that ask; the longest first, for it wins where two overlap
 * @property {ReadonlyMap<string, Required<Spelling>>} romans names that are written in Thai too, by what all ways of writing them in
 *   Latin letters have in common
 */

/**
 * What the index says of a term: documents that have it in a name, and those that have it elsewhere only.
 *
 * @typedef {{readonly count: number, readonly head: readonly number[], readonly rest: readonly number[]}} Postings
 */

/**
 * The texts of a document: address, context, title, aliases, summary, labels, body, other. Empty ones at the end are left out.
 *
 * @typedef {readonly string[]} Row
 */

// Short words that ask stand inside other words too, so they part no unit.
const SHORTEST_ASKING = 4;

/**
 * @param {About} about
 * @param {About["spellings"]} [others] the keys of the same groups in the other script
 * @returns {Index}
 */
export const indexOf = ({ documents, shards, blocks, kinds, weights, runs, asking, spellings }, others) => {
  const [own, more] = [groupsOf(spellings), others ? groupsOf(others) : []];
  const groups = own.map((keys, group) => [...keys, ...(more[group] ?? [])]);
  const longestFirst = [
    ...groups.flatMap((keys, group) => keys.map((key) => ({ key, group }))),
    ...asking.filter((key) => isThai(key[0]) && key.length >= SHORTEST_ASKING).map((key) => ({ key })),
  ].sort((a, b) => b.key.length - a.key.length);
  return Object.freeze({
    ...{ documents, shards, kinds, weights, runs, groups },
    starts: unpack(blocks),
    asking: new Set(asking),
    spellings: longestFirst,
    romans: romansOf(groups),
  });
};

// Shorter ones are alike by chance.
const SHORTEST_ROMAN = 4;

/** @param {readonly (readonly string[])[]} groups */
const romansOf = (groups) => {
  /** @type {Map<string, Required<Spelling>>} */
  const romans = new Map();
  groups.forEach((keys, group) => {
    if (!keys.some((key) => isThai(key[0]))) return;
    for (const key of keys) {
      const roman = scriptOf(key) === "latin" ? romanKey(key) : "";
      if (roman.length >= SHORTEST_ROMAN && !romans.has(roman)) romans.set(roman, { key, group });
    }
  });
  return romans;
};

/**
 * Keys travel with one ASCII sign for a Thai letter.
 *
 * @param {About["spellings"]} spellings
 */
const groupsOf = ([letters, signs, text]) => {
  const letterOf = new Map([...signs].map((sign, at) => [sign, letters[at]]));
  const keys = [...text].map((sign) => letterOf.get(sign) ?? sign).join("");
  return keys.split("\n").map((group) => group.split("\t").filter(Boolean));
};

const numberOf = new Map([...LETTERS].map((letter, at) => [letter, at]));

/**
 * The numbers of a packed list (see postings.py).
 *
 * @param {string} packed
 * @returns {number[]}
 */
export const unpack = (packed) => {
  const numbers = [];
  let last = -1;
  let gap = 0;
  let shift = 0;
  for (const letter of packed) {
    const value = numberOf.get(letter) ?? 0;
    gap |= (value & 31) << shift;
    shift += 5;
    if (value < 32) {
      last += gap + 1;
      numbers.push(last);
      gap = 0;
      shift = 0;
    }
  }
  return numbers;
};

/**
 * The number of the file that holds a term; postings.py counts alike.
 *
 * @param {string} term
 * @param {number} shards
 */
export const shardOf = (term, shards) => {
  let state = 2166136261;
  for (let at = 0; at < term.length; at++) state = Math.imul(state ^ term.charCodeAt(at), 16777619) >>> 0;
  return ((state ^ (state >>> 15)) >>> 0) % shards;
};

/**
 * Many files: those that came, by name, and how many did not.
 *
 * @param {readonly string[]} names
 * @param {Load} load
 */
const loadAll = async (names, load) => {
  const wanted = [...new Set(names)];
  const settled = await Promise.allSettled(wanted.map(load));
  /** @type {Map<string, unknown>} */
  const came = new Map();
  settled.forEach((one, at) => {
    if (one.status === "fulfilled") came.set(wanted[at], one.value);
  });
  return { came, missing: wanted.length - came.size };
};

/**
 * What the index says of terms, and how many of its files did not come.
 *
 * @param {readonly string[]} terms
 * @param {Index} index
 * @param {Load} load
 * @returns {Promise<{found: Map<string, Postings>, missing: number}>}
 */
export const lookUp = async (terms, index, load) => {
  /** @param {string} term */
  const place = (term) => `p/${shardOf(term, index.shards)}`;
  const { came, missing } = await loadAll(terms.map(place), load);
  const found = new Map();
  for (const term of terms) {
    const shard = came.get(place(term));
    if (typeof shard === "string") found.set(term, postingsOf(term, shard));
  }
  return { found, missing };
};

/**
 * @param {string} term
 * @param {string} shard
 * @returns {Postings}
 */
const postingsOf = (term, shard) => {
  const at = `\n${shard}`.indexOf(`\n${term}\t`);
  if (at < 0) return { count: 0, head: [], rest: [] };
  const end = shard.indexOf("\n", at);
  const [, count, head, rest] = shard.slice(at, end < 0 ? undefined : end).split("\t");
  return { count: Number(count), head: unpack(head), rest: unpack(rest) };
};

/**
 * The texts of documents, by number, and how many files did not come.
 *
 * @param {readonly number[]} numbers
 * @param {Index} index
 * @param {Load} load
 * @returns {Promise<{texts: Map<number, Row>, missing: number}>}
 */
export const textsOf = async (numbers, { starts }, load) => {
  /** @param {number} number */
  const place = (number) => starts[lastUpTo(starts, number)];
  const { came, missing } = await loadAll(
    numbers.map((number) => `t/${place(number)}`),
    load,
  );
  const texts = new Map();
  for (const number of numbers) {
    const block = /** @type {readonly Row[] | undefined} */ (came.get(`t/${place(number)}`));
    const row = block?.[number - place(number)];
    if (row) texts.set(number, row);
  }
  return { texts, missing };
};
