// The form for everybody: one question a screen, kept on this device until it is sent. What it asks, and all its words,
// come from the build (hooks/botrian/pages/contribute.py); what few need at once comes later.

import { element, every, must } from "../dom.js";
import { dropDraft, keepDraft, keptDrafts } from "./draft.js";
import { draftBox, droppedBox } from "./draft-box.js";
import { askedNow, nameOf, REVIEW, START, several, thaiDay } from "./form.js";
import { faultsOf, judged } from "./judge.js";
import { Later, speaksOfOne } from "./later.js";
import { printFilled, printSheet } from "./paper.js";
import { prefilled } from "./prefilled.js";
import { aboutWords, subjectOf } from "./about.js";
import { questionScreen } from "./question.js";

/** @import { Form, Picture } from "./form.js" */
/** @import { Draft } from "./draft.js" */
/** @import { Fault } from "./judge.js" */

export class Page {
  /**
   * @param {HTMLElement} holder
   * @param {Form} form
   */
  constructor(holder, form) {
    this.holder = holder;
    this.later = new Later(form, holder.dataset);
    this.id = "";
    this.kind = "";
    /** @type {Record<string, string | readonly string[]>} */
    this.answers = {};
    /** @type {readonly Picture[]} */
    this.pictures = [];
    this.shown = "";
    this.named = "";
    this.lost = false;
    /** @type {Draft | null} */
    this.dropped = null;
    this.missing = false;
    addEventListener("hashchange", () => this.show());
  }

  get form() {
    return this.later.form;
  }

  async start() {
    // Who has the page open may lose the line before anything is sent.
    void navigator.serviceWorker?.ready.then(() => this.rest()).catch(() => undefined);
    if (speaksOfOne(location.search)) await this.names();
    const drafts = keptDrafts(this.form.kinds);
    const asked = prefilled(this.form, location.search);
    const subject = asked && subjectOf(asked.answers);
    // A link goes on with what was written of the same thing; any other draft stays as it is.
    const same = asked
      ? drafts.find((one) => one.kind === asked.kind && subject && subjectOf(one.answers) === subject)
      : drafts[0];
    if (same && (asked || location.hash.length > 1)) await this.resume(same);
    else if (asked) await this.begin(asked);
    else this.go(START);
  }

  /** Everything that comes later, at once. */
  async rest() {
    await Promise.all([this.later.come("names"), this.later.come("send")]);
    this.holder.dataset.whole = "";
  }

  /** Whether the names that come later are there. */
  async names() {
    this.missing = await this.later.come("names").then(
      () => false,
      () => true,
    );
    return !this.missing;
  }

  /** @param {{kind: string, answers?: import("./form.js").Answers, shown?: string, lost?: boolean}} what `shown`: what the record is called that a link leads here from; `lost`: the link names what there is not */
  async begin({ kind, answers = {}, shown = "", lost = false }) {
    if (this.later.lacks(kind) && !(await this.names())) return this.go(START);
    const asks = this.form.kinds[kind].asks;
    this.id = `${Date.now()}`;
    this.kind = kind;
    this.named = shown;
    this.lost = lost;
    this.answers = Object.fromEntries(Object.entries(answers).filter(([id]) => asks.includes(id)));
    this.pictures = [];
    const open = asks.filter((id) => !several(this.answers[id]).length);
    this.go(open[0] ?? asks[0]);
  }

  /** @param {Draft} draft */
  async resume(draft) {
    if ((this.later.lacks(draft.kind) || subjectOf(draft.answers)) && !(await this.names())) return this.go(START);
    ({ id: this.id, kind: this.kind, answers: this.answers, pictures: this.pictures, named: this.named } = draft);
    this.lost = false;
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
    const { id, kind, answers, pictures, named } = this;
    const kept = keepDraft({ id, kind, answers, pictures, named, at: thaiDay() }, this.form.kinds);
    const note = this.holder.querySelector("[data-kept]");
    if (note) note.textContent = kept ? this.form.say.kept : this.form.say.not_kept;
  }

  /** The screen that the address names; the start where it names none that there is. */
  show() {
    const here = location.hash.slice(1);
    const asks = this.asks();
    if (this.kind && here === REVIEW) this.put(REVIEW, ...this.review());
    else if (this.kind && asks.includes(here)) this.put(here, ...questionScreen(this, here));
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
    const asked = prefilled(this.form, location.search);
    const list = Object.entries(kinds).map(([id, { one, more }]) => {
      const linked = asked?.kind === id ? asked : null;
      const start = this.button(one, () => this.begin(linked ?? { kind: id }), "kb-form__kind");
      const named = linked ? aboutWords(this.form, linked.answers, linked.shown) : "";
      start.append(element("span", {}, named || more));
      return element("li", {}, start);
    });
    const lost = this.missing ? [element("p", { class: "kb-form__wrong", role: "alert" }, say.rest_missing)] : [];
    const drafts = keptDrafts(kinds).map((draft) => draftBox(this, draft));
    const dropped = this.dropped ? [droppedBox(this, this.dropped)] : [];
    return [
      element("h2", {}, say.start),
      ...lost,
      ...dropped,
      ...drafts,
      element("ul", { class: "kb-form__kinds" }, ...list),
    ];
  }

  /** @param {Draft} draft */
  drop(draft) {
    dropDraft(draft.id, this.form.kinds);
    this.dropped = draft;
    if (this.id === draft.id) this.kind = "";
    this.go(START);
  }

  /**
   * The ways to send the message, once they have come.
   *
   * @param {(words: string) => void} tell
   */
  ways(tell) {
    const { say } = this.form;
    const message = { kind: this.kind, sent: thaiDay(), answers: this.answers, pictures: this.pictures };
    const place = element("div", {});
    const put = async () => {
      place.replaceChildren();
      try {
        const ways = await this.later.ways();
        place.replaceChildren(ways(this.form, message, tell, () => printFilled(this)));
      } catch {
        place.replaceChildren(
          element("p", { class: "kb-form__wrong", role: "alert" }, say.rest_missing),
          this.button(say.again, () => void put()),
        );
      }
    };
    void put();
    return place;
  }

  // ---- all answers, and the ways to send them ------------------------------------------------------------------

  review() {
    const { say, questions } = this.form;
    const wrong = judged(this.form, this.kind, this.answers, thaiDay());
    const rows = this.asks().flatMap((id) => {
      const given = id === "pictures" ? this.pictures.map(({ alt }) => alt) : several(this.answers[id]);
      const about = id === "about" ? aboutWords(this.form, this.answers, this.named) : "";
      const shown = given.map((one) => about || nameOf(this.form, id, one) || one);
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
    const end = wrong.length
      ? [element("p", { class: "kb-note" }, say.not_ready)]
      : [
          element("h2", { id: "send" }, say.send),
          status,
          this.ways((words) => (status.textContent = words)),
          this.button(say.drop_sent, () => {
            const draft = keptDrafts(this.form.kinds).find(({ id }) => id === this.id);
            if (draft) this.drop(draft);
            else this.go(START);
          }),
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
}

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
  void new Page(holder, data).start();
}
