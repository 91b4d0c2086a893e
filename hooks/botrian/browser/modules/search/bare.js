// What a reader typed enters; what it is about leaves: courtesy falls off its ends, spoken forms become written ones,
// words for numbers stand by themselves. Where nothing else was typed it stays as it is.

import { isThai, normal } from "../text/keys.js";
import { dictionary } from "../text/words.js";
import { partedNumbers } from "./figures.js";
import { CLOSES, CLOSES_AS_WORDS, JOINS, KEPT, OPENS, SPOKEN, SPOKEN_KEPT } from "./polite.js";

/** @import { Spoken } from "./polite.js" */

const LONGEST = 5000;
// Pictures, their colours and joints; flags; the ring of a key.
// biome-ignore lint/suspicious/noMisleadingCharacterClass: each sign of a joined picture is taken
const PICTURES = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200d\ufe0e\ufe0f\u20e3]+/gu;
const TAGS = /<[a-z/!][^<>]{0,400}>/gi;
const ENTITIES = /&(?:[a-z]{2,8}|#x?[0-9a-f]{1,6});/gi;
const SIGNS = /^[\s.,!?;:…"“”'‘’()[\]{}/~*_–—-]+|[\s.,!?;:…"“”'‘’()[\]{}/~*_–—-]+$/g;
const HAS_LETTERS = /[\p{L}\p{N}]/u;
// Who writes as one calls draws a letter out: มากกกก, ด้ายยย. No Thai word has one letter three times, or
// ends in these twice, but แบบ and ระบบ.
const DRAWN = /([\u0e01-\u0e4e])\1{2,}/g;
const DRAWN_END = /(?<=[\u0e01-\u0e4e]{2})(?<!แ|ระ)([าะวยงคบ])\1+(?![\u0e01-\u0e4e])/g;
const LAUGHTER = /(?<![0-9a-z])(?:5{3,}|(?:ha){2,}|lol)\+?(?![0-9a-z])|(?<![ก-๎])(?:ฮ่า|ฮา|อิ){2,}(?![ก-๎])/g;
// Who asks what is best (ทำอย่างไรดี, ไปไหนดีคะ) asks for nothing that is called good.
const BEST =
  /(?<=อย่างไร|ยังไง|ไหน|อะไร|ใคร|เมื่อไร|เมื่อไหร่|เท่าไร|เท่าไหร่)ดี(?!ขึ้น|กว่า|เด่น|งาม|ที่สุด|[\u0e30-\u0e3a\u0e47-\u0e4e])/g;
// What says only that a year follows.
const YEAR_WORDS = /(?:ปี ?)?(?:พ\.ศ\.|ค\.ศ\.|พศ|คศ|ปี)\s*(?=(?:19|20|24|25|๑๙|๒๐|๒๔|๒๕)[0-9๐-๙]{2}(?![0-9๐-๙]))/g;

/**
 * Whether the end of a text is a word by itself, by the browser's dictionary where it has one.
 *
 * @param {string} text
 * @param {string} word
 */
const endsAsWord = (text, word) => {
  if (!text.endsWith(word)) return false;
  if (!isThai(text[text.length - word.length - 1] ?? "")) return true;
  if (!dictionary) return false;
  if (KEPT.some((one) => text.endsWith(one))) return false;
  return [...dictionary.segment(text)].at(-1)?.segment === word;
};

/**
 * @param {string} text
 * @param {string} word
 */
const standsFirst = (text, word) =>
  text.startsWith(word) && (isThai(word[0]) || text.length === word.length || /[^a-z0-9']/.test(text[word.length]));

/**
 * @param {string} text
 * @param {string} word
 */
const standsLast = (text, word) =>
  text.endsWith(word) &&
  (isThai(word[0]) || text.length === word.length || /[^a-z0-9']/.test(text[text.length - word.length - 1]));

/** @param {string} text */
const trimmed = (text) => text.replace(SIGNS, "");

/**
 * A text without what it opens with. `joined`: an opening stood right before it.
 *
 * @param {string} text
 * @param {boolean} joined
 * @returns {{text: string, opened: boolean}}
 */
const withoutOpening = (text, joined) => {
  let rest = trimmed(text);
  let opened = joined;
  for (;;) {
    const word = OPENS.find((one) => standsFirst(rest, one)) ?? (opened && JOINS.find((one) => standsFirst(rest, one)));
    if (!word) return { text: rest, opened: opened && (joined || rest !== trimmed(text)) };
    rest = trimmed(rest.slice(word.length));
    opened = true;
  }
};

/** @param {string} text */
const withoutClosing = (text) => {
  let rest = trimmed(text);
  for (;;) {
    const word = CLOSES.find((one) => standsLast(rest, one)) ?? CLOSES_AS_WORDS.find((one) => endsAsWord(rest, one));
    if (!word) return rest;
    rest = trimmed(rest.slice(0, -word.length));
  }
};

// A letter with a mark behind it, or a vowel before it, is not yet whole there.
const MARK = /[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]/;
const BEFORE = /[\u0e40-\u0e44]/;

/**
 * Whether a standard word reaches over the edge of a stretch of a text: then no spoken word stands there.
 *
 * @param {string} text
 * @param {number} from
 * @param {number} to
 */
const cutsKept = (text, from, to) =>
  SPOKEN_KEPT.some((word) => {
    const before = from ? text.lastIndexOf(word, from - 1) : -1;
    const behind = text.indexOf(word, Math.max(from, to - word.length + 1));
    return (before >= 0 && before + word.length > from) || (behind >= 0 && behind < to);
  });

/**
 * Where a word stands in a text from a place on, its letters whole; -1 where it does not. A single letter stands for a sound:
 * it takes its marks along.
 *
 * @param {string} text
 * @param {string} word
 * @param {number} from
 */
const spokenAt = (text, word, from) => {
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    const whole = word.length === 1 || (!MARK.test(text[at + word.length] ?? "") && !BEFORE.test(text[at - 1] ?? ""));
    if (whole && !cutsKept(text, at, at + word.length)) return at;
  }
  return -1;
};

/**
 * @param {string} text
 * @param {Spoken} spoken
 */
const written = (text, { word, standard, place }) => {
  if (text === word) return standard;
  if (place === "atTheEnd") {
    const at = text.length - word.length;
    return text.endsWith(word) && spokenAt(text, word, at) === at ? text.slice(0, at) + standard : text;
  }
  if (place === "alone" || !text.includes(word)) return text;
  let rest = text;
  for (let at = spokenAt(rest, word, 0); at >= 0; at = spokenAt(rest, word, at + standard.length)) {
    rest = rest.slice(0, at) + standard + rest.slice(at + word.length);
  }
  return rest;
};

/**
 * Spoken words as they are written, run by run. What closes a run is courtesy: its last word stands before that.
 *
 * @param {string} text
 */
const asWritten = (text) =>
  text
    .split(/(\s+)/)
    .map((run) => {
      const core = withoutClosing(run);
      const end = run.indexOf(core) + core.length;
      return SPOKEN.reduce(written, run.slice(0, end)) + run.slice(end);
    })
    .join("");

/**
 * Courtesy off the whole, then off each run between blanks.
 *
 * @param {string} text
 */
const withoutCourtesy = (text) => {
  const whole = withoutOpening(withoutClosing(text), false);
  let joined = whole.opened;
  const runs = [];
  for (const run of whole.text.split(/\s+/)) {
    const { text: rest, opened } = withoutOpening(withoutClosing(run), joined);
    // An opening reaches over a blank to what it joins, no further.
    joined = opened && !rest;
    if (HAS_LETTERS.test(rest)) runs.push(rest);
  }
  return runs.join(" ");
};

/**
 * What was typed without pictures, marks and laughter, its words as they are written.
 *
 * @param {string} query
 */
export const asSaid = (query) => {
  const clean = query.slice(0, LONGEST).replace(TAGS, " ").replace(ENTITIES, " ").replace(PICTURES, " ");
  return asWritten(normal(clean).toLowerCase().replace(DRAWN, "$1").replace(DRAWN_END, "$1").replace(LAUGHTER, " "));
};

/**
 * @param {string} query
 */
export const bare = (query) => {
  const text = asSaid(query).replace(BEST, " ").replace(YEAR_WORDS, " ");
  const rest = withoutCourtesy(text);
  const kept = HAS_LETTERS.test(rest) ? rest : HAS_LETTERS.test(text) ? text : query;
  return partedNumbers(kept);
};
