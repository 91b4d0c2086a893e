// The answers so far of each message that was begun, kept on this device until they are sent or deleted.

/** @import { Answers, Picture } from "./form.js" */

/**
 * `named`: what the record is called that a link led here from; `at`: the day.
 *
 * @typedef {{readonly id: string, readonly kind: string, readonly answers: Answers, readonly pictures: readonly Picture[], readonly named: string, readonly at: string}} Draft
 */

const KEY = "botrian.contribute";

/** @param {readonly Draft[]} drafts */
const put = (drafts) => {
  try {
    if (drafts.length) localStorage.setItem(KEY, JSON.stringify(drafts));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
};

/**
 * Whether it could be kept, beside all others: a browser may refuse, or have no room for pictures.
 *
 * @param {Draft} draft
 * @param {Readonly<Record<string, unknown>>} kinds
 */
export const keepDraft = (draft, kinds) => {
  const others = keptDrafts(kinds).filter(({ id }) => id !== draft.id);
  if (put([draft, ...others])) return true;
  // Without the pictures there may be room.
  put([{ ...draft, pictures: [] }, ...others]);
  return false;
};

/**
 * @param {string} id
 * @param {Readonly<Record<string, unknown>>} kinds
 */
export const dropDraft = (id, kinds) => put(keptDrafts(kinds).filter((one) => one.id !== id));

/**
 * What was kept, as far as it still is a draft of this form, the one last written first.
 *
 * @param {Readonly<Record<string, unknown>>} kinds
 * @returns {Draft[]}
 */
export const keptDrafts = (kinds) => {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    // The form kept one draft only, before.
    return (Array.isArray(kept) ? kept : [kept]).flatMap((one) => draftOf(one, kinds) ?? []);
  } catch {
    return [];
  }
};

/**
 * @param {any} kept
 * @param {Readonly<Record<string, unknown>>} kinds
 * @returns {Draft | null}
 */
const draftOf = (kept, kinds) => {
  const { id, kind, answers, pictures, named, at } = kept ?? {};
  if (typeof kind !== "string" || !Object.hasOwn(kinds, kind) || typeof answers !== "object") return null;
  /** @type {Record<string, string | string[]>} */
  const whole = {};
  for (const [name, answer] of Object.entries(answers ?? {})) {
    if (typeof answer === "string") whole[name] = answer;
    else if (Array.isArray(answer)) whole[name] = answer.filter((one) => typeof one === "string");
  }
  const shown = Array.isArray(pictures) ? pictures.filter((one) => `${one?.jpeg ?? ""}${one?.alt ?? ""}`) : [];
  return {
    id: String(id ?? "1"),
    kind,
    answers: whole,
    pictures: shown,
    named: String(named ?? ""),
    at: String(at ?? ""),
  };
};
