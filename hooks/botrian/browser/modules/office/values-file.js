// The script that a page loads when a CSV file is asked for: it hands over what writes it.

import { valuesCsv } from "./values.js";

/** @import { TableWriter } from "./writer.js" */

/** @type {TableWriter} */
const writer = {
  selection: async (table, selection) => new TextEncoder().encode(valuesCsv(table, selection)),
  parts: (table, selection) => [{ name: "values.csv", content: valuesCsv(table, selection) }],
};
window.botrianOffice?.take("values", writer);
