import type { BookParts } from "../modules/office/book.js";

/** The parts of an Excel workbook that hold no content (`botrian.exports.office_parts`). */
export const BOOK: BookParts;
