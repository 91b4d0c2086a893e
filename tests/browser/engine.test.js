// The engine over a small index: what comes first, what is marked, what is offered, what a lost file does.

import assert from "node:assert/strict";
import { test } from "node:test";
import { engineOf } from "../../hooks/botrian/browser/modules/search/engine.js";
import { swapped } from "../../hooks/botrian/browser/modules/search/packed.js";
import { deepFrozen } from "./frozen.js";
import { aboutOf, pack, shard } from "./small-index.js";
import { vectors } from "./vectors.js";

const ROWS = [
  ["lessons/fund/", "", "กองทุนสวัสดิการชุมชน", "", "ชุมชนออมเงินวันละบาท แล้วช่วยกันยามเจ็บป่วย"],
  ["lessons/water/", "", "จัดการน้ำร่วมกัน", "", "กลุ่มผู้ใช้น้ำตั้งกติกา\nมีกองทุนซ่อมฝาย เก็บบาทต่อปี"],
  ["lessons/plan/", "", "แผนชีวิตของตำบล", "", "ทำข้อมูลก่อนทำแผน ใช้ 42,000 บาท"],
  ["tables/a/#1", "", "บาทต่อปี กระบี่", "", "กองทุน 42000 บาท"],
  ["tables/a/#2", "", "บาทต่อปี ตราด", "", "กองทุน 100 บาท"],
  ["tables/a/#3", "", "บาทต่อปี ยะลา", "", "กองทุน 200 บาท"],
];
const packedOf = new Map(vectors("vectors/packed.json").map(([numbers, packed]) => [numbers.join(), packed]));

const FILES = {
  about: aboutOf({ documents: ROWS.length, runs: [0, 3], spellings: ["", "", "กองทุน"] }),
  others: ["", "", "fund"],
  names: [["กองทุน"]],
  "g/0": shard(ROWS),
  "p/0": shard(ROWS),
  "t/0": ROWS,
};

const engine = (without = []) =>
  engineOf(async (name) => {
    if (without.includes(name)) throw new Error(`lost: ${name}`);
    return deepFrozen(FILES[name]);
  });
const addresses = ({ results }) => results.map(({ url }) => url);

test("the small index is packed as Python packs", () => {
  assert.equal(pack([0, 1, 2, 3]), packedOf.get("0,1,2,3"));
});

test("a page whose title has the words comes before one whose text has them", async () => {
  assert.equal(addresses(await engine().find("กองทุนสวัสดิการ"))[0], "lessons/fund/");
});

test("the same query has the same answer whatever was asked before", async () => {
  const used = engine();
  const first = await used.find("กองทุน");
  await used.find("น้ำ 42000");
  const again = await used.find("กองทุน");

  const fixed = { show: null, related: null };
  assert.deepEqual({ ...again, ...fixed }, { ...first, ...fixed });
  assert.deepEqual(await again.related(), await first.related());
});

test("texts whose letters have changed places with signs are read as they were written", async () => {
  const rows = ROWS.map(([url, ...texts]) => [url, ...texts.map(swapped)]);
  const files = { ...FILES, about: { ...FILES.about, swapped: true }, "t/0": rows };
  const found = await engineOf(async (name) => deepFrozen(files[name])).find("กองทุน");
  const plain = await engine().find("กองทุน");
  const shown = ({ results }) => results.map(({ url, title, value }) => [url, title, value]);

  assert.notDeepEqual(rows, ROWS);
  assert.deepEqual(shown(found), shown(plain));
});

test("suggestions come from the titles at hand, the whole title before a part of it", async () => {
  /** @type {string[]} */
  const asked = [];
  const about = { ...FILES.about, titles: 3 };
  const column = (at) => [
    "",
    "",
    ROWS.slice(0, 3)
      .map((row) => row[at])
      .join("\n"),
  ];
  const titles = { urls: column(0)[2], contexts: column(1), titles: column(2) };
  const quick = engineOf(async (name) => {
    asked.push(name);
    return deepFrozen({ ...FILES, about, titles }[name]);
  });
  const suggested = async (text) => (await quick.titled(text, 6)).map(({ url }) => url);

  assert.deepEqual(await suggested("กองทุนสวัส"), ["lessons/fund/"]);
  assert.deepEqual(await suggested("แผนชีวต"), ["lessons/plan/"]);
  assert.deepEqual(await suggested("ซ่อมฝาย"), []);
  assert.deepEqual(await suggested("("), []);
  assert.deepEqual([...new Set(asked)], ["about", "titles"]);
});

test("of too many titles there is no file, and no suggestion from it", async () => {
  assert.equal(await engine().titled("กองทุน", 6), null);
});

test("a page that is called as the query begins comes before one that names it on its way", async () => {
  const rows = [
    ["cases/a/", "", "เล่าเรื่องธรรมนูญ", "", "ธรรมนูญ"],
    ["terms/#b", "", "ธรรมนูญประชาชน", "", "ธรรมนูญ"],
  ];
  const named = engineOf(async (name) =>
    deepFrozen(
      { ...FILES, about: { ...FILES.about, documents: 2, runs: [0, 2] }, "t/0": rows, "p/0": shard(rows) }[name],
    ),
  );

  for (const query of ["ธรรมนูญ", "ธรรมนูญ คืออะไร"])
    assert.equal(addresses(await named.find(query))[0], "terms/#b", query);
});

test("a misspelling is found, and the right spelling offered", async () => {
  const answer = await engine().find("แผนชีวตของตำบล");

  assert.equal(addresses(answer)[0], "lessons/plan/");
  assert.equal(answer.didYouMean, "แผนชีวิตของตำบล");
});

test("a sentence is no misspelling of another that sounds alike", async () => {
  const rows = [["lessons/team/", "", "แบ่งงานในคนเก่า", "", ""]];
  const about = { ...FILES.about, documents: 1, runs: [0, 1], asking: ["ไห"] };
  const files = { ...FILES, about, "t/0": rows, "p/0": shard(rows) };
  const { results } = await engineOf(async (name) => deepFrozen(files[name])).find("แบ่งงานให้คน");

  assert.deepEqual(
    results[0].title.filter(({ mark }) => mark).map(({ text }) => text),
    ["แบ่งงาน"],
  );
});

test("a word that stands as typed is not called another", async () => {
  // Both words stand in other documents, only not side by side.
  assert.equal((await engine().find("ซ่อมแผน")).didYouMean, null);
});

test("a figure that no document has does not hide the rest", async () => {
  const plain = addresses(await engine().find("แผนชีวิตของตำบล"));

  assert.deepEqual(addresses(await engine().find("แผนชีวิตของตำบล 2569")), plain);
  assert.equal(addresses(await engine().find("กองทุน 42000"))[0], "tables/a/#1");
});

test("a name is found in other Latin letters", async () => {
  const changed = { about: { ...FILES.about, spellings: ["", "", "กระบิ"] }, others: ["", "", "krabi"] };
  const named = engineOf(async (name) => deepFrozen(changed[name] ?? FILES[name]));

  for (const name of ["Krabi", "Krabee", "Grabi"]) {
    assert.deepEqual(addresses(await named.find(name)), ["tables/a/#1"], name);
  }
});

test("it is said when even the best document holds little of the question", async () => {
  const strong = await engine().find("กองทุนสวัสดิการชุมชน");
  const weak = await engine().find("ราคากองทุนรวมต่างประเทศวันนี้");

  assert.equal(strong.weak, false);
  assert.equal(weak.weak || !weak.results.length, true);
});

test("another spelling of the same is found, and its name shown as related", async () => {
  const answer = await engine().find("fund");

  assert.ok(addresses(answer).includes("lessons/fund/"));
  assert.deepEqual(await answer.related(), ["กองทุน"]);
});

test("places on one page do not crowd out other pages: after two, the rest goes behind", async () => {
  const found = addresses(await engine().find("บาทต่อปี"));

  assert.deepEqual(
    found.map((url) => url.split("#")[0]),
    ["tables/a/", "tables/a/", "lessons/water/", "tables/a/"],
  );
});

test("a figure to the last place leads to its cell before a page that tells it", async () => {
  assert.equal(addresses(await engine().find("42,000"))[0], "tables/a/#1");
});

test("what was looked for is marked in the title", async () => {
  const { results } = await engine().find("กองทุนสวัสดิการ");

  assert.deepEqual(results[0].title, [
    { text: "กองทุนสวัสดิการ", mark: true },
    { text: "ชุมชน", mark: false },
  ]);
});

test("documents that the filters hide are counted, and not shown", async () => {
  const answer = await engine().find("กองทุน", { passes: (number) => number > 2 });

  assert.ok(answer.all.includes(0) && !answer.order.includes(0));
});

test("a query of signs alone, and one that nothing has, come back empty", async () => {
  for (const query of ["", " ", "((", "xyzzy"]) assert.deepEqual((await engine().find(query)).order, [], query);
});

test("what a lost file of a group would have told is looked for among all terms", async () => {
  const [whole, without] = [await engine().find("กองทุน"), await engine(["g/0"]).find("กองทุน")];

  assert.deepEqual(addresses(without), addresses(whole));
  assert.equal(without.missing, 0);
  assert.equal((await engine(["g/0", "p/0"]).find("กองทุน")).missing, 1);
});

test("a lost file is told, and the answer stands without it", async () => {
  assert.equal((await engine(["t/0"]).find("กองทุน")).missing, 1);
  await assert.rejects(engine(["about"]).find("กองทุน"));
});

test("filters alone list documents in the order of the index", async () => {
  const { results } = await engine().listed([2, 0]);

  assert.deepEqual(
    results.map(({ url, kind }) => [url, kind]),
    [
      ["lessons/plan/", "lesson"],
      ["lessons/fund/", "lesson"],
    ],
  );
});

test("what this library does not answer is said to have no good match, unless a page is named so", async () => {
  const asked = await engine().find("รถไฟ ชุมชน");
  const named = engineOf(async (name) => {
    if (name !== "t/0") return deepFrozen(FILES[name]);
    return deepFrozen(ROWS.map(([url, at, title, , text]) => [url, at, `${title} รถไฟ`, "", text]));
  });

  assert.equal(asked.results[0].url, "lessons/fund/");
  assert.equal(asked.weak, true);
  assert.equal((await named.find("รถไฟ ชุมชน")).weak, false);
  // Where a page answers nearly all of the question, a word of another matter does no harm.
  assert.equal((await engine().find("กองทุนสวัสดิการชุมชน รถไฟ")).weak, false);
});

test("of a question for a day or a price the pages must hold much more", async () => {
  assert.equal((await engine().find("กองทุนซ่อมฝาย")).weak, false);
  assert.equal((await engine().find("กองทุนสวัสดิการชุมชน วันไหน")).weak, false);
  assert.equal((await engine().find("โอนเงินกองทุนงวดใหม่วันไหน")).weak, true);
  assert.equal((await engine().find("โอนเงินกองทุน")).weak, false);
});

test("a large number that somebody says is found where a page has it to the last figure", async () => {
  const rows = [
    ["cases/day/", "", "วันประกาศ", "", "มีคนร่วม 25,724 คน"],
    ["cases/old/", "", "วันเก่า", "", "มีคนร่วม 31,000 คน"],
  ];
  const about = { ...FILES.about, documents: 2, runs: [0, 2] };
  const files = { ...FILES, about, "t/0": rows, "p/0": shard(rows) };
  const { results } = await engineOf(async (name) => deepFrozen(files[name])).find("สองหมื่นห้าพันกว่า คนร่วม");

  assert.equal(results[0].url, "cases/day/");
  assert.ok(results[0].snippet.some(({ text, mark }) => mark && text === "25,724"));
  assert.ok(!results.some(({ snippet }) => snippet.some(({ text, mark }) => mark && text.includes("31,000"))));
});
