// One way of writing, weighed, and one text's key enter; how much of it stands there, and where, leaves.

import { CHANGES_FROM } from "#data/search.js";
import { clusterEnd, isThai } from "../text/keys.js";

/** @import { Field } from "./field.js" */
/** @import { Stretch } from "./pieces.js" */
/** @import { WeighedWay } from "./weighing.js" */

/**
 * Where something stands in a key. `piece`: from where in the way, if it is not the whole of it.
 *
 * @typedef {{readonly at: number, readonly end: number, readonly weight: number, readonly piece?: number}} Mark
 */

/**
 * `cover`: how much of the way stands in the field, 0 to 1. `fuzzy`: it was spelled otherwise.
 *
 * @typedef {{readonly cover: number, readonly marks: readonly Mark[], readonly fuzzy?: boolean}} Match
 */

const MOST_PLACES = 24;
/** @type {Match} */
const NOTHING = { cover: 0, marks: [] };

/**
 * @param {string} key
 * @param {string} piece
 * @returns {number[]}
 */
const placesOf = (key, piece) => {
  const places = [];
  for (let at = key.indexOf(piece); at >= 0 && places.length < MOST_PLACES; at = key.indexOf(piece, at + 1)) {
    places.push(at);
  }
  return places;
};

/**
 * The longest pieces of the way that stand in the key: three letters found together by chance count for little.
 *
 * @param {string} key
 * @param {string} wanted
 * @returns {Stretch[]}
 */
const piecesFound = (key, wanted) => {
  const pieces = [];
  let from = 0;
  while (from + 3 <= wanted.length) {
    if (!key.includes(wanted.slice(from, from + 3))) {
      from++;
      continue;
    }
    let to = from + 3;
    while (to < wanted.length && key.includes(wanted.slice(from, to + 1))) to++;
    pieces.push({ from, to });
    from = to - 2;
  }
  return pieces;
};

/** @param {number} letters */
const byLength = (letters) => [0, 0, 0, 0.25, 0.6, 0.85][letters] ?? 1;

/**
 * The weight of the letters from..to of a way: the sum of what its terms tell there.
 *
 * @param {WeighedWay} way
 * @param {number} from
 * @param {number} to
 */
const weightOf = (way, from, to) => {
  let sum = 0;
  for (const term of way.all) if (term.at >= from && term.at + 3 <= to + (term.whole ? 3 : 0)) sum += term.tells;
  return sum;
};

/**
 * The smallest number of letters to change so that the wanted word stands somewhere in the text, and where.
 *
 * @param {string} text
 * @param {string} wanted
 */
const nearest = (text, wanted) => {
  let row = new Array(text.length + 1).fill(0);
  let starts = row.map((_, at) => at);
  for (let i = 1; i <= wanted.length; i++) {
    const next = [i];
    const from = [0];
    for (let j = 1; j <= text.length; j++) {
      const swap = row[j - 1] + (text[j - 1] === wanted[i - 1] ? 0 : 1);
      const best = Math.min(swap, row[j] + 1, next[j - 1] + 1);
      next.push(best);
      from.push(best === swap ? starts[j - 1] : best === row[j] + 1 ? starts[j] : from[j - 1]);
    }
    row = next;
    starts = from;
  }
  const changes = Math.min(...row);
  const end = row.indexOf(changes);
  return { changes, start: starts[end], end };
};

/**
 * How many letters of a word of this length may be wrong; spellings.py counts alike.
 *
 * @param {number} letters
 */
export const allowedChanges = (letters) => CHANGES_FROM.filter((least) => letters >= least).length;

/**
 * A misspelling that folding does not cover: a letter too many, too few or another one.
 *
 * @param {string} key
 * @param {WeighedWay} way
 * @param {readonly Stretch[]} pieces
 */
const misspelt = (key, way, pieces) => {
  const allowed = allowedChanges(way.key.length);
  if (!allowed || !pieces.length) return null;
  const longest = pieces.reduce((best, one) => (one.to - one.from > best.to - best.from ? one : best));
  if (longest.to - longest.from < Math.max(3, way.key.length / 3)) return null;
  for (const at of placesOf(key, way.key.slice(longest.from, longest.to)).slice(0, 4)) {
    const start = Math.max(0, at - longest.from - allowed);
    const near = nearest(key.slice(start, at - longest.from + way.key.length + allowed), way.key);
    if (near.changes <= allowed) return { at: start + near.start, end: start + near.end, changes: near.changes };
  }
  return null;
};

/**
 * @param {string} key
 * @param {WeighedWay} way
 * @param {boolean} last
 * @returns {Match | null}
 */
const wholeWord = (key, way, last) => {
  const word = ` ${way.key} `;
  const places = placesOf(key, word).map((at) => at + 1);
  if (places.length) return { cover: 1, marks: places.map((at) => ({ at, end: at + way.key.length, weight: 1 })) };
  if (way.about) return roundly(key, way.about);
  if (!last && (way.script !== "latin" || way.key.length <= 3)) return null;
  const begun = placesOf(key, ` ${way.key}`).map((at) => ({ at: at + 1, end: at + 1 + way.key.length, weight: 0.9 }));
  return begun.length ? { cover: last ? 0.9 : 0.85, marks: begun } : null;
};

const ROUND = 0.85;

/**
 * The figures that a round number stands for.
 *
 * @param {string} key
 * @param {string} about
 * @returns {Match | null}
 */
const roundly = (key, about) => {
  const marks = [...key.matchAll(new RegExp(`(?<= )${about}(?= )`, "g"))]
    .slice(0, MOST_PLACES)
    .map(({ 0: figure, index }) => ({ at: index, end: index + figure.length, weight: ROUND }));
  return marks.length ? { cover: ROUND, marks } : null;
};

/**
 * A short Thai word that was typed by itself must stand alone (an abbreviation), or it is most likely a part of another
 * word.
 *
 * @param {Field} field
 * @param {WeighedWay} way
 * @returns {Match | null}
 */
const shortWord = (field, way) => {
  /** @param {number} at */
  const alone = (at) => {
    const places = field.places();
    const from = places[at];
    const to = clusterEnd(field.text, places[at + way.key.length - 1] + 1);
    const after = field.text[to] === "." ? to + 1 : to;
    return !isThai(field.text[from - 1] ?? " ") && (field.text[to] === "." || !isThai(field.text[after] ?? " "));
  };
  const places = placesOf(field.key, way.key);
  const good = places.filter(alone);
  const marks = (good.length ? good : places).map((at) => ({
    at,
    end: at + way.key.length,
    weight: good.length ? 1 : 0.3,
  }));
  if (good.length) return { cover: 1, marks };
  return way.key.length > 2 && places.length ? { cover: 0.35, marks } : null;
};

// A whole match that is the same only after folding (น้ำ for นำ) may be another word: a little less.
export const FOLDED = 0.9;

/**
 * @param {Field} field
 * @param {WeighedWay} way
 * @param {Match} match
 * @returns {Match}
 */
const asTyped = (field, way, match) =>
  !way.plain || match.cover < 1 || field.plain().includes(way.plain) ? match : { ...match, cover: FOLDED };

/**
 * @param {Field} field
 * @param {WeighedWay} way
 * @param {boolean} last the reader may still be typing it
 */
export const matchIn = (field, way, last) => asTyped(field, way, matchFolded(field, way, last));

/**
 * @param {Field} field
 * @param {WeighedWay} way
 * @param {boolean} last
 * @returns {Match}
 */
const matchFolded = (field, way, last) => {
  if (way.script !== "thai") {
    const whole = wholeWord(field.key, way, last);
    if (whole || way.script === "number") return whole ?? NOTHING;
  } else if (way.key.length < 3 || (way.key.length === 3 && !way.inside)) {
    return shortWord(field, way) ?? NOTHING;
  } else {
    const places = placesOf(field.key, way.key);
    if (places.length) return { cover: 1, marks: places.map((at) => ({ at, end: at + way.key.length, weight: 1 })) };
  }
  // Only what was typed may be misspelt or found in part; the other spellings are right as they stand.
  if (!way.typed) return NOTHING;
  const pieces = piecesFound(field.key, way.key);
  // A run with words that only ask is a sentence, no misspelt word.
  const near = way.words.some(({ asks }) => asks) ? null : misspelt(field.key, way, pieces);
  if (!near) return inPieces(field.key, way, pieces);
  return { cover: 0.86 - 0.06 * near.changes, fuzzy: true, marks: [{ at: near.at, end: near.end, weight: 0.9 }] };
};

/**
 * What stands of a way where it does not stand as a whole: whole words of it count by what they tell.
 *
 * @param {string} key
 * @param {WeighedWay} way
 * @param {readonly Stretch[]} pieces
 * @returns {Match}
 */
const inPieces = (key, way, pieces) => {
  const all = weightOf(way, 0, way.key.length) || 1;
  let cover = 0;
  let words = 0;
  /** @type {Mark[]} */
  const marks = [];
  for (const piece of pieces) {
    const complete = way.words.filter((word) => word.from >= piece.from && word.to <= piece.to);
    const inside = complete.some(({ from, to }) => to - from > 2) ? complete : [];
    const from = inside.length ? inside[0].from : piece.from;
    const to = inside.length ? inside[inside.length - 1].to : piece.to;
    const weight = (weightOf(way, from, to) / all) * (inside.length ? 1 : byLength(to - from));
    cover += weight;
    for (const word of inside) words += word.share;
    const worth = inside.length || to - from > 3 ? placesOf(key, way.key.slice(from, to)) : [];
    for (const at of worth) marks.push({ at, end: at + to - from, weight, piece: from });
  }
  return { cover: 0.85 * Math.min(1, Math.max(cover, words)), marks };
};
