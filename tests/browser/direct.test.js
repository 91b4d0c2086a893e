// A question is answered by a fact only where nothing of it is left over.

import assert from "node:assert/strict";
import { test } from "node:test";
import { directAnswer, mayBeDirect } from "../../hooks/botrian/browser/modules/search/direct.js";
import { deepFrozen } from "./frozen.js";

const ANSWERS = deepFrozen({
  number: ["เท่าไร", "จำนวน", "กี่", "how many"],
  date: ["เมื่อไร", "ปีไหน", "when"],
  fillers: ["มี", "แห่ง", "ของ", "are", "there", "in"],
  entries: [
    [
      ["เชียงราย", "chiang rai"],
      ["สภาองค์กรชุมชน", "councils", "สอช"],
      "number",
      "สภา: เชียงราย",
      ["144 สภา"],
      "p/a/",
      "ที่มา",
    ],
    [["เชียงราย", "chiang rai"], ["ประกาศธรรมนูญ"], "date", "ธรรมนูญ: เชียงราย", ["2560"], "p/b/", "ที่มา"],
    [["ตราด", "trat"], ["ตำบล", "tambons"], "number", "ตำบล: ตราด", ["38 ตำบล"], "p/c/", "ที่มา"],
  ],
});
const titleOf = (query) => directAnswer(query, ANSWERS)?.title ?? null;

test("a fact answers a question for its number, in whatever frame and language", () => {
  for (const query of [
    "สภาองค์กรชุมชนเชียงรายมีกี่แห่ง",
    "ขอสอบถามค่ะ เชียงรายมีสภาองค์กรชุมชนกี่แห่งคะ",
    "จำนวน สอช เชียงราย",
    "How many councils are there in Chiang Rai?",
  ]) {
    assert.equal(titleOf(query), "สภา: เชียงราย", query);
  }
});

test("a name in several words is found wherever they stand", () => {
  assert.equal(titleOf("ธรรมนูญของเชียงรายประกาศเมื่อไร"), "ธรรมนูญ: เชียงราย");
});

test("what is left of a question is a condition that the fact may not meet: then none answers", () => {
  for (const query of [
    "กองทุนในตำบลตราดมีเงินเท่าไร",
    "สภาองค์กรชุมชนเชียงรายที่ล้มมีกี่แห่ง",
    "ตราดมีสภาองค์กรชุมชนกี่แห่ง",
    "สภาองค์กรชุมชนเชียงรายเมื่อไร",
    "สภาองค์กรชุมชนเชียงราย",
  ]) {
    assert.equal(titleOf(query), null, query);
  }
});

test("facts are fetched only for questions that may ask for one", () => {
  assert.ok(mayBeDirect("เชียงรายมีกี่ตำบล") && mayBeDirect("how many tambons"));
  assert.ok(!mayBeDirect("ธรรมนูญประชาชน") && !mayBeDirect("welfare fund"));
});
