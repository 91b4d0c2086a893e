// Courtesy, chat and pictures say nothing of what is looked for; words that only look like them stay.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { bare } from "../../hooks/botrian/browser/modules/search/bare.js";
import { numberOf } from "../../hooks/botrian/browser/modules/search/figures.js";
import { vectors } from "./vectors.js";

const FOLDER = new URL("../search/queries/", import.meta.url);
const QUERIES = readdirSync(FOLDER).flatMap((name) =>
  vectors(`search/queries/${name}`).map((/** @type {{query: string}} */ { query }) => query),
);

for (const frame of vectors("vectors/polite-frames.json")) {
  test(`what is asked politely is what is asked: ${frame}`, () => {
    const changed = QUERIES.filter((query) => bare(frame.replace("{}", query)) !== bare(query));

    assert.ok(changed.length <= 0.02 * QUERIES.length, changed.join("\n"));
  });
}

test("a word that only looks like courtesy stays", () => {
  const words = ["ผ้าไหม", "ชนะ", "ช่วยเหลือคนจน", "สาธารณะ", "แบบสอบถาม", "เวที", "บ่อขยะ", "ผู้ช่วย", "พี่เลี้ยง", "hierarchy"];

  for (const word of words) assert.equal(bare(word), word);
});

test("that something fell is searched by the word that pages have for it", () => {
  assert.equal(bare("กองทุนสวัสดิการล้ม"), "กองทุนสวัสดิการล้มเหลว");
  assert.equal(bare("กลุ่มล้ม"), "กลุ่มล้มเหลว");
  for (const words of ["กองทุนล้มเหลว", "โครงการล้มเลิก"]) assert.equal(bare(words), words);
});

test("an abbreviation of chats is written out, and its dot parts it from what follows", () => {
  assert.equal(bare("มีจว.ไหนตั้ง กก.ร่วม"), "มีจังหวัดไหนตั้ง กรรมการร่วม");
  assert.equal(bare("ธรรมนูญ ชร. 12 เรื่อง"), "ธรรมนูญ เชียงราย 12 เรื่อง");
  assert.equal(bare("รพ.สต. บ้านใหม่"), "รพ.สต บ้านใหม่");
});

test("ten is a number before what is counted", () => {
  assert.equal(bare("แผนสิบปีของกระบี่"), "แผน สิบ ปีของกระบี่");
  assert.equal(bare("คุยกันสิบรอบ"), "คุยกันสิบรอบ");
});

test("letters drawn out as one calls, and laughter, say nothing", () => {
  for (const [typed, meant] of [
    ["ธรรมนูญมีกี่ข้ออออ", "ธรรมนูญมีกี่ข้อ"],
    ["ขอที่ไหนด้ายย", "ขอที่ไหนด้าย"],
    ["กองทุน 555+", "กองทุน"],
    ["มติ 55 ธรรมนูญ ถนน", "มติ 55 ธรรมนูญ ถนน"],
    ["การร่วมมือหลายรูปแบบ", "การร่วมมือหลายรูปแบบ"],
    ["จัดระบบ SDCK", "จัดระบบ sdck"],
  ]) {
    assert.equal(bare(typed), meant);
  }
});

test("what begins like a word that joins courtesy to its matter stays behind courtesy", () => {
  for (const matter of ["สินค้าชุมชน", "สิบสองประเด็น", "ให้คนมาร่วม", "เอกสารเบิกเงิน", "ของชุมชน"]) {
    assert.equal(bare(`ขอสอบถาม${matter}ค่ะ`), bare(matter));
  }
});

test("where nothing but courtesy was typed, it is looked for", () => {
  for (const word of ["ค่ะ", "แนะนำ", "สวัสดีค่ะ", "hi"]) assert.equal(bare(word), word);
});

test("words of dialects and chats become those that pages have", () => {
  for (const [spoken, standard] of [
    ["เฮ็ดธรรมนูญจั่งใด", "ทำธรรมนูญอย่างไร"],
    ["ธรรมนูญคือรัย", "ธรรมนูญคืออะไร"],
    ["ทำไงให้คนมาร่วม", "ทำยังไงให้คนมาร่วม"],
    ["ยะหยังถึงสำเร็จ", "ทำอะไรถึงสำเร็จ"],
    ["ทำพรือให้แผนเข้า", "ทำอย่างไรให้แผนเข้า"],
    // Short ones stand inside a run of letters too.
    ["หน่วยงานบ่ฟังเฮา", "หน่วยงานไม่ฟังเรา"],
    ["บ่ออกเสียง", "ไม่ออกเสียง"],
    ["ป่าไผใครปลูก", "ป่าใครใครปลูก"],
    ["ย่านสิกลายเป็นลูกจ้าง", "กลัวจะกลายเป็นลูกจ้าง"],
    ["ขายของได้จักบาท", "ขายของได้กี่บาท"],
    ["บ่อนเรียนรู้ของซุมซน", "ที่เรียนรู้ของชุมชน"],
    ["แผนเปิดโตแล้วบ่คือกัน", "แผนเปิดตัวแล้วไม่เหมือนกัน"],
    ["ปี้น้องประจุมเรื่องปื้นตี้", "พี่น้องประชุมเรื่องพื้นที่"],
    ["ซ่อมเรินแล้วขายหลาด", "ซ่อมบ้านแล้วขายตลาด"],
  ]) {
    assert.equal(bare(spoken), standard);
  }
});

test("บ่ asks where a run of letters ends, and says no elsewhere", () => {
  assert.equal(bare("หลวงฟังบ่ งบบ่พอ"), "หลวงฟัง งบไม่พอ");
  assert.equal(bare("เขามั่นใจบ่มั่นใจก็ทำ"), "เขามั่นใจไม่มั่นใจก็ทำ");
  assert.equal(bare("ได้เงินก่อ"), "ได้เงิน");
});

test("the ฮ of Isan and the North is the ร of the standard, with its marks", () => {
  for (const [spoken, standard] of [
    ["ฮักษาป่า", "รักษาป่า"],
    ["คนเฮียนฮู้", "คนเรียนรู้"],
    ["แผนฮับฟังความเห็น", "แผนรับฟังความเห็น"],
    ["กองทุนฮับ", "กองทุน"],
    ["โฮมสเตย์ฮาลาล", "โฮมสเตย์ฮาลาล"],
    ["ฮีตคองหมู่บ้าน", "จารีตหมู่บ้าน"],
  ]) {
    assert.equal(bare(spoken), standard);
  }
});

test("a particle between two words of talk is a blank", () => {
  assert.equal(bare("อำนาจเจริญน่ะเกษตรอินทรีย์"), "อำนาจเจริญ เกษตรอินทรีย์");
  assert.equal(bare("ลูกบ้านเนี่ยไม่มีตังค์หรอก"), "ชาวบ้าน ไม่มีเงิน");
});

test("a word of a dialect that stands inside a standard one is left alone", () => {
  const words = [
    "บ่อน้ำ",
    "ปลูกไผ่กับไผ่",
    "จะได้สภา",
    "ทำไร่",
    "มีไร่นา",
    "ขยะกับป่า",
    "ตลาดประหลาด",
    "ขยะในระยะยาว",
    "ย้อนหลัง",
    "สินค้ากับหนี้สิน",
    "รู้จักจักรยาน",
    "บ่มเพาะ",
    "ดอกเบี้ย",
  ];

  for (const word of words) assert.equal(bare(word), word);
});

test("a spoken word is not found inside the standard one that it stands for", () => {
  assert.equal(bare("มีจุดแข็งอะไรมั่งเหรอ"), "มีจุดแข็งอะไร");
  assert.equal(bare("จุดอ่อนแม่นหยังแน"), "จุดอ่อนคืออะไร");
});

test("who asks what is best does not look for what is called good", () => {
  for (const [typed, meant] of [
    ["ควรทำอย่างไรดีคะ", "ควรทำอย่างไร"],
    ["เริ่มยังไงดีถึงจะสำเร็จ", "เริ่มยังไง ถึงจะสำเร็จ"],
    ["จะเลือกใครดี", "จะเลือกใคร"],
    ["ตราด 5 ดี", "ตราด 5 ดี"],
    ["ธรรมาภิบาลที่ดี", "ธรรมาภิบาลที่ดี"],
    ["แบบไหนดีกว่า", "แบบไหนดีกว่า"],
  ]) {
    assert.equal(bare(typed), meant);
  }
});

test("pictures, tags and entities of pasted text say nothing", () => {
  assert.equal(bare("👩🏽‍🌾 <b>ธรรมนูญ</b>&nbsp;🇹🇭 1️⃣"), "ธรรมนูญ 1");
});

test("what says only that a year follows falls off", () => {
  assert.equal(bare("ธรรมนูญ ปี พ.ศ. 2555"), bare("ธรรมนูญ 2555"));
  assert.equal(bare("ปีงบประมาณ 2560"), "ปีงบประมาณ 2560");
});

test("words for a number say a figure, and stand by themselves", () => {
  for (const [words, number] of [
    ["สี่สิบสี่", 44],
    ["ร้อยสี่สิบ", 140],
    ["ยี่สิบเอ็ด", 21],
    ["สองแสนห้าหมื่น", 250_000],
    ["สองล้านห้าแสน", 2_500_000],
    ["ห้า", 5],
    ["ห้าสอง", null],
    ["ตำบล", null],
  ]) {
    assert.equal(numberOf(/** @type {string} */ (words)), number, String(words));
  }
  assert.equal(bare("สภาสี่สิบสี่แห่ง"), "สภา สี่สิบสี่ แห่ง");
  assert.equal(bare("แผนปีหกสี่หรือหกห้า"), "แผนปี 64 หรือ 65");
  assert.equal(bare("กฎหมายปีสองห้าหกห้า"), "กฎหมายปี 2565");
  for (const other of ["ปีหนึ่งสองครั้ง", "แผนปีสามสิบ"]) assert.ok(!/[0-9]/.test(bare(other)), other);
  assert.equal(bare("ตราดห้าดี"), "ตราด ห้า ดี");
  for (const name of ["ร้อยเอ็ด", "สัมพันธ์ชุมชน", "ตกหกล้ม"]) assert.equal(bare(name), name);
});
