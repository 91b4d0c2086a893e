// What is spoken in one breath: phrases that Thai parts by spaces, joined up to what voices speak without falling silent.

import assert from "node:assert/strict";
import { test } from "node:test";
import { piecesOf } from "../../hooks/botrian/browser/modules/aloud/pieces.js";

/** @param {string} text */
const said = (text) => piecesOf(text).map(({ from, to }) => text.slice(from, to));

test("short phrases are spoken together, a full stop ends them", () => {
  assert.deepEqual(said("  ตั้งสภา แล้วนัดพบ \n กัน"), ["ตั้งสภา แล้วนัดพบ \n กัน"]);
  assert.deepEqual(said("One thing. Another"), ["One thing.", "Another"]);
});

test("no piece is long, no letter is lost, a long phrase stays whole", () => {
  const text = "ตั้งสภาองค์กรชุมชน ".repeat(40);
  const pieces = said(text);
  assert.ok(pieces.length > 3 && pieces.every(({ length }) => length <= 140));
  assert.equal(pieces.join(" "), text.trim());
  assert.deepEqual(said("ก".repeat(300)), ["ก".repeat(300)]);
});

test("signs alone are not spoken", () => {
  assert.deepEqual(said("… · –"), []);
});
