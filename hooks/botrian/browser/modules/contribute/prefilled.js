// The address of the page enters; what it says of the message leaves: anybody can write an address, so only what the form
// knows is taken, and words are only ever shown as words.

import { recordOf } from "./about.js";

/** @import { Answers, Form } from "./form.js" */

/** What may be corrected, as `kind:id` with a field behind `#`. */
const ABOUT = /^(lesson|case|fact|province|event|term|table|source):[a-z0-9]+(?:[.-][a-z0-9]+)*$/;
const FIELD = /^[a-z_]{1,40}$/;
const MOST_SHOWN = 160;

/**
 * @param {Form} form
 * @param {string} query
 * @returns {{kind: string, answers: Answers, shown: string, lost: boolean} | null} `shown`: what the record is called where the link says it; `lost`: it speaks of a record that there is not
 */
export const prefilled = (form, query) => {
  const asked = new URLSearchParams(query);
  const get = (/** @type {string} */ name) => asked.get(name) ?? "";
  const known = (/** @type {string} */ records, /** @type {string} */ id) =>
    (form.records[records] ?? []).some(([one]) => one === id);
  /** @type {Record<string, string | string[]>} */
  const answers = {};
  if (known("province", get("province"))) {
    answers.province = get("province");
    answers.asker_province = get("province");
  }
  if (known("theme", get("theme"))) {
    answers.themes = [get("theme")];
    answers.case_themes = [get("theme")];
  }
  if (known("lesson", get("lesson"))) answers.lesson = get("lesson");
  const about = get("about");
  // Only once the names have come can it be said that there is no such record.
  const lost = ABOUT.test(about) && "lesson" in form.records && !recordOf(form, about);
  if (ABOUT.test(about) && !lost) answers.about = FIELD.test(get("field")) ? `${about}#${get("field")}` : about;
  const wanted = get("kind");
  const implied = answers.about || lost ? "correction" : answers.lesson ? "tried" : answers.themes ? "lesson" : "";
  const kind = Object.hasOwn(form.kinds, wanted) ? wanted : implied || (answers.province ? "lesson" : "");
  return kind
    ? {
        kind,
        answers,
        shown: [...(get("name") || (recordOf(form, about)?.name ?? ""))].slice(0, MOST_SHOWN).join(""),
        lost,
      }
    : null;
};
