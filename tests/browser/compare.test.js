// Two places side by side: rows in the order of the first, what both lack apart.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileOf, shelved, sideBySide } from "../../hooks/botrian/browser/modules/compare/sides.js";
import { deepFrozen } from "./frozen.js";

const row = (id, ...texts) => ({ id, name: id, values: texts.map((text) => [[text], "", []]), absent: "?" });
const side = (name, ...rows) => deepFrozen({ name, where: "", url: "", rows });

test("rows stand in the order of the first; what the second alone has follows", () => {
  const { both, one, empty } = sideBySide(
    side("a", row("x", "1"), row("y", "2"), row("z")),
    side("b", row("w", "5"), row("x", "1"), row("z")),
  );

  assert.deepEqual(
    [both, one].map((pairs) => pairs.map(({ id, same }) => [id, same])),
    [
      [["x", true]],
      [
        ["y", false],
        ["w", false],
      ],
    ],
  );
  assert.deepEqual(
    empty.map(({ id }) => id),
    ["z"],
  );
});

test("two silences are not the same", () => {
  const { one } = sideBySide(side("a", row("x")), side("b", row("x", "")));
  assert.equal(one[0].same, false);
});

test("values of other units are not compared, and an answer that agrees on something else is told", () => {
  const of = (id, text, note, unit) => ({ ...row(id), values: [[[text], note, []]], unit });
  const { both } = sideBySide(
    side("a", of("bodies", "9", "", "bodies"), of("all", "All", "councils"), of("form", "Joint", "")),
    side("b", of("bodies", "9", "", "people"), of("all", "All", "funds"), of("form", "Joint", "")),
  );

  assert.deepEqual(
    both.map(({ id, same, but }) => [id, same, but]),
    [
      ["bodies", false, "units"],
      ["all", true, "notes"],
      ["form", true, ""],
    ],
  );
});

test("what is short comes first, then what is without a theme, then theme by theme", () => {
  const long = "x".repeat(60);
  const of = (theme, id, ...texts) => ({ ...row(id, ...texts), theme });
  const a = side("a", row("results", long, "y"), of("T", "t1", long), of("U", "u1", "1"), of("T", "t2", "1", "2"));
  const { brief, themes } = shelved(sideBySide(a, side("b", ...a.rows)).both);

  assert.deepEqual(
    brief.map(({ id }) => id),
    ["u1"],
  );
  assert.deepEqual(
    [...themes].map(([theme, pairs]) => [theme, pairs.map(({ id }) => id)]),
    [
      ["", ["results"]],
      ["T", ["t1", "t2"]],
    ],
  );
});

test("an address names a file of ours or none", () => {
  assert.equal(fileOf("krabi"), "krabi");
  assert.equal(fileOf("case:sdck"), "case-sdck");
  for (const asked of ["", "../x", "https://example.org/", "case:", "a/b", "<b>"])
    assert.equal(fileOf(asked), null, asked);
});
