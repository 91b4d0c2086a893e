// Two provinces or two cases side by side: which, stands in the address; each is a file of its own. Back shows the pair
// before. Without this code the page leads to the tables that compare provinces.

import { element, must } from "../dom.js";
import { filesOf } from "../search/load.js";
import { fileOf, shelved, sideBySide } from "./sides.js";

/** @import { Pair, Row, Side, Value } from "./sides.js" */

/** @typedef {readonly [id: string, name: string]} Name */
/** @typedef {readonly (readonly [place: string, names: readonly Name[]])[]} PlacedNames */

class ComparePage {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.home = form.dataset.home ?? "";
    this.turn = 0;
    const { take, load } = filesOf(form.dataset.folder ?? "", () => "all");
    window.botrianCompare = { take };
    this.load = load;
    form.addEventListener("change", () => this.change());
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("popstate", () => this.run());
    this.more = must(form, "[data-compare-cases]");
    this.more.addEventListener("click", () => this.offerCases());
  }

  /** @param {"a" | "b"} name */
  picked(name) {
    return /** @type {HTMLSelectElement} */ (must(this.form, `select[name=${name}]`));
  }

  /** @param {string} name */
  say(name) {
    return this.form.getAttribute(`data-say-${name}`) ?? "";
  }

  async begin() {
    const names = /** @type {readonly Name[]} */ (await this.load("provinces"));
    this.offer(this.say("provinces"), names);
    this.first = names.map(([id]) => id);
    this.form.hidden = false;
    await this.run();
  }

  /**
   * @param {string} label of the group
   * @param {readonly Name[]} names
   */
  offer(label, names) {
    for (const pick of /** @type {const} */ (["a", "b"])) {
      const options = names.map(([value, name]) => element("option", { value }, name));
      this.picked(pick).append(element("optgroup", { label }, ...options));
    }
  }

  /** There are many more cases than provinces: their names come when somebody wants them, or the address names one. */
  async offerCases() {
    if (this.more.hidden) return;
    try {
      const places = /** @type {PlacedNames} */ (await this.load("cases"));
      if (this.more.hidden) return;
      this.more.hidden = true;
      for (const [place, names] of places) this.offer(place, names);
    } catch {
      must(document, "[data-compare-status]").textContent = this.say("failed");
    }
  }

  change() {
    const asked = new URLSearchParams({ a: this.picked("a").value, b: this.picked("b").value });
    const address = `${location.pathname}?${asked.toString().replaceAll("%3A", ":")}`;
    try {
      history.pushState(null, "", address);
    } catch {
      location.assign(address);
      return;
    }
    this.run();
  }

  async run() {
    const mine = ++this.turn;
    const asked = new URLSearchParams(location.search);
    const [first = "", second = ""] = this.first ?? [];
    const wanted = { a: asked.get("a") ?? first, b: asked.get("b") ?? second };
    const status = must(document, "[data-compare-status]");
    const table = must(document, "[data-compare-table]");
    if (`${wanted.a} ${wanted.b}`.includes("case:")) await this.offerCases();
    if (mine !== this.turn) return;
    for (const name of /** @type {const} */ (["a", "b"])) this.picked(name).value = wanted[name];
    if (wanted.a === wanted.b) {
      table.replaceChildren();
      status.textContent = this.say("twice");
      return;
    }
    try {
      const files = [wanted.a, wanted.b].map((name) => {
        const file = fileOf(name);
        if (!file) throw new Error(`no name: ${name}`);
        return this.load(file);
      });
      const [a, b] = /** @type {Side[]} */ (await Promise.all(files));
      if (mine !== this.turn) return;
      status.textContent = "";
      document.title = `${a.name} · ${b.name} · ${this.say("title")}`;
      table.replaceChildren(...this.table(a, b));
    } catch {
      if (mine !== this.turn) return;
      table.replaceChildren();
      status.textContent = this.say("failed");
    }
  }

  /**
   * @param {Side} a
   * @param {Side} b
   */
  table(a, b) {
    const { both, one, empty } = sideBySide(a, b);
    /** @param {Side} side */
    const head = (side) =>
      element(
        "th",
        { scope: "col", role: "columnheader" },
        element("a", { href: this.home + side.url }, side.name),
        side.where ? element("span", { class: "kb-basis" }, ` ${side.where}`) : null,
      );
    /**
     * @param {readonly Pair[]} pairs
     * @param {string} [theme]
     */
    const made = (pairs, theme = "") =>
      element(
        "table",
        { class: "kb-sides", role: "table" },
        element("caption", { class: "kb-sr" }, [theme, a.name, b.name].filter(Boolean).join(" · ")),
        element(
          "thead",
          { role: "rowgroup" },
          element(
            "tr",
            { role: "row" },
            element("th", { scope: "col", role: "columnheader" }, this.say("column")),
            head(a),
            head(b),
          ),
        ),
        element("tbody", { role: "rowgroup" }, ...pairs.map((pair) => this.row(pair))),
      );
    // What one alone tells compares nothing: it is read by those who ask for it.
    const fold = one.length
      ? element(
          "details",
          { class: "kb-fold", "data-one-side": true },
          element("summary", {}, this.say("one-side").replace("{}", String(one.length))),
          made(one),
        )
      : null;
    const neither = empty.length
      ? element(
          "p",
          { class: "kb-absent", "data-both-empty": true },
          `${this.say("empty-both")}: ${empty.map(({ name }) => name).join(" · ")}`,
        )
      : null;
    const { brief, themes } = shelved(both);
    const open = themes.get("");
    themes.delete("");
    const folds = [...themes].map(([theme, pairs]) =>
      element(
        "details",
        { class: "kb-fold", "data-theme": true },
        element("summary", {}, `${theme} (${pairs.length})`),
        made(pairs, theme),
      ),
    );
    return [
      brief.length ? element("h2", { id: "brief" }, this.say("brief")) : null,
      brief.length ? made(brief, this.say("brief")) : null,
      open ? element("h2", { id: "whole" }, this.say("whole")) : null,
      open ? made(open, this.say("whole")) : null,
      folds.length ? element("h2", { id: "themes" }, this.say("themes")) : null,
      folds.length ? this.opener(folds) : null,
      ...folds,
      fold,
      neither,
    ].filter((part) => part !== null);
  }

  /**
   * A button that opens every theme, and shuts them again.
   *
   * @param {readonly HTMLDetailsElement[]} folds
   */
  opener(folds) {
    const words = () => this.say(folds.every(({ open }) => open) ? "shut-all" : "open-all");
    const button = element("button", { type: "button", class: "kb-button", "data-open-all": true }, words());
    button.addEventListener("click", () => {
      const open = !folds.every((one) => one.open);
      for (const one of folds) one.open = open;
      button.textContent = words();
    });
    for (const one of folds) one.addEventListener("toggle", () => (button.textContent = words()));
    return element("p", {}, button);
  }

  /** @param {Pair} pair */
  row({ id, name, a, b, same, but }) {
    const said = but === "units" ? this.say("units") : same ? `✓ ${this.say(but ? "same-notes" : "same")}` : "";
    return element(
      "tr",
      { role: "row", "data-row": id },
      element(
        "th",
        { scope: "row", role: "rowheader" },
        name,
        said ? element("span", { class: "kb-basis" }, ` ${said}`) : null,
      ),
      this.cell(a),
      this.cell(b),
    );
  }

  /** @param {Row | null} row */
  cell(row) {
    if (!row?.values.length) {
      return element("td", { role: "cell" }, element("span", { class: "kb-absent" }, row?.absent || this.say("empty")));
    }
    if (row.values.length === 1 && row.values[0][0].length === 1) {
      return element("td", { role: "cell" }, ...this.value(row.values[0], row.values[0][0][0]));
    }
    const items = row.values.flatMap((value) => {
      const [texts] = value;
      return texts.map((text, at) =>
        element("li", {}, ...(at === texts.length - 1 ? this.value(value, text) : [text])),
      );
    });
    return element("td", { role: "cell" }, element("ul", {}, ...items));
  }

  /**
   * @param {Value} value
   * @param {string} text
   */
  value([, note, cited], text) {
    return [
      text,
      ...(note ? [element("span", { class: "kb-basis" }, ` ${note}`)] : []),
      ...cited.map(([url, where], at) =>
        element(
          "a",
          { class: "kb-cite", href: this.home + url, title: where, "aria-label": `[${at + 1}] ${where}` },
          ` [${at + 1}]`,
        ),
      ),
    ];
  }
}

const form = typeof document === "undefined" ? null : document.querySelector("[data-compare]");
if (form instanceof HTMLFormElement) {
  const page = new ComparePage(form);
  page.begin().catch(() => {
    must(document, "[data-compare-status]").textContent = page.say("failed");
  });
}
