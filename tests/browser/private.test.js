// The browser finds private data and unfilled words where Python does: the same patterns, the same vectors.

import assert from "node:assert/strict";
import { test } from "node:test";
import { privateDetails, unfilled } from "../../hooks/botrian/browser/modules/text/private.js";
import { vectors } from "./vectors.js";

test("every vector of the checker has its private data", () => {
  for (const { text, found } of vectors("vectors/private-data.json")) {
    const here = privateDetails(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

    assert.deepEqual(here, found, text);
  }
});

test("every vector has its unfilled words", () => {
  for (const { text, unfilled: waiting } of vectors("vectors/unfilled.json")) {
    assert.equal(unfilled(text), waiting, text);
  }
});
