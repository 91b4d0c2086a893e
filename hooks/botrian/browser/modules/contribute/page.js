// The form for everybody: one question a screen, kept on this device until it is sent. What it asks, and all its words,
// come from the build (hooks/botrian/pages/contribute.py).

import { element, every, must } from "../dom.js";
import { controls, pictureField } from "./controls.js";
import { dropDraft, keepDraft, keptDraft } from "./draft.js";
import { askedNow, nameOf, several, thaiDay } from "./form.js";
import { faultsOf, judged } from "./judge.js";
import { prefilled } from "./prefilled.js";
import { ways } from "./send.js";

/** @import { Form, Picture } from "./form.js" */
/** @import { Fault } from "./judge.js" */

/** Screens that are no question. */
const START = "start";
const REVIEW = "review";

class Page {
  /**
   * @param {HTMLElement} holder
   * @param {Form} form
   */
  constructor(holder, form) {
    this.holder = holder;
    this.form = form;
    this.kind = "";
    /** @type {Record<string, string | readonly string[]>} */
    this.answers = {};
    /** @type {readonly Picture[]} */
    this.pictures = [];
    this.shown = "";
    this.named = "";
    addEventListener("hashchange", () => this.show());
  }

  start() {
    const draft = keptDraft(this.form.kinds);
    const asked = prefilled(this.form, location.search);
    if (asked && !draft) this.begin(asked.kind, asked.answers, asked.shown);
    else if (draft && location.hash.length > 1 && !asked) this.resume();
    else this.go(START);
  }

  /**
   * @param {string} kind
   * @param {import("./form.js").Answers} [answers]
   * @param {string} [shown] what the record is called that a link leads here from
   */
  begin(kind, answers = {}, shown = "") {
    const asks = this.form.kinds[kind].asks;
    this.kind = kind;
    this.named = shown;
    this.answers = Object.fromEntries(Object.entries(answers).filter(([id]) => asks.includes(id)));
    this.pictures = [];
    const open = asks.filter((id) => !several(this.answers[id]).length);
    this.go(open[0] ?? asks[0]);
  }

  resume() {
    const draft = keptDraft(this.form.kinds);
    if (!draft) return this.go(START);
    ({ kind: this.kind, answers: this.answers, pictures: this.pictures } = draft);
    const asks = this.asks();
    const here = location.hash.slice(1);
    const open = asks.find((id) => this.faults(id).length);
    this.go(asks.includes(here) || here === REVIEW ? here : (open ?? REVIEW));
  }

  asks() {
    return askedNow(this.form, this.kind, this.answers);
  }

  /**
   * @param {string} id
   * @returns {Fault[]}
   */
  faults(id) {
    return faultsOf(this.form, id, this.answers, thaiDay());
  }

  /** @param {string} screen */
  go(screen) {
    if (location.hash === `#${screen}`) this.show();
    else location.hash = screen;
  }

  keep() {
    const at = thaiDay();
    const kept = keepDraft({ kind: this.kind, answers: this.answers, pictures: this.pictures, at });
    const note = this.holder.querySelector("[data-kept]");
    if (note) note.textContent = kept ? this.form.say.kept : this.form.say.not_kept;
  }

  /** The screen that the address names; the start where it names none that there is. */
  show() {
    const here = location.hash.slice(1);
    const asks = this.asks();
    if (this.kind && here === REVIEW) this.put(REVIEW, ...this.review());
    else if (this.kind && asks.includes(here)) this.put(here, ...this.question(here));
    else this.put(START, ...this.kinds());
  }

  /**
   * @param {string} screen
   * @param {...Node} nodes
   */
  put(screen, ...nodes) {
    const first = this.shown === "";
    this.shown = screen;
    // Who has begun here needs no paper.
    for (const one of every(document, "#paper, [data-sheet], [data-paper]")) one.hidden = screen !== START;
    this.holder.replaceChildren(...nodes);
    const heading = must(this.holder, "h2");
    heading.tabIndex = -1;
    // Coming here nobody is moved; from screen to screen the reader is put where it begins.
    if (!first) {
      heading.focus({ preventScroll: true });
      this.holder.scrollIntoView({ block: "start" });
    }
  }

  /**
   * @param {string} words
   * @param {() => void} click
   * @param {string} [look]
   */
  button(words, click, look = "kb-button") {
    const made = element("button", { type: "button", class: look }, words);
    made.addEventListener("click", click);
    return made;
  }

  // ---- the start -------------------------------------------------------------------------------------------

  kinds() {
    const { say, kinds } = this.form;
    const draft = keptDraft(kinds);
    const asked = prefilled(this.form, location.search);
    const list = Object.entries(kinds).map(([id, { one, more }]) => {
      const start = this.button(
        one,
        () => this.begin(id, asked?.kind === id ? asked.answers : {}, asked?.shown),
        "kb-form__kind",
      );
      start.append(element("span", {}, more));
      return element("li", {}, start);
    });
    const kept = draft
      ? [
          element(
            "div",
            { class: "kb-note" },
            element(
              "p",
              {},
              say.has_draft.replace("{}", () => kinds[draft.kind].sends),
            ),
            this.button(
              say.resume,
              () => {
                history.replaceState(null, "", `${location.pathname}${location.search}#${START}`);
                this.resume();
              },
              "kb-button kb-form__next",
            ),
            this.button(say.drop, () => this.drop()),
          ),
        ]
      : [];
    return [element("h2", {}, say.start), ...kept, element("ul", { class: "kb-form__kinds" }, ...list)];
  }

  drop() {
    dropDraft();
    this.kind = "";
    this.answers = {};
    this.pictures = [];
    const asked = prefilled(this.form, location.search);
    if (asked) this.begin(asked.kind, asked.answers, asked.shown);
    else this.go(START);
    if (!asked) this.show();
  }

  // ---- one question ----------------------------------------------------------------------------------------

  /** @param {string} id */
  question(id) {
    const { say, questions } = this.form;
    const question = questions[id];
    const asks = this.asks();
    const at = asks.indexOf(id);
    const faults = element("div", { id: "faults", class: "kb-form__faults", role: "alert" });
    const fields =
      question.form === "pictures"
        ? pictureField(this.form, question.most ?? 1, this.pictures, (pictures) => {
            this.pictures = pictures;
            this.keep();
          })
        : controls(this.form, question, this.answers[id] ?? "", (answer) => {
            this.answers = { ...this.answers, [id]: answer };
            faults.replaceChildren();
            this.keep();
          });
    const box = fields.some((field) => field.id === "answer")
      ? element("div", {}, ...fields)
      : element(
          "fieldset",
          { "aria-describedby": "more faults" },
          element("legend", { class: "kb-form__hidden" }, question.ask),
          ...fields,
        );
    const next = () => {
      const wrong = this.wrong(id);
      if (wrong.length) return this.tell(faults, wrong);
      // The answer may ask for one question more.
      const now = this.asks();
      this.go(now[now.indexOf(id) + 1] ?? REVIEW);
    };
    const form = element(
      "form",
      { class: "kb-form__one", novalidate: true },
      this.progress(at + 1, asks.length),
      element(
        "h2",
        {},
        element("label", { for: "answer" }, question.ask),
        question.optional ? element("span", { class: "kb-form__optional" }, ` ${say.optional}`) : null,
      ),
      element("div", { id: "more" }, ...this.more(id)),
      faults,
      box,
      element(
        "div",
        { class: "kb-form__steps" },
        this.button(say.back, () => this.go(asks[at - 1] ?? START)),
        element(
          "button",
          { type: "submit", class: "kb-button kb-form__next" },
          at + 1 < asks.length ? say.next : say.to_review,
        ),
      ),
      element("p", { class: "kb-form__left", "data-kept": true }, ""),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      next();
    });
    return [form];
  }

  /**
   * @param {number} at
   * @param {number} count
   */
  progress(at, count) {
    const words = this.form.say.progress.replace("{}", String(at)).replace("{}", String(count));
    return element(
      "div",
      { class: "kb-form__progress" },
      element("p", {}, `${this.form.kinds[this.kind].sends} · ${words}`),
      element("progress", { value: at, max: count, "aria-label": words }),
    );
  }

  /** @param {string} id */
  more(id) {
    const { say, questions } = this.form;
    const { more, example } = questions[id];
    const named = id === "about" ? this.aboutWords() : "";
    return [
      ...(named ? [element("p", { class: "kb-form__about" }, named)] : []),
      ...(more ? [element("p", {}, more)] : []),
      ...(example ? [element("p", { class: "kb-form__example" }, `${say.example} ${example}`)] : []),
    ];
  }

  /** What a correction is about, in words, where a link of ours led here. */
  aboutWords() {
    const [, kind = "", id = "", field = ""] =
      String(this.answers.about ?? "").match(/^([a-z]+):([^#]+)(?:#(.*))?$/) ?? [];
    const [place, dimension] = kind === "fact" ? id.split(".") : [id, ""];
    const known = (/** @type {string} */ records, /** @type {string} */ one) =>
      this.form.records[records]?.find(([other]) => other === one)?.[1] ?? "";
    const words = [
      known("dimension", dimension),
      known(kind === "fact" ? "province" : kind, place) || this.named,
      field,
    ];
    return words.filter(Boolean).join(" · ");
  }

  /**
   * What keeps the reader on a question.
   *
   * @param {string} id
   */
  wrong(id) {
    const { say, faults } = this.form;
    if (id === "pictures" && this.pictures.some(({ alt }) => !alt.trim())) return [say.alt_missing];
    return this.faults(id).map(({ code, found }) => (faults[code] ?? faults.other).replace("{}", () => found));
  }

  /**
   * @param {HTMLElement} holder
   * @param {readonly string[]} words
   */
  tell(holder, words) {
    holder.replaceChildren(...[...new Set(words)].map((one) => element("p", {}, one)));
    const field = this.holder.querySelector("#answer, #find, input");
    if (field instanceof HTMLElement) field.focus();
    holder.scrollIntoView({ block: "nearest" });
  }

  // ---- all answers, and the ways to send them ------------------------------------------------------------------

  review() {
    const { say, questions } = this.form;
    const wrong = judged(this.form, this.kind, this.answers, thaiDay());
    const rows = this.asks().flatMap((id) => {
      const given = id === "pictures" ? this.pictures.map(({ alt }) => alt) : several(this.answers[id]);
      const shown = given.map((one) => (id === "about" && this.aboutWords()) || nameOf(this.form, id, one) || one);
      const faults = wrong.filter(({ question }) => question === id);
      const words = faults.map(({ code, found }) =>
        (this.form.faults[code] ?? this.form.faults.other).replace("{}", () => found),
      );
      const edit = this.button(say.edit, () => this.go(id));
      edit.setAttribute("aria-label", `${say.edit}: ${questions[id].ask}`);
      return [
        element(
          "dt",
          {},
          questions[id].ask,
          questions[id].private ? element("span", { class: "kb-form__optional" }, ` ${say.private}`) : null,
          edit,
        ),
        element(
          "dd",
          {},
          ...shown.map((one) => element("p", {}, one)),
          ...(shown.length ? [] : [element("p", { class: "kb-form__left" }, say.no_answer)]),
          ...words.map((one) => element("p", { class: "kb-form__wrong" }, one)),
        ),
      ];
    });
    const status = element("p", { class: "kb-form__status", role: "status" });
    const message = { kind: this.kind, sent: thaiDay(), answers: this.answers, pictures: this.pictures };
    const end = wrong.length
      ? [element("p", { class: "kb-note" }, say.not_ready)]
      : [
          element("h2", { id: "send" }, say.send),
          element("p", {}, say.send_more),
          status,
          ways(
            this.form,
            message,
            (words) => (status.textContent = words),
            () => this.print(),
          ),
          element("p", { class: "kb-note" }, say.after),
          this.button(say.drop_sent, () => this.drop()),
        ];
    return [
      element("h2", {}, say.review),
      element("p", {}, say.review_more),
      element("dl", { class: "kb-form__answers" }, ...rows),
      element(
        "div",
        { class: "kb-form__steps" },
        this.button(say.back, () => this.go(this.asks().at(-1) ?? START)),
      ),
      ...end,
    ];
  }

  // ---- paper -----------------------------------------------------------------------------------------------

  /** The sheet of this kind of message, filled in with the answers and their codes. */
  print() {
    const sheet = document.querySelector(`[data-paper="${this.kind}"]`);
    if (!(sheet instanceof HTMLElement)) return;
    const copy = /** @type {HTMLElement} */ (sheet.cloneNode(true));
    for (const field of every(copy, "[data-answer]")) {
      const id = field.dataset.answer ?? "";
      const given = several(this.answers[id]).map((one) => nameOf(this.form, id, one) || one);
      if (given.length) field.replaceChildren(...given.map((one) => element("p", {}, one)));
    }
    const codes = this.holder.querySelector(".kb-form__codes");
    if (codes) copy.append(codes.cloneNode(true));
    printSheet(copy);
  }
}

/** @param {HTMLElement} sheet */
const printSheet = (sheet) => {
  sheet.hidden = false;
  const printed = element("div", { class: "kb-form__printed" }, sheet);
  if (sheet instanceof HTMLDetailsElement) sheet.open = true;
  document.body.append(printed);
  document.documentElement.classList.add("kb-form-printing");
  addEventListener(
    "afterprint",
    () => {
      document.documentElement.classList.remove("kb-form-printing");
      printed.remove();
    },
    { once: true },
  );
  print();
};

const holder = document.querySelector("[data-form]");
const data = window.botrianForm;
if (holder instanceof HTMLElement && data) {
  for (const one of every(document, "[data-print]")) {
    one.hidden = false;
    one.addEventListener("click", () => {
      const sheet = one.closest("details")?.cloneNode(true);
      if (sheet instanceof HTMLElement) printSheet(sheet);
    });
  }
  holder.hidden = false;
  for (const plain of every(document, "[data-without-script]")) plain.hidden = true;
  new Page(holder, data).start();
}
