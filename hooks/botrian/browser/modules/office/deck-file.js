// The script that a page loads when slides are asked for: it hands over what writes them, with all that it needs.

import { DECK } from "#data/deck.js";
import { FACES } from "#data/faces.js";
import { WORDS } from "#data/office-words.js";
import { plainDeck } from "./plain-deck.js";
import { Ruler } from "./ruler.js";
import { tableDeck } from "./table-deck.js";
import { writerOf } from "./writer.js";

/** @import { Described } from "./parts.js" */
/** @import { PlainSlide } from "./plain-deck.js" */
/** @import { TableWriter } from "./writer.js" */

/**
 * What it hands over under the name `deck`.
 *
 * @typedef {TableWriter & {readonly plain: (about: Described, slides: readonly PlainSlide[]) => Promise<Uint8Array>}} DeckWriter
 */

const tables = writerOf(FACES, WORDS, {
  file: (printing) => tableDeck(printing, DECK).bytes(),
  entries: (printing) => tableDeck(printing, DECK).entries(),
});

/** @type {DeckWriter} */
const writer = { ...tables, plain: (about, slides) => plainDeck(DECK, about, slides, new Ruler(FACES)) };

window.botrianOffice?.take("deck", writer);
