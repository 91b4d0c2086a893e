// A message enters; what people send of it leaves: a text for people, codes for paper, a file. `kb.py receive` reads all
// three (hooks/botrian/messages/written.py says how they look).

import { normal } from "../text/keys.js";
import { nameOf, several } from "./form.js";

/** @import { Answers, Form, Message } from "./form.js" */

const CRC = Array.from({ length: 256 }, (_, at) => {
  let sum = at;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum >>> 0;
});

/**
 * CRC-32, in eight hexadecimal digits.
 *
 * @param {Uint8Array} bytes
 */
const crc = (bytes) => {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = CRC[(sum ^ byte) & 255] ^ (sum >>> 8);
  return ((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
};

/** @param {string} text */
const bytesOf = (text) => new TextEncoder().encode(text);

/**
 * Answers one by one, in the order of the questions.
 *
 * @param {Form} form
 * @param {Answers} answers
 * @returns {[string, string][]}
 */
const pairs = (form, answers) =>
  Object.keys(form.questions).flatMap((id) =>
    several(answers[id]).map((one) => /** @type {[string, string]} */ ([id, normal(one)])),
  );

/**
 * The answers without those that are not to be published.
 *
 * @param {Form} form
 * @param {Answers} answers
 * @returns {Answers}
 */
export const published = (form, answers) =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !form.questions[id]?.private));

/**
 * Tells whether letters changed on the way: a sum of all answers without their blanks.
 *
 * @param {Form} form
 * @param {Answers} answers
 */
export const sumOf = (form, answers) =>
  crc(
    bytesOf(
      pairs(form, answers)
        .map(([id, one]) => `${id}=${one.replaceAll(" ", "")}`)
        .join("\n"),
    ),
  );

/**
 * The message as people read it; `briefly` without the questions, where there is little room.
 *
 * @param {Form} form
 * @param {Message} message
 * @param {boolean} [briefly]
 */
export const asText = (form, { kind, sent, answers }, briefly = false) => {
  const lines = pairs(form, answers).map(([id, one]) => {
    const name = briefly ? "" : nameOf(form, id, one);
    const { ask, askTh = ask } = form.questions[id];
    const asked = briefly ? `#${id}` : `#${id} ${askTh}`;
    return `${asked}: ${name ? `${name} (${one})` : one}`;
  });
  return [`#คลังบทเรียน1 ${kind} ${sent}`, ...lines, `#จบ ${sumOf(form, answers)}`, ""].join("\n");
};

/** @param {Message} message */
export const asFile = ({ kind, sent, answers, pictures }) =>
  `${JSON.stringify({ botrian: 1, kind, sent, answers, pictures }, null, 1)}\n`;

/**
 * Bytes without their repetitions (DEFLATE), in letters that no mail and no chat changes.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
const packed = async (bytes) => {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const small = new Uint8Array(await new Response(stream).arrayBuffer());
  return btoa(String.fromCharCode(...small))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
};

/** Letters of a code that a phone still reads from paper. */
const CODE_LETTERS = 330;

/**
 * The message in codes, each of at most so many letters; null where the browser cannot pack.
 *
 * @param {Form} form
 * @param {Message} message
 * @param {number} [letters]
 * @returns {Promise<readonly string[] | null>}
 */
export const asCodes = async (form, { kind, sent, answers }, letters = CODE_LETTERS) => {
  if (typeof CompressionStream === "undefined") return null;
  const bytes = bytesOf(JSON.stringify([kind, sent, ...pairs(form, answers)]));
  try {
    const data = await packed(bytes);
    const count = Math.ceil(data.length / letters);
    const size = Math.ceil(data.length / count);
    const parts = Array.from({ length: count }, (_, at) => data.slice(at * size, (at + 1) * size));
    return parts.map((part, at) => `BTR1.${at + 1}.${count}.${crc(bytes)}.${part}.`);
  } catch {
    return null;
  }
};
