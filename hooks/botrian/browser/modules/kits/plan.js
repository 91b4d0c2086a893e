// An address enters; the plan of a kit leaves, and the address of a plan. Anybody can write an address: of it only kinds that
// are known, ids by their form and numbers within limits are taken; the rest is handed back to be told in words.

import { KIT } from "#data/kit.js";
import { FRESH, withAdded } from "./added.js";

/** @typedef {"short" | "half_day" | "one_day"} Length */

/**
 * A part of a kit: a record, or with an empty id one that needs none. `minutes`: null where they follow from the length.
 *
 * @typedef {{readonly kind: string, readonly id: string, readonly minutes: number | null}} Part
 */

/**
 * `start`: the minute of the day. `screen`: whether the room has a projector.
 *
 * @typedef {{readonly parts: readonly Part[], readonly length: Length, readonly start: number, readonly screen: boolean}} Plan
 */

/**
 * `unknown`: what was no part, as it stands in the address. `full`: whether parts were left out because there were too many.
 *
 * @typedef {{readonly plan: Plan, readonly unknown: readonly string[], readonly full: boolean}} Read
 */

const TOKEN = /^([a-z]+)(?::([a-z0-9]+(?:[.-][a-z0-9]+)*))?(?:@([0-9]{1,3}))?$/;
const CLOCK = /^([01][0-9]|2[0-3])([0-5][0-9])$/;
const MOST_LETTERS = 8000;
const MOST_ID = 120;
export const FEWEST_MINUTES = 5;
export const MOST_MINUTES = 480;

/** @param {string} name */
const isLength = (name) => Object.hasOwn(KIT.work, name);

/** @param {Part} part */
export const keyOf = ({ kind, id }) => (id ? `${kind}:${id}` : kind);

/** @param {Part} part */
const tokenOf = (part) => keyOf(part) + (part.minutes === null ? "" : `@${part.minutes}`);

/** @param {number} minutes */
const within = (minutes) => Math.min(MOST_MINUTES, Math.max(FEWEST_MINUTES, minutes));

/**
 * A part as an address writes it; null where it is none.
 *
 * @param {string} token
 * @returns {Part | null}
 */
export const partOf = (token) => {
  const found = TOKEN.exec(token);
  if (!found) return null;
  const [, kind, id = "", minutes] = found;
  const known = id ? KIT.records.includes(kind) && id.length <= MOST_ID : KIT.frame.includes(kind);
  return known ? { kind, id, minutes: minutes ? within(Number(minutes)) : null } : null;
};

/** @type {Plan} */
export const EMPTY = { parts: [], length: "half_day", start: KIT.morning, screen: true };

/**
 * The plan of an address, without its `#`.
 *
 * @param {string} address
 * @returns {Read}
 */
export const planOf = (address) => {
  const asked = new URLSearchParams(address.slice(0, MOST_LETTERS));
  const tokens = (asked.get("parts") ?? "").split(",").filter(Boolean);
  /** @type {Map<string, Part>} */
  const parts = new Map();
  const unknown = [];
  for (const token of tokens) {
    const part = partOf(token);
    if (!part) unknown.push(token);
    else if (!parts.has(keyOf(part))) parts.set(keyOf(part), part);
  }
  const clock = CLOCK.exec(asked.get("start") ?? "");
  const length = asked.get("length") ?? "";
  return {
    plan: {
      parts: [...parts.values()].slice(0, KIT.most),
      length: isLength(length) ? /** @type {Length} */ (length) : EMPTY.length,
      start: clock ? Number(clock[1]) * 60 + Number(clock[2]) : EMPTY.start,
      screen: asked.get("screen") !== "no",
    },
    unknown,
    full: parts.size > KIT.most,
  };
};

/** @param {number} minutes of the day */
export const clockOf = (minutes) =>
  [Math.floor(minutes / 60), minutes % 60].map((one) => String(one).padStart(2, "0")).join("");

/**
 * The address of a plan, without its `#`: ids, numbers and our own names, nothing else.
 *
 * @param {Plan} plan
 */
export const addressOf = ({ parts, length, start, screen }) =>
  [
    `parts=${parts.map(tokenOf).join(",")}`,
    ...(length === EMPTY.length ? [] : [`length=${length}`]),
    ...(start === EMPTY.start ? [] : [`start=${clockOf(start)}`]),
    ...(screen ? [] : ["screen=no"]),
  ].join("&");

/**
 * @param {Plan} plan
 * @param {string} key
 */
const placeOf = (plan, key) => plan.parts.findIndex((part) => keyOf(part) === key);

/** @param {Plan} plan */
export const isFull = (plan) => plan.parts.length >= KIT.most;

/**
 * The plan with one more part: before those that end the day, and what opens it first of all. A plan without parts gets
 * those that every kit has.
 *
 * @param {Plan} plan
 * @param {string} key
 * @returns {Plan}
 */
export const withPart = (plan, key) => {
  const part = partOf(key);
  if (!part || isFull(plan) || placeOf(plan, key) >= 0) return plan;
  const own = plan.parts.map(tokenOf);
  const before = own.length || !part.id ? own : FRESH;
  const frame = { open: [key, ...before], voices: withAdded(before, key) }[key] ?? [...before, key];
  const tokens = part.id ? withAdded(before, key) : frame;
  return { ...plan, parts: tokens.map(partOf).filter((one) => one !== null) };
};

/**
 * @param {Plan} plan
 * @param {string} key
 * @returns {Plan}
 */
export const withoutPart = (plan, key) => ({ ...plan, parts: plan.parts.filter((part) => keyOf(part) !== key) });

/**
 * @param {Plan} plan
 * @param {string} key
 * @param {-1 | 1} by
 * @returns {Plan}
 */
export const withMoved = (plan, key, by) => {
  const [from, parts] = [placeOf(plan, key), [...plan.parts]];
  const to = from + by;
  if (from < 0 || to < 0 || to >= parts.length) return plan;
  [parts[from], parts[to]] = [parts[to], parts[from]];
  return { ...plan, parts };
};

/**
 * @param {Plan} plan
 * @param {string} key
 * @param {number | null} minutes null where they follow from the length again
 * @returns {Plan}
 */
export const withMinutes = (plan, key, minutes) => ({
  ...plan,
  parts: plan.parts.map((part) =>
    keyOf(part) === key ? { ...part, minutes: minutes === null ? null : within(Math.round(minutes)) } : part,
  ),
});

/**
 * A part, such as a reading path, replaced by others; those that are there already stay where they are.
 *
 * @param {Plan} plan
 * @param {string} key
 * @param {readonly string[]} keys
 * @returns {Read}
 */
export const withUnfolded = (plan, key, keys) => {
  const there = plan.parts.map(keyOf);
  const more = keys.filter((one) => !there.includes(one));
  const tokens = plan.parts.flatMap((part) => (keyOf(part) === key ? more : [tokenOf(part)]));
  const read = planOf(`parts=${tokens.join(",")}`);
  return { ...read, plan: { ...plan, parts: read.plan.parts } };
};
