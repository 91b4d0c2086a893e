// The page of one table: its tools.

import { listenForShares } from "./share.js";
import { Tools } from "./tools.js";

listenForShares(document);

const root = document.querySelector("[data-table-tools]:not([data-builder-tools])");
if (root instanceof HTMLElement) {
  const table = document.getElementById(root.dataset.tableTools ?? "");
  if (table instanceof HTMLTableElement) new Tools(root).setTable(table);
}
