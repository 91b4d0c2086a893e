// The builder's table: what the build wrote of each cell, the chosen places and topics go in; a table and the list of
// what its markers cite come out.

import { element, every } from "../dom.js";

/** @typedef {{readonly id: string, readonly name: string, readonly type: string, readonly definition?: string, readonly heading: string}} Dimension */

/**
 * HTML: a text, or pieces of one with the numbers of the markers between them.
 *
 * @typedef {string | readonly (string | number)[]} Html
 */

/**
 * A cell: its HTML, why it is empty, and what it is sorted by where that is not its text.
 *
 * @typedef {{readonly h: Html, readonly a?: string, readonly s?: string}} Cell
 */

/**
 * A place: its id, name and address below the language's root.
 *
 * @typedef {readonly [string, string, string]} Place
 */

/**
 * @typedef {object} Facts
 * @property {readonly Dimension[]} dimensions
 * @property {readonly Place[]} places
 * @property {Readonly<Record<string, Readonly<Record<string, Cell>>>>} cells by place and dimension
 * @property {Cell} silent the cell where the sources say nothing
 * @property {readonly string[]} markers
 */

/**
 * What has been written by the build, as nodes. Never anything that comes from the address or from a reader.
 *
 * @param {Html} html
 * @param {readonly string[]} markers
 */
const nodesOf = (html, markers) => {
  const pieces = typeof html === "string" ? [html] : html;
  const holder = document.createElement("template");
  holder.innerHTML = pieces.map((piece) => (typeof piece === "number" ? markers[piece] : piece)).join("");
  return holder.content;
};

/**
 * @param {Cell} cell
 * @param {Dimension} dimension
 * @param {readonly string[]} markers
 */
const cellOf = ({ h, a, s }, { heading, type }, markers) =>
  element(
    "td",
    {
      role: "cell",
      "data-label": heading,
      "data-type": type,
      "data-absent": a,
      "data-sort-value": s,
    },
    nodesOf(h, markers),
  );

/** @param {Cell | undefined} cell */
export const knows = (cell) => cell !== undefined && (cell.a === undefined || cell.a === "none");

/** @param {Dimension} dimension */
const headOf = ({ id, heading, type, definition }) =>
  element(
    "th",
    { scope: "col", role: "columnheader", "data-type": type, "data-column": id, title: definition },
    heading,
  );

/**
 * Numbers the markers of a table, the same place in a source alike; gives each place's marker once.
 *
 * @param {HTMLTableElement} table
 */
export const numbered = (table) => {
  /** @type {Map<string, HTMLElement>} */
  const cited = new Map();
  for (const marker of every(table, "a.kb-cite")) {
    const place = marker.title;
    if (!cited.has(place)) cited.set(place, marker);
    marker.textContent = `[${[...cited.keys()].indexOf(place) + 1}]`;
  }
  return [...cited.values()];
};

/**
 * @param {Facts} facts
 * @param {Place} place
 * @param {readonly Dimension[]} dimensions
 * @param {string} home the address of the language's root
 */
const rowOf = ({ cells, silent, markers }, [id, name, address], dimensions, home) =>
  element(
    "tr",
    { role: "row", "data-row": id },
    element("th", { scope: "row", role: "rowheader" }, element("a", { href: `${home}${address}` }, name)),
    ...dimensions.map((dimension) => cellOf(cells[id][dimension.id] ?? silent, dimension, markers)),
  );

/**
 * The table of some places by some topics; its words come from the builder's form.
 *
 * @param {Facts} facts
 * @param {readonly Place[]} places
 * @param {readonly Dimension[]} dimensions
 * @param {DOMStringMap} words `caption`, with `{}` for the places, `rowName` and `home`
 */
export const tableOf = (facts, places, dimensions, { caption = "", rowName = "", home = "" }) => {
  const names = places.map(([, name]) => name).join(" · ");
  const corner = element("th", { scope: "col", role: "columnheader" }, rowName);
  return element(
    "table",
    { class: "kb-table", role: "table" },
    element(
      "caption",
      { id: "built-caption" },
      caption.replace("{}", () => names),
    ),
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, corner, ...dimensions.map(headOf))),
    element("tbody", { role: "rowgroup" }, ...places.map((place) => rowOf(facts, place, dimensions, home))),
  );
};

/**
 * The heading and list of what the markers of a table cite; nothing where there are none.
 *
 * @param {readonly HTMLElement[]} cited markers
 * @param {string} heading
 */
export const citationList = (cited, heading) => {
  if (!cited.length) return [];
  const items = cited.map((marker) =>
    element("li", {}, element("a", { href: marker.getAttribute("href") }, marker.title)),
  );
  return [element("h2", { id: "built-citations" }, heading), element("ol", { class: "kb-citations" }, ...items)];
};
