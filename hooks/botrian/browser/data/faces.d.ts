import type { Face, Weight } from "../modules/office/ruler.js";

/** How wide the letters of Sarabun are (`botrian.exports.office_parts`). */
export const FACES: Readonly<Record<Weight, Face>>;
