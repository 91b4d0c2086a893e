// A question with two provinces leads to the two set side by side.

import assert from "node:assert/strict";
import { test } from "node:test";
import { comparedIn, mayCompare } from "../../hooks/botrian/browser/modules/search/compared.js";
import { indexOf } from "../../hooks/botrian/browser/modules/search/index.js";
import { deepFrozen } from "./frozen.js";

const PLACES = deepFrozen([
  ["krabi", "กระบี่", ["กระบี่", "krabi"], ["sdck", "กระบี่โกกรีน"]],
  ["trat", "ตราด", ["ตราด", "trat"], ["5 ดี วิถีตราด"]],
  ["amnat-charoen", "อำนาจเจริญ", ["อำนาจเจริญ", "amnat charoen", "อำนาจ"], []],
]);
const INDEX = indexOf({
  ...{ documents: 0, shards: 1, common: "", titles: 0, places: [1, 3], blocks: "", kinds: [], weights: [], runs: [] },
  ...{ asking: [], letters: "[a-z]", spellings: ["", "", "กองทุน\nกระบิ\tkrabi\nตราด\ttrat\nอํานาจเจริน\tamnat charoen"] },
});
const asked = (query) => comparedIn(query, PLACES).map(({ url }) => url);

test("two provinces are set side by side in the order of the question", () => {
  for (const [query, wanted] of [
    ["เทียบธรรมนูญ ตราด อำนาจเจริญ", "compare/?a=trat&b=amnat-charoen"],
    ["กระบี่ต่างกับตราดยังไง", "compare/?a=krabi&b=trat"],
    ["ตราดกับกระบี่ ใครทำระบบข้อมูลดีกว่าคะ", "compare/?a=trat&b=krabi"],
    ["How does Trat differ from Amnat Charoen?", "compare/?a=trat&b=amnat-charoen"],
    ["Krabi vs Trat", "compare/?a=krabi&b=trat"],
  ]) {
    assert.ok(mayCompare(query, INDEX), query);
    assert.deepEqual(asked(query), [wanted], query);
  }
});

test("a province is known by what only it has, where its name is not said", () => {
  assert.deepEqual(asked("เทียบ SDCK กับ 5 ดี วิถีตราด"), ["compare/?a=krabi&b=trat"]);
  assert.deepEqual(asked("เทียบ กระบี่โกกรีน กับตราด"), ["compare/?a=krabi&b=trat"]);
  assert.deepEqual(asked("เทียบ ตราดกับอำนาจเจริญ อย่าง SDCK"), ["compare/?a=trat&b=amnat-charoen"]);
});

test("of three provinces the first is set beside each of the others", () => {
  assert.deepEqual(asked("เทียบ กระบี่ ตราด อำนาจเจริญ"), ["compare/?a=krabi&b=trat", "compare/?a=krabi&b=amnat-charoen"]);
});

test("one province, or a name within another word, compares nothing", () => {
  for (const query of ["ธรรมนูญตราด", "ตราด trat", "strategy of Krabi", "เทียบธรรมนูญ", ""]) {
    assert.deepEqual(asked(query), [], query);
  }
  assert.ok(!mayCompare("ธรรมนูญตราด กองทุน", INDEX));
});
