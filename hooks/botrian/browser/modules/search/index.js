// What the index says of itself (about.js), and its packed lists and texts, enter; they leave unpacked and unchangeable.

import { isThai, scriptOf } from "../text/keys.js";
import { lastUpTo } from "./kinds.js";
import { inLetters, swapped, unpack } from "./packed.js";
import { romanKey } from "./roman.js";

/** @import { Load } from "./load.js" */
/** @import { OneByte } from "./packed.js" */

/**
 * As hooks/botrian/search/build.py writes it.
 *
 * @typedef {object} About
 * @property {number} documents how many there are
 * @property {number} shards how many files of terms
 * @property {string} common pairs of letters that name no file where there is another
 * @property {number} titles how many documents, the first ones, have their titles in a file of their own; 0: there is none
 * @property {readonly [number, number]} places the numbers of the groups of spellings that are places: the first, how many
 * @property {string} blocks the packed numbers of the first document of each file of texts
 * @property {readonly string[]} kinds in the order in which documents follow each other
 * @property {readonly number[]} weights of the kinds
 * @property {readonly number[]} runs the number of the first document of each kind
 * @property {readonly string[]} asking keys of words that only ask
 * @property {OneByte} spellings the groups of keys in the script of the language; those in the other script come when a
 *   query is written in it
 * @property {string} letters a pattern of letters of the other script
 * @property {boolean} swapped whether Thai letters and signs have changed places in the texts of documents
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
 * @property {ReadonlySet<string>} common
 * @property {number} titles
 * @property {readonly [number, number]} places
 * @property {readonly number[]} starts the number of the first document of each file of texts
 * @property {boolean} swapped
 * @property {readonly string[]} kinds
 * @property {readonly number[]} weights
 * @property {readonly number[]} runs
 * @property {ReadonlySet<string>} asking
 * @property {readonly (readonly string[])[]} groups keys that stand for each other
 * @property {(key: string) => boolean} isOwn whether a key is written in the script of the language: those of a group have
 *   their terms in a file of its own
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
 * The texts of a document: address, context, title, aliases, summary, labels, body, other, asked (in
 * which words people ask for it). Empty ones at the end are left out.
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
export const indexOf = (about, others) => {
  const { documents, shards, titles, places, kinds, weights, runs, asking, spellings, letters } = about;
  const [own, more] = [groupsOf(spellings), others ? groupsOf(others) : []];
  const groups = own.map((keys, group) => [...keys, ...(more[group] ?? [])]);
  const longestFirst = [
    ...groups.flatMap((keys, group) => keys.map((key) => ({ key, group }))),
    ...asking.filter((key) => isThai(key[0]) && key.length >= SHORTEST_ASKING).map((key) => ({ key })),
  ].sort((a, b) => b.key.length - a.key.length);
  return Object.freeze({
    ...{ documents, shards, titles, places, kinds, weights, runs, groups },
    common: new Set(about.common.match(/../gs)),
    starts: unpack(about.blocks),
    swapped: about.swapped,
    asking: new Set(asking),
    isOwn: (key) => /^[a-z]/.test(key) !== (letters === "[a-z]"),
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

/** @param {OneByte} spellings */
const groupsOf = (spellings) =>
  inLetters(spellings)
    .split("\n")
    .map((group) => group.split("\t").filter(Boolean));

/** @param {string} letters */
const hashOf = (letters) => {
  let state = 2166136261;
  for (let at = 0; at < letters.length; at++) state = Math.imul(state ^ letters.charCodeAt(at), 16777619) >>> 0;
  return (state ^ (state >>> 15)) >>> 0;
};

/**
 * The number of the file that holds a term: terms that follow each other in a word mostly share theirs. postings.py counts
 * alike.
 *
 * @param {string} term
 * @param {Pick<Index, "shards" | "common">} index
 */
export const shardOf = (term, { shards, common }) => {
  if (term[0] === "#") return hashOf(term) % shards;
  const letters = /^[=~^]/.test(term) ? term.slice(1, 4) : term;
  if (letters.length < 3) return hashOf(letters) % shards;
  const [one, other] = [letters.slice(0, 2), letters.slice(1)];
  const [first, second] = [hashOf(one), hashOf(other)];
  if (common.has(one) !== common.has(other)) return (common.has(one) ? second : first) % shards;
  return Math.min(first, second) % shards;
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
 * @param {(term: string) => string | null} fileOf where a term is; null: it is not asked for
 * @param {Index} index
 * @param {Load} load
 * @returns {Promise<{found: Map<string, Postings>, missing: number}>}
 */
export const lookUp = async (terms, fileOf, index, load) => {
  /** @type {Map<string, string>} */
  const places = new Map();
  for (const term of terms) {
    const file = fileOf(term);
    if (file !== null) places.set(term, file);
  }
  let { came, missing } = await loadAll([...places.values()], load);
  // What the file of a group has, the files of terms have too.
  const lost = [...places].filter(([, file]) => file.startsWith("g/") && !came.has(file));
  if (lost.length) {
    for (const [term] of lost) places.set(term, `p/${shardOf(term, index)}`);
    ({ came, missing } = await loadAll([...places.values()], load));
  }
  const found = new Map();
  for (const [term, file] of places) {
    const lists = came.get(file);
    if (typeof lists === "string") found.set(term, postingsOf(term, lists));
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

/** @type {WeakMap<Row, Row>} */
const readRows = new WeakMap();

/**
 * A row as it was written; always the same one, for what was read of it is kept with it.
 *
 * @param {Row} row
 * @returns {Row}
 */
const written = (row) => {
  const known = readRows.get(row);
  if (known) return known;
  const [url, ...texts] = row;
  const read = Object.freeze([url, ...texts.map(swapped)]);
  readRows.set(row, read);
  return read;
};

/**
 * The texts of documents, by number, and how many files did not come.
 *
 * @param {readonly number[]} numbers
 * @param {Index} index
 * @param {Load} load
 * @returns {Promise<{texts: Map<number, Row>, missing: number}>}
 */
export const textsOf = async (numbers, { starts, swapped: areSwapped }, load) => {
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
    if (row) texts.set(number, areSwapped ? written(row) : row);
  }
  return { texts, missing };
};
