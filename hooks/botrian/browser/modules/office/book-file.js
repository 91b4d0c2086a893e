// The script that a page loads when a workbook is asked for: it hands over what writes it, with all that it needs.

import { BOOK } from "#data/book.js";
import { FACES } from "#data/faces.js";
import { WORDS } from "#data/office-words.js";
import { bookEntries, bookFile } from "./book.js";
import { writerOf } from "./writer.js";

window.botrianOffice?.take(
  "book",
  writerOf(FACES, WORDS, {
    file: (printing) => bookFile(printing, BOOK),
    entries: (printing) => bookEntries(printing, BOOK),
  }),
);
