// The script that a page loads when slides are asked for: it hands over what writes them, with all that it needs.

import { DECK } from "#data/deck.js";
import { FACES } from "#data/faces.js";
import { plainDeck } from "./plain-deck.js";
import { Ruler } from "./ruler.js";

/** @import { Described } from "./parts.js" */
/** @import { PlainSlide } from "./plain-deck.js" */

/**
 * What it hands over under the name `deck`.
 *
 * @typedef {object} DeckWriter
 * @property {(about: Described, slides: readonly PlainSlide[]) => Promise<Uint8Array>} plain
 */

const ruler = new Ruler(FACES);

/** @type {DeckWriter} */
const writer = { plain: (about, slides) => plainDeck(DECK, about, slides, ruler) };

window.botrianOffice?.take("deck", writer);
