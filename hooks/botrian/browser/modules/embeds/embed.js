// Inside an embedded table: theme, columns, rows and the first of them from the address, height told to the page around,
// and, in a frozen copy, what has changed since. The table reads well without any of it.

import { element, every } from "../dom.js";
import { tellHeight } from "./height.js";

/** @typedef {{readonly id: string, readonly name: string}} Named */

/**
 * What is needed of the JSON of a table (hooks/botrian/exports/json_file.py).
 *
 * @typedef {object} Live
 * @property {string} title
 * @property {string} answer
 * @property {readonly Named[]} columns
 * @property {readonly (Named & {readonly cells: readonly {readonly text: string}[]})[]} rows
 */

/**
 * @typedef {{readonly cell: HTMLElement, readonly row: string, readonly column: string, readonly was: string, readonly now: string}} Changed
 */

const root = document.documentElement;
const asked = new URLSearchParams(location.search);
const theme = asked.get("theme") ?? "";
if (["light", "dark", "auto", "transparent"].includes(theme)) root.dataset.theme = theme;

const tellOwnHeight = () => tellHeight(document.body.dataset.table ?? "");

const heads = () => every(document, "thead th[data-column]");
const rows = () => every(document, "tr[data-row]");

/**
 * Show only the columns that ?columns=a,b names; names that are not there are passed over.
 *
 * @param {readonly string[]} wanted
 */
const chooseColumns = (wanted) => {
  const shown = heads().map((head) => wanted.includes(head.dataset.column ?? ""));
  if (!shown.includes(true)) return;
  for (const cells of [heads(), ...rows().map((row) => every(row, "td"))]) {
    cells.forEach((cell, place) => {
      cell.hidden = !shown[place];
    });
  }
  const width = shown.filter(Boolean).length + 1;
  for (const head of every(document, ".group th")) head.setAttribute("colspan", String(width));
};

/**
 * Show only the rows that ?rows=a,b names, in that order where they stand in no groups; names that are not there are
 * passed over.
 *
 * @param {readonly string[]} wanted
 */
const chooseRows = (wanted) => {
  const byId = new Map(rows().map((row) => [row.dataset.row ?? "", row]));
  const chosen = wanted.flatMap((id) => byId.get(id) ?? []);
  if (!chosen.length) return;
  for (const row of byId.values()) row.hidden = !chosen.includes(row);
  if (!document.querySelector(".group")) for (const row of chosen) row.parentElement?.append(row);
};

/** Hide the rows of which, in the columns shown, no source says anything; copies of the first format do not tell. */
const hideSilent = () => {
  for (const row of rows()) {
    const cells = every(row, "td").filter((cell) => !cell.hidden);
    if (cells.length && cells.every((cell) => cell.classList.contains("silent"))) row.hidden = true;
  }
};

/**
 * Rows become columns and columns rows, as on the page of the table: only what is shown. A group, which has no line of
 * its own any more, goes into the heads. The cells are moved, not made anew, so that their marks, and what changed in
 * them, stay.
 */
const turn = () => {
  const table = document.querySelector("table");
  let group = "";
  const groups = new Map(
    every(document, "tbody tr").flatMap((row) => {
      if (row.classList.contains("group")) group = nameOf(row);
      return row.dataset.row && group ? [[row, group]] : [];
    }),
  );
  const shown = rows().filter((row) => !row.hidden);
  const columns = heads().filter((head) => !head.hidden);
  if (!table || !shown.length || !columns.length) return;
  const cells = shown.map((row) => every(row, "td").filter((cell) => !cell.hidden));
  const names = shown.map(nameOf);
  const corner = element("td", { role: "cell" });
  const newHeads = shown.map((row) => {
    const head = element("th", { scope: "col", role: "columnheader", "data-column": row.dataset.row ?? "" });
    head.append(...(row.querySelector("th")?.childNodes ?? []));
    const within = groups.get(row);
    if (within) head.append(" ", element("small", {}, within));
    return head;
  });
  const newRows = columns.map((column, at) => {
    const head = element("th", { scope: "row", role: "rowheader" });
    head.append(...column.childNodes);
    const moved = cells.map((row, place) => {
      row[at].dataset.label = names[place];
      return row[at];
    });
    return element("tr", { role: "row", "data-row": column.dataset.column ?? "" }, head, ...moved);
  });
  table.tHead?.replaceChildren(element("tr", { role: "row" }, corner, ...newHeads));
  for (const body of [...table.tBodies].slice(1)) body.remove();
  table.tBodies[0].replaceChildren(...newRows);
};

/** A group without a row that is shown stays away. */
const hideEmptyGroups = () => {
  /** @type {HTMLElement | null} */
  let group = null;
  for (const row of every(document, "tbody tr")) {
    if (row.classList.contains("group")) {
      group = row;
      group.hidden = true;
    } else if (group && !row.hidden) group.hidden = false;
  }
};

/**
 * Show only the first rows, and a button that shows the others; a group without a row that is shown stays away too.
 * Copies of the first format have no word for the button: they show all they have.
 *
 * @param {number} count
 */
const showFirst = (count) => {
  const all = rows().filter((row) => !row.hidden);
  const words = document.body.dataset.sayShowAll;
  if (!words || !(count >= 1) || count >= all.length) return;
  const last = all[count - 1];
  const later = every(document, "tbody tr").filter(
    (row) => !row.hidden && last.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  for (const row of later) row.hidden = true;
  const button = element(
    "button",
    { type: "button", class: "all" },
    words.replace("{}", () => String(all.length)),
  );
  button.addEventListener("click", () => {
    for (const row of later) row.hidden = false;
    button.remove();
    // The button is gone: whoever reads by keyboard goes on at the first row that came.
    all[count].tabIndex = -1;
    all[count].focus();
    tellOwnHeight();
  });
  document.querySelector(".scroll")?.after(button);
};

/**
 * The lines of a cell as one text, as the JSON of the table has it.
 *
 * @param {Node} cell
 */
const textOf = (cell) =>
  [...cell.childNodes].map((node) => (node.nodeName === "BR" ? "\n" : (node.textContent ?? ""))).join("");

/** @param {HTMLElement} row */
const nameOf = (row) => row.querySelector("th")?.textContent ?? "";

/**
 * The cells that stand on this page and in the live table, and differ.
 *
 * @param {Live} live
 * @returns {Changed[]}
 */
const changedCells = (live) => {
  const liveRows = new Map(live.rows.map((row) => [row.id, row]));
  const places = new Map(live.columns.map((column, place) => [column.id, place]));
  const columns = heads();
  return rows().flatMap((row) => {
    const liveRow = liveRows.get(row.dataset.row ?? "");
    if (!liveRow) return [];
    return every(row, "td").flatMap((cell, number) => {
      const place = places.get(columns[number].dataset.column ?? "");
      if (place === undefined) return [];
      const [was, now] = [textOf(cell), liveRow.cells[place].text];
      return was === now ? [] : [{ cell, row: nameOf(row), column: columns[number].textContent, was, now }];
    });
  });
};

/**
 * A saying of the page, with its words.
 *
 * @param {string} name
 * @param {string} [words]
 */
const say = (name, words = "") => (document.body.dataset[`say${name}`] ?? "").replace("{}", () => words);

/**
 * What came and went since the copy was made, in words: rows, then columns.
 *
 * @param {Live} live
 */
const cameAndWent = (live) => {
  const [ownRows, ownColumns] = [rows(), heads()];
  // A copy that shows a part of its table cannot know what is new.
  const whole = !("cut" in document.body.dataset);
  /** @type {(list: readonly Named[], own: readonly (string | undefined)[]) => string[]} */
  const added = (list, own) => (whole ? list.filter(({ id }) => !own.includes(id)).map(({ name }) => name) : []);
  /** @type {(list: readonly Named[], id: string | undefined) => boolean} */
  const has = (list, id) => list.some((one) => one.id === id);
  const rowIds = ownRows.map((row) => row.dataset.row);
  const columnIds = ownColumns.map((head) => head.dataset.column);
  return [
    ...added(live.rows, rowIds).map((name) => say("RowAdded", name)),
    ...ownRows.filter((_, at) => !has(live.rows, rowIds[at])).map((row) => say("RowRemoved", nameOf(row))),
    ...added(live.columns, columnIds).map((name) => say("ColumnAdded", name)),
    ...ownColumns
      .filter((_, at) => !has(live.columns, columnIds[at]))
      .map((head) => say("ColumnRemoved", head.textContent)),
  ];
};

/**
 * The sentence above the table and its title, where they read otherwise now.
 *
 * @param {Live} live
 */
const changedWords = ({ title, answer }) => {
  /** @type {[string, string | undefined][]} */
  const words = [
    ["caption", title],
    [".answer", answer],
  ];
  return words.flatMap(([place, now]) => {
    const was = document.querySelector(place)?.textContent ?? "";
    return now === undefined || was === now ? [] : [`${say("Was")} “${was}” ${say("Now")} “${now}”`];
  });
};

/** @param {Live} live */
const showDifferences = (live) => {
  const cells = changedCells(live);
  const other = [...changedWords(live), ...cameAndWent(live)];
  const count = cells.length;
  if (count === 0 && other.length === 0) {
    document.querySelector(".frozen")?.append(` · ${say("Same")}`);
    return;
  }
  const headline = count === 1 ? say("ChangedOne", "1") : count ? say("Changed", String(count)) : "";
  const changes = cells.map(({ cell, row, column, was, now }) => {
    cell.classList.add("changed");
    return `${row} · ${column}: ${say("Was")} “${was}” ${say("Now")} “${now}”`;
  });
  const items = [...changes, ...other].map((text) => element("li", {}, text));
  document.querySelector(".changes")?.append(element("strong", {}, headline), element("ul", {}, ...items));
};

/** A frozen copy asks for the live table. Where that is gone, or not to be had, the copy stays as it is. */
const compare = async () => {
  const address = document.body.dataset.live;
  if (!address) return;
  try {
    const answer = await fetch(address, { credentials: "omit" });
    if (answer.ok) showDifferences(await answer.json());
  } catch {
    // Offline, moved, or not allowed from here: see above.
  }
};

document.addEventListener("DOMContentLoaded", async () => {
  tellOwnHeight();
  if ("ResizeObserver" in window) new ResizeObserver(tellOwnHeight).observe(document.body);
  await compare();
  const columns = asked.get("columns");
  if (columns) chooseColumns(columns.split(","));
  const wanted = asked.get("rows");
  if (wanted) chooseRows(wanted.split(","));
  if (asked.get("full") === "1") hideSilent();
  if (asked.get("turn") === "1") turn();
  hideEmptyGroups();
  showFirst(Number(asked.get("first")));
  root.dataset.ready = "";
  tellOwnHeight();
});
addEventListener("load", tellOwnHeight);
