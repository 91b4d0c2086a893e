// The builder: what is ticked goes into the address, the table below shows it, and the tools work on it as on any table.
// Cells come as the HTML that the build wrote (hooks/botrian/pages/builder.py), as on the pages of tables; only their
// markers get the numbers of this table. They come with the first place that is ticked.

import { around, element, every, must } from "../dom.js";
import { tellHeight } from "../embeds/height.js";
import { bring } from "../run.js";
import { Tools } from "./tools.js";

/** @import { State } from "./state.js" */

/** @typedef {{readonly id: string, readonly name: string, readonly type: string, readonly definition?: string, readonly unit?: string}} Dimension */

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
const cellOf = ({ h, a, s }, { name, unit, type }, markers) =>
  element(
    "td",
    {
      role: "cell",
      "data-label": unit ? `${name} (${unit})` : name,
      "data-type": type,
      "data-absent": a,
      "data-sort-value": s,
    },
    nodesOf(h, markers),
  );

/** @param {Cell | undefined} cell */
const knows = (cell) => cell !== undefined && (cell.a === undefined || cell.a === "none");

/** @param {Dimension} dimension */
const headOf = ({ id, name, type, definition, unit }) =>
  element(
    "th",
    { scope: "col", role: "columnheader", "data-type": type, "data-column": id, title: definition },
    name,
    ...(unit ? [" ", element("span", { class: "kb-unit" }, `(${unit})`)] : []),
  );

/**
 * Numbers the markers of a table, the same place in a source alike; gives each place's marker once.
 *
 * @param {HTMLTableElement} table
 */
const numbered = (table) => {
  /** @type {Map<string, HTMLElement>} */
  const cited = new Map();
  for (const marker of every(table, "a.kb-cite")) {
    const place = marker.title;
    if (!cited.has(place)) cited.set(place, marker);
    marker.textContent = `[${[...cited.keys()].indexOf(place) + 1}]`;
  }
  return [...cited.values()];
};

class Builder {
  /**
   * @param {HTMLFormElement} form
   * @param {Tools} tools
   */
  constructor(form, tools) {
    this.form = form;
    this.tools = tools;
    this.turn = 0;
    this.built = must(document, "[data-built]");
    form.hidden = false;
    this.listen();
    this.tick(tools.state);
    this.show();
  }

  /** @param {"rows" | "cols"} name */
  boxes(name) {
    return /** @type {HTMLInputElement[]} */ (every(this.form, `input[name="${name}"]`));
  }

  /** @param {"rows" | "cols"} name */
  ticked(name) {
    const ids = this.boxes(name).filter((box) => box.checked);
    return ids.map((box) => box.value);
  }

  /** @param {State} state */
  tick(state) {
    for (const name of /** @type {const} */ (["rows", "cols"])) {
      for (const box of this.boxes(name)) box.checked = state[name]?.includes(box.value) ?? false;
    }
    for (const details of this.form.querySelectorAll("details")) {
      if (details.querySelector(":checked")) details.open = true;
    }
  }

  // ---- the table -----------------------------------------------------------------------------------------

  /** @returns {Promise<Facts>} rejects where the facts do not come; then a later call asks anew */
  async facts() {
    await bring(this.form.dataset.file ?? "");
    if (!window.botrianFacts) throw new Error("no facts");
    return window.botrianFacts;
  }

  /**
   * @param {Facts} facts
   * @param {Place} place
   * @param {readonly Dimension[]} dimensions
   */
  row({ cells, silent, markers }, [id, name, address], dimensions) {
    const link = element("a", { href: `${this.form.dataset.home}${address}` }, name);
    return element(
      "tr",
      { role: "row", "data-row": id },
      element("th", { scope: "row", role: "rowheader" }, link),
      ...dimensions.map((dimension) => cellOf(cells[id][dimension.id] ?? silent, dimension, markers)),
    );
  }

  /**
   * @param {Facts} facts
   * @param {readonly Place[]} places
   * @param {readonly Dimension[]} dimensions
   */
  table(facts, places, dimensions) {
    const { caption = "", rowName = "" } = this.form.dataset;
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
      element("tbody", { role: "rowgroup" }, ...places.map((place) => this.row(facts, place, dimensions))),
    );
  }

  /** @param {readonly HTMLElement[]} cited markers */
  citationList(cited) {
    if (!cited.length) return [];
    const items = cited.map((marker) =>
      element("li", {}, element("a", { href: marker.getAttribute("href") }, marker.title)),
    );
    return [
      element("h2", { id: "built-citations" }, this.form.dataset.citations ?? ""),
      element("ol", { class: "kb-citations" }, ...items),
    ];
  }

  async show() {
    const mine = ++this.turn;
    const [rows, columns] = [this.ticked("rows"), this.ticked("cols")];
    const ready = rows.length > 0 && columns.length > 0;
    this.showCounts();
    this.say(ready ? "" : this.form.dataset.sayPick);
    if (!ready) this.drop();
    if (!rows.length) {
      this.showKnown([]);
      return;
    }
    try {
      const facts = await this.facts();
      if (mine !== this.turn) return;
      this.showKnown(rows, facts);
      if (ready) this.put(facts, rows, columns);
    } catch {
      if (mine !== this.turn || !ready) return;
      this.drop();
      this.say(this.form.dataset.sayLost);
    }
  }

  /** What stands in the place of the table, where there is none. */
  say(words = "") {
    const empty = must(document, "[data-built-empty]");
    empty.hidden = !words;
    empty.textContent = words;
  }

  drop() {
    this.built.replaceChildren();
    this.tools.dropTable();
  }

  /**
   * @param {Facts} facts
   * @param {readonly string[]} rows
   * @param {readonly string[]} columns
   */
  put(facts, rows, columns) {
    const places = facts.places.filter(([id]) => rows.includes(id));
    const dimensions = facts.dimensions.filter(({ id }) => columns.includes(id));
    const table = this.table(facts, places, dimensions);
    const about = { tabindex: 0, role: "region", "aria-labelledby": "built-caption" };
    const wrap = element("div", { class: "kb-table-wrap", ...about }, table);
    this.built.replaceChildren(wrap, ...this.citationList(numbered(table)));
    this.tools.setTable(table);
    // In an iframe a link must not put a whole page into the frame.
    if (this.tools.state.embed) every(this.built, "a").forEach(leadOut);
  }

  showCounts() {
    for (const details of this.form.querySelectorAll("details")) {
      const all = details.querySelectorAll("input").length;
      must(details, "[data-count]").textContent = `${details.querySelectorAll("input:checked").length}/${all}`;
    }
  }

  /**
   * Beside each topic of how many of the chosen places something is known: who picks one sees no column of silences.
   *
   * @param {readonly string[]} rows
   * @param {Facts} [facts]
   */
  showKnown(rows, facts) {
    const words = this.form.dataset.known ?? "";
    for (const box of this.boxes("cols")) {
      const known = rows.filter((id) => facts && knows(facts.cells[id]?.[box.value]));
      const told = words.replace("{}", String(known.length)).replace("{}", String(rows.length));
      must(box.parentElement ?? this.form, "[data-known-of]").textContent = rows.length ? told : "";
    }
  }

  // ---- listening -----------------------------------------------------------------------------------------

  /** An empty list in the address would read as "all" elsewhere; here nothing ticked is simply not named. */
  changed() {
    const [rows, cols] = [this.ticked("rows"), this.ticked("cols")];
    this.tools.shown = null;
    this.tools.change({ rows: rows.length ? rows : null, cols: cols.length ? cols : null });
    this.show();
  }

  listen() {
    const { form } = this;
    form.addEventListener("change", () => this.changed());
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("click", ({ target }) => {
      const button = around(target, "[data-all], [data-none]");
      if (!button) return;
      // All provinces; cases are taken one by one, and given up with the rest.
      const all = button.hasAttribute("data-all");
      for (const box of this.boxes("rows")) if (!all || !box.closest("details")) box.checked = all;
      this.changed();
    });
    addEventListener("popstate", () => {
      this.tick(this.tools.state);
      this.show();
    });
  }
}

/** @param {Element} link */
const leadOut = (link) => {
  link.setAttribute("target", "_blank");
  link.setAttribute("rel", "noopener");
};

/**
 * In an iframe: the same height message as that of the tables' own embeds.
 *
 * @param {Tools} tools
 */
const embed = (tools) => {
  document.documentElement.classList.add("kb-embedded");
  const from = must(document, "[data-embedded-from]");
  const link = must(from, "a");
  from.hidden = false;
  link.setAttribute("href", tools.link());
  leadOut(link);
  new ResizeObserver(() => tellHeight("build")).observe(document.body);
};

const form = document.querySelector("[data-builder]");
if (form instanceof HTMLFormElement) {
  const tools = new Tools(must(document, "[data-builder-tools]"));
  if (tools.state.embed) embed(tools);
  new Builder(form, tools);
}
