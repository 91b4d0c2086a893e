// A mark in a result shows words that a reader reads, never the end of one and the beginning of the next.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldOf } from "../../hooks/botrian/browser/modules/search/field.js";
import { atWords, snippet } from "../../hooks/botrian/browser/modules/search/snippets.js";
import { plainKeyOf, storedKey, tracedKey } from "../../hooks/botrian/browser/modules/text/keys.js";
import { vectors } from "./vectors.js";

/** @type {readonly (readonly [number, number])[]} */
const WORDS = [
  [0, 4],
  [4, 10],
  [10, 13],
];

test("of a word that a mark cuts all is marked where it had half of it, else nothing", () => {
  assert.deepEqual(atWords([[2, 10]], WORDS), [[0, 10]]);
  assert.deepEqual(atWords([[3, 10]], WORDS), [[4, 10]]);
  assert.deepEqual(atWords([[4, 11]], WORDS), [[4, 10]]);
  assert.deepEqual(atWords([[4, 12]], WORDS), [[4, 13]]);
});

test("a mark that is only a small part of one word is none", () => {
  assert.deepEqual(atWords([[5, 7]], WORDS), []);
  assert.deepEqual(atWords([[5, 9]], WORDS), [[4, 10]]);
});

test("where a word of the mark reaches over an edge, the dictionary cut wrongly and the mark stays", () => {
  const own = () => [[2, 7]];

  assert.deepEqual(atWords([[2, 7]], WORDS, own), [[2, 7]]);
  assert.deepEqual(
    atWords([[2, 7]], WORDS, () => [
      [2, 4],
      [4, 7],
    ]),
    [[0, 10]],
  );
});

test("where a browser knows no words, marks stay as they are", () => {
  assert.deepEqual(atWords([[5, 7]], []), [[5, 7]]);
});

test("the key of a text is the same with places and without", () => {
  for (const { normal } of vectors("thai/vectors.json")) {
    assert.equal(storedKey(normal), tracedKey(normal).key, normal);
    assert.equal(storedKey(normal, true).trim(), plainKeyOf(normal).trim(), normal);
  }
});

test("a field without a text has an empty key", () => {
  assert.equal(fieldOf("").key, "  ");
});

test("a piece of a text without blanks begins and ends where words do", () => {
  const text = "เครือข่ายประชุมกับหน่วยงานราชการเพื่อทำแผนพัฒนาจังหวัดร่วมกันทุกปี".repeat(8);
  const words = new Intl.Segmenter("th", { granularity: "word" }).segment(text);
  const edges = new Set([...words].map(({ index }) => index));
  const none = { text: "", marks: [], places: () => [], stretch: { value: 0, from: 0 } };

  for (let from = 100; from < 140; from++) {
    const places = Array.from(text, (_, at) => at);
    const body = { text, marks: [], places: () => places, stretch: { value: 1, from } };
    const [first, shown, last] = snippet({ fields: [none, none, none, none, body, none] }, []);
    // The text repeats itself: of all places where the piece stands, one is meant.
    const starts = [...edges].filter((edge) => text.startsWith(shown.text, edge));

    assert.deepEqual([first.text, last.text], ["… ", " …"]);
    assert.ok(
      starts.some((start) => edges.has(start + shown.text.length)),
      shown.text,
    );
  }
});
