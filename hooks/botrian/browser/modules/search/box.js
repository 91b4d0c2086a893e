// A search form enters; it leaves with suggestions under its box: results while typing, else what was searched lately.

import { element, every } from "../dom.js";
import { forgetQueries, recentQueries } from "./recent.js";
import { basis, marked } from "./shown.js";

/** @import { Result } from "./made.js" */
/** @import { Site } from "./entry.js" */

const SUGGESTIONS = 6;
const PAUSE = 50;
// Where no title holds what is typed, the whole index is asked, once somebody pauses this long.
const LONGER_PAUSE = 300;

/**
 * The address of the results page with a query.
 *
 * @param {string} query
 * @param {string} root
 */
const resultsAddress = (query, root) => {
  const address = new URL("search/", root);
  if (address.protocol === "file:") address.pathname += "index.html";
  address.searchParams.set("q", query);
  return address.href;
};

export class SearchBox {
  /**
   * @param {HTMLFormElement} form
   * @param {HTMLInputElement} input its box
   * @param {number} number of the form on its page
   * @param {Site} site
   */
  constructor(form, input, number, site) {
    this.form = form;
    this.input = input;
    this.site = site;
    this.turn = 0;
    this.timer = 0;
    this.chosen = -1;
    const id = `kb-suggestions-${number}`;
    const name = site.say("suggestions");
    this.list = element("ul", { id, class: "kb-suggestions", role: "listbox", "aria-label": name, hidden: true });
    this.said = element("span", { class: "kb-sr", role: "status", "aria-live": "polite" });
    form.append(this.list, this.said);
    const combobox = { role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false" };
    for (const [attribute, value] of Object.entries({ ...combobox, autocomplete: "off" })) {
      input.setAttribute(attribute, value);
    }
    this.listen();
  }

  options() {
    return every(this.list, "[role=option]");
  }

  // ---- the list ------------------------------------------------------------------------------------------

  close() {
    this.turn++;
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.chosen = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  /** @param {readonly Node[]} items */
  open(items) {
    this.list.replaceChildren(...items);
    this.options().forEach((option, at) => {
      option.id = `${this.list.id}-${at}`;
    });
    this.chosen = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.list.hidden = !items.length;
    this.input.setAttribute("aria-expanded", String(items.length > 0));
  }

  /** @param {1 | -1} step */
  choose(step) {
    const all = this.options();
    if (!all.length) return;
    all[this.chosen]?.removeAttribute("aria-selected");
    this.chosen = this.chosen < 0 && step < 0 ? all.length - 1 : (this.chosen + step + all.length) % all.length;
    const option = all[this.chosen];
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  // ---- what it holds -------------------------------------------------------------------------------------

  /**
   * @param {string} href
   * @param {...(Node | string)} children
   */
  option(href, ...children) {
    return element("li", { role: "option" }, element("a", { href, tabindex: "-1" }, ...children));
  }

  /** @param {Result} result */
  suggestion(result) {
    return this.option(
      new URL(result.url, this.site.root).href,
      element("span", { class: "kb-suggestion-title" }, ...marked(result.title)),
      element("span", { class: "kb-basis" }, basis(result, this.site)),
    );
  }

  async suggest() {
    const mine = ++this.turn;
    const query = this.input.value;
    const { say, root } = this.site;
    if (!query.trim()) return this.showRecent();
    try {
      const { find, titled } = await this.site.engine();
      let results = await titled(query, SUGGESTIONS);
      if (results && !results.length) {
        await new Promise((resolve) => setTimeout(resolve, LONGER_PAUSE));
        if (mine !== this.turn) return;
      }
      if (!results?.length) ({ results } = await find(query, { most: SUGGESTIONS }));
      if (mine !== this.turn || this.input.value !== query || document.activeElement !== this.input) return;
      const items = results.slice(0, SUGGESTIONS).map((result) => this.suggestion(result));
      if (items.length) items.push(this.option(resultsAddress(query, root), say("all_results", query.trim())));
      this.open(items);
      this.said.textContent = items.length ? say("suggestions_count", items.length) : "";
    } catch {
      if (mine === this.turn) this.close();
    }
  }

  showRecent() {
    const queries = recentQueries();
    if (!queries.length) return this.close();
    const { say, root } = this.site;
    const forget = element("button", { type: "button", class: "kb-forget" }, say("forget"));
    forget.addEventListener("click", () => {
      forgetQueries();
      this.close();
      this.input.focus();
    });
    this.open([
      element("li", { role: "presentation", class: "kb-suggestions-name" }, say("recent")),
      ...queries.map((query) => this.option(resultsAddress(query, root), query)),
      element("li", { role: "presentation" }, forget),
    ]);
  }

  // ---- listening -----------------------------------------------------------------------------------------

  listen() {
    const { form, input, list } = this;
    // Also while an input method composes: Thai on a phone composes nearly always.
    input.addEventListener("input", () => {
      this.turn++;
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.suggest(), PAUSE);
    });
    input.addEventListener("focus", () => this.wake());
    input.addEventListener("keydown", (event) => this.pressed(event));
    form.addEventListener("focusout", ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) this.close();
    });
    form.addEventListener("submit", () => this.close());
    // The list must not take the focus from the box before the click arrives.
    list.addEventListener("pointerdown", (event) => {
      if (event.target instanceof Element && event.target.closest("a")) event.preventDefault();
    });
  }

  wake() {
    this.site.styled();
    if (!this.input.value.trim()) this.showRecent();
    const coming = this.site.engine().then(({ ready }) => ready());
    coming.catch(() => {}); // What does not come now is asked for again when somebody types.
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    // Enter that ends a composition belongs to the input method.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (this.list.hidden) this.suggest();
      else this.choose(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && this.chosen >= 0) {
      event.preventDefault();
      this.options()[this.chosen].querySelector("a")?.click();
    }
  }
}
