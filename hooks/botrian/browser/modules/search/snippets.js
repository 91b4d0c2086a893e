// A judged document enters; pieces of its text leave, each marked or not, never cut inside a Thai cluster.

import { clusterEnd, clusterStart, keyOf, plainKeyOf } from "../text/keys.js";
import { dictionary } from "../text/words.js";
import { textAt } from "./field.js";

/** @import { Judged, JudgedField } from "./judging.js" */
/** @import { WeighedUnit } from "./weighing.js" */

/**
 * A piece of a text, and whether it is what was looked for.
 *
 * @typedef {{readonly text: string, readonly mark: boolean}} Piece
 */

/** @typedef {readonly [number, number]} Span */

const BEFORE = 50;
const AROUND = 190;
// A mark that tells less than this share of its unit is not shown.
const WORTH_SHOWING = 0.2;

/**
 * The marks of a field as places in its text, joined where they touch; only those that tell something.
 *
 * @param {JudgedField} field
 * @param {readonly WeighedUnit[]} units
 * @returns {Span[]}
 */
const marksInText = ({ marks, text, places }, units) => {
  /** @type {[number, number][]} */
  const spans = marks
    .filter((mark) => mark.worth >= WORTH_SHOWING * (units[mark.unit]?.weight ?? 1))
    .map(({ at, end }) => [clusterStart(text, places()[at]), clusterEnd(text, (places()[end - 1] ?? 0) + 1)]);
  /** @type {[number, number][]} */
  const joined = [];
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0])) {
    const last = joined[joined.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
};

/**
 * The words between two places of a text, by the browser's dictionary where it has one.
 *
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @returns {Span[]}
 */
const wordsBetween = (text, from, to) => {
  if (!dictionary) return [];
  // Words are cut from a little before, where a blank or a line ends what stands there.
  const blank = Math.max(text.lastIndexOf(" ", from - 1), text.lastIndexOf("\n", from - 1));
  const start = clusterStart(text, Math.max(0, from ? blank + 1 : 0, from - AROUND));
  const stretch = text.slice(start, clusterEnd(text, Math.min(text.length, to + AROUND)));
  return [...dictionary.segment(stretch)].map(({ index, segment }) => [start + index, start + index + segment.length]);
};

/**
 * Marks that begin and end where words do: of a word that a mark cuts, all is marked where it had half of it, else nothing.
 * Where a word of the mark by itself reaches over an edge, the dictionary cut there wrongly (ของกอง|ทุน): the mark stays.
 *
 * @param {readonly Span[]} spans
 * @param {readonly Span[]} words
 * @param {(from: number, to: number) => readonly Span[]} [wordsOf] the words of a stretch that is cut by itself
 * @returns {Span[]}
 */
export const atWords = (spans, words, wordsOf = () => []) => {
  /** @type {(place: number) => Span | undefined} */
  const cutAt = (place) => words.find(([first, last]) => first < place && place < last);
  return spans.flatMap(([from, to]) => {
    const [before, behind] = [cutAt(from), cutAt(to)];
    const own = before || behind ? wordsOf(from, to) : [];
    /** @type {(edge: number) => boolean} */
    const isWrong = (edge) => own.some(([first, last]) => first < edge && edge < last);
    let [first, last] = [from, to];
    if (before && !isWrong(before[1])) {
      first = 2 * (Math.min(to, before[1]) - from) >= before[1] - before[0] ? before[0] : before[1];
    }
    if (behind && !isWrong(behind[0])) {
      last = 2 * (to - Math.max(from, behind[0])) >= behind[1] - behind[0] ? behind[1] : behind[0];
    }
    /** @type {Span[]} */
    const kept = first < last ? [[first, last]] : [];
    return kept;
  });
};

/**
 * @param {string} text
 * @param {readonly Span[]} marked
 * @param {number} from
 * @param {number} to
 * @returns {Piece[]}
 */
const cut = (text, marked, from, to) => {
  const spans = atWords(
    marked.filter(([first, last]) => last > from && first < to),
    wordsBetween(text, from, to),
    (first, last) => wordsBetween(text.slice(first, last), 0, 0).map(([one, other]) => [first + one, first + other]),
  );
  /** @type {Piece[]} */
  const parts = [];
  let end = from;
  /** @type {(words: string, mark: boolean) => void} */
  const add = (words, mark) => {
    if (words) parts.push({ text: words.replace(/\n/g, " · "), mark });
  };
  for (const [first, last] of spans) {
    if (last <= from || first >= to) continue;
    add(text.slice(end, Math.max(first, from)), false);
    add(text.slice(Math.max(first, from), Math.min(last, to)), true);
    end = Math.min(last, to);
  }
  add(text.slice(end, to), false);
  return parts;
};

/**
 * A cut where a reader expects one: at a blank or line end when one is near, else between words, or clusters where no
 * dictionary tells words.
 *
 * @param {string} text
 * @param {number} at
 * @param {1 | -1} way
 */
const goodCut = (text, at, way) => {
  for (let near = 0; near < 24; near++) {
    const here = at + way * near;
    if (here <= 0 || here >= text.length) break;
    if (/\s/.test(text[here])) return way < 0 ? here + 1 : here;
  }
  const [from, to] = wordsBetween(text, at, at).find(([first, last]) => first < at && at < last) ?? [
    clusterStart(text, at),
    clusterEnd(text, at),
  ];
  return way < 0 ? from : to;
};

/**
 * @param {Judged} judged
 * @param {readonly WeighedUnit[]} units
 */
export const markedTitle = ({ fields: [title] }, units) =>
  cut(title.text, marksInText(title, units), 0, title.text.length);

/**
 * Some 200 letters around the best stretch of the running text; the summary's start where only the title matched.
 *
 * @param {Judged} judged
 * @param {readonly WeighedUnit[]} units
 * @returns {Piece[]}
 */
export const snippet = ({ fields }, units) => {
  const [, , summary, labels, body, other] = fields;
  const best = [summary, body, labels, other].reduce((a, b) => (b.stretch.value > a.stretch.value * 1.05 ? b : a));
  const field = best.stretch.value > 0 ? best : summary.text ? summary : body;
  if (!field.text) return [];
  const middle = field.stretch.value > 0 ? field.places()[field.stretch.from] : 0;
  const from = middle > BEFORE ? goodCut(field.text, middle - BEFORE, -1) : 0;
  const to = field.text.length - from > AROUND ? goodCut(field.text, from + AROUND, 1) : field.text.length;
  const parts = cut(field.text, marksInText(field, units), from, to);
  if (from > 0) parts.unshift({ text: "… ", mark: false });
  if (to < field.text.length) parts.push({ text: " …", mark: false });
  return parts;
};

/**
 * Whether a stretch of a text begins and ends where words do, by the browser's dictionary where it has one.
 *
 * @param {string} text
 * @param {number} from
 * @param {number} to
 */
const isWholeWord = (text, from, to) => {
  if (!dictionary) return true;
  const edges = new Set(wordsBetween(text, from, to).flat());
  return edges.has(from) && edges.has(to);
};

/**
 * @param {JudgedField} field
 * @param {{readonly at: number, readonly end: number}} mark
 */
const standsAsWord = ({ text, places }, { at, end }) =>
  isWholeWord(text, clusterStart(text, places()[at]), clusterEnd(text, (places()[end - 1] ?? 0) + 1));

const MOST_LOOKS = 3;

/**
 * @param {string} text
 * @param {string} word
 */
const hasWord = (text, word) => {
  let at = text.indexOf(word);
  for (let looks = 0; at >= 0 && looks < MOST_LOOKS; looks++, at = text.indexOf(word, at + 1)) {
    if (isWholeWord(text, at, at + word.length)) return true;
  }
  return false;
};

/**
 * Whether each word of a unit stands in a document just as it was typed: then it is no misspelling of another.
 *
 * @param {readonly Judged[]} judgedList
 * @param {WeighedUnit} unit
 */
const isKnown = (judgedList, { plain, script }) => {
  if (!plain || script !== "thai" || !dictionary) return false;
  const words = [...dictionary.segment(plain)].map(({ segment }) => segment);
  return words.every((word) => judgedList.some(({ fields }) => fields.some(({ text }) => hasWord(text, word))));
};

/**
 * How the best documents spell what the reader spelled otherwise: a word of theirs, for one that is none of the index's
 * names. Null when it stands as typed.
 *
 * @param {readonly Judged[]} judgedList
 * @param {WeighedUnit} unit
 * @param {number} number its place in the query
 */
export const spelledAs = (judgedList, unit, number) => {
  if (isKnown(judgedList, unit)) return null;
  let better = null;
  for (const { fields } of judgedList) {
    for (const field of fields) {
      for (const mark of field.marks) {
        if (mark.unit !== number || mark.weight < 0.9) continue;
        const found = textAt(field, mark);
        if (plainKeyOf(found).trim() === unit.plain) return null;
        const own = (mark.fuzzy && !unit.groups.length) || keyOf(found).trim() === unit.key;
        if (own && !better && standsAsWord(field, mark)) better = found.trim();
      }
    }
  }
  return better;
};
