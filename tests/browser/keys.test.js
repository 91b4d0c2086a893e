// The forms and keys of a text are those that Python makes: the shipped module over the vectors that Python is held to.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  clusterEnd,
  clusterStart,
  fold,
  keyOf,
  normal,
  plain,
  plainKeyOf,
  tracedKey,
} from "../../hooks/botrian/browser/modules/text/keys.js";
import { vectors } from "./vectors.js";

test("every vector of the Thai room has its three forms", () => {
  for (const vector of vectors("thai/vectors.json")) {
    const made = { normal: normal(vector.input), plain: plain(vector.input), fold: fold(vector.input) };

    assert.deepEqual(made, { normal: vector.normal, plain: vector.plain, fold: vector.fold }, vector.why);
  }
});

test("every text has the keys that the index was made with", () => {
  for (const { text, key, plain: plainKey } of vectors("vectors/keys.json")) {
    assert.deepEqual([keyOf(text), plainKeyOf(text)], [key, plainKey]);
  }
});

test("a traced key is the key, and its places never go back", () => {
  for (const { text } of vectors("vectors/keys.json")) {
    const stored = normal(text);
    const { key, places } = tracedKey(stored);

    assert.equal(key.trim(), keyOf(stored).trim());
    assert.equal(places.length, key.length + 1);
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
  }
});

test("a match in the key leads to its place in the text", () => {
  const text = "แผน ๕ ปี (ก.บ.จ.) ของ “เครือข่ายฯ” 42,000 ไร่\nCo-Production";
  const { key, places } = tracedKey(text);

  assert.ok(text.slice(places[key.indexOf("42000")]).startsWith("42,000"));
  assert.ok(text.slice(places[key.indexOf("co pro")]).startsWith("Co-"));
});

test("a cut is moved out of a Thai cluster", () => {
  assert.deepEqual([clusterStart("น้ำ", 2), clusterEnd("น้ำ", 1), clusterStart("กข", 1)], [0, 3, 1]);
});
