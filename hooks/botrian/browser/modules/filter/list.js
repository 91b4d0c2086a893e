// The filter of every list: words and choices narrow its entries down, and each choice says how many it would leave.
// What is chosen stands in the address, so that a list can be sent and Back finds it. Without this code every entry is
// there. An entry is an element with data-entry, and its values in further attributes; a group of them has data-shelf.

import { element, every, must } from "../dom.js";
import { run } from "../run.js";
import { fold } from "../text/keys.js";
import { paleRest } from "./map.js";
import { counted, passes } from "./passing.js";

/** @import { Asked, Entry } from "./passing.js" */

const PAUSE = 150;

/** @typedef {Omit<Entry, "words"> & {words: string, readonly shown: HTMLElement}} Listed */

/**
 * What can be hidden of a group: its fold, its heading and what stands between the two.
 *
 * @param {HTMLElement} shelf
 */
const wholeOf = (shelf) => {
  const whole = shelf.closest("details.kb-fold") ?? shelf;
  const found = [whole];
  for (let before = whole.previousElementSibling; before; before = before.previousElementSibling) {
    if (/^H[23]$/.test(before.tagName)) return [...found, before];
    if (before.tagName !== "P") break;
    found.push(before);
  }
  return [whole];
};

class Filter {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    // The question that a table answers stands in the list of all questions, with the same address.
    /** @type {Map<string | null, string>} */
    const questions = new Map(
      every(document, ".kb-questions a").map((link) => [link.getAttribute("href"), link.textContent]),
    );
    /** @type {readonly Listed[]} */
    this.entries = every(document, "[data-entry]").map((shown) => {
      const { dataset } = shown;
      const said = (shown.querySelector("[data-words]") ?? shown).textContent;
      return {
        shown,
        name: dataset.entry || shown.querySelector("[id]")?.id || "",
        words: fold(
          `${said} ${questions.get(shown.querySelector("a")?.getAttribute("href") ?? null) ?? ""}`.replace(/\s+/g, " "),
        ),
        values: dataset,
      };
    });
    this.names = new Set(this.entries.map(({ name }) => name));
    this.box = /** @type {HTMLInputElement} */ (must(form, "[name=q]"));
    this.selects = /** @type {HTMLSelectElement[]} */ (every(form, "select"));
    this.labels = new Map(
      this.selects.flatMap((one) => [...one.options]).map((option) => [option, option.textContent ?? ""]),
    );
    this.shelves = every(document, "[data-shelf]").map((shelf) => ({
      shelf,
      whole: wholeOf(shelf),
      opened: shelf.closest("details.kb-fold")?.hasAttribute("open") ?? false,
    }));
    this.more = form.dataset.more ?? "";
    this.read();
    form.hidden = false;
    this.show();
    this.listen();
    if (this.box.value) void this.bringMore();
  }

  /** What else the entries are called comes when somebody begins to look; where it does not, their names are looked through. */
  async bringMore() {
    const { more } = this;
    this.more = "";
    if (!more) return;
    try {
      await run(more);
    } catch {
      this.more = more;
      return;
    }
    for (const one of this.entries) {
      const words = window.botrianMore?.[one.name];
      if (!words) continue;
      one.words += ` ${fold(words)}`;
      (one.shown.lastElementChild ?? one.shown).append(element("br"), element("span", { class: "kb-basis" }, words));
    }
    this.show();
  }

  /** What the address asks for; what is no choice of ours stays unchosen. */
  read() {
    const asked = new URLSearchParams(location.search);
    this.box.value = asked.get("q") ?? "";
    for (const one of this.selects) {
      const value = asked.get(one.name) ?? "";
      one.value = [...one.options].some((option) => option.value === value) ? value : "";
    }
  }

  write() {
    const asked = new URLSearchParams();
    if (this.box.value.trim()) asked.set("q", this.box.value.trim());
    for (const { name, value } of this.selects) if (value) asked.set(name, value);
    const query = asked.toString();
    try {
      history.replaceState(null, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
    } catch {
      // Old browsers refuse to write addresses of local files: the list is narrowed down all the same.
    }
  }

  /** @returns {Asked} */
  asked() {
    return {
      words: fold(this.box.value.replace(/\s+/g, " ")),
      choices: Object.fromEntries(this.selects.map(({ name, value }) => [name, value])),
    };
  }

  show() {
    const asked = this.asked();
    /** @type {Set<string>} */
    const found = new Set();
    for (const one of this.entries) {
      one.shown.hidden = !passes(one, asked);
      if (!one.shown.hidden) found.add(one.name);
    }
    this.showShelves(this.box.value.trim() !== "" || this.selects.some(({ value }) => value));
    this.showCounts(asked);
    const { sayFound = "", sayNone = "", sayPale = "" } = this.form.dataset;
    const followed = { names: this.names, shown: found, values: this.valuesOf(asked) };
    paleRest(document, followed, asked.choices.province ?? "", sayPale);
    must(this.form, "[data-status]").textContent = found.size
      ? sayFound.replace("{}", () => String(found.size)).replace("{}", () => String(this.names.size))
      : sayNone;
  }

  /**
   * What is chosen in each choice; where nothing is, all that the entries have of it that are shown.
   *
   * @param {Asked} asked
   */
  valuesOf({ choices }) {
    const shown = this.entries.filter((one) => !one.shown.hidden);
    const values = Object.entries(choices).flatMap(([name, value]) =>
      value ? [value] : shown.flatMap((one) => (one.values[name] ?? "").split(" ")),
    );
    return new Set(values);
  }

  /**
   * Somebody who looks for something sees what is found, also in groups that are folded.
   *
   * @param {boolean} asking
   */
  showShelves(asking) {
    for (const { shelf, whole, opened } of this.shelves) {
      const empty = !shelf.querySelector("[data-entry]:not([hidden])");
      for (const one of whole) one.toggleAttribute("hidden", empty);
      const [first] = whole;
      if (first instanceof HTMLDetailsElement) first.open = asking || opened;
    }
  }

  /** @param {Asked} asked */
  showCounts(asked) {
    for (const { name, value, options } of this.selects) {
      const counts = counted(this.entries, asked, name);
      for (const option of options) {
        if (!option.value) continue;
        const count = counts.get(option.value) ?? 0;
        option.textContent = `${this.labels.get(option)} (${count})`;
        option.disabled = !count && option.value !== value;
      }
    }
  }

  change() {
    this.write();
    this.show();
  }

  listen() {
    let pause = 0;
    this.form.addEventListener("focusin", () => void this.bringMore());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.box.addEventListener("input", () => {
      clearTimeout(pause);
      pause = window.setTimeout(() => this.change(), PAUSE);
    });
    this.form.addEventListener("change", () => this.change());
    this.form.addEventListener("reset", () => setTimeout(() => this.change()));
    addEventListener("popstate", () => {
      this.read();
      this.show();
    });
  }
}

const form = typeof document === "undefined" ? null : document.querySelector("[data-list-filter]");
if (form instanceof HTMLFormElement) new Filter(form);
