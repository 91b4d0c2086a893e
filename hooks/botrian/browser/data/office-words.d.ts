import type { Words } from "../modules/office/table.js";

/** The words that the writers of files say, by language (`botrian.exports.taken`). */
export const WORDS: Readonly<Record<string, Words>>;
