// The answers so far, kept on this device until they are sent or deleted.

/** @import { Answers, Picture } from "./form.js" */

/** @typedef {{readonly kind: string, readonly answers: Answers, readonly pictures: readonly Picture[], readonly at: string}} Draft */

const KEY = "botrian.contribute";

/**
 * Whether it could be kept: a browser may refuse, or have no room for pictures.
 *
 * @param {Draft} draft
 */
export const keepDraft = (draft) => {
  for (const one of [draft, { ...draft, pictures: [] }]) {
    try {
      localStorage.setItem(KEY, JSON.stringify(one));
      return one === draft;
    } catch {
      // Without the pictures there may be room.
    }
  }
  return false;
};

export const dropDraft = () => {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Where nothing could be kept there is nothing to delete.
  }
};

/**
 * What was kept, as far as it still is a draft of this form; null where there is none.
 *
 * @param {Readonly<Record<string, unknown>>} kinds
 * @returns {Draft | null}
 */
export const keptDraft = (kinds) => {
  try {
    const { kind, answers, pictures, at } = JSON.parse(localStorage.getItem(KEY) ?? "null") ?? {};
    if (typeof kind !== "string" || !Object.hasOwn(kinds, kind) || typeof answers !== "object") return null;
    /** @type {Record<string, string | string[]>} */
    const whole = {};
    for (const [id, answer] of Object.entries(answers ?? {})) {
      if (typeof answer === "string") whole[id] = answer;
      else if (Array.isArray(answer)) whole[id] = answer.filter((one) => typeof one === "string");
    }
    const kept = Array.isArray(pictures) ? pictures.filter(({ jpeg, alt }) => `${jpeg}${alt}`) : [];
    return { kind, answers: whole, pictures: kept, at: String(at ?? "") };
  } catch {
    return null;
  }
};
