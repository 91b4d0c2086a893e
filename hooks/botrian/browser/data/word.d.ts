import type { WordParts } from "../modules/office/word.js";

/** The parts of a Word document that hold no content (`botrian.exports.office_parts`). */
export const WORD: WordParts;
