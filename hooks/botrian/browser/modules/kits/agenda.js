// The parts of a plan enter; how long each of them takes, and the agenda with its breaks and its clock, leave. The rule is that
// of hooks/botrian/kits/timing.py, held together by tests/vectors/agenda.json.

import { KIT } from "#data/kit.js";

/** @import { Length, Plan } from "./plan.js" */

/**
 * A part of the agenda, or a break, which has no part but a name. `start` counts in minutes from the beginning.
 *
 * @typedef {{readonly start: number, readonly minutes: number, readonly part: number | null, readonly pause: string}} Slot
 */

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

/**
 * The place of the first that is least by this measure.
 *
 * @param {number} count
 * @param {(place: number) => number} measure
 */
const leastOf = (count, measure) => {
  let best = 0;
  for (let place = 1; place < count; place += 1) if (measure(place) < measure(best)) best = place;
  return best;
};

/**
 * The lengths in proportion, in steps of five minutes, so that they are `whole` together; where there are more parts than
 * steps, each has five minutes and the whole is longer.
 *
 * @param {readonly number[]} minutes
 * @param {number} whole
 */
export const stretched = (minutes, whole) => {
  if (!minutes.length) return [];
  const steps = Math.max(Math.floor(whole / KIT.step), minutes.length);
  const exact = minutes.map((one) => (steps * one) / sum(minutes));
  const found = exact.map((one) => Math.max(1, Math.floor(one)));
  while (sum(found) < steps) found[leastOf(found.length, (place) => found[place] - exact[place])] += 1;
  while (sum(found) > steps) {
    // A part of one step keeps it while others have more.
    const over = (/** @type {number} */ place) => (found[place] > 1 ? exact[place] - found[place] : Infinity);
    found[leastOf(found.length, over)] -= 1;
  }
  return found.map((one) => one * KIT.step);
};

/**
 * How long each part takes: what was set for it, and of what is left its share.
 *
 * @param {Pick<Plan, "parts" | "length">} plan
 */
export const minutesOf = ({ parts, length }) => {
  const free = parts.filter(({ minutes }) => minutes === null);
  const left = KIT.work[length] - sum(parts.map(({ minutes }) => minutes ?? 0));
  const shares = stretched(
    free.map(({ kind }) => KIT.usual[kind]),
    Math.max(0, left),
  );
  return parts.map(({ minutes }) => minutes ?? shares.shift() ?? KIT.step);
};

/**
 * After which part each break comes: the end of a part that is nearest to its share of the work.
 *
 * @param {readonly number[]} work
 * @param {Length} length
 */
const pausesOf = (work, length) => {
  const ends = work.slice(0, -1).map((_, place) => sum(work.slice(0, place + 1)));
  /** @type {Map<number, readonly [string, number]>} */
  const found = new Map();
  for (const [share, name, minutes] of KIT.breaks[length]) {
    const free = [...ends.keys()].filter((place) => !found.has(place));
    if (!free.length) continue;
    const nearest = leastOf(free.length, (at) => Math.abs(ends[free[at]] - share * sum(work)));
    found.set(free[nearest], [name, minutes]);
  }
  return found;
};

/**
 * The parts of exactly so many minutes, with the breaks of this length between them.
 *
 * @param {readonly number[]} work
 * @param {Length} length
 */
export const placed = (work, length) => {
  const pauses = pausesOf(work, length);
  /** @type {Slot[]} */
  const slots = [];
  let start = 0;
  for (const [part, minutes] of work.entries()) {
    slots.push({ start, minutes, part, pause: "" });
    start += minutes;
    const pause = pauses.get(part);
    if (!pause) continue;
    slots.push({ start, minutes: pause[1], part: null, pause: pause[0] });
    start += pause[1];
  }
  return slots;
};

/**
 * The time of day so many minutes after the start, in the form of its language.
 *
 * @param {string} form such as `{}.{} น.`
 * @param {number} start
 * @param {number} after
 */
export const clock = (form, start, after) => {
  const day = 24 * 60;
  const minutes = (start + after) % day;
  const two = [Math.floor(minutes / 60), minutes % 60].map((one) => String(one).padStart(2, "0"));
  return form.replace("{}", two[0]).replace("{}", two[1]);
};
