// A kit enters; the facilitator's guide leaves, as blocks: what the day is for and needs, the agenda by the clock, each part
// step by step with what its record tells, what to do when it grows difficult, then the sheets to print. The words are those of
// the built kits (hooks/botrian/kits/facilitator.py).

import { heading, list, paragraph } from "./blocks.js";
import { aimsOf, nameAt, partAt, recordsOf, sourcesOf, spanOf, stepsOf, wholeWords } from "./kit.js";
import { sheetsOf, wallOf } from "./sheets.js";
import { say } from "./words.js";

/** @import { Block } from "./blocks.js" */
/** @import { Kit } from "./kit.js" */
/** @import { LoadedRecord, Voice } from "./record.js" */

/**
 * @param {string} title
 * @param {readonly string[]} entries
 * @returns {Block[]}
 */
const chapter = (title, entries) => (entries.length ? [heading(title), ...list(entries)] : []);

/** @type {Block} */
const NEW_PAGE = { kind: "page" };

/** @param {Kit} kit */
const before = (kit) => {
  const { words, plan } = kit;
  const { guide } = words;
  const named = /** @type {const} */ (["size", "people", "room"]);
  const print = plan.screen ? guide.print_own : [...guide.print_own, say(words, "wall_text")];
  return [
    heading(`${kit.title}: ${say(words, "facilitator")}`, 1),
    paragraph(kit.purpose, say(words, "purpose")),
    ...chapter(say(words, "aims"), aimsOf(kit)),
    ...named.flatMap((name) => chapter(say(words, `guide_${name}`), guide[name])),
    ...chapter(say(words, "materials"), guide.materials),
    ...chapter(say(words, "prepare"), print),
  ];
};

/**
 * @param {Kit} kit
 * @returns {Block[]}
 */
const agenda = (kit) => {
  const { words } = kit;
  const rows = kit.slots.map((slot) => [
    spanOf(kit, slot),
    nameAt(kit, slot),
    String(slot.minutes),
    partAt(kit, slot)?.task ?? say(words, `${slot.pause}_what`),
  ]);
  return [
    heading(say(words, "agenda")),
    paragraph(`${say(words, kit.plan.length)} · ${wholeWords(kit)}`),
    {
      kind: "table",
      title: say(words, "agenda"),
      head: ["time", "part", "minutes", "activity"].map((name) => say(words, name)),
      rows,
      shares: [23, 27, 12, 38],
    },
  ];
};

/**
 * What a record tells the facilitator.
 *
 * @type {{[Kind in LoadedRecord["kind"]]: (record: Extract<LoadedRecord, {kind: Kind}>, kit: Kit) => Block[]}}
 */
const told = {
  lesson: ({ when, do: answer, because, questions, expect, voices }, { words }) => [
    paragraph(when, say(words, "when")),
    paragraph(answer, say(words, "answer")),
    paragraph(because, say(words, "because")),
    paragraph("", say(words, "questions")),
    ...list(questions),
    paragraph("", say(words, "expect")),
    ...list(expect),
    ...voices.map(([label, line]) => paragraph(line, label)),
  ],
  table: ({ answer, title, head, rows, count, url }, { words, site }) => [
    paragraph(answer),
    { kind: "table", title: `${say(words, "in_short")}: ${title}`, head, rows },
    { kind: "paragraph", text: say(words, "whole_table", count, site + url), link: site + url },
  ],
  path: ({ summary, steps, differ }, { words }) => [
    paragraph(summary),
    paragraph("", say(words, "steps")),
    ...list(steps.map(([text], at) => `${at + 1}. ${text}`)),
    ...(differ.length ? [paragraph("", say(words, "not_settled")), ...list(differ)] : []),
  ],
  case: ({ summary, where, steps, results, hinders }, { words }) => [
    paragraph(where ? `${summary} (${where})` : summary),
    ...(steps.length ? [paragraph("", say(words, "steps")), ...list(steps)] : []),
    ...(results.length ? [paragraph("", say(words, "results")), ...list(results)] : []),
    ...(hinders.length ? [paragraph("", say(words, "hinders")), ...list(hinders)] : []),
  ],
};

/**
 * @param {LoadedRecord} record
 * @param {Kit} kit
 * @returns {Block[]}
 */
const recordBlocks = (record, kit) => [
  .../** @type {(record: LoadedRecord, kit: Kit) => Block[]} */ (told[record.kind])(record, kit),
  { kind: "paragraph", text: kit.site + record.url, label: say(kit.words, "read_online"), link: kit.site + record.url },
];

/**
 * @param {readonly Voice[]} pair
 * @returns {string[]}
 */
const voiceEntries = (pair) => pair.map(({ head, text, where }) => `${head}: ${text} (${where})`);

/**
 * Each part in the order of the day, with the breaks.
 *
 * @param {Kit} kit
 * @returns {Block[]}
 */
const steps = (kit) => {
  const { words } = kit;
  const pairs = recordsOf(kit, "lesson").flatMap(({ record }) => voiceEntries(record.pair));
  return [
    heading(say(words, "part_by_part")),
    ...kit.slots.flatMap((slot) => {
      const part = partAt(kit, slot);
      if (!part) {
        return [heading(`${nameAt(kit, slot)} · ${spanOf(kit, slot)}`, 3), paragraph(say(words, `${slot.pause}_what`))];
      }
      const kind = words.kinds[part.kind];
      return [
        heading(`${part.number}. ${kind ? `${kind}: ` : ""}${part.name} · ${spanOf(kit, slot)}`, 3),
        ...stepsOf(kit, part).flatMap(([step, lines]) => [paragraph("", say(words, `step_${step}`)), ...list(lines)]),
        ...(part.record ? recordBlocks(part.record, kit) : []),
        ...(part.kind === "voices" ? list(pairs) : []),
      ];
    }),
  ];
};

/**
 * @param {Kit} kit
 * @returns {Block[]}
 */
const difficult = ({ words }) => [
  ...chapter(say(words, "no_screen"), words.guide.no_screen_own),
  heading(say(words, "situations")),
  {
    kind: "table",
    title: say(words, "situations"),
    head: [say(words, "situation"), say(words, "then_do")],
    rows: words.guide.situations,
    shares: [30, 70],
  },
  ...chapter(say(words, "after"), words.guide.after),
];

/**
 * @param {Kit} kit
 * @returns {Block[]}
 */
const origin = (kit) => {
  const { words } = kit;
  const [licence, terms] = words.licence;
  return [
    ...chapter(say(words, "sources"), sourcesOf(kit)),
    { kind: "paragraph", text: kit.link, label: say(words, "read_online"), link: kit.link },
    ...(kit.changed ? [paragraph(say(words, "build_data_of", kit.changedWords))] : []),
    paragraph(terms, licence),
  ];
};

/**
 * The whole guide.
 *
 * @param {Kit} kit
 * @returns {readonly Block[]}
 */
export const guideOf = (kit) => [
  ...before(kit),
  ...agenda(kit),
  ...steps(kit),
  ...difficult(kit),
  ...origin(kit),
  ...[...sheetsOf(kit), ...(kit.plan.screen ? [] : wallOf(kit))].flatMap((page) => [NEW_PAGE, ...page]),
];
