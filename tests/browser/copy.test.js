import assert from "node:assert/strict";
import { test } from "node:test";

import { withoutJoints } from "../../hooks/botrian/browser/modules/frame/copy.js";

test("what is copied has no joints, and all its other signs", () => {
  assert.equal(withoutJoints("ผู้\u2060ว่า\u2060ราชการ 5\u00a0ตำ\u200bบล"), "ผู้ว่าราชการ 5\u00a0ตำบล");
});
