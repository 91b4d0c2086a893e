// The button that changes colours, as Material's script does it: as the device has it, light, dark. Both keep the choice
// in the same form under the same name.

import { every } from "../dom.js";

/** @typedef {Record<string, string>} Colour */
/** @typedef {{ index?: number, color?: Partial<Colour> }} Palette */

const NAMES = ["media", "scheme", "primary", "accent"];

/**
 * @param {Element} input
 * @returns {Colour}
 */
const colourOf = (input) =>
  Object.fromEntries(NAMES.map((name) => [name, input.getAttribute(`data-md-color-${name}`) ?? ""]));

/**
 * @param {Document} page
 * @param {AbortSignal} signal that ends it
 */
export const chooseColours = (page, signal) => {
  const form = page.querySelector("form[data-md-component=palette]");
  const inputs = form ? every(form, "input") : [];
  const device = matchMedia("(prefers-color-scheme: light)");
  const kept = /** @type {Palette | null} */ (window.__md_get("__palette"));
  let at = Math.max(0, Math.min(kept?.index ?? 0, inputs.length - 1));

  const show = () => {
    const input = inputs[at];
    if (!input) return;
    const media = `(prefers-color-scheme: ${device.matches ? "light" : "dark"})`;
    const byDevice = input.dataset.mdColorMedia === "(prefers-color-scheme)";
    const source = byDevice ? inputs.find((one) => one.dataset.mdColorMedia === media) : input;
    for (const [name, value] of Object.entries(colourOf(source ?? input))) {
      page.body.setAttribute(`data-md-color-${name}`, value);
    }
    for (const one of inputs) {
      if (one.nextElementSibling instanceof HTMLElement) one.nextElementSibling.hidden = one !== input;
    }
  };

  show();
  inputs.forEach((input, place) => {
    const choose = () => {
      at = place;
      show();
      window.__md_set("__palette", { index: at, color: colourOf(input) });
    };
    input.addEventListener("change", choose, { signal });
  });
  /** @param {Event} event */
  const next = (event) => {
    if (!(event instanceof KeyboardEvent) || event.key !== "Enter") return;
    const input = inputs[(at + 1) % inputs.length];
    input?.click();
    input?.focus();
  };
  form?.addEventListener("keydown", next, { signal });
  device.addEventListener("change", show, { signal });
};
