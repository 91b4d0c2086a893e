// What is asked of the index is what Python filed; a query, once understood, no longer changes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { indexOf, shardOf } from "../../hooks/botrian/browser/modules/search/index.js";
import { allowedChanges } from "../../hooks/botrian/browser/modules/search/matching.js";
import { unpack } from "../../hooks/botrian/browser/modules/search/packed.js";
import { otherEra, understood } from "../../hooks/botrian/browser/modules/search/query.js";
import { someOf, termsOf } from "../../hooks/botrian/browser/modules/search/terms.js";
import { weigh } from "../../hooks/botrian/browser/modules/search/weighing.js";
import { keyOf } from "../../hooks/botrian/browser/modules/text/keys.js";
import { deepFrozen } from "./frozen.js";
import { aboutOf } from "./small-index.js";
import { vectors } from "./vectors.js";

const ABOUT = aboutOf({
  documents: 4,
  places: [1, 1],
  runs: [0, 2],
  asking: [keyOf("อย่างไร").trim(), "how"],
  // Two groups: the fund and its abbreviation; the province in both languages.
  spellings: ["", "", "กองทุน\tfund\nกระบิ\tkrabi"],
});

test("a term is asked for as it is filed", () => {
  for (const { key, asked } of vectors("vectors/terms.json")) {
    const made = termsOf(key).map(({ term }) => term);

    assert.deepEqual([...new Set(made)].sort(), [...asked].sort(), key);
  }
});

test("a term is looked for in the file where Python put it", () => {
  for (const [term, shards, pairs, shard] of vectors("vectors/shards.json")) {
    const common = new Set(pairs.match(/../g));

    assert.equal(shardOf(term, { shards, common }), shard, term);
  }
});

test("a question of many spellings asks for few files, and for every term of what was typed in them", () => {
  const words = ["สวัสดิการ", "ผู้สูงอายุ", "เครือข่าย", "ธรรมนูญ", "ประชาชน", "ยุทธศาสตร์"].map((word) => keyOf(word).trim());
  const about = { ...ABOUT, shards: 100_003, spellings: ["", "", words.join("\t")] };
  const index = indexOf(about);
  const { units, fileOf } = understood("สวัสดิการ หมู่บ้านจัดการตนเอง", index);
  const [known, other] = units;
  const terms = other.ways[0].terms.map(({ term }) => term);
  const asked = units.flatMap(({ ways }) => ways.flatMap((way) => way.terms.map(({ term }) => fileOf(term))));

  assert.ok(new Set(asked).size <= 7, `${new Set(asked).size} files`);
  assert.ok(
    known.ways.length === words.length &&
      known.ways.every((way) => way.terms.every(({ term }) => fileOf(term) === "g/0")),
  );
  for (const { term } of other.ways[0].all) assert.equal(terms.includes(term), fileOf(term) !== null, term);
});

test("a run of nothing but words that only ask is not looked for beside others", () => {
  const asking = ["กับ", "เรา", "เลย"].map((word) => keyOf(word).trim());
  const index = indexOf({ ...ABOUT, asking });
  const keys = (query) => understood(query, index).units.map(({ key }) => key);

  assert.deepEqual(keys("กองทุน กับเราเลย"), ["กองทุน"]);
  assert.deepEqual(keys("กับเราเลย"), ["กับเราเลย"]);
});

test("of a known spelling those terms are asked for that the file of its group has", () => {
  for (const [key, kept] of vectors("vectors/group-terms.json")) {
    assert.deepEqual(someOf(termsOf(key).map(({ term }) => term)), kept, key);
  }
});

test("a spelling in the other script has no file: its terms are looked for among all", () => {
  const index = indexOf({ ...ABOUT, shards: 100_003 }, ["", "", "fund\nkrabi"]);
  const files = (query) => {
    const { units, fileOf } = understood(query, index);
    return units.flatMap(({ ways }) =>
      ways.map((way) => [way.key, ...new Set(way.terms.map(({ term }) => fileOf(term)?.[0]))]),
    );
  };

  assert.deepEqual(files("fund "), [
    ["fund", "p"],
    ["กองทุน", "g"],
  ]);
});

test("a packed list unpacks to what was packed", () => {
  for (const [numbers, packed] of vectors("vectors/packed.json")) assert.deepEqual(unpack(packed), numbers);
});

test("as many letters may be wrong as Python allows", () => {
  for (const [letters, changes] of vectors("vectors/allowed-changes.json")) {
    assert.equal(allowedChanges(letters), changes, `${letters} letters`);
  }
});

test("a year is asked for in the other era too, where records may speak of it", () => {
  for (const [figure, other] of vectors("vectors/years.json")) assert.equal(otherEra(figure), other, figure);
});

test("a known spelling parts a unit, and brings its other spellings", () => {
  const { units } = understood("กองทุนหมู่บ้าน กระบี่", indexOf(ABOUT));

  assert.deepEqual(
    units.map(({ key }) => key),
    ["กองทุน", "หมุบาน", "กระบิ"],
  );
  assert.deepEqual(
    units.map(({ ways }) => ways.map(({ key }) => key)),
    [["กองทุน", "fund"], ["หมุบาน"], ["กระบิ", "krabi"]],
  );
  assert.deepEqual(
    units.map(({ groups }) => groups),
    [[0], [], [1]],
  );
});

test("a long name is found where the dictionary cuts wrongly, a short one is not looked for across its words", () => {
  const keys = (/** @type {string} */ typed, /** @type {string} */ known) => {
    const index = indexOf({ ...ABOUT, spellings: ["", "", keyOf(known).trim()] });
    return understood(typed, index).units.map(({ key }) => key);
  };

  assert.deepEqual(keys("อำนาจเจริญง่ะเกษตร", "อำนาจเจริญ")[0], keyOf("อำนาจเจริญ").trim());
  assert.deepEqual(keys("พยาบาล", "ยาบ้า"), [keyOf("พยาบาล").trim()]);
});

test("a word that tells is no word that asks, though both have one key", () => {
  const index = indexOf({ ...ABOUT, asking: [keyOf("ไหม").trim()] });
  const asks = (/** @type {string} */ typed) =>
    understood(typed, index).units.flatMap(({ ways }) => ways[0].words.map((word) => word.asks));

  assert.equal(keyOf("ใหม่"), keyOf("ไหม"));
  assert.deepEqual(asks("ผู้นำใหม่").includes(true), false);
  assert.equal(understood("ใหม่ กองทุน", index).units.length, 2);
});

test("only the last word of a query may be unfinished, and a blank finishes it", () => {
  const index = indexOf(ABOUT);
  const lasts = (query) => understood(query, index).units.map(({ last }) => last);

  assert.deepEqual(
    [lasts("fund krabi"), lasts("fund krabi ")],
    [
      [false, true],
      [false, false],
    ],
  );
});

test("a word that only asks is looked for where nothing else was typed", () => {
  const keys = (/** @type {string} */ typed) => understood(typed, indexOf(ABOUT)).units.map(({ key }) => key);

  assert.deepEqual(keys("กองทุน อย่างไร"), keys("กองทุน"));
  assert.deepEqual(keys("อย่างไร"), ABOUT.asking.slice(0, 1));
});

test("of a long piece no term is asked for that touches a word that only asks", () => {
  const [will] = [keyOf("จะ").trim()];
  const index = indexOf({ ...ABOUT, asking: [will] });
  const [{ key, ways }] = understood("หน่วยงานจะไม่ฟังชาวบ้าน", index).units;
  const at = key.indexOf(will);

  assert.ok(at > 0);
  assert.ok(ways[0].all.length > 5);
  for (const term of ways[0].all) assert.ok(term.at + 3 <= at || term.at >= at + will.length, term.term);
});

test("weighing changes neither the query nor the index, and gives the same again", () => {
  const index = deepFrozen(indexOf(ABOUT));
  const query = deepFrozen(understood("กองทุนหมู่บ้าน 2555 how", index));
  const found = new Map([["กอง", { count: 1, head: [0], rest: [] }]]);
  const first = deepFrozen(weigh(query, found, index.documents));

  assert.deepEqual(weigh(query, found, index.documents), first);
  assert.equal(
    first.total,
    first.units.reduce((sum, { weight }) => sum + weight, 0),
  );
});

test("a rare term tells more than a common one", () => {
  const index = indexOf(ABOUT);
  const found = new Map([
    ["กระ", { count: 1, head: [0], rest: [] }],
    ["กอง", { count: 4, head: [0, 1], rest: [2, 3] }],
  ]);
  const terms = weigh(understood("กระ กอง", index), found, index.documents).units.map(
    ({ ways }) => ways[0].all[0].tells,
  );

  assert.ok(terms[0] > terms[1]);
});
