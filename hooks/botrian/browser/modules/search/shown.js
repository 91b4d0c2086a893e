// A result and a site enter; the words and links in which people see it leave.

import { element } from "../dom.js";

/** @import { Result } from "./made.js" */
/** @import { Site } from "./entry.js" */
/** @import { Piece } from "./snippets.js" */

/**
 * @param {readonly Piece[]} parts
 * @returns {(Node | string)[]}
 */
export const marked = (parts) => parts.map(({ text, mark }) => (mark ? element("mark", {}, text) : text));

/**
 * What a result is, and where.
 *
 * @param {Result} result
 * @param {Site} site
 */
export const basis = ({ kind, context }, { say }) => [say(`kind-${kind}`), context].filter(Boolean).join(" · ");

/**
 * Whether a snippet says only what the line above it says: a province of which nothing is told has no other text.
 *
 * @param {Result} result
 * @param {string} line
 */
export const isSaid = ({ snippet }, line) => line.startsWith(snippet.map(({ text }) => text).join(""));
