// The builder: what is ticked goes into the address, the table below shows it, and the tools work on it as on any table.
// Cells come as the HTML that the build wrote (hooks/botrian/pages/builder.py), as on the pages of tables; only their
// markers get the numbers of this table. They come with the first place that is ticked.

import { around, element, every, must } from "../dom.js";
import { tellHeight } from "../embeds/height.js";
import { bring } from "../run.js";
import { citationList, knows, numbered, tableOf } from "./facts-table.js";
import { Tools } from "./tools.js";

/** @import { Facts } from "./facts-table.js" */
/** @import { State } from "./state.js" */

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
    const table = tableOf(facts, places, dimensions, this.form.dataset);
    const about = { tabindex: 0, role: "region", "aria-labelledby": "built-caption" };
    const wrap = element("div", { class: "kb-table-wrap", ...about }, table);
    this.built.replaceChildren(wrap, ...citationList(numbered(table), this.form.dataset.citations ?? ""));
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
