// The head and foot of a printed sheet are strings of CSS: no title breaks out of them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { asString } from "../../hooks/botrian/browser/modules/frame/paper.js";

test("a text is a string of CSS, whatever stands in it", () => {
  assert.equal(asString(' กองทุน "ล้ม"\n เพราะ \\ '), '"กองทุน \\"ล้ม\\" เพราะ \\\\"');
});
