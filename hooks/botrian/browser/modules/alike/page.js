// The page "who is like us": picked answers become a list of provinces, with the reasons. What is picked stands in the
// address. What provinces are like comes with the first answer that is picked. Without this code the page shows the
// conditions of each province as tables.

import { element, every, must } from "../dom.js";
import { run } from "../run.js";
import { nearest, triedBy } from "./near.js";

/** @import { Alike, Answer, Near, Wish } from "./near.js" */

const MOST = 5;

class AlikePage {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.turn = 0;
    this.home = form.dataset.home ?? "";
    this.part = must(document, "[data-alike-found]");
    this.read();
    form.hidden = false;
    this.part.hidden = false;
    this.show();
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", () => this.change());
    form.addEventListener("reset", () => setTimeout(() => this.change()));
    addEventListener("popstate", () => {
      this.read();
      this.show();
    });
  }

  get boxes() {
    return /** @type {HTMLInputElement[]} */ (every(this.form, "input[type=checkbox]"));
  }

  /** @param {string} name */
  say(name) {
    return this.part.getAttribute(`data-say-${name}`) ?? "";
  }

  /** What the address asks for; what is no answer of ours stays unpicked. */
  read() {
    const asked = new URLSearchParams(location.search);
    for (const box of this.boxes) box.checked = asked.getAll(box.name).includes(box.value);
  }

  change() {
    const asked = new URLSearchParams(this.wishes().map(({ condition, choice }) => [condition, choice]));
    const query = asked.toString();
    try {
      history.pushState(null, "", `${location.pathname}${query && `?${query}`}`);
    } catch {
      // Old browsers refuse to write addresses of local files: the list is shown all the same.
    }
    this.show();
  }

  /** @returns {Wish[]} */
  wishes() {
    return this.boxes.filter(({ checked }) => checked).map(({ name, value }) => ({ condition: name, choice: value }));
  }

  /** @returns {Promise<Alike>} rejects where the data do not come; then a later call asks anew */
  async data() {
    if (!window.botrianAlike) await run(this.form.dataset.file ?? "");
    if (!window.botrianAlike) throw new Error("no conditions");
    return window.botrianAlike;
  }

  async show() {
    const mine = ++this.turn;
    const wishes = this.wishes();
    try {
      const data = wishes.length ? await this.data() : null;
      if (mine !== this.turn) return;
      const found = data ? nearest(data, wishes).slice(0, MOST) : [];
      this.tell(!wishes.length ? "pick" : found.length ? "found" : "none", found.length);
      this.list(data ? found.map((one) => this.item(data, one, wishes, found)) : []);
    } catch {
      if (mine !== this.turn) return;
      this.tell("failed");
      this.list([]);
    }
  }

  /**
   * @param {string} name of what is said
   * @param {number} [count]
   */
  tell(name, count = 0) {
    must(this.part, "[data-alike-status]").textContent = this.say(name).replace("{}", String(count));
  }

  /** @param {readonly HTMLElement[]} items */
  list(items) {
    must(this.part, "[data-alike-list]").replaceChildren(...items);
  }

  /**
   * @param {Alike} data
   * @param {Near} near
   * @param {readonly Wish[]} wishes
   * @param {readonly Near[]} found
   */
  item(data, near, wishes, found) {
    const { place, answers, agreements } = near;
    const other = found.find((one) => one !== near);
    const score = this.say("score").replace("{}", String(agreements)).replace("{}", String(answers.length));
    return element(
      "li",
      { "data-place": place.id },
      element("h3", {}, element("a", { href: this.home + place.url }, place.name)),
      element("p", { class: "kb-basis" }, score),
      this.answers(data, answers),
      this.records(data, "again", triedBy(place, wishes, 0)),
      this.records(data, "wrong", triedBy(place, wishes, 1)),
      this.records(data, "cases", triedBy(place, wishes, 2)),
      other
        ? element(
            "p",
            {},
            element(
              "a",
              { href: `${this.home}compare/?a=${place.id}&b=${other.place.id}` },
              this.say("compare").replace("{}", () => other.place.name),
            ),
          )
        : null,
    );
  }

  /**
   * @param {Alike} data
   * @param {readonly Answer[]} answers
   */
  answers(data, answers) {
    return element("ul", { class: "kb-answers" }, ...answers.map((one) => this.answer(data, one)));
  }

  /**
   * @param {Alike} data
   * @param {Answer} answer
   */
  answer(data, { wish, standing, values }) {
    const condition = data.conditions.find(({ id }) => id === wish.condition);
    /** @param {string} id */
    const nameOf = (id) => condition?.choices.find(([choice]) => choice === id)?.[1] ?? id;
    const told = values.flatMap(([choice, note, url, where], at) => [
      at ? "; " : "",
      standing === "differs" ? nameOf(choice) : "",
      note ? element("span", { class: "kb-basis" }, ` ${note}`) : "",
      " ",
      element(
        "a",
        { class: "kb-cite", href: this.home + url, title: where, "aria-label": `[${at + 1}] ${where}` },
        `[${at + 1}]`,
      ),
    ]);
    const sign = { agrees: "✓", differs: "≠", unknown: "?" }[standing];
    return element(
      "li",
      { class: `kb-answer--${standing}`, "data-standing": standing },
      element("strong", {}, `${sign} ${this.say(standing)}`),
      ` ${condition?.name ?? ""}: ${nameOf(wish.choice)}`,
      ...(standing === "differs" ? [" → "] : []),
      ...told,
    );
  }

  /**
   * @param {Alike} data
   * @param {"again" | "wrong" | "cases"} name
   * @param {readonly number[]} numbers
   */
  records(data, name, numbers) {
    const links = numbers.map((number) => {
      const [url, title] = data.records[number];
      return element("li", {}, element("a", { href: this.home + url }, title));
    });
    return element(
      "div",
      { "data-tried": name },
      element("p", { class: "kb-near__head" }, this.say(name)),
      links.length ? element("ul", {}, ...links) : element("p", { class: "kb-absent" }, this.say("whole")),
    );
  }
}

const form = typeof document === "undefined" ? null : document.querySelector("[data-alike]");
if (form instanceof HTMLFormElement) new AlikePage(form);
