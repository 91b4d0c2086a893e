// A sheet of paper enters, empty or with the answers of the form; the browser prints it.

import { element, every } from "../dom.js";
import { nameOf, several } from "./form.js";

/** @import { Page } from "./page.js" */

/** @param {HTMLElement} sheet */
export const printSheet = (sheet) => {
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

/**
 * Print the sheet of the kind of message that is being written, filled in with the answers and their codes.
 *
 * @param {Page} page
 */
export const printFilled = (page) => {
  const sheet = document.querySelector(`[data-paper="${page.kind}"]`);
  if (!(sheet instanceof HTMLElement)) return;
  const copy = /** @type {HTMLElement} */ (sheet.cloneNode(true));
  for (const field of every(copy, "[data-answer]")) {
    const id = field.dataset.answer ?? "";
    const given = several(page.answers[id]).map((one) => nameOf(page.form, id, one) || one);
    if (given.length) field.replaceChildren(...given.map((one) => element("p", {}, one)));
  }
  const codes = page.holder.querySelector(".kb-form__codes");
  if (codes) copy.append(codes.cloneNode(true));
  printSheet(copy);
};
