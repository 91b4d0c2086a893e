// A list is narrowed down by words and choices; each choice says how many it would leave.

import assert from "node:assert/strict";
import { test } from "node:test";
import { counted, passes } from "../../hooks/botrian/browser/modules/filter/passing.js";
import { deepFrozen } from "./frozen.js";

const ENTRIES = deepFrozen([
  { name: "a", words: "fund of saving", values: { province: "trat yala", type: "practice" } },
  { name: "b", words: "charter of health", values: { province: "trat", type: "pitfall" } },
  { name: "c", words: "data of houses", values: { type: "practice" } },
]);
const passing = (asked) => ENTRIES.filter((one) => passes(one, asked)).length;

test("all words and all choices must fit; a value is a whole word among several", () => {
  assert.equal(passing({ words: "", choices: {} }), 3);
  assert.equal(passing({ words: "of health", choices: {} }), 1);
  assert.equal(passing({ words: "", choices: { province: "trat" } }), 2);
  assert.equal(passing({ words: "", choices: { province: "tra" } }), 0);
  assert.equal(passing({ words: "saving", choices: { province: "yala", type: "practice" } }), 1);
  assert.equal(passing({ words: "", choices: { province: "", type: "" } }), 3);
});

test("counts of a choice follow the words and the other choices, not what is chosen in it", () => {
  const asked = { words: "of", choices: { province: "yala", type: "practice" } };
  assert.deepEqual(Object.fromEntries(counted(ENTRIES, asked, "province")), { trat: 1, yala: 1 });
  assert.deepEqual(Object.fromEntries(counted(ENTRIES, asked, "type")), { practice: 1 });
});

test("what stands in two groups counts once", () => {
  const twice = [ENTRIES[0], ENTRIES[0], ENTRIES[1]];
  assert.equal(counted(twice, { words: "", choices: {} }, "province").get("trat"), 2);
});
