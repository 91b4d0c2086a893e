// A table's model and a state go in; the table on the page shows it. Cells are moved, never copied, so that links,
// anchors and the state of a screen reader stay with them.

import { element, every } from "../dom.js";
import { chosen } from "./model.js";

/** @import { Cell, Model, View } from "./model.js" */
/** @import { State } from "./state.js" */

/** @typedef {(name: string, ...values: (string | number)[]) => string} Say */

/**
 * @param {HTMLTableCellElement} th
 * @param {"col" | "row"} scope
 */
const asHeader = (th, scope) => {
  th.scope = scope;
  th.setAttribute("role", scope === "col" ? "columnheader" : "rowheader");
  return th;
};

/**
 * @param {readonly HTMLTableCellElement[]} cells
 * @param {HTMLTableRowElement} [tr]
 */
const line = (cells, tr = element("tr", { role: "row" })) => {
  tr.replaceChildren(...cells);
  return tr;
};

/**
 * @param {Cell} cell
 * @param {string} label
 */
const labelled = ({ td }, label) => {
  td.dataset.label = label;
  return td;
};

/**
 * The heading row and the bodies of a view, a body for each group.
 *
 * @param {Model} model
 * @param {View} view
 * @returns {[HTMLTableRowElement, HTMLTableSectionElement[]]}
 */
const upright = (model, { rows, columns }) => {
  const head = line([model.corner, ...columns.map(({ th }) => asHeader(th, "col"))]);
  /** @type {HTMLTableSectionElement[]} */
  const bodies = [];
  /** @type {HTMLTableRowElement | null | undefined} */
  let group;
  for (const row of rows) {
    if (row.group !== group || !bodies.length) {
      group = row.group;
      bodies.push(element("tbody", { role: "rowgroup" }));
      if (group) {
        group.cells[0].colSpan = columns.length + 1;
        bodies.at(-1)?.append(group);
      }
    }
    row.tr.id = row.anchor;
    row.th.removeAttribute("id");
    const cells = columns.map(({ at }) => labelled(row.cells[at], row.cells[at].label ?? ""));
    bodies.at(-1)?.append(line([asHeader(row.th, "row"), ...cells], row.tr));
  }
  return [head, bodies];
};

/**
 * Rows become columns. Their group, which has no line of its own any more, goes into their headers.
 *
 * @param {Model} model
 * @param {View} view
 * @returns {[HTMLTableRowElement, HTMLTableSectionElement[]]}
 */
const turned = (model, { rows, columns }) => {
  const body = element("tbody", { role: "rowgroup" });
  const heads = rows.map((row) => {
    if (row.anchor) row.th.id = row.anchor;
    if (row.group) row.th.append(element("span", { class: "kb-mark" }, row.group.textContent?.trim() ?? ""));
    return asHeader(row.th, "col");
  });
  for (const { th, at } of columns) {
    body.append(line([asHeader(th, "row"), ...rows.map((row) => labelled(row.cells[at], row.name))]));
  }
  return [line([model.corner, ...heads]), [body]];
};

/**
 * @param {Cell} cell
 * @param {string} word
 * @param {"same" | "differs"} kind
 */
const mark = ({ td }, word, kind) => {
  td.classList.add(`kb-cell--${kind}`);
  td.append(" ", element("span", { class: "kb-mark" }, word));
};

/** @param {Model} model */
const clear = ({ table, rows }) => {
  for (const one of every(table, ".kb-mark")) {
    if (one.previousSibling?.nodeValue === " ") one.previousSibling.remove();
    one.remove();
  }
  for (const { td } of rows.flatMap(({ cells }) => cells)) td.classList.remove("kb-cell--same", "kb-cell--differs");
};

/**
 * Each cell against that of the first row: a word in the cell, and a look that only repeats the word.
 *
 * @param {View} view
 * @param {Say} say
 */
const compare = ({ rows, columns }, say) => {
  const [first, ...others] = rows;
  first.th.append(" ", element("span", { class: "kb-mark" }, say("base")));
  for (const row of others) {
    for (const { at } of columns) {
      const kind = first.cells[at].text === row.cells[at].text ? "same" : "differs";
      mark(row.cells[at], say(kind), kind);
    }
  }
};

/**
 * @param {Model} model
 * @param {string} sort
 */
const showSort = (model, sort) => {
  for (const { th, id } of [{ th: model.corner, id: "name" }, ...model.columns]) {
    if (sort === id) th.setAttribute("aria-sort", "ascending");
    else if (sort === `-${id}`) th.setAttribute("aria-sort", "descending");
    else th.removeAttribute("aria-sort");
  }
};

/**
 * @param {Model} model
 * @param {State} state
 * @param {Say} say
 * @returns {View}
 */
export const show = (model, state, say) => {
  const view = chosen(model, state);
  const { table } = model;
  clear(model);
  const [head, bodies] = state.turn ? turned(model, view) : upright(model, view);
  table.tHead?.replaceChildren(head);
  for (const body of [...table.tBodies]) body.remove();
  table.append(...bodies);
  table.classList.toggle("kb-table--turned", state.turn);
  if (state.diff && view.rows.length > 1) compare(view, say);
  showSort(model, state.sort);
  return view;
};
