import type { DeckParts } from "../modules/office/deck.js";

/** The parts of a PowerPoint file that hold no content (`botrian.exports.office_parts`). */
export const DECK: DeckParts;
