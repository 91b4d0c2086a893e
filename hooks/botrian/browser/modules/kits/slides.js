// A kit enters; its slides leave in the order of its agenda: title, agenda, then of each part its task and what it shows. The
// question comes first and what others did after it; what the facilitator says stands in the notes. The order is that of the
// built kits (hooks/botrian/kits/presentation.py).

import { aimsOf, groupMinutes, nameAt, partAt, recordsOf, sourcesOf, spanOf, stepsOf, timeOf, wholeOf } from "./kit.js";
import { duration, say } from "./words.js";

/** @import { Kit, KitPart } from "./kit.js" */
/** @import { LoadedRecord, Voice } from "./record.js" */

/**
 * A slide. A line that begins with a bullet is an entry of a list; `columns`: two texts side by side under their heads;
 * `link`: where it leads.
 *
 * @typedef {object} KitSlide
 * @property {string} title
 * @property {readonly string[]} lines
 * @property {readonly string[]} notes
 * @property {{readonly head: readonly string[], readonly rows: readonly (readonly string[])[]}} [table]
 * @property {readonly {readonly head: string, readonly text: string}[]} [columns]
 * @property {string} [link]
 */

const BULLET = "• ";
const STEPS_A_SLIDE = 3;

/** @param {readonly string[]} lines */
const listed = (lines) => (lines.length > 1 ? lines.map((line) => BULLET + line) : lines);

/**
 * The lines on as many slides as they take, so many on each.
 *
 * @param {string} title
 * @param {readonly string[]} lines
 * @param {readonly string[]} notes
 * @returns {KitSlide[]}
 */
const some = (title, lines, notes) => {
  const slides = lines.flatMap((_, at) => (at % STEPS_A_SLIDE ? [] : [lines.slice(at, at + STEPS_A_SLIDE)]));
  return slides.map((own, at) => ({
    title: slides.length > 1 ? `${title} (${at + 1}/${slides.length})` : title,
    lines: own,
    notes: [...own, ...notes],
  }));
};

/**
 * Two voices side by side.
 *
 * @param {string} title
 * @param {readonly Voice[]} pair
 * @returns {KitSlide[]}
 */
const voices = (title, pair) =>
  pair.length
    ? [
        {
          title,
          lines: [],
          columns: pair.map(({ head, text }) => ({ head, text })),
          notes: pair.map(({ head, text, task, where }) => `${head}: ${text} (${where}) → ${task}`),
        },
      ]
    : [];

/** @type {{[Kind in LoadedRecord["kind"]]: (record: Extract<LoadedRecord, {kind: Kind}>, kit: Kit) => KitSlide[]}} */
const shown = {
  lesson: (record, kit) => {
    const { words } = kit;
    const { title, when, questions, expect, because, voices: lines } = record;
    const own = [`${say(words, "do")}: ${record.do}`, `${say(words, "because")}: ${because}`];
    const apart = kit.parts.some(({ kind }) => kind === "voices");
    const number = recordsOf(kit, "lesson").findIndex((one) => one.record === record) + 1;
    const named = say(words, "lesson", number);
    return [
      {
        title: named,
        lines: [`${say(words, "when")}: ${when}`, ...questions.map((question) => BULLET + question)],
        notes: [...questions, `${say(words, "expect")}:`, ...expect],
      },
      {
        title: `${named}: ${say(words, "others_did")}`,
        lines: own,
        notes: [title, ...own, ...lines.map(([label, line]) => `${label}: ${line}`)],
      },
      ...(apart ? [] : voices(title, record.pair)),
    ];
  },
  table: ({ title, answer, head, rows, count, url }, { words, site }) => [
    { title, lines: [answer], notes: [answer, say(words, "whole_table", count, site + url)], link: site + url },
    {
      title: say(words, "slide_key", title),
      lines: head.length > 1 ? [] : listed(rows.map(([name]) => name)),
      ...(head.length > 1 ? { table: { head, rows } } : {}),
      notes: [say(words, "whole_table", count, site + url)],
      link: site + url,
    },
  ],
  path: ({ title, summary, steps, differ }, { words }) => [
    ...some(
      title,
      steps.map(([text], at) => `${at + 1}. ${text}`),
      steps.flatMap(([, leads]) => leads.map(([, name]) => `→ ${name}`)),
    ),
    { title: say(words, "others_did"), lines: [summary], notes: [summary, ...differ] },
  ],
  case: ({ title, where, summary, steps, results, hinders }, { words }) => [
    { title: where ? `${title} (${where})` : title, lines: [summary], notes: [summary, ...steps] },
    ...some(say(words, "steps"), listed(steps), []),
    ...(results.length ? some(say(words, "results"), listed(results), hinders) : []),
  ],
};

/**
 * The task of a part, or the break, with the clock.
 *
 * @param {Kit} kit
 * @param {Kit["slots"][number]} slot
 * @returns {KitSlide}
 */
const task = (kit, slot) => {
  const { words } = kit;
  const title = `${nameAt(kit, slot)} · ${say(words, "some_minutes", slot.minutes)}`;
  const part = partAt(kit, slot);
  if (!part) return { title, lines: [spanOf(kit, slot), say(words, `${slot.pause}_what`)], notes: [] };
  const steps = stepsOf(kit, part);
  const group = part.record ? [say(words, "group_work", groupMinutes(part.minutes))] : [];
  return {
    title,
    lines: [spanOf(kit, slot), part.task, ...group],
    notes: steps.flatMap(([step, lines]) => [`${say(words, `step_${step}`)}:`, ...lines.map((line) => BULLET + line)]),
  };
};

/**
 * The sheet that a part works with.
 *
 * @param {Kit} kit
 * @param {KitPart} part
 * @returns {KitSlide[]}
 */
const sheetOf = ({ words }, { kind }) => {
  const sheets = {
    make: { name: "first_work", head: words.guide.first_work.headings },
    close: { name: "follow_up", head: words.guide.follow_up.headings },
  };
  const found = kind === "make" || kind === "close" ? sheets[kind] : null;
  if (!found) return [];
  const text = say(words, `${found.name}_text`);
  return [{ title: say(words, found.name), lines: listed(found.head), notes: [text] }];
};

/**
 * @param {Kit} kit
 * @param {KitPart} part
 * @returns {KitSlide[]}
 */
const shownIn = (kit, part) => {
  if (part.record) {
    return /** @type {(record: LoadedRecord, kit: Kit) => KitSlide[]} */ (shown[part.record.kind])(part.record, kit);
  }
  if (part.kind !== "voices") return sheetOf(kit, part);
  return recordsOf(kit, "lesson").flatMap(({ record }) => voices(record.title, record.pair));
};

/**
 * All slides of a kit.
 *
 * @param {Kit} kit
 * @returns {readonly KitSlide[]}
 */
export const slidesOf = (kit) => {
  const { words } = kit;
  return [
    {
      title: kit.title,
      lines: [kit.purpose, `${words.site} · ${duration(words, wholeOf(kit))}`],
      notes: [`${say(words, "sources")}:`, ...sourcesOf(kit), kit.link],
      link: kit.link,
    },
    {
      title: say(words, "agenda"),
      lines: kit.slots.map((slot) => `${timeOf(kit, slot.start)}  ${nameAt(kit, slot)}`),
      notes: aimsOf(kit),
    },
    ...kit.slots.flatMap((slot) => {
      const part = partAt(kit, slot);
      return [task(kit, slot), ...(part ? shownIn(kit, part) : [])];
    }),
  ];
};
