import type { Drawns } from "../modules/office/glyphs.js";

/** The glyphs of signs and their outlines (`botrian.exports.office_glyphs`). */
export const DRAWN: Drawns;
