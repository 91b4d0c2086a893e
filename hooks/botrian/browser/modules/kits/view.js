// A kit enters; its page shows it: the list of parts, the form, the agenda, the guide where it is looked at.

import { KIT } from "#data/kit.js";
import { element, every, must } from "../dom.js";
import { guideOf } from "./guide.js";
import { beyond, wholeWords } from "./kit.js";
import { clockOf, keyOf } from "./plan.js";
import { agendaItems, guideElements, partItems } from "./shown.js";
import { say } from "./words.js";

/** @import { Kit } from "./kit.js" */
/** @import { Plan } from "./plan.js" */
/** @import { LoadedRecord } from "./record.js" */

/**
 * What the page shows. `own`: the words that people typed.
 *
 * @typedef {object} Shown
 * @property {Plan} plan
 * @property {Kit} kit
 * @property {ReadonlyMap<string, LoadedRecord | null>} records
 * @property {boolean} borrowed whether it came by a link
 * @property {{readonly title: string, readonly purpose: string}} own
 * @property {string} home
 */

const FEW_MINUTES = 10;

/**
 * @param {HTMLElement} root
 * @param {string} name
 */
const placeIn = (root, name) => must(root, `[data-kit-${name}]`);

/**
 * @param {HTMLElement} root
 * @param {string} name of what it does
 */
export const buttonIn = (root, name) => /** @type {HTMLButtonElement} */ (must(root, `[data-do="${name}"]`));

/**
 * @param {HTMLElement} root
 * @param {Shown} shown
 */
const showForm = (root, { plan, own }) => {
  const form = /** @type {HTMLFormElement} */ (placeIn(root, "form"));
  for (const box of /** @type {HTMLInputElement[]} */ (every(form, "input[type=radio]"))) {
    box.checked = box.value === (box.name === "length" ? plan.length : plan.screen ? "yes" : "no");
  }
  const clock = clockOf(plan.start);
  const values = { start: `${clock.slice(0, 2)}:${clock.slice(2)}`, ...own };
  for (const [name, value] of Object.entries(values)) {
    const field = /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
    if (field !== document.activeElement) field.value = value;
  }
};

/**
 * @param {HTMLElement} root
 * @param {Shown} shown
 */
const showAgenda = (root, { plan, kit }) => {
  const { words, parts } = kit;
  const over = beyond(kit);
  const differs = over > 0 ? say(words, "build_over", over) : over < 0 ? say(words, "build_under", -over) : "";
  const lines = parts.length ? [wholeWords(kit), differs] : [];
  placeIn(root, "whole").textContent = lines.filter(Boolean).join(" · ");
  placeIn(root, "agenda").replaceChildren(...agendaItems(kit));
  const tight = placeIn(root, "tight");
  tight.hidden = !parts.some(({ record, minutes }) => record && minutes < FEW_MINUTES);
  tight.textContent = say(words, "build_tight");
  buttonIn(root, "share-time").hidden = !plan.parts.some(({ minutes }) => minutes !== null);
};

/**
 * The list of parts. Where the same parts stand there already only their minutes are written: a press that is under way
 * keeps its button, and the keyboard its place.
 *
 * @param {HTMLElement} root
 * @param {Shown} shown
 */
const showParts = (root, { plan, kit, records, home }) => {
  const list = placeIn(root, "parts");
  const sign = plan.parts.map((part) => keyOf(part) + (records.get(keyOf(part)) ? "" : "?")).join();
  if (list.dataset.sign !== sign) {
    list.replaceChildren(...partItems(plan, kit, records, home));
    list.dataset.sign = sign;
    return;
  }
  for (const item of every(list, "[data-key]")) {
    const field = /** @type {HTMLInputElement} */ (must(item, "input"));
    field.value = String(kit.parts.find(({ key }) => key === item.dataset.key)?.minutes ?? "");
  }
};

/**
 * The parts that any kit may have, as buttons that add them.
 *
 * @param {Shown} shown
 */
const frameButtons = ({ plan, kit }) =>
  KIT.frame.map((kind) =>
    element(
      "button",
      { type: "button", class: "kb-button", "data-add": kind, disabled: plan.parts.some((one) => one.kind === kind) },
      `+ ${say(kit.words, `part_${kind}`)}`,
    ),
  );

/**
 * The guide on the page, where it is looked at.
 *
 * @param {HTMLElement} root
 * @param {Kit} kit
 */
export const showGuide = (root, kit) => {
  const preview = /** @type {HTMLDetailsElement} */ (placeIn(root, "preview"));
  const blocks = preview.open && kit.parts.length ? guideOf(kit) : [];
  placeIn(root, "guide").replaceChildren(...guideElements(blocks));
};

/**
 * @param {HTMLElement} root
 * @param {Shown} shown
 */
export const showKit = (root, shown) => {
  const { plan, kit, borrowed } = shown;
  placeIn(root, "borrowed").hidden = !borrowed;
  placeIn(root, "empty").hidden = plan.parts.length > 0;
  showParts(root, shown);
  placeIn(root, "frame").replaceChildren(...frameButtons(shown));
  showForm(root, shown);
  showAgenda(root, shown);
  for (const name of ["docx", "pptx", "link", "print"]) buttonIn(root, name).disabled = !kit.parts.length;
  buttonIn(root, "pptx").hidden = !plan.screen;
  showGuide(root, kit);
};

/**
 * The keyboard stays at the part: at the same button, or where that is off now, at another.
 *
 * @param {HTMLElement} root
 * @param {string} key
 * @param {string} what
 */
export const focusPart = (root, key, what) => {
  const item = every(placeIn(root, "parts"), "[data-key]").find((one) => one.dataset.key === key);
  const wanted = [what, "up", "down"].map((name) => item?.querySelector(`[data-part="${name}"]:not(:disabled)`));
  const button = wanted.find((one) => one instanceof HTMLElement);
  if (button instanceof HTMLElement) button.focus();
};
