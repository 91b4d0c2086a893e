// A draft that is kept, or was just deleted, enters; what the start of the form shows of it leaves.

import { element } from "../dom.js";
import { aboutWords } from "./about.js";
import { keepDraft } from "./draft.js";
import { START, several } from "./form.js";

/** @import { Draft } from "./draft.js" */
/** @import { Page } from "./page.js" */

/**
 * A draft that is kept, with what begins it.
 *
 * @param {Page} page
 * @param {Draft} draft
 */
export const draftBox = (page, draft) => {
  const { say, kinds, questions } = page.form;
  const written = kinds[draft.kind].asks.filter(
    (id) => !questions[id].answers && !questions[id].records && id !== "about",
  );
  const words = written.flatMap((id) => several(draft.answers[id]))[0] ?? "";
  const about = [aboutWords(page.form, draft.answers, draft.named), [...words].slice(0, 60).join("")];
  const resume = () => {
    history.replaceState(null, "", `${location.pathname}${location.search}#${START}`);
    void page.resume(draft);
  };
  return element(
    "div",
    { class: "kb-note", "data-draft": draft.id },
    element(
      "p",
      {},
      say.has_draft.replace("{}", () => kinds[draft.kind].sends),
    ),
    ...about.filter(Boolean).map((one) => element("p", { class: "kb-form__left" }, one)),
    element(
      "div",
      { class: "kb-form__steps" },
      page.button(say.resume, resume, "kb-button kb-form__next"),
      page.button(say.drop, () => page.drop(draft)),
    ),
  );
};

/**
 * That a draft was deleted, and the way to have it back.
 *
 * @param {Page} page
 * @param {Draft} draft
 */
export const droppedBox = (page, draft) => {
  const { say, kinds } = page.form;
  const back = page.button(say.restore, () => {
    keepDraft(draft, kinds);
    page.dropped = null;
    page.show();
  });
  const words = say.dropped.replace("{}", () => kinds[draft.kind].sends);
  return element("div", { class: "kb-note", role: "status" }, element("p", {}, words), back);
};
