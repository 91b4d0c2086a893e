// A table that has both places of a question stands before pages that have one of them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sideBySide } from "../../hooks/botrian/browser/modules/search/both.js";

const INDEX = { places: [1, 2], groups: [["กองทุน"], ["กระบิ", "krabi"], ["ตราด", "trat"]] };
const unit = (key, weight = 1) => ({ key, weight });
const worth = (units, kind, holds, names = () => 0) => sideBySide({ units }, INDEX)(kind, holds, names);
const TWO = [unit("กองทุน"), unit("กระบิ"), unit("ตราด")];
const all = () => true;

test("only a table that has every place is worth more", () => {
  assert.ok(worth(TWO, "table", all, () => 1) > 0);
  assert.equal(
    worth(TWO, "case", all, () => 1),
    0,
  );
  assert.equal(
    worth(
      TWO,
      "table",
      (at) => at !== 2,
      () => 1,
    ),
    0,
  );
});

test("it is worth as much as it is about the matter, and all of it where none is named", () => {
  const full = worth(TWO, "table", all, () => 1);
  assert.equal(worth(TWO.slice(1), "table", all), full);
  assert.equal(
    worth(TWO, "table", all, () => 0.5),
    full / 2,
  );
  assert.equal(worth(TWO, "table", all), 0);
});

test("one place, the same place twice, or a name inside another word are no two places", () => {
  for (const units of [[unit("กระบิ")], [unit("กระบิ"), unit("krabi")], [unit("กระบิ"), unit("strategy")]]) {
    assert.equal(worth(units, "table", all), 0);
  }
  assert.ok(worth([unit("ทรรมนุยตราด"), unit("กระบิ")], "table", all, () => 1) > 0);
});
