// The tools over a table: sort, filter, choose, compare, turn, copy, embed. They stand hidden on the page until this
// script shows them; without it the table is what it was.

import { around, element, must } from "../dom.js";
import { run } from "../run.js";
import { copy, copyLink, download } from "./along.js";
import { knownIn } from "./known.js";
import { cornerName, read } from "./model.js";
import { fillPicks, listOf, pickedIn, picksIn, showPicks } from "./picks.js";
import { emptyState, queryOf, sortedBy, stateOf } from "./state.js";
import { show } from "./view.js";

/** @import { EmbedDialog } from "./embed-dialog.js" */
/** @import { Model, View } from "./model.js" */
/** @import { State } from "./state.js" */

/** @typedef {{readonly model: Model, readonly view: View}} Shown */

const PAUSE = 200;

/**
 * @param {string} name of a saying, such as sort-by
 */
const attributeOf = (name) =>
  `say${name.replace(/(?:^|[-_])([a-z])/g, (_, /** @type {string} */ letter) => letter.toUpperCase())}`;

export class Tools {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.builder = root.hasAttribute("data-builder-tools");
    this.id = root.dataset.tableTools ?? "";
    this.site = root.dataset.site ?? "";
    this.state = stateOf(location.search);
    /** @type {Shown | null} */
    this.shown = null;
    /** @type {EmbedDialog | null} */
    this.dialog = null;
    this.listen();
  }

  /** @type {import("./view.js").Say} */
  say = (name, ...values) => {
    const words = this.root.dataset[attributeOf(name)] ?? name;
    return values.reduce((/** @type {string} */ text, value) => text.replace("{}", () => String(value)), words);
  };

  /** @param {string} name */
  tool(name) {
    return must(this.root, `[data-tool="${name}"]`);
  }

  /** @returns {Model} of the table that is shown; the tools are hidden while there is none */
  needed() {
    if (!this.shown) throw new Error("no table");
    return this.shown.model;
  }

  /** The ids of the rows that are shown, in their order. */
  shownRows() {
    return this.shown?.view.rows.map(({ id }) => id) ?? [];
  }

  // ---- the table -----------------------------------------------------------------------------------------

  /** @param {HTMLTableElement} table */
  setTable(table) {
    const model = read(table);
    this.state = knownIn(model, this.state, this.builder);
    for (const { th, id, name } of this.heads(model)) {
      const label = this.say("sort-by", name);
      // The header names the column already: its name is read with every cell, and not twice.
      const about = { "data-sort": id, "aria-label": this.say("sort-by", "").trim(), title: label };
      th.append(" ", element("button", { type: "button", class: "kb-sort", ...about }));
    }
    this.fillSort(model);
    fillPicks(this.root, { rows: model.rows, cols: model.columns });
    this.root.hidden = false;
    this.show(model);
  }

  /** The builder has no table: nothing is ticked. */
  dropTable() {
    this.shown = null;
    this.root.hidden = true;
  }

  /** @param {Model} model */
  heads(model) {
    return [{ th: model.corner, id: "name", name: cornerName(model) }, ...model.columns];
  }

  /** @param {Model} model */
  fillSort(model) {
    const options = this.heads(model).flatMap(({ id, name }) => [
      element("option", { value: id }, this.say("ascending", name)),
      element("option", { value: `-${id}` }, this.say("descending", name)),
    ]);
    const select = /** @type {HTMLSelectElement} */ (this.tool("sort"));
    select.replaceChildren(select.options[0], ...options);
  }

  // ---- showing -------------------------------------------------------------------------------------------

  /** @param {Model} model */
  show(model) {
    const { activeElement } = document;
    this.shown = { model, view: show(model, this.state, this.say) };
    // Moving a header takes the focus from its button.
    if (activeElement !== document.activeElement && activeElement instanceof HTMLElement && activeElement.isConnected) {
      activeElement.focus({ preventScroll: true });
    }
    this.showControls();
    this.tellStatus(this.shown);
  }

  showControls() {
    const { state } = this;
    const filter = /** @type {HTMLInputElement} */ (this.tool("filter"));
    if (filter.value !== state.q) filter.value = state.q;
    /** @type {HTMLSelectElement} */ (this.tool("sort")).value = state.sort;
    this.tool("diff").setAttribute("aria-pressed", String(state.diff));
    this.tool("full").setAttribute("aria-pressed", String(state.full));
    this.tool("turn").setAttribute("aria-pressed", String(state.turn));
    showPicks(this.root, state);
    // The same view in the other language.
    for (const link of document.querySelectorAll(".kb-languages a")) {
      if (link instanceof HTMLAnchorElement) link.search = queryOf(state);
    }
  }

  /** @param {Shown} shown */
  tellStatus({ model, view: { rows } }) {
    const all = model.rows.length;
    const { sort, diff } = this.state;
    const some = rows.length === all ? this.say("all-rows", all) : this.say("some-rows", rows.length, all);
    const words = [rows.length === 0 ? this.say("no-rows") : some];
    if (sort) {
      const { id, down } = sortedBy(sort);
      const name = model.columns.find((column) => column.id === id)?.name ?? cornerName(model);
      words.push(this.say(down ? "sorted-down" : "sorted-up", name));
      if (model.rows.some(({ group }) => group)) words.push(this.say("in-groups"));
    }
    if (diff && rows.length > 1) words.push(this.say("compared", rows[0].name));
    this.tell(words.join(" · "));
  }

  /** @param {string} words */
  tell(words) {
    must(this.root, "[data-status]").textContent = words;
  }

  // ---- changing ------------------------------------------------------------------------------------------

  /**
   * @param {Partial<State>} changes
   * @param {boolean} [step] whether the reader's Back button leads to what was before. Typing makes no steps.
   */
  change(changes, step = true) {
    this.state = { ...this.state, ...changes };
    const address = location.pathname + queryOf(this.state) + location.hash;
    history[step ? "pushState" : "replaceState"](null, "", address);
    if (this.shown) this.show(this.shown.model);
  }

  /** @param {string} id */
  sortBy(id) {
    /** @type {Record<string, string>} */
    const next = { [id]: `-${id}`, [`-${id}`]: "" };
    this.change({ sort: next[this.state.sort] ?? id });
  }

  reset() {
    const { rows, cols, embed } = this.state;
    this.change({ ...emptyState(), embed, ...(this.builder ? { rows, cols } : {}) });
  }

  // ---- taking it along -----------------------------------------------------------------------------------

  /**
   * The address of this view on the public site.
   *
   * @param {string} [language] its folder below the site's root
   */
  link(language = document.documentElement.lang === "en" ? "en/" : "") {
    const path = this.builder ? "tables/build/" : `tables/${this.id}/`;
    return this.site + language + path + queryOf({ ...this.state, embed: false });
  }

  /** The dialog that hands out code for other pages comes when somebody asks for it. */
  async openDialog() {
    try {
      if (!window.botrianEmbed) await run(`${this.root.dataset.home ?? ""}assets/tables-embed.js`);
      this.dialog ??= window.botrianEmbed?.(this) ?? null;
      this.dialog?.open();
    } catch {
      this.tell(this.say("not-made"));
    }
  }

  // ---- listening -----------------------------------------------------------------------------------------

  listen() {
    let pause = 0;
    const filter = /** @type {HTMLInputElement} */ (this.tool("filter"));
    filter.addEventListener("input", () => {
      clearTimeout(pause);
      pause = window.setTimeout(() => this.change({ q: filter.value.trim() }, false), PAUSE);
    });
    const sort = /** @type {HTMLSelectElement} */ (this.tool("sort"));
    sort.addEventListener("change", () => this.change({ sort: sort.value }));
    this.root.addEventListener("click", ({ target }) => this.pressed(target));
    for (const pick of picksIn(this.root)) {
      pick.addEventListener("change", () => this.change({ [listOf(pick)]: pickedIn(pick) }));
      pick.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !pick.open) return;
        pick.open = false;
        must(pick, "summary").focus();
      });
    }
    document.addEventListener("click", ({ target }) => this.pressedAnywhere(target));
    addEventListener("popstate", () => {
      this.state = stateOf(location.search);
      if (!this.shown) return;
      this.state = knownIn(this.shown.model, this.state, this.builder);
      this.show(this.shown.model);
    });
  }

  /** @param {EventTarget | null} target */
  pressedAnywhere(target) {
    // A whole header is its button, except for the links in it.
    const head = around(target, "[data-table-tools] ~ .kb-table-wrap th, [data-built] th");
    const button = head?.querySelector(":scope > .kb-sort");
    if (button instanceof HTMLElement && !around(target, "a")) this.sortBy(button.dataset.sort ?? "");
    for (const pick of picksIn(this.root)) {
      if (pick.open && !(target instanceof Node && pick.contains(target))) pick.open = false;
    }
  }

  /**
   * On a phone the tools for looking are folded away, so that the table comes first.
   *
   * @param {HTMLElement} button
   */
  unfold(button) {
    const open = this.root.classList.toggle("kb-tools--open");
    button.setAttribute("aria-expanded", String(open));
  }

  /** @param {EventTarget | null} target */
  pressed(target) {
    const pick = around(target, "[data-pick]");
    const all = around(target, "[data-all], [data-none]");
    if (pick && all) this.change({ [listOf(pick)]: all.hasAttribute("data-all") ? null : [] });
    const button = around(target, "[data-tool]");
    if (button && this.shown) this.use(button, this.shown);
  }

  /**
   * @param {HTMLElement} button
   * @param {Shown} shown
   */
  use(button, shown) {
    /** @type {Readonly<Record<string, () => void>>} */
    const does = {
      more: () => this.unfold(button),
      diff: () => this.change({ diff: !this.state.diff }),
      full: () => this.change({ full: !this.state.full }),
      turn: () => this.change({ turn: !this.state.turn }),
      reset: () => this.reset(),
      copy: () => void copy(this, shown),
      link: () => void copyLink(this),
      embed: () => void this.openDialog(),
      download: () => download(this, button.dataset.ending ?? "", shown),
    };
    does[button.dataset.tool ?? ""]?.();
  }
}
