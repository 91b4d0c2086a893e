// Elements with their attributes and children. Text becomes text: nothing here reads HTML.

/** @typedef {string | number | boolean | null | undefined} Attribute */

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Readonly<Record<string, Attribute>>} [attributes] `true` is an attribute without a value; `false` and nothing are left out
 * @param {...(Node | string | null)} children nothing and empty texts are left out
 * @returns {HTMLElementTagNameMap[Name]}
 */
export const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, String(value));
  }
  for (const child of children) if (child !== null && child !== "") made.append(child);
  return made;
};

/**
 * The one element that a page of ours must have there.
 *
 * @param {ParentNode} around
 * @param {string} selector
 * @returns {HTMLElement}
 */
export const must = (around, selector) => {
  const found = around.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`missing: ${selector}`);
  return found;
};

/**
 * All elements of HTML that a selector names.
 *
 * @param {ParentNode} around
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
export const every = (around, selector) => [
  .../** @type {NodeListOf<HTMLElement>} */ (around.querySelectorAll(selector)),
];

/**
 * The nearest element around the place of an event that a selector names.
 *
 * @param {EventTarget | null} target
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export const around = (target, selector) => {
  const found = target instanceof Element ? target.closest(selector) : null;
  return found instanceof HTMLElement ? found : null;
};
