// A document's texts and a weighed query enter; how well it answers, and where its words stand, leaves.

import { BEGIN } from "#data/search.js";
import { fieldOf } from "./field.js";
import { FOLDED, matchIn } from "./matching.js";
import { WHOLE_BONUS } from "./ranking.js";
import { byWords } from "./wording.js";

/** @import { Field } from "./field.js" */
/** @import { Row } from "./index.js" */
/** @import { Mark } from "./matching.js" */
/** @import { Weighed, WeighedUnit } from "./weighing.js" */

/**
 * A mark with the number of its unit and what it is worth. `fuzzy`: it was spelled otherwise.
 *
 * @typedef {Mark & {readonly unit: number, readonly worth: number, readonly fuzzy: boolean}} UnitMark
 */

/**
 * The best stretch of a field, as places in its key.
 *
 * @typedef {{readonly value: number, readonly from: number, readonly to: number}} Best
 * @typedef {Field & {readonly marks: readonly UnitMark[], readonly stretch: Best}} JudgedField
 */

/**
 * A judged document: how well it answers; how much of the query stands together somewhere in it, and how much of its words
 * anywhere, 0 to 1. Its fields are those of FIELD_WEIGHT.
 *
 * @typedef {object} Judged
 * @property {number} value
 * @property {number} near
 * @property {number} held
 * @property {readonly JudgedField[]} fields
 */

// What each sign of a good answer counts was fitted to the judged queries that are open; how it fared on the others, that
// nobody looked at, is told by tests/search/report.py.

// title, aliases, summary, labels, body, other, asked
const FIELD_WEIGHT = [1, 0.95, 0.85, 0.7, 0.75, 0.55, 0.85];
const TITLE_BONUS = 0.8;
const ALIAS_BONUS = 0.6;
const SUMMARY_BONUS = 0.2;
const NEAR_BONUS = 1.2;
// Words that were typed next to each other and stand next to each other.
const PHRASE_BONUS = 0.5;
// The query is the name of the page, or one of its names.
const NAME_BONUS = 0.6;
// The title is what was typed, and little else.
const WHOLE_TITLE_BONUS = 0.8;
const WORDS_BONUS = 1;
// It is how one of its names begins.
const BEGIN_BONUS = 0.2;
const WINDOW = 140;
// A long field has most words somewhere: beyond this length what stands in it counts for less, pieces of words much less.
const LONG_FIELD = 700;
const LONG_PIECES = 0.5;
const LONG_WORDS = 0.2;

/** @type {WeakMap<Row, readonly Field[]>} */
const readRows = new WeakMap();

/**
 * The fields of a document. A row is read once: the same ones come back at every key that is pressed.
 *
 * @param {Row} row
 * @returns {readonly Field[]}
 */
const fieldsOf = (row) => {
  const known = readRows.get(row);
  if (known) return known;
  const fields = FIELD_WEIGHT.map((_, at) => fieldOf(row[at + 2] ?? ""));
  readRows.set(row, fields);
  return fields;
};

/**
 * The best stretch of a field: how much of the whole query stands together there.
 *
 * @param {readonly UnitMark[]} marks
 * @param {number} total
 * @returns {Best}
 */
const bestStretch = (marks, total) => {
  const inOrder = [...marks].sort((a, b) => a.at - b.at);
  let best = { value: 0, from: 0, to: 0 };
  for (let first = 0; first < inOrder.length; first++) {
    const seen = new Map();
    let to = inOrder[first].end;
    for (let at = first; at < inOrder.length && inOrder[at].end - inOrder[first].at <= WINDOW; at++) {
      const mark = inOrder[at];
      const name = `${mark.unit}/${mark.piece ?? ""}`;
      seen.set(name, Math.max(seen.get(name) ?? 0, mark.worth));
      to = Math.max(to, mark.end);
    }
    const value = [...seen.values()].reduce((sum, one) => sum + one, 0) / total;
    if (value > best.value + 1e-9) best = { value: Math.min(1, value), from: inOrder[first].at, to };
  }
  return best;
};

/**
 * How much of the query's neighbourhood a field keeps: 1 where all words follow each other as they were typed.
 *
 * @param {readonly UnitMark[]} marks
 * @param {readonly WeighedUnit[]} units
 */
const neighbours = (marks, units) => {
  if (units.length < 2) return 0;
  let kept = 0;
  let all = 0;
  for (let number = 0; number + 1 < units.length; number++) {
    const weight = units[number].weight + units[number + 1].weight;
    const ends = new Set(marks.filter((mark) => mark.unit === number && mark.weight >= 0.9).map(({ end }) => end));
    all += weight;
    const follows = marks.some(
      (mark) => mark.unit === number + 1 && mark.weight >= 0.9 && (ends.has(mark.at) || ends.has(mark.at - 1)),
    );
    if (follows) kept += weight;
  }
  return kept / all;
};

/**
 * Whether the query is the name of the page, or how it begins.
 *
 * @param {readonly Field[]} fields
 * @param {readonly string[]} names
 */
const namedBy = ([title, aliases], names) => {
  const own = [title.key, ...aliases.key.split("|")].map((key) => `~${key.replaceAll(" ", "")}`);
  if (own.some((name) => names.includes(name))) return NAME_BONUS;
  const [typed] = names;
  return typed.length > BEGIN && own.some((name) => name.startsWith(typed)) ? BEGIN_BONUS : 0;
};

/**
 * @param {JudgedField} field
 */
const lettersMarked = ({ marks, key }) => {
  const marked = new Uint8Array(key.length);
  for (const { at, end } of marks) marked.fill(1, at, end);
  let sum = 0;
  for (let at = 0; at < key.length; at++) if (marked[at] && key[at] !== " ") sum++;
  return sum;
};

/**
 * What is left of a match in a field of this length: all where the query is one word that stands there as typed.
 *
 * @param {number} cover
 * @param {number} letters
 * @param {boolean} alone the query has no other word
 */
const byFieldLength = (cover, letters, alone) => {
  const whole = cover >= FOLDED;
  if (letters <= LONG_FIELD || (whole && alone)) return cover;
  return cover * (LONG_FIELD / letters) ** (whole ? LONG_WORDS : LONG_PIECES);
};

/**
 * How well the fields answer one unit: {value, title: how much of it the title has}. Where it stands goes into `marks`, by
 * field.
 *
 * @param {WeighedUnit} unit
 * @param {number} number
 * @param {readonly Field[]} fields
 * @param {readonly UnitMark[][]} marks
 * @param {boolean} alone the query has no other unit
 */
const judgedUnit = (unit, number, fields, marks, alone) => {
  let value = 0;
  let title = 0;
  unit.ways.forEach((way, at) => {
    const covers = fields.map((field, place) => {
      const match = matchIn(field, way, unit.last && at === 0);
      for (const mark of match.marks) {
        const worth = unit.weight * mark.weight * way.weight;
        marks[place].push({ ...mark, unit: number, worth, fuzzy: match.fuzzy ?? false });
      }
      return match.cover;
    });
    const inOne = Math.max(
      ...covers.map((cover, at) => byFieldLength(cover, fields[at].key.length, alone) * FIELD_WEIGHT[at]),
    );
    const head = Math.max(covers[0] ** 2 * TITLE_BONUS, covers[1] ** 2 * ALIAS_BONUS);
    const whole = Math.max(...covers) >= FOLDED ? WHOLE_BONUS * Math.max(...covers) : 0;
    value = Math.max(value, way.weight * (inOne + head + covers[2] * SUMMARY_BONUS + whole));
    title = Math.max(title, way.weight * covers[0]);
  });
  return { value, title };
};

/**
 * Second order, on the text itself: whole before pieces, title before body, words near each other.
 *
 * @param {Row} row
 * @param {Weighed} weighed
 * @returns {Judged}
 */
export const judge = (row, { units, names, total, words }) => {
  const read = fieldsOf(row);
  /** @type {UnitMark[][]} */
  const marks = read.map(() => []);
  let sum = 0;
  let titleCover = 0;
  units.forEach((unit, number) => {
    const { value, title } = judgedUnit(unit, number, read, marks, units.length === 1);
    sum += unit.weight * value;
    titleCover += unit.weight * title;
  });
  const fields = read.map((field, at) => {
    const stretch = bestStretch(marks[at], total);
    return { ...field, marks: marks[at], stretch: { ...stretch, value: stretch.value * FIELD_WEIGHT[at] } };
  });
  const near = Math.max(0, ...fields.map(({ stretch }) => stretch.value));
  const phrase = Math.max(...fields.map((field, at) => FIELD_WEIGHT[at] * neighbours(field.marks, units)));
  const named = namedBy(fields, names);
  const wholeTitle = lettersMarked(fields[0]) / Math.max(1, fields[0].key.replace(/[ |]/g, "").length);
  const title = WHOLE_TITLE_BONUS * (titleCover / total) * wholeTitle * wholeTitle;
  const { score, held } = byWords(read, words);
  const value = sum / total + NEAR_BONUS * near + PHRASE_BONUS * phrase + named + title + WORDS_BONUS * score;
  return Object.freeze({ value, near, held, fields });
};
