// The tools of tables without a page: the address, what it may name, the order of cells, and the formats.

import assert from "node:assert/strict";
import { test } from "node:test";
import { codeOf, copiesOf } from "../../hooks/botrian/browser/modules/tables/embed-dialog.js";
import { asHtml, asJson, asPageIn, asTsv, harmless } from "../../hooks/botrian/browser/modules/tables/formats.js";
import { knownIn } from "../../hooks/botrian/browser/modules/tables/known.js";
import { chosen, compareCells } from "../../hooks/botrian/browser/modules/tables/model.js";
import { emptyState, queryOf, stateOf } from "../../hooks/botrian/browser/modules/tables/state.js";

const ATTACK = '<img src=x onerror="alert(1)">&amp;';
const CONTEXT = { say: (name) => name, library: ATTACK, link: "https://x.example/?a=1&b=2" };
const content = (text, groups = null) => ({
  caption: text,
  grid: [
    [["head"], ["b"]],
    [[text], ["a", "b"]],
  ],
  groups,
  places: new Map(),
});

test("an address brings back the view it was made of", () => {
  const state = { ...emptyState(), rows: ["krabi", "trat"], cols: [], sort: "-name", q: "น้ำ, ป่า", turn: true };

  assert.deepEqual(stateOf(queryOf(state)), state);
});

test("what an address may not name is left out", () => {
  const state = stateOf(`?rows=a,<b>,C,d-1&sort=x y&diff=yes&q=${"ก".repeat(300)}`);

  assert.deepEqual([state.rows, state.sort, state.diff, state.q.length], [["a", "d-1"], "", false, 200]);
});

test("rows and columns that are gone are passed over; none that is left means all", () => {
  const model = { rows: [{ id: "a" }, { id: "b" }], columns: [{ id: "x" }] };
  const known = (state, builder = false) => knownIn(model, { ...emptyState(), ...state }, builder);

  assert.deepEqual(known({ rows: ["b", "gone"] }).rows, ["b"]);
  assert.deepEqual(known({ rows: ["gone"] }).rows, null);
  assert.deepEqual(known({ rows: ["b", "a"] }).rows, null);
  assert.deepEqual(known({ rows: [] }).rows, []);
  assert.deepEqual(known({ rows: ["gone"] }, true).rows, ["gone"]);
  assert.deepEqual(
    [known({ sort: "-x" }).sort, known({ sort: "y" }).sort, known({ sort: "name" }).sort],
    ["-x", "", "name"],
  );
});

test("what is not known stands last whichever way a column is sorted", () => {
  const cells = [
    { text: "ข" },
    { text: "", absent: "unknown" },
    { text: "ก" },
    { text: "9", value: "9" },
    { text: "10", value: "10" },
  ];
  const sorted = (direction) => [...cells].sort((a, b) => compareCells(a, b, direction)).map(({ text }) => text);

  assert.deepEqual(
    [sorted(1), sorted(-1)],
    [
      ["9", "10", "ก", "ข", ""],
      ["10", "9", "ข", "ก", ""],
    ],
  );
});

test("a cell never becomes a formula", () => {
  const given = ["=1+1", "+66", "-x", "@SUM(A1)", "＝1", " =1", "-5", "-1,200.50", "ปกติ", "x;=1"].map(harmless);

  assert.deepEqual(given, ["'=1+1", "+66", "'-x", "'@SUM(A1)", "'＝1", "' =1", "-5", "-1,200.50", "ปกติ", "x;'=1"]);
});

test("text that looks like HTML stays text", () => {
  const html = asPageIn("th")({ ...content(ATTACK, [ATTACK]), places: new Map([[ATTACK, new Set(["1"])]]) }, CONTEXT);

  assert.ok(!html.includes("<img"));
  assert.ok(html.includes('<a href="https://x.example/?a=1&amp;b=2">'));
});

test("the group stands before its rows in text, and over them in HTML", () => {
  const grouped = content("ก", ["ภาคใต้"]);

  assert.ok(asTsv(grouped, CONTEXT).endsWith('\r\nภาคใต้\tก\t"a\nb"'));
  assert.ok(asHtml(grouped, CONTEXT).includes('colspan="2"'));
});

test("JSON says where it comes from", () => {
  const places = new Map([["เล่ม ก", new Set(["3–5", "9"])]]);
  const json = asJson({ ...content("ก"), places }, CONTEXT);

  assert.deepEqual(JSON.parse(json).sources, [{ source: "เล่ม ก", lines: ["3–5", "9"] }]);
});

test("rows in which nothing is said are hidden where that is asked for", () => {
  const row = (id, ...absent) => ({
    id,
    name: id,
    group: null,
    cells: absent.map((why) => ({ found: "", absent: why })),
  });
  const model = {
    columns: [0, 1].map((at) => ({ at, id: `c${at}` })),
    rows: [
      row("silent", "unknown", "not-looked-up"),
      row("none", "unknown", "none"),
      row("said", undefined, "unknown"),
    ],
  };
  const shown = (state) => chosen(model, { ...emptyState(), ...state }).rows.map(({ id }) => id);

  assert.deepEqual(shown({}), ["silent", "none", "said"]);
  assert.deepEqual(shown({ full: true }), ["none", "said"]);
  assert.deepEqual(shown({ full: true, cols: ["c1"] }), ["none"]);
});

test("the code of an embed holds a title as text", () => {
  assert.equal(codeOf("https://x/?a&b", 'a"><b>', 480).split(" ")[2], 'title="a&#34;&#62;&#60;b&#62;"');
});

test("frozen copies are read with and without words; what is no list is none", () => {
  assert.deepEqual(copiesOf('["ab", {"hash": "cd", "words": "w"}]'), [{ hash: "ab" }, { hash: "cd", words: "w" }]);
  assert.deepEqual([copiesOf("{"), copiesOf("")], [[], []]);
});
