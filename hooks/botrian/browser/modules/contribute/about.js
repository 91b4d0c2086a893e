// What a message is about enters, as `kind:id#field` of a record; its name and what stands there now leave, in words.

import { several } from "./form.js";

/** @import { Answers, Form } from "./form.js" */

const CODE = /^([a-z]+):([^#]+?)(?:#(.*))?$/;

/**
 * The record that answers speak of, as a link names it; empty where they name none.
 *
 * @param {Answers} answers
 */
export const subjectOf = ({ about, lesson }) => {
  const [said = ""] = several(about);
  return CODE.test(said) ? said : (several(lesson)[0] ?? "");
};

/**
 * The name and the present value of a record by its code.
 *
 * @param {Form} form
 * @param {string} code
 * @returns {{name: string, now: string} | null} null where there is no such record
 */
export const recordOf = (form, code) => {
  const [, kind = "", id = "", field = ""] = code.match(CODE) ?? [];
  const named = (/** @type {string} */ records, /** @type {string} */ one) =>
    form.records[records]?.find(([other]) => other === one);
  if (kind === "fact") {
    const [place = "", dimension = ""] = id.split(".");
    const names = [named("dimension", dimension)?.[1], named("province", place)?.[1]];
    return names.every(Boolean) ? { name: names.join(" · "), now: named("fact", id)?.[1] ?? "" } : null;
  }
  const [, name = ""] = named(kind, id) ?? [];
  const asked = { status: form.say.field_status, access: form.say.field_access }[field] ?? "";
  const now = field === "status" ? (named("status", id)?.[1] ?? "") : "";
  return name ? { name: [name, asked].filter(Boolean).join(" · "), now } : null;
};

/**
 * What a message is about, in words, where a link of ours led here; empty else.
 *
 * @param {Form} form
 * @param {Answers} answers
 * @param {string} named what the link called it
 */
export const aboutWords = (form, answers, named) => {
  const subject = several(answers.about)[0] ?? "";
  if (!CODE.test(subject)) return form.records.lesson?.find(([id]) => id === answers.lesson)?.[1] ?? "";
  const { name = named, now = "" } = recordOf(form, subject) ?? {};
  return [name, now && form.say.now.replace("{}", () => now)].filter(Boolean).join(" · ");
};
