// A kit enters; the sheets that its guide ends with leave, a page each: worksheets that ask about us, the evaluation, what was
// agreed; for a room without a projector what hangs on the wall.

import { heading, paragraph } from "./blocks.js";
import { nameAt, partAt, recordsOf, spanOf } from "./kit.js";
import { say } from "./words.js";

/** @import { Block } from "./blocks.js" */
/** @import { Kit, KitPart } from "./kit.js" */
/** @import { OfLesson, Ours } from "./record.js" */

const WRITING_LINES = 3;
const QUESTIONS_A_PAGE = 4;
const FIRST_WORK_ROWS = 4;
const FOLLOW_UP_ROWS = 7;
// A statement takes more room than a tick.
const EVALUATION = [46, 18, 18, 18];

/**
 * @param {KitPart} part
 * @param {OfLesson} lesson
 * @param {Kit} kit
 * @returns {Block[]}
 */
const lessonSheet = ({ number }, { when, questions }, { words }) => [
  heading(`${say(words, "worksheet")} · ${say(words, "part")} ${number}`),
  paragraph("………………………………………………", say(words, "group")),
  paragraph(when, say(words, "when")),
  ...questions.flatMap(
    (question) => /** @type {Block[]} */ ([paragraph(question), { kind: "lines", count: WRITING_LINES }]),
  ),
];

/**
 * What others did as an example, and room for ours.
 *
 * @param {KitPart} part
 * @param {string} title
 * @param {Ours} ours
 * @param {Kit} kit
 * @returns {Block[]}
 */
const tableSheet = ({ number }, title, { lead, head, rows }, { words }) => {
  // Ours is a row, or a column beside what others have in each of many rows.
  const isRow = rows.some((row) => row.slice(1).every((text) => !text));
  return [
    heading(`${say(words, "worksheet")} · ${say(words, "part")} ${number}: ${title}`),
    paragraph(lead),
    { kind: "table", title, head, rows, blank: isRow ? 4 : 2 },
    paragraph(say(words, "ours_ask")),
    { kind: "lines", count: WRITING_LINES },
  ];
};

/**
 * Sheets of lessons, as many on a page as their questions leave room for.
 *
 * @param {readonly {readonly questions: readonly string[], readonly blocks: Block[]}[]} lessons
 * @returns {Block[][]} a page each
 */
const packed = (lessons) => {
  /** @type {Block[][]} */
  const pages = [];
  let asked = 0;
  for (const { questions, blocks } of lessons) {
    const last = pages.at(-1);
    if (last && asked + questions.length <= QUESTIONS_A_PAGE) last.push(...blocks);
    else {
      pages.push(blocks);
      asked = 0;
    }
    asked += questions.length;
  }
  return pages;
};

/**
 * @param {string} title
 * @param {string} text
 * @param {readonly string[]} head
 * @param {readonly string[]} names of its rows
 * @param {number} blank
 * @param {readonly number[]} [shares]
 * @returns {Block[]}
 */
const sheet = (title, text, head, names, blank, shares) => [
  heading(title),
  paragraph(text),
  {
    kind: "table",
    title,
    head,
    rows: names.map((name) => [name, ...head.slice(1).map(() => "")]),
    blank,
    ...(shares ? { shares } : {}),
  },
];

/**
 * @param {Kit} kit
 * @returns {Block[][]} a page each
 */
export const sheetsOf = (kit) => {
  const { words, parts } = kit;
  const { first_work: work, follow_up: follow, evaluation } = words.guide;
  const pages = packed(
    recordsOf(kit, "lesson").map(({ part, record }) => ({
      questions: record.questions,
      blocks: lessonSheet(part, record, kit),
    })),
  );
  for (const { part, record } of recordsOf(kit, "table")) {
    if (record.ours) pages.push(tableSheet(part, record.title, record.ours, kit));
  }
  if (parts.some(({ kind }) => kind === "make")) {
    const rows = Array(FIRST_WORK_ROWS).fill("");
    pages.push(sheet(say(words, "first_work"), say(words, "first_work_text"), work.headings, rows, 4));
  }
  const rows = Array(FOLLOW_UP_ROWS).fill("");
  pages.push(sheet(say(words, "follow_up"), say(words, "follow_up_text"), follow.headings, rows, 2));
  pages.push([
    ...sheet(
      say(words, "evaluation"),
      say(words, "evaluation_text"),
      evaluation.headings,
      evaluation.rows,
      2,
      EVALUATION,
    ),
    ...evaluation.prompts.flatMap(
      (prompt) => /** @type {Block[]} */ ([paragraph(prompt), { kind: "lines", count: 3 }]),
    ),
  ]);
  return pages;
};

/**
 * What the room looks at in a part; the answer of a lesson is not among it.
 *
 * @param {KitPart} part
 * @param {Kit} kit
 * @returns {readonly string[]}
 */
const shownOnWall = ({ record }, { words }) => {
  if (record?.kind === "lesson") return [`${say(words, "when")}: ${record.when}`];
  if (record?.kind === "table") return [record.answer];
  if (record?.kind === "path") return record.steps.map(([text], at) => `${at + 1}. ${text}`);
  return record ? [record.summary] : [];
};

/**
 * The task of each slot, large, for a wall: in place of slides.
 *
 * @param {Kit} kit
 * @returns {Block[][]}
 */
export const wallOf = (kit) => {
  const agendaLines = kit.slots.map((slot) => `${spanOf(kit, slot)}  ${nameAt(kit, slot)}`);
  /** @type {(text: string) => Block} */
  const big = (text) => ({ kind: "paragraph", text, big: true });
  /** @type {(title: string, texts: readonly string[]) => Block[]} */
  const page = (title, texts) => [heading(`${say(kit.words, "wall")}: ${title}`), ...texts.map(big)];
  return [
    page(say(kit.words, "agenda"), agendaLines),
    ...kit.slots.flatMap((slot) => {
      const part = partAt(kit, slot);
      if (!part) return [];
      return [page(part.name, [spanOf(kit, slot), part.task, ...shownOnWall(part, kit)])];
    }),
  ];
};
