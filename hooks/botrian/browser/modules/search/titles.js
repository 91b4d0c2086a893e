// The titles of all pages, in one file, enter; rows and an index of them leave, so that suggestions wait for no line.

import { keyOf } from "../text/keys.js";
import { inLetters } from "./packed.js";

/** @import { Postings, Row } from "./index.js" */
/** @import { OneByte } from "./packed.js" */

/**
 * As hooks/botrian/search/build.py writes them, a line for each of the first documents.
 *
 * @typedef {{readonly urls: string, readonly contexts: OneByte, readonly titles: OneByte}} RawTitles
 *
 * @typedef {{readonly rows: readonly Row[], readonly lookUp: (terms: readonly string[]) => Map<string, Postings>}} Titles
 */

/**
 * @param {RawTitles} raw
 * @returns {Titles}
 */
export const titlesOf = (raw) => {
  const [urls, contexts, titles] = [raw.urls, inLetters(raw.contexts), inLetters(raw.titles)].map((text) =>
    text.split("\n"),
  );
  const keys = titles.map(keyOf);
  const names = keys.map((key) => key.replaceAll(" ", ""));
  /** @type {Map<string, Postings>} */
  const known = new Map();
  /** @param {string} term */
  const postingsOf = (term) => {
    const found = known.get(term);
    if (found) return found;
    /** @type {number[]} */
    const head = [];
    const [where, wanted] = /^[=#]/.test(term)
      ? [keys, ` ${term.slice(1)} `]
      : term[0] === "~"
        ? [names, term.slice(1)]
        : term[0] === "^"
          ? [names, term.slice(1)]
          : [keys, term];
    where.forEach((text, number) => {
      const has = term[0] === "~" ? text === wanted : term[0] === "^" ? text.startsWith(wanted) : text.includes(wanted);
      if (has) head.push(number);
    });
    const made = { count: head.length, head, rest: [] };
    known.set(term, made);
    return made;
  };
  return {
    rows: titles.map((title, at) => [urls[at], contexts[at], title]),
    lookUp: (terms) => new Map(terms.map((term) => [term, postingsOf(term)])),
  };
};
