// Kits put together in the browser: the agenda is Python's, an address is taken only as far as it is known, and guide and slides
// follow the agenda.

import assert from "node:assert/strict";
import { test } from "node:test";
import { KIT } from "#data/kit.js";
import { keyOf as keyOfToken, withAdded } from "../../hooks/botrian/browser/modules/kits/added.js";
import { clock, minutesOf, placed, stretched } from "../../hooks/botrian/browser/modules/kits/agenda.js";
import { guideOf } from "../../hooks/botrian/browser/modules/kits/guide.js";
import { kitOf } from "../../hooks/botrian/browser/modules/kits/kit.js";
import { matching, namedOf } from "../../hooks/botrian/browser/modules/kits/names.js";
import {
  addressOf,
  EMPTY,
  planOf,
  withMinutes,
  withMoved,
  withoutPart,
  withPart,
  withUnfolded,
} from "../../hooks/botrian/browser/modules/kits/plan.js";
import { recordOf } from "../../hooks/botrian/browser/modules/kits/record.js";
import { slidesOf } from "../../hooks/botrian/browser/modules/kits/slides.js";
import { deepFrozen } from "./frozen.js";
import { vectors } from "./vectors.js";

const agenda = deepFrozen(vectors("vectors/agenda.json"));
const { words, records: written } = deepFrozen(vectors("vectors/kit.json"));
const records = new Map(Object.entries(written));
const keys = ({ parts }) => parts.map(({ kind, id }) => (id ? `${kind}:${id}` : kind));
const plan = (address) => planOf(address).plan;

// ---- agenda ----------------------------------------------------------------------------------------------------

test("the rules that the browser has are those of the vectors", () => {
  assert.deepEqual(JSON.parse(JSON.stringify(KIT)), agenda.rules);
});

test("lengths are shared out, breaks placed and the clock written as in Python", () => {
  assert.ok(agenda.stretched.length > 20);
  for (const [parts, whole, made] of agenda.stretched)
    assert.deepEqual(stretched(parts, whole), made, `${parts} ${whole}`);
  for (const [parts, length, slots] of agenda.placed) {
    const found = placed(parts, length).map(({ start, minutes, part, pause }) => [start, minutes, part, pause]);
    assert.deepEqual(found, slots, `${parts} ${length}`);
  }
  for (const [start, after, thai, english] of agenda.clock) {
    assert.equal(clock("{}.{} น.", start, after), thai);
    assert.equal(clock("{}:{}", start, after), english);
  }
});

test("parts share the length; minutes that were set stay, and the others share what is left", () => {
  const free = plan("parts=open,lesson:a,make,close");
  assert.equal(
    minutesOf(free).reduce((sum, one) => sum + one, 0),
    KIT.work.half_day,
  );
  const set = withMinutes(free, "lesson:a", 100);
  assert.equal(minutesOf(set)[1], 100);
  assert.equal(
    minutesOf(set).reduce((sum, one) => sum + one, 0),
    KIT.work.half_day,
  );
  const over = withMinutes(free, "lesson:a", 400);
  assert.deepEqual(minutesOf(over), [5, 400, 5, 5]);
  assert.deepEqual(minutesOf(withMinutes(set, "lesson:a", null)), minutesOf(free));
});

// ---- address ---------------------------------------------------------------------------------------------------

test("a plan comes back from its address as it was", () => {
  for (const address of [
    "parts=open,lesson:a-b@30,table:c,path:d,case:e,voices,make,close",
    "parts=lesson:a&length=one_day&start=1305&screen=no",
    "parts=lesson:a&length=short",
    "parts=",
  ]) {
    assert.equal(addressOf(plan(address)), address);
  }
});

test("an address holds ids, numbers and our own names alone, whatever was asked", () => {
  const hostile = [
    "parts=%3Cimg src=x onerror=alert(1)%3E,lesson:../../x,lesson:a%00,evil:a,lesson:,open:x,LESSON:a,lesson:a@@3",
    "parts=constructor,__proto__,lesson:__proto__,toString:x&length=constructor&start=2460&screen=<b>",
    `parts=lesson:${"a".repeat(500)}`,
    "parts=javascript:alert(1)&start=99:99",
    "%%%",
    "parts=lesson:a,lesson:a,lesson:a@20",
  ];
  for (const address of hostile) {
    const { plan: found } = planOf(address);
    assert.match(addressOf(found), /^parts=[a-z0-9:,@.-]*$/, address);
    assert.ok(found.parts.length <= 1, address);
    assert.deepEqual([found.length, found.start, found.screen], [EMPTY.length, EMPTY.start, true], address);
  }
  assert.equal(planOf(hostile[0]).unknown.length, 8);
});

test("more parts than a day holds are left out, and that is told", () => {
  const many = Array.from({ length: KIT.most + 9 }, (_, at) => `lesson:l${at}`);
  const read = planOf(`parts=${many.join(",")}`);
  assert.equal(read.plan.parts.length, KIT.most);
  assert.equal(read.full, true);
  assert.equal(withPart(read.plan, "lesson:one-more"), read.plan);
  assert.ok(planOf(`parts=${"lesson:a,".repeat(100000)}`).plan.parts.length <= KIT.most);
});

test("minutes in an address are held within a day", () => {
  assert.deepEqual(
    plan("parts=lesson:a@0,lesson:b@1,lesson:c@999").parts.map(({ minutes }) => minutes),
    [5, 5, 480],
  );
});

// ---- changes ---------------------------------------------------------------------------------------------------

test("what is added comes before what ends the day; an empty kit gets what every kit has", () => {
  const one = withPart(EMPTY, "lesson:a");
  assert.deepEqual(keys(one), ["open", "lesson:a", "make", "close"]);
  assert.deepEqual(keys(withPart(one, "table:t")), ["open", "lesson:a", "table:t", "make", "close"]);
  assert.equal(withPart(one, "lesson:a"), one);
  assert.equal(withPart(one, "<b>"), one);
  assert.deepEqual(keys(withPart(withoutPart(one, "open"), "open")), keys(one));
  assert.deepEqual(keys(withPart(one, "voices")), ["open", "lesson:a", "voices", "make", "close"]);
  assert.deepEqual(keys(withPart(EMPTY, "close")), ["close"]);
  assert.deepEqual(withAdded(["open", "make@30", "close"], "case:c"), ["open", "case:c", "make@30", "close"]);
  assert.equal(keyOfToken("make@30"), "make");
});

test("parts move by one place, and not out of the list", () => {
  const one = plan("parts=open,lesson:a,close");
  assert.deepEqual(keys(withMoved(one, "lesson:a", -1)), ["lesson:a", "open", "close"]);
  assert.deepEqual(keys(withMoved(one, "lesson:a", 1)), ["open", "close", "lesson:a"]);
  assert.equal(withMoved(one, "open", -1), one);
  assert.equal(withMoved(one, "close", 1), one);
  assert.equal(withMoved(one, "lesson:none", 1), one);
});

test("a reading path gives its place to its records, those that are there stay", () => {
  const one = plan("parts=open,path:p,lesson:b@40,close");
  const { plan: found, full } = withUnfolded(one, "path:p", ["lesson:a", "lesson:b", "table:t"]);
  assert.deepEqual(keys(found), ["open", "lesson:a", "table:t", "lesson:b", "close"]);
  assert.equal(found.parts[3].minutes, 40);
  assert.equal(full, false);
});

// ---- what is found ---------------------------------------------------------------------------------------------

test("names are found in every way of writing them", () => {
  const all = namedOf({ lesson: [["a", "เก็บข้อมูลก่อนทําแผน"]], table: [["t", "ข้อมูล ๑๔๔"]] }, [
    ["ตราด", [["case:c", "ธนาคาร"]]],
  ]);
  assert.deepEqual(
    matching(all, "ทำแผน").first.map(({ key }) => key),
    ["lesson:a"],
  );
  assert.deepEqual(
    matching(all, "144 ข้อมูล").first.map(({ key }) => key),
    ["table:t"],
  );
  assert.equal(matching(all, "ตราด").first[0].key, "case:c");
  assert.equal(matching(all, "ข้อมูล").first[0].key, "table:t");
  assert.deepEqual(matching(all, "  "), { count: 0, first: [] });
});

test("a case is read from the file of the page that compares", async () => {
  const side = {
    name: "ธนาคาร",
    where: "ตราด",
    url: "cases/trat/bank/",
    rows: [
      { id: "summary", name: "", values: [[["ออมกัน"], "", [["sources/a/", "เล่ม ก หน้า 3"]]]] },
      {
        id: "steps",
        name: "",
        values: [
          [["หนึ่ง"], "", []],
          [["สอง"], "", []],
        ],
      },
    ],
  };
  const found = await recordOf(
    "case:bank",
    async () => assert.fail(),
    async (name) => name === "case-bank" && side,
  );
  assert.deepEqual([found.title, found.summary, found.steps, found.results], ["ธนาคาร", "ออมกัน", ["หนึ่ง", "สอง"], []]);
  assert.deepEqual(found.sources, [["เล่ม ก หน้า 3", "เล่ม ก หน้า 3", ""]]);
});

// ---- guide and slides ------------------------------------------------------------------------------------------

const address = `parts=open,${[...records.keys()].join(",")},voices,make,close`;
const own = {
  title: "งานของเรา",
  purpose: "",
  site: "https://example.org/",
  link: "https://example.org/kits/build/#x",
};
const kit = kitOf(plan(address), records, words, own);
const texts = (value) => JSON.stringify(value);

test("the guide tells all steps of every part, in the order of the agenda, and ends with its sheets", () => {
  const blocks = guideOf(kit);
  const headings = blocks.filter(({ kind }) => kind === "heading").map(({ text }) => text);
  const parts = headings.filter((text) => /^\d+\. /.test(text));
  assert.deepEqual(
    parts.map((text) => Number(text.split(".")[0])),
    kit.parts.map(({ number }) => number),
  );
  assert.equal(headings[0], `งานของเรา: ${words.labels.facilitator}`);
  for (const name of ["step_say", "step_do", "step_ask", "step_watch"]) {
    const labelled = blocks.filter((block) => block.kind === "paragraph" && block.label === words.labels[name]);
    assert.equal(labelled.length, kit.parts.length, name);
  }
  for (const name of ["first_work", "follow_up", "evaluation"]) assert.ok(headings.includes(words.labels[name]), name);
  assert.ok(!/\{(groups|purpose|minutes)?\}/.test(texts(blocks)), "a hole is left");
  for (const [, record] of records) {
    assert.ok(texts(blocks).includes(texts(record.title).slice(1, -1)));
    for (const question of record.questions ?? []) assert.ok(texts(blocks).includes(texts(question).slice(1, -1)));
    for (const [, name] of record.sources) assert.ok(texts(blocks).includes(texts(name).slice(1, -1)));
  }
});

test("a room without a projector gets the tasks for its wall in place of slides", () => {
  const bare = kitOf({ ...kit.plan, screen: false }, records, words, own);
  const big = (blocks) => blocks.filter((block) => block.big).map(({ text }) => text);
  assert.deepEqual(big(guideOf(kit)), []);
  for (const { task } of bare.parts) assert.ok(big(guideOf(bare)).includes(task));
});

test("slides come in the order of the agenda, the question before what others did", () => {
  const titles = slidesOf(kit).map(({ title }) => title);
  assert.deepEqual(titles.slice(0, 2), ["งานของเรา", words.labels.agenda]);
  const tasks = kit.parts.map(({ name, minutes }) =>
    titles.indexOf(`${name} · ${words.labels.some_minutes.replace("{}", minutes)}`),
  );
  assert.ok(
    tasks.every((at, place) => at > (tasks[place - 1] ?? 1)),
    `${tasks}`,
  );
  const lesson = words.labels.lesson.replace("{}", "1");
  assert.equal(titles.indexOf(`${lesson}: ${words.labels.others_did}`), titles.indexOf(lesson) + 1);
});

test("the lesson's slide with the question does not give its answer away", () => {
  const [record] = [...records.values()].filter(({ kind }) => kind === "lesson");
  const slide = slidesOf(kit).find(({ title }) => title === words.labels.lesson.replace("{}", "1"));
  assert.ok(slide.lines.some((line) => line.includes(record.when)));
  assert.ok(!texts(slide.lines).includes(record.do));
});

test("a record that is not there is left out of agenda, guide and slides", () => {
  const less = kitOf(plan(`${address},lesson:gone`), new Map([...records, ["lesson:gone", null]]), words, own);
  assert.deepEqual(
    less.parts.map(({ key }) => key),
    kit.parts.map(({ key }) => key),
  );
});
