// The script that a page loads when a document is asked for: it hands over what writes it, with all that it needs.

import { WORD } from "#data/word.js";
import { plainWord } from "./plain-word.js";

/** @import { Described } from "./parts.js" */
/** @import { Block } from "./plain-word.js" */
/** @import { Foot, Lie } from "./word.js" */

/**
 * What it hands over under the name `word`.
 *
 * @typedef {object} WordWriter
 * @property {(about: Described, blocks: readonly Block[], foot: Foot, lie?: Lie) => Promise<Uint8Array>} plain
 */

/** @type {WordWriter} */
const writer = { plain: (about, blocks, foot, lie) => plainWord(WORD, about, blocks, foot, lie) };

window.botrianOffice?.take("word", writer);
