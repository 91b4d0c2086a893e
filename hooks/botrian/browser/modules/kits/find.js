// The box that finds what can be added: typed words enter, a short list of buttons leaves. The names are fetched when somebody
// types for the first time.

import { element, must } from "../dom.js";
import { matching, namedOf } from "./names.js";
import { say } from "./words.js";

/** @import { PlacedNames } from "../compare/page.js" */
/** @import { Load } from "../search/load.js" */
/** @import { Named } from "./names.js" */
/** @import { Words } from "./words.js" */

/** @typedef {Parameters<typeof namedOf>[0]} OwnNames */

/**
 * @param {HTMLElement} root
 * @param {Words} words
 * @param {Load} own
 * @param {Load} cases
 */
export const listenForSearch = (root, words, own, cases) => {
  const box = /** @type {HTMLInputElement} */ (must(root, "[data-kit-search]"));
  const found = must(root, "[data-kit-found]");
  /** @type {Promise<readonly Named[]> | null} */
  let names = null;
  const named = async () => {
    const [ours, theirs] = await Promise.all([own("names"), cases("cases")]);
    return namedOf(/** @type {OwnNames} */ (ours), /** @type {PlacedNames} */ (theirs));
  };
  /** @param {Named} one */
  const item = ({ key, kind, name }) =>
    element(
      "li",
      {},
      element(
        "button",
        { type: "button", class: "kb-button", "data-add": key },
        `+ ${name} `,
        element("span", { class: "kb-basis" }, words.kinds[kind]),
      ),
    );
  /**
   * @param {number} count
   * @param {number} shown
   */
  const told = (count, shown) => {
    if (!count) return say(words, "build_found_none");
    return shown < count ? say(words, "build_found_some", count, shown) : say(words, "build_found", count);
  };
  const search = async () => {
    const asked = box.value;
    names ??= named();
    try {
      const { count, first } = matching(await names, asked);
      if (asked !== box.value) return;
      found.textContent = asked.trim() ? told(count, first.length) : "";
      must(root, "[data-kit-matches]").replaceChildren(...first.map(item));
    } catch {
      names = null;
      found.textContent = say(words, "build_failed");
    }
  };
  box.addEventListener("input", () => void search());
};
