/**
 * The lists of `botrian.search.polite`, a word a line, a blank line between them, as `modules/search/polite.js` names them; of a
 * spoken word the standard one, and whether it changes within a run of letters. In one byte a letter (`packed.js`).
 */
export const PACKED: readonly [string, string, string];
