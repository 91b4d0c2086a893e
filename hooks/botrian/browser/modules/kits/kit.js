// A plan with its records and words enters; the kit leaves as its page and its files show it: parts with names, tasks and
// minutes, the agenda by the clock.

import { KIT } from "#data/kit.js";
import { clock, minutesOf, placed } from "./agenda.js";
import { keyOf } from "./plan.js";
import { duration, say } from "./words.js";

/** @import { Slot } from "./agenda.js" */
/** @import { Plan } from "./plan.js" */
/** @import { LoadedRecord } from "./record.js" */
/** @import { Words } from "./words.js" */

/**
 * `number` counts from 1; `record` is null of parts that need none.
 *
 * @typedef {object} KitPart
 * @property {string} key
 * @property {string} kind
 * @property {number} number
 * @property {string} name
 * @property {string} task
 * @property {number} minutes
 * @property {LoadedRecord | null} record
 */

/**
 * `title` and `purpose`: of its own, or those of every kit. `link`: where it can be opened again.
 *
 * @typedef {object} Kit
 * @property {Plan} plan
 * @property {Words} words
 * @property {string} title
 * @property {string} purpose
 * @property {string} site
 * @property {string} link
 * @property {readonly KitPart[]} parts
 * @property {readonly Slot[]} slots
 * @property {string} changed the last day on which a record of it was changed, or nothing
 * @property {string} changedWords that day as people read it
 */

/** @typedef {{readonly title: string, readonly purpose: string, readonly site: string, readonly link: string}} Own */

/**
 * Parts whose record is not there are left out.
 *
 * @param {Plan} plan
 * @param {ReadonlyMap<string, LoadedRecord | null>} records
 * @param {Words} words
 * @param {Own} own
 * @returns {Kit}
 */
export const kitOf = (plan, records, words, own) => {
  const there = plan.parts.filter((part) => !part.id || records.get(keyOf(part)));
  const minutes = minutesOf({ parts: there, length: plan.length });
  const parts = there.map((part, at) => {
    const record = records.get(keyOf(part)) ?? null;
    const name = record ? record.title : say(words, `part_${part.kind}`);
    const task = say(words, `task_${part.kind}`);
    return { key: keyOf(part), kind: part.kind, number: at + 1, name, task, minutes: minutes[at], record };
  });
  const days = parts.flatMap(({ record }) => (record ? [record.changed] : []));
  const [changed, changedWords] = days.sort(([one], [other]) => (one < other ? 1 : -1))[0] ?? ["", ""];
  return {
    plan,
    words,
    title: own.title.trim() || say(words, "build_default_name"),
    purpose: own.purpose.trim() || say(words, "build_default_purpose"),
    site: own.site,
    link: own.link,
    parts,
    slots: placed(minutes, plan.length),
    changed,
    changedWords,
  };
};

/**
 * The time of day so many minutes after the beginning.
 *
 * @param {Kit} kit
 * @param {number} after
 */
export const timeOf = ({ plan, words }, after) => clock(say(words, "clock"), plan.start, after);

/**
 * From when to when a slot is.
 *
 * @param {Kit} kit
 * @param {Slot} slot
 */
export const spanOf = (kit, { start, minutes }) => `${timeOf(kit, start)}–${timeOf(kit, start + minutes)}`;

/**
 * The part of a slot; null of a break.
 *
 * @param {Kit} kit
 * @param {Slot} slot
 */
export const partAt = ({ parts }, { part }) => (part === null ? null : parts[part]);

/**
 * What a slot is called.
 *
 * @param {Kit} kit
 * @param {Slot} slot
 */
export const nameAt = (kit, slot) => partAt(kit, slot)?.name ?? say(kit.words, slot.pause);

/**
 * Minutes from the beginning to the end, with the breaks.
 *
 * @param {Kit} kit
 */
export const wholeOf = ({ slots }) => slots.reduce((end, { start, minutes }) => Math.max(end, start + minutes), 0);

/**
 * How many minutes the work is longer (or, below zero, shorter) than the length that was chosen.
 *
 * @param {Kit} kit
 */
export const beyond = ({ parts, plan }) => parts.reduce((all, { minutes }) => all + minutes, 0) - KIT.work[plan.length];

/**
 * From when to when all of it is, in words.
 *
 * @param {Kit} kit
 */
export const wholeWords = (kit) =>
  say(kit.words, "build_whole", timeOf(kit, 0), timeOf(kit, wholeOf(kit)), duration(kit.words, wholeOf(kit)));

/** How long small groups work by themselves: about a half of the part, in steps of five minutes. */
export const groupMinutes = (/** @type {number} */ minutes) => Math.max(5, Math.floor(minutes / 10) * 5);

/** @type {Readonly<Record<string, string>>} */
const COMMON = { table: "tables" };

/**
 * What to say, do, ask and watch for in a part, in this order.
 *
 * @param {Kit} kit
 * @param {KitPart} part
 * @returns {readonly (readonly [step: string, lines: readonly string[]])[]}
 */
export const stepsOf = ({ words, purpose }, { kind, task, minutes }) => {
  const lines = words.guide.parts[COMMON[kind] ?? kind];
  return /** @type {const} */ (["say", "do", "ask", "watch"]).map((step) => [
    step,
    [...(step === "do" ? [task] : []), ...lines[step]].map((line) =>
      line.replace("{purpose}", () => purpose).replace("{groups}", String(groupMinutes(minutes))),
    ),
  ]);
};

/**
 * What those who come take home, each once.
 *
 * @param {Kit} kit
 */
export const aimsOf = ({ parts, words }) => {
  const aims = parts
    .filter(({ kind }) => words.labels[`aim_${kind}`])
    .map(({ kind, name }) => say(words, `aim_${kind}`, name));
  return [...new Set(aims)];
};

/**
 * The records of one kind, with their parts.
 *
 * @template {LoadedRecord["kind"]} Kind
 * @param {Kit} kit
 * @param {Kind} kind
 */
export const recordsOf = ({ parts }, kind) =>
  parts.flatMap((part) =>
    part.record?.kind === kind
      ? [{ part, record: /** @type {Extract<LoadedRecord, {kind: Kind}>} */ (part.record) }]
      : [],
  );

/**
 * The sources of all records, each once with all its places.
 *
 * @param {Kit} kit
 */
export const sourcesOf = ({ parts }) => {
  /** @type {Map<string, {name: string, places: Set<string>}>} */
  const found = new Map();
  for (const [id, name, places] of parts.flatMap(({ record }) => record?.sources ?? [])) {
    const source = found.get(id) ?? { name, places: new Set() };
    if (places) source.places.add(places);
    found.set(id, source);
  }
  return [...found.values()].map(({ name, places }) => (places.size ? `${name} (${[...places].join("; ")})` : name));
};
