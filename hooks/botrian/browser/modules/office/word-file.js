// The script that a page loads when a document is asked for: it hands over what writes it, with all that it needs.

import { FACES } from "#data/faces.js";
import { WORDS } from "#data/office-words.js";
import { WORD } from "#data/word.js";
import { plainWord } from "./plain-word.js";
import { tableWord } from "./table-word.js";
import { writerOf } from "./writer.js";

/** @import { Described } from "./parts.js" */
/** @import { Block } from "./plain-word.js" */
/** @import { Foot, Lie } from "./word.js" */
/** @import { TableWriter } from "./writer.js" */

/**
 * What it hands over under the name `word`.
 *
 * @typedef {TableWriter & {readonly plain: (about: Described, blocks: readonly Block[], foot: Foot, lie?: Lie) => Promise<Uint8Array>}} WordWriter
 */

const tables = writerOf(FACES, WORDS, {
  file: (printing) => tableWord(printing, WORD).bytes(),
  entries: (printing) => tableWord(printing, WORD).entries(),
});

/** @type {WordWriter} */
const writer = { ...tables, plain: (about, blocks, foot, lie) => plainWord(WORD, about, blocks, foot, lie) };

window.botrianOffice?.take("word", writer);
