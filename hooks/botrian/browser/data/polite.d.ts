/**
 * The lists of `botrian.search.polite`, a line each, front-coded, as `modules/search/polite.js` names them; of a spoken word
 * the standard one stands behind a tab. In one byte a letter (`packed.js`).
 */
export const PACKED: readonly [string, string, string];
