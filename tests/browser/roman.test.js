// Ways of writing a Thai name in Latin letters have one key; other names have another.

import assert from "node:assert/strict";
import { test } from "node:test";
import { romanKey } from "../../hooks/botrian/browser/modules/search/roman.js";

const NAMES = [
  ["Satun", "Satoon"],
  ["Trat", "Trad", "Traat"],
  ["Krabi", "Krabee", "Grabi"],
  ["Chiang Rai", "Chiengrai", "Jiang Rai", "chiangray"],
  ["Amnat Charoen", "Amnad Charern"],
  ["Sa Kaeo", "Sakaew", "Sa Keo"],
  ["Chai Nat", "Chainart", "Jainad"],
  ["Suphan Buri", "Supanburi"],
  ["Phayao", "Payao"],
];

test("a name has one key however it is written", () => {
  for (const [name, ...others] of NAMES) {
    for (const other of others) assert.equal(romanKey(other), romanKey(name), other);
  }
});

test("each name has a key of its own", () => {
  assert.equal(new Set(NAMES.map(([name]) => romanKey(name))).size, NAMES.length);
});
