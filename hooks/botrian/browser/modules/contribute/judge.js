// Answers enter; what the rules of checking will say of them leaves, by question. Python judges alike
// (hooks/botrian/messages/judge.py): tests/vectors/messages.json holds both.

import { privateKinds, unfilled } from "../text/private.js";
import { normal } from "../text/keys.js";
import { askedNow, several } from "./form.js";
import { firstDay, yearSaid } from "./years.js";

/** @import { Answers, Form, Question } from "./form.js" */

/** @typedef {{readonly question: string, readonly code: string, readonly found: string}} Fault */

const THAI = /[\u0e01-\u0e2e]/;
// Letters of words: figures, signs and pictures are none.
const LETTER = /[A-Za-z\u0e01-\u0e3a\u0e40-\u0e4e]/g;
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/;
const ENGLISH = /[a-z]{2}[^A-Za-z0-9]+[a-z]{2}/;

/**
 * Letters as Python counts them.
 *
 * @param {string} text
 */
const lengthOf = (text) => [...text].length;

/**
 * @param {Question} question
 * @param {string} line
 * @param {boolean} inThai whether it is to be in Thai: on the English site people may write English
 * @returns {[string, string][]} codes with what was found
 */
const ofText = ({ most = 0, least = 0, link, private: kept, latin }, line, inThai) => {
  /** @type {[string, string][]} */
  const found = lengthOf(line) > most ? [["text-long", String(lengthOf(line))]] : [];
  if (kept) return found;
  const waiting = unfilled(line);
  const kinds = privateKinds(line);
  if (waiting) found.push(["text-unfilled", waiting]);
  else if (!link && ADDRESS.test(line)) found.push(["text-address", ""]);
  else if ((line.match(LETTER) ?? []).length < least) found.push(["text-short", ""]);
  // What must not be published comes before the language in which it is written.
  else if (inThai && !kinds.length && !latin && !THAI.test(line) && ENGLISH.test(line))
    found.push(["language-thai", line]);
  for (const kind of kinds) found.push([`private-${kind}`, ""]);
  return found;
};

/**
 * @param {Form} form
 * @param {string} id
 * @param {readonly string[]} given
 * @returns {[string, string][]}
 */
const ofChoice = (form, id, given) => {
  const { answers = [], records = "", form: way, most = 0 } = form.questions[id];
  if (id === "consent") {
    const missing = answers.find(([name]) => !given.includes(name));
    return missing ? [["field-missing", missing[0]]] : [];
  }
  const allowed = new Set([...answers, ...(form.records[records] ?? [])].map(([one]) => one));
  const code = records ? "reference-unknown" : "value-not-in-list";
  /** @type {[string, string][]} */
  const found = given.filter((one) => !allowed.has(one)).map((one) => [code, one]);
  if (way === "many" && given.length > most) found.push(["too-many", String(given.length)]);
  return found;
};

/**
 * @param {string} given
 * @param {string} today
 * @returns {[string, string][]}
 */
const ofYear = (given, today) => {
  const year = yearSaid(given);
  if (typeof year === "string") return [[year, given]];
  return firstDay(year) > today ? [["date-future", given]] : [];
};

/**
 * What is wrong with the answer to one question.
 *
 * @param {Form} form
 * @param {string} id
 * @param {Answers} answers
 * @param {string} today as `2026-11-29`
 * @returns {Fault[]}
 */
export const faultsOf = (form, id, answers, today) => {
  const question = form.questions[id];
  if (question.form === "pictures") return [];
  const given = several(answers[id]);
  /** @type {[string, string][]} */
  let found = [];
  if (!given.length) found = question.optional ? [] : [["field-missing", ""]];
  else if (question.form === "year") found = ofYear(given[0], today);
  else if (question.answers || question.records) found = ofChoice(form, id, given);
  else found = given.flatMap((line) => ofText(question, normal(line), form.language === "th"));
  return found.map(([code, words]) => ({ question: id, code, found: words }));
};

/**
 * Everything that is wrong with a message.
 *
 * @param {Form} form
 * @param {string} kind
 * @param {Answers} answers
 * @param {string} today
 */
export const judged = (form, kind, answers, today) =>
  askedNow(form, kind, answers).flatMap((id) => faultsOf(form, id, answers, today));
