// A result says what it is and where once.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isSaid } from "../../hooks/botrian/browser/modules/search/shown.js";

/** @param {string[]} texts */
const resultOf = (...texts) => ({
  ...{ number: 0, kind: "province", url: "", context: "", value: 0, title: [] },
  snippet: texts.map((text) => ({ text, mark: false })),
});

test("a snippet that says only what a result is and where is not said twice", () => {
  const line = "จังหวัด · ภาคเหนือ · ยังไม่มีเรื่อง · เล่าเรื่องแรก";

  assert.ok(isSaid(resultOf("จังหวัด", " · ภาคเหนือ"), line));
  assert.ok(isSaid(resultOf(), line));
  assert.ok(!isSaid(resultOf("จังหวัด", "อยู่ทางเหนือ"), line));
});
