// The page of one table: its tools.

import { Tools } from "./tools.js";

const root = document.querySelector("[data-table-tools]:not([data-builder-tools])");
if (root instanceof HTMLElement) {
  const table = document.getElementById(root.dataset.tableTools ?? "");
  if (table instanceof HTMLTableElement) new Tools(root).setTable(table);
}
