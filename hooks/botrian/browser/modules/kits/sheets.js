// A kit enters; the sheets that its guide ends with leave, a page each: worksheets that ask about us, the evaluation, what was
// agreed; for a room without a projector what hangs on the wall.

import { heading, paragraph } from "./blocks.js";
import { nameAt, partAt, recordsOf, spanOf } from "./kit.js";
import { say } from "./words.js";

/** @import { Block } from "./blocks.js" */
/** @import { Kit, KitPart } from "./kit.js" */
/** @import { OfLesson, OfTable } from "./record.js" */

const WRITING_LINES = 5;
const LESSONS_A_PAGE = 2;
const OTHERS = 3;
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
    (question) => /** @type {Block[]} */ ([paragraph(question), { kind: "lines", count: WRITING_LINES - 2 }]),
  ),
];

/**
 * What others did as an example, and a row for ours.
 *
 * @param {KitPart} part
 * @param {OfTable & {readonly title: string}} table
 * @param {Kit} kit
 * @returns {Block[]}
 */
const tableSheet = ({ number }, { title, head, rows }, { words }) => [
  heading(`${say(words, "worksheet")} · ${say(words, "part")} ${number}: ${title}`),
  paragraph(say(words, "ours_lead")),
  {
    kind: "table",
    title,
    head,
    rows: [...rows.slice(0, OTHERS), [say(words, "our_area"), ...head.slice(1).map(() => "")]],
    blank: 4,
  },
  paragraph(say(words, "ours_ask")),
  { kind: "lines", count: WRITING_LINES - 2 },
];

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
  const lessons = recordsOf(kit, "lesson").map(({ part, record }) => lessonSheet(part, record, kit));
  const pages = lessons.flatMap((_, at) =>
    at % LESSONS_A_PAGE ? [] : [lessons.slice(at, at + LESSONS_A_PAGE).flat()],
  );
  for (const { part, record } of recordsOf(kit, "table")) {
    if (record.head.length > 1) pages.push(tableSheet(part, record, kit));
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
      const shown = part.record?.kind === "lesson" ? [`${say(kit.words, "when")}: ${part.record.when}`] : [];
      return [page(part.name, [spanOf(kit, slot), part.task, ...shown])];
    }),
  ];
};
