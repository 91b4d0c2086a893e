// What the build says of the form: its messages and questions, the names of what may be chosen, its words.

/**
 * A question. `most`: letters of the answer (of each line, for lines), or how many may be chosen; `answers` are ids with
 * their names, `records` the kind of record whose names may be chosen; `if` another answer without which it is not asked.
 *
 * @typedef {object} Question
 * @property {"line" | "long" | "lines" | "year" | "place" | "choice" | "many" | "lesson" | "about" | "pictures"} form
 * @property {string} ask
 * @property {string} [askTh] as the message names it, in Thai on both sites, where that is another text
 * @property {string} [more]
 * @property {string} [example]
 * @property {string} [field] what the model of records says of the field
 * @property {boolean} [optional]
 * @property {number} [most]
 * @property {readonly (readonly [string, string])[]} [answers]
 * @property {string} [records]
 * @property {boolean} [latin] may be in English
 * @property {number} [least] letters of words that it has at least
 * @property {boolean} [link] may be a web address alone
 * @property {boolean} [private]
 * @property {readonly [string, string]} [if]
 */

/** @typedef {{readonly one: string, readonly more: string, readonly sends: string, readonly asks: readonly string[]}} Kind */

/** @typedef {{readonly name: string, readonly province?: string, readonly mail?: string, readonly line?: string, readonly phone?: string}} Coordinator takes in what is sent: of one province, or of every one */

/**
 * @typedef {object} Form
 * @property {"th" | "en"} language
 * @property {string} repository
 * @property {Readonly<Record<string, Kind>>} kinds
 * @property {Readonly<Record<string, Question>>} questions in the order in which answers are written
 * @property {Readonly<Record<string, readonly (readonly [string, string, string?])[]>>} records id and name by kind of record; of themes what they are below
 * @property {readonly Coordinator[]} coordinators
 * @property {Readonly<Record<string, string>>} say
 * @property {Readonly<Record<string, string>>} faults what a code means, in words
 */

/** @typedef {Readonly<Record<string, string | readonly string[]>>} Answers */

/** @typedef {{readonly jpeg: string, readonly alt: string}} Picture its bytes in base 64, and what it shows in words */

/** @typedef {{readonly kind: string, readonly sent: string, readonly answers: Answers, readonly pictures: readonly Picture[]}} Message */

/**
 * An answer as several, each in one line.
 *
 * @param {string | readonly string[] | undefined} answer
 */
export const several = (answer) =>
  (typeof answer === "string" ? [answer] : [...(answer ?? [])])
    .map((one) => one.split(/\s+/).filter(Boolean).join(" "))
    .filter(Boolean);

/**
 * The questions that are asked, given the answers so far.
 *
 * @param {Form} form
 * @param {string} kind
 * @param {Answers} answers
 */
export const askedNow = (form, kind, answers) =>
  (form.kinds[kind]?.asks ?? []).filter((id) => {
    const condition = form.questions[id].if;
    return !condition || several(answers[condition[0]])[0] === condition[1];
  });

/**
 * The name of an id that was chosen; empty where it has none.
 *
 * @param {Form} form
 * @param {string} id of the question
 * @param {string} chosen
 */
export const nameOf = (form, id, chosen) => {
  const { answers = [], records = "" } = form.questions[id];
  const named = [...answers, ...(form.records[records] ?? [])].find(([one]) => one === chosen);
  return named?.[1] ?? "";
};

/** The day it is in Thailand, as `2026-11-29`. */
export const thaiDay = () => new Date(Date.now() + 7 * 3600 * 1000).toISOString().slice(0, 10);

// Screens of the form that are no question.
export const START = "start";
export const REVIEW = "review";
