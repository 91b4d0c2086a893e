// The form judges as Python does, writes what Python reads, and draws its QR codes as the build's writer does.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { FORM } from "#data/form.js";
import { aboutWords, subjectOf } from "../../hooks/botrian/browser/modules/contribute/about.js";
import { judged } from "../../hooks/botrian/browser/modules/contribute/judge.js";
import { prefilled } from "../../hooks/botrian/browser/modules/contribute/prefilled.js";
import { qrSquares } from "../../hooks/botrian/browser/modules/contribute/qr.js";
import { issueAddress, mailAddress, receivers } from "../../hooks/botrian/browser/modules/contribute/send.js";
import { asCodes, asText, published, sumOf } from "../../hooks/botrian/browser/modules/contribute/written.js";
import { yearSaid } from "../../hooks/botrian/browser/modules/contribute/years.js";
import { vectors } from "./vectors.js";

const { today, known, whole, messages } = vectors("vectors/messages.json");
const records = Object.fromEntries(Object.entries(known).map(([kind, ids]) => [kind, ids.map((id) => [id, id])]));
const form = {
  ...FORM,
  records: { ...records, dimension: [["council-count", "จำนวนสภา"]], fact: [["trat.council-count", "61 แห่ง"]] },
};

const answersOf = ({ kind, answers }) => {
  const found = { ...whole[kind] };
  for (const [id, answer] of Object.entries(answers)) {
    if (answer === null) delete found[id];
    else found[id] = answer.times ? answer.letter.repeat(answer.times) : answer;
  }
  return found;
};

test("every message is judged as it was spoilt", () => {
  assert.ok(messages.length >= 400);
  for (const message of messages) {
    const found = judged(form, message.kind, answersOf(message), today).map(({ question, code }) => [question, code]);

    assert.deepEqual(found, message.faults, `${message.kind} ${message.change}`);
  }
});

test("on the English site people may write English", () => {
  const answers = { ...whole.lesson, do: "Only running words in English" };

  assert.equal(judged(form, "lesson", answers, today).length, 1);
  assert.deepEqual(judged({ ...form, language: "en" }, "lesson", answers, today), []);
});

test("texts, sums and codes are those that Python reads", async () => {
  for (const { kind, answers, text, sum } of vectors("vectors/written.json")) {
    const message = { kind, sent: "2026-06-30", answers, pictures: [] };
    assert.equal(asText(form, message), text);
    assert.equal(sumOf(form, answers), sum);

    const codes = (await asCodes(form, message)) ?? [];
    const data = codes.map((code) => code.split(".")[4]).join("");
    const [first, day, ...pairs] = JSON.parse(inflateRawSync(Buffer.from(data, "base64url")).toString());
    assert.deepEqual([first, day], [kind, "2026-06-30"]);
    assert.equal(pairs.length, text.split("\n#").length - 2);
    assert.ok(codes.every((code) => qrSquares(code).length));
  }
});

test("how to be reached is not in what everybody can read", async () => {
  const message = { kind: "lesson", sent: today, answers: whole.lesson, pictures: [] };

  assert.ok(!("contact" in published(form, whole.lesson)));
  assert.ok(!decodeURIComponent(await issueAddress(form, message)).includes("081-234-5678"));
  assert.ok(decodeURIComponent(mailAddress(form, message).address).includes("081-234-5678"));
});

test("a message goes to the coordinators of its province, else to those of every province", () => {
  const trat = { name: "Trat", province: "trat", mail: "trat+desk@example.org" };
  const every = { name: "Desk", phone: "075-611-999", mail: "desk@example.org" };
  const known = { ...form, coordinators: [trat, every] };
  const to = (province) => {
    const message = { kind: "lesson", sent: today, answers: { ...whole.lesson, province }, pictures: [] };
    return [receivers(known, message), mailAddress(known, message).address.split("?")[0]];
  };

  assert.deepEqual(to("trat"), [[trat], "mailto:trat%2Bdesk@example.org"]);
  assert.deepEqual(to("krabi"), [[every], "mailto:desk@example.org"]);
  assert.deepEqual(
    receivers({ ...form, coordinators: [trat] }, { kind: "question", sent: today, answers: {}, pictures: [] }),
    [],
  );
});

test("an address is never longer than those who open it allow", async () => {
  const long = { ...whole.lesson, do: "เครือข่ายประชุมกัน ".repeat(30), when: "มีแผนแล้วยังไม่ใช้ ".repeat(30) };
  const message = { kind: "lesson", sent: today, answers: long, pictures: [] };
  const address = await issueAddress(form, message);
  let seed = 7;
  const random = Array.from({ length: 9000 }, () => {
    seed = (seed * 48271) % 2147483647;
    return String.fromCodePoint(0x0e01 + (seed % 46));
  }).join("");

  assert.ok(address.includes("BTR1.1.1."));
  assert.ok(address.length <= 7800);
  assert.equal(mailAddress(form, message).whole, false);
  assert.equal(await issueAddress(form, { ...message, answers: { ...long, because: random } }), "");
});

test("QR codes are drawn as the build's writer draws them", () => {
  for (const { text, mask, rows } of vectors("vectors/qr.json")) {
    const hex = (squares) => squares.map((row) => BigInt(`0b${row.map(Number).join("")}`).toString(16));
    assert.deepEqual(hex(qrSquares(text, mask)), rows, `${text.length} letters`);
    assert.ok(qrSquares(text).length === rows.length);
  }
  assert.deepEqual(qrSquares("x".repeat(451)), []);
});

test("of an address only what the form knows is taken", () => {
  const take = (query) => prefilled(form, query);

  assert.equal(take(""), null);
  assert.equal(take("?kind=__proto__"), null);
  assert.equal(take("?province=<script>&lesson=nothing"), null);
  assert.deepEqual(take("?lesson=save-first&province=nan").answers, {
    province: "nan",
    asker_province: "nan",
    lesson: "save-first",
  });
  assert.equal(take("?lesson=save-first&province=nan").kind, "tried");
  assert.equal(take("?about=fact:trat.council-count&field=number").answers.about, "fact:trat.council-count#number");
  assert.equal(take("?about=fact:trat.council-count&field=number").kind, "correction");
  assert.equal(take("?about=javascript:alert(1)"), null);
  assert.equal(take("?about=fact:trat.councils").lost, true);
  assert.equal(take("?about=fact:trat.council-count").shown, "จำนวนสภา · trat");
  assert.equal(take("?about=fact:trat.councils").kind, "correction");
  assert.equal(take("?about=lesson:gone").answers.about, undefined);
  assert.equal(take(`?theme=data&name=${"ก".repeat(500)}`).shown.length, 160);
  assert.equal(take("?kind=case&theme=data&province=nan").kind, "case");
});

test("a year without its calendar has the one that fits", () => {
  assert.deepEqual(yearSaid("2563"), { year: 2563, month: 0, day: 0, era: "BE" });
  assert.deepEqual(yearSaid("พ.ศ.๒๕๖๓"), { year: 2563, month: 0, day: 0, era: "BE" });
  assert.deepEqual(yearSaid("2020"), { year: 2020, month: 0, day: 0, era: "CE" });
});

test("who corrects sees the record's name and what stands there now, and no code", () => {
  const words = aboutWords(form, { about: "fact:trat.council-count" }, "");

  assert.ok(words.startsWith("จำนวนสภา · trat · ") && words.endsWith("61 แห่ง"));
  assert.equal(aboutWords(form, { about: "หน้าตราด ข้อจำนวนสภา" }, ""), "");
  assert.equal(subjectOf({ about: "หน้าตราด: จำนวนสภา" }), "");
});
