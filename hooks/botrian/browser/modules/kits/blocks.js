// Texts enter; the blocks of which the guide is made leave: the Word file and the page are both written from them.

/**
 * A block of the guide. `lines`: ruled lines to write on. `blank`: how many lines high the empty cells of a table are.
 *
 * @typedef {{readonly kind: "heading", readonly text: string, readonly level: 1 | 2 | 3}} Heading
 * @typedef {{readonly kind: "paragraph", readonly text: string, readonly label?: string, readonly link?: string, readonly big?: boolean}} Paragraph
 * @typedef {{readonly kind: "list", readonly entries: readonly string[]}} List
 * @typedef {{readonly kind: "table", readonly title: string, readonly head: readonly string[], readonly rows: readonly (readonly string[])[], readonly shares?: readonly number[], readonly blank?: number}} GuideTable
 * @typedef {{readonly kind: "lines", readonly count: number}} WritingLines
 * @typedef {{readonly kind: "page"}} NewPage
 * @typedef {Heading | Paragraph | List | GuideTable | WritingLines | NewPage} Block
 */

/**
 * @param {string} text
 * @param {1 | 2 | 3} [level]
 * @returns {Block}
 */
export const heading = (text, level = 2) => ({ kind: "heading", text, level });

/**
 * @param {string} text
 * @param {string} [label]
 * @returns {Block}
 */
export const paragraph = (text, label) => ({ kind: "paragraph", text, ...(label ? { label } : {}) });

/**
 * @param {readonly string[]} entries
 * @returns {Block[]}
 */
export const list = (entries) => (entries.length ? [{ kind: "list", entries }] : []);
