// The gallery of tables: words, a theme, a kind and a size narrow the cards down. What is chosen stands in the address,
// so that a list can be sent. Without this code every card is there.

import { every, must } from "../dom.js";
import { fold } from "../text/keys.js";

const PAUSE = 150;
const CHOICES = /** @type {const} */ (["theme", "kind", "size"]);

/** @typedef {{readonly card: HTMLElement, readonly words: string, readonly values: DOMStringMap}} Card */

/**
 * Whether a card holds every word that is looked for, in any order; numbers and spellings as the search takes them.
 *
 * @param {string} words folded
 * @param {string} asked folded
 */
const holds = (words, asked) =>
  asked
    .split(" ")
    .filter(Boolean)
    .every((word) => words.includes(word));

class Gallery {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    // The question that a table answers stands in the list of all questions, with the same address.
    /** @type {Map<string | null, string>} */
    const questions = new Map(
      every(document, ".kb-questions a").map((link) => [link.getAttribute("href"), link.textContent]),
    );
    /** @type {readonly Card[]} */
    this.cards = every(document, ".kb-gallery > .kb-card").map((card) => ({
      card,
      // What stands in the card before its files, and the question.
      words: fold(
        `${must(card, "[data-words]").textContent} ${questions.get(must(card, "h3 a").getAttribute("href"))}`.replace(
          /\s+/g,
          " ",
        ),
      ),
      values: card.dataset,
    }));
    this.box = /** @type {HTMLInputElement} */ (must(form, "[name=q]"));
    this.read();
    form.hidden = false;
    this.show();
    this.listen();
  }

  /** @param {string} name */
  choice(name) {
    return /** @type {HTMLSelectElement} */ (must(this.form, `[name=${name}]`));
  }

  /** What the address asks for; what is no choice of ours stays unchosen. */
  read() {
    const asked = new URLSearchParams(location.search);
    this.box.value = asked.get("q") ?? "";
    for (const name of CHOICES) {
      const known = [...this.choice(name).options].some(({ value }) => value === asked.get(name));
      this.choice(name).value = known ? (asked.get(name) ?? "") : "";
    }
  }

  write() {
    const asked = new URLSearchParams();
    if (this.box.value.trim()) asked.set("q", this.box.value.trim());
    for (const name of CHOICES) if (this.choice(name).value) asked.set(name, this.choice(name).value);
    const query = asked.toString();
    history.replaceState(null, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
  }

  /** @param {Card} card */
  passes({ words, values }) {
    return (
      holds(words, fold(this.box.value.replace(/\s+/g, " "))) &&
      CHOICES.every((name) => !this.choice(name).value || values[name]?.split(" ").includes(this.choice(name).value))
    );
  }

  show() {
    const found = new Set();
    for (const one of this.cards) {
      one.card.hidden = !this.passes(one);
      if (!one.card.hidden) found.add(one.values.table);
    }
    for (const shelf of every(document, "[data-shelf]")) {
      shelf.hidden = !shelf.querySelector(".kb-card:not([hidden])");
    }
    // Somebody who looks for a table sees what is found, also on shelves that are folded.
    const asked = this.box.value.trim() !== "" || CHOICES.some((name) => this.choice(name).value);
    for (const shelf of /** @type {HTMLDetailsElement[]} */ (every(document, "details.kb-fold"))) {
      shelf.hidden = !shelf.querySelector(".kb-card:not([hidden])");
      if (asked) shelf.open = true;
    }
    const { sayFound = "", sayNone = "" } = this.form.dataset;
    const [shown, all] = [found.size, new Set(this.cards.map(({ values }) => values.table)).size];
    must(this.form, "[data-status]").textContent = shown
      ? sayFound.replace("{}", () => String(shown)).replace("{}", () => String(all))
      : sayNone;
  }

  change() {
    this.write();
    this.show();
  }

  listen() {
    let pause = 0;
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

const form = typeof document === "undefined" ? null : document.querySelector("[data-gallery-filter]");
if (form instanceof HTMLFormElement) new Gallery(form);
