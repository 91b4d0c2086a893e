// The lists in which rows and columns are ticked: [data-pick=rows] and [data-pick=cols].

import { element, every, must } from "../dom.js";

/** @import { State } from "./state.js" */

/** @typedef {"rows" | "cols"} List */

/**
 * @param {HTMLElement} root
 */
export const picksIn = (root) => /** @type {HTMLDetailsElement[]} */ (every(root, "[data-pick]"));

/**
 * @param {HTMLElement} pick
 * @returns {List}
 */
export const listOf = (pick) => (pick.dataset.pick === "rows" ? "rows" : "cols");

/** @param {HTMLElement} pick */
const boxesOf = (pick) => /** @type {HTMLInputElement[]} */ (every(pick, "input"));

/**
 * What is ticked; null where everything is.
 *
 * @param {HTMLElement} pick
 */
export const pickedIn = (pick) => {
  const boxes = boxesOf(pick);
  const on = boxes.filter((box) => box.checked).map((box) => box.value);
  return on.length === boxes.length ? null : on;
};

/**
 * @param {HTMLElement} root
 * @param {Readonly<Record<List, readonly {readonly id: string, readonly name: string}[]>>} lists
 */
export const fillPicks = (root, lists) => {
  for (const pick of picksIn(root)) {
    const labels = lists[listOf(pick)].map(({ id, name }) =>
      element("label", {}, element("input", { type: "checkbox", value: id }), ` ${name}`),
    );
    must(pick, "[data-list]").replaceChildren(...labels);
  }
};

/**
 * @param {HTMLElement} root
 * @param {State} state
 */
export const showPicks = (root, state) => {
  for (const pick of picksIn(root)) {
    const boxes = boxesOf(pick);
    const ids = state[listOf(pick)];
    for (const box of boxes) box.checked = !ids || ids.includes(box.value);
    must(pick, "[data-count]").textContent = `${ids ? ids.length : boxes.length}/${boxes.length}`;
  }
};
