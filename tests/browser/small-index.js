// A few rows enter; what the build writes of them leaves: what the index says of itself, and its lists of terms.

import { termsOf } from "../../hooks/botrian/browser/modules/search/terms.js";
import { keyOf } from "../../hooks/botrian/browser/modules/text/keys.js";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * What an index of two kinds of documents says of itself, all its terms in one file.
 *
 * @param {{documents: number, runs: readonly number[], [name: string]: unknown}} told how many there are, and what it says otherwise
 */
export const aboutOf = (told) => ({
  shards: 1,
  common: "",
  titles: 0,
  places: [0, 0],
  blocks: "A",
  kinds: ["lesson", "row"],
  weights: [1, 0.75],
  asking: [],
  letters: "[a-z]",
  swapped: false,
  spellings: ["", "", ""],
  ...told,
});

// Numbers below 32 with small gaps: one letter each.
export const pack = (numbers) => numbers.map((number, at) => LETTERS[number - (at ? numbers[at - 1] + 1 : 0)]).join("");

/** A shard of all terms of the rows, as postings.py writes it. */
export const shard = (rows) => {
  const lists = new Map();
  rows.forEach(([, , title, , summary], number) => {
    for (const [place, text] of [title, summary].entries()) {
      const key = keyOf(text).trim();
      const begin = place ? [] : [{ term: `^${key.slice(0, 3)}` }];
      for (const { term } of [...key.split(" | ").flatMap(termsOf), ...begin]) {
        const [head, rest] = lists.get(term) ?? [[], []];
        lists.set(term, [head, rest]);
        if (!head.includes(number) && !rest.includes(number)) (place ? rest : head).push(number);
      }
    }
  });
  return [...lists]
    .map(([term, [head, rest]]) => `${term}\t${head.length + rest.length}\t${pack(head)}\t${pack(rest)}`)
    .join("\n");
};
