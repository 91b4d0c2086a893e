// The form's page and a question enter; the screen that asks it leaves.

import { element } from "../dom.js";
import { aboutWords, subjectOf } from "./about.js";
import { controls, pictureField } from "./controls.js";
import { REVIEW, START } from "./form.js";

/** @import { Page } from "./page.js" */

/**
 * The screen of one question.
 *
 * @param {Page} page
 * @param {string} id
 */
export const questionScreen = (page, id) => {
  const { say, questions } = page.form;
  const question = questions[id];
  const asks = page.asks();
  const at = asks.indexOf(id);
  const faults = element("div", { id: "faults", class: "kb-form__faults", role: "alert" });
  const named = aboutWords(page.form, page.answers, page.named);
  const coded = id === "about" && named && subjectOf(page.answers);
  const other = () => {
    page.answers = { ...page.answers, about: "" };
    page.named = "";
    page.show();
  };
  const fields = coded
    ? [page.button(say.other_about, other)]
    : question.form === "pictures"
      ? pictureField(page.form, question.most ?? 1, page.pictures, (pictures) => {
          page.pictures = pictures;
          page.keep();
        })
      : controls(page.form, question, page.answers[id] ?? "", (answer) => {
          page.answers = { ...page.answers, [id]: answer };
          faults.replaceChildren();
          page.keep();
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
    const wrong = wrongIn(page, id);
    if (wrong.length) return tell(page, faults, wrong);
    // The answer may ask for one question more.
    const now = page.asks();
    page.go(now[now.indexOf(id) + 1] ?? REVIEW);
  };
  const form = element(
    "form",
    { class: "kb-form__one", novalidate: true },
    progress(page, at + 1, asks.length),
    element(
      "h2",
      {},
      element("label", { for: "answer" }, question.ask),
      question.optional ? element("span", { class: "kb-form__optional" }, ` ${say.optional}`) : null,
    ),
    ...(named && id !== "lesson" ? [element("p", { class: "kb-form__about" }, named)] : []),
    ...(id === "about" && page.lost ? [element("p", { class: "kb-form__wrong" }, say.gone)] : []),
    element("div", { id: "more" }, ...(coded ? [] : moreOf(page, id))),
    faults,
    box,
    element(
      "div",
      { class: "kb-form__steps" },
      page.button(say.back, () => page.go(asks[at - 1] ?? START)),
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
};

/**
 * @param {Page} page
 * @param {number} at
 * @param {number} count
 */
const progress = (page, at, count) => {
  const words = page.form.say.progress.replace("{}", String(at)).replace("{}", String(count));
  return element(
    "div",
    { class: "kb-form__progress" },
    element("p", {}, `${page.form.kinds[page.kind].sends} · ${words}`),
    element("progress", { value: at, max: count, "aria-label": words }),
  );
};

/**
 * @param {Page} page
 * @param {string} id
 */
const moreOf = (page, id) => {
  const { say, questions } = page.form;
  const { more, example } = questions[id];
  return [
    ...(more ? [element("p", {}, more)] : []),
    ...(example ? [element("p", { class: "kb-form__example" }, `${say.example} ${example}`)] : []),
  ];
};

/**
 * What keeps the reader on a question.
 *
 * @param {Page} page
 * @param {string} id
 */
const wrongIn = (page, id) => {
  const { say, faults } = page.form;
  if (id === "pictures" && page.pictures.some(({ alt }) => !alt.trim())) return [say.alt_missing];
  return page.faults(id).map(({ code, found }) => (faults[code] ?? faults.other).replace("{}", () => found));
};

/**
 * @param {Page} page
 * @param {HTMLElement} holder
 * @param {readonly string[]} words
 */
const tell = (page, holder, words) => {
  holder.replaceChildren(...[...new Set(words)].map((one) => element("p", {}, one)));
  const field = page.holder.querySelector("#answer, #find, input");
  if (field instanceof HTMLElement) field.focus();
  holder.scrollIntoView({ block: "nearest" });
};
