// The dialog that hands out a table: code for a web page, a plain link, and what it will look like.

import { around, element, every, must } from "../dom.js";
import { toClipboard } from "./clipboard.js";
import { captionOf } from "./model.js";
import { queryOf } from "./state.js";

/** @import { Tools } from "./tools.js" */

const LEAST_HEIGHT = 200;
const MOST_HEIGHT = 2000;
const USUAL_HEIGHT = 480;
const PAUSE = 250;

/** @param {string} text */
const attribute = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * @param {string} address
 * @param {string} title
 * @param {number} height
 */
export const codeOf = (address, title, height) =>
  `<iframe src="${attribute(address)}" title="${attribute(title)}" ` +
  `width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`;

/**
 * One script for a whole page: it gives each of our iframes the height that its table tells.
 *
 * @param {string} site
 */
const hostScript = (site) => `\n<script src="${attribute(site)}assets/embed-host.js" async></script>`;

/**
 * Frozen copies. A copy is a hash, or a hash with the words that tell it from the others.
 *
 * @param {string} list as JSON
 * @returns {{hash: string, words?: string}[]}
 */
export const copiesOf = (list) => {
  try {
    return JSON.parse(list || "[]").map((/** @type {any} */ one) => (typeof one === "string" ? { hash: one } : one));
  } catch {
    return [];
  }
};

/** @typedef {HTMLSelectElement | HTMLInputElement} Field */

export class EmbedDialog {
  /** @param {Tools} tools */
  constructor(tools) {
    this.tools = tools;
    this.dialog = /** @type {HTMLDialogElement} */ (must(tools.root, "[data-embed]"));
    this.copies = copiesOf(tools.root.dataset.frozen ?? "");
    this.list = this.dialog.querySelector("[data-embed-columns] [data-list]");
    this.field("language").value = document.documentElement.lang;
    this.listen();
  }

  /**
   * @param {string} name
   * @returns {Field}
   */
  field(name) {
    return /** @type {Field} */ (must(this.dialog, `[data-embed-field="${name}"]`));
  }

  // ---- what is chosen ------------------------------------------------------------------------------------

  frozen() {
    return this.dialog.querySelector("[name=embed-kind][value=frozen]:checked") !== null;
  }

  /** The folder of the chosen language, below the site's root. */
  language() {
    return this.field("language").value === "en" ? "en/" : "";
  }

  /** The chosen columns; null where all are shown. */
  columns() {
    if (!this.list) return null;
    const boxes = /** @type {HTMLInputElement[]} */ (every(this.list, "input"));
    const on = boxes.filter((box) => box.checked);
    return on.length === boxes.length || !on.length ? null : on.map((box) => box.value);
  }

  queryOfLive() {
    if (this.tools.builder) return queryOf({ ...this.tools.state, embed: true });
    // The embed's own words (embeds/embed.js).
    const shown = this.columns();
    const { state } = this.tools;
    // Rows as they are chosen, found and sorted on the page; a frozen copy shows all that it holds.
    const some = !this.frozen() && (state.rows || state.q || state.sort);
    const rows = some ? this.tools.shownRows() : [];
    const theme = this.field("theme").value;
    const first = this.frozen() ? 0 : Math.floor(Number(this.field("first").value));
    const parts = [
      shown && `columns=${shown.join(",")}`,
      rows.length && `rows=${rows.join(",")}`,
      state.full && !this.frozen() && "full=1",
      state.turn && "turn=1",
      theme && `theme=${theme}`,
      first >= 1 && `first=${first}`,
    ].filter(Boolean);
    return parts.length ? `?${parts.join("&")}` : "";
  }

  /** Below the site's root, without the file that file:// needs. */
  embedPath() {
    const { builder, id } = this.tools;
    if (builder) return `${this.language()}tables/build/`;
    const embed = this.frozen() ? `frozen/${id}/${this.field("copy").value}` : `tables/${id}`;
    return `${this.language()}embed/${embed}/`;
  }

  pageLink() {
    const { builder, site } = this.tools;
    if (this.frozen() && !builder) return site + this.embedPath();
    return this.tools.link(this.language());
  }

  // ---- what is shown -------------------------------------------------------------------------------------

  refresh() {
    const { site } = this.tools;
    must(this.dialog, "[data-copies]").hidden = !this.frozen();
    const first = this.dialog.querySelector("[data-embed-first]");
    if (first instanceof HTMLElement) first.hidden = this.frozen();
    const asked = Number(this.field("height").value) || USUAL_HEIGHT;
    const height = Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, asked));
    const address = site + this.embedPath() + this.queryOfLive();
    const grows = this.dialog.querySelector('[data-embed-field="grows"]:checked');
    const code = codeOf(address, captionOf(this.tools.needed()), height) + (grows ? hostScript(site) : "");
    /** @type {HTMLTextAreaElement} */ (must(this.dialog, "[data-embed-code]")).value = code;
    /** @type {HTMLInputElement} */ (must(this.dialog, "[data-embed-link]")).value = this.pageLink();
    this.preview(height);
    const count = this.dialog.querySelector("[data-embed-columns] [data-count]");
    const all = this.tools.needed().columns.length;
    if (count) count.textContent = `${this.columns()?.length ?? all}/${all}`;
  }

  /** @param {number} height */
  preview(height) {
    const file = location.protocol === "file:" ? "index.html" : "";
    const frame = /** @type {HTMLIFrameElement} */ (must(this.dialog, "[data-embed-preview]"));
    const path = (this.tools.root.dataset.root ?? "") + this.embedPath() + file + this.queryOfLive();
    const src = new URL(path, location.href).href;
    // Setting the same address again would load it again.
    if (frame.src !== src) frame.src = src;
    frame.style.height = `${height}px`;
  }

  fill() {
    must(this.dialog, "[data-when-frozen]").hidden = !this.copies.length || this.tools.builder;
    const newestFirst = [...this.copies].reverse();
    const options = newestFirst.map(({ hash, words }) => element("option", { value: hash }, words ?? hash));
    this.field("copy").replaceChildren(...options);
    const shown = this.tools.state.cols;
    const boxes = this.tools.needed().columns.map(({ id, name }) => {
      const box = element("input", { type: "checkbox", value: id });
      box.checked = !shown || shown.includes(id);
      return element("label", {}, box, ` ${name}`);
    });
    this.list?.replaceChildren(...boxes);
  }

  open() {
    this.fill();
    must(this.dialog, "[data-embed-status]").textContent = "";
    this.dialog.showModal();
    this.refresh();
  }

  // ---- listening -----------------------------------------------------------------------------------------

  listen() {
    let pause = 0;
    this.dialog.addEventListener("input", () => {
      clearTimeout(pause);
      pause = window.setTimeout(() => this.refresh(), PAUSE);
    });
    this.dialog.addEventListener("change", () => {
      clearTimeout(pause);
      this.refresh();
    });
    this.dialog.addEventListener("click", ({ target }) => this.pressed(target));
  }

  /** @param {EventTarget | null} target */
  async pressed(target) {
    // A click beside the dialog closes it, as Escape does.
    if (target === this.dialog) this.dialog.close();
    const of = around(target, "[data-copy-of]")?.dataset.copyOf;
    if (!of) return;
    const box = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (must(this.dialog, `#${of}`));
    box.select();
    const done = await toClipboard({ "text/plain": box.value });
    const said = this.tools.say(done ? "copied-text" : "not-copied");
    must(this.dialog, "[data-embed-status]").textContent = said;
  }
}
