// A kit enters; the elements leave that show it: the list of its parts, its agenda, its guide. Every text becomes text.

import { element } from "../dom.js";
import { nameAt, partAt, spanOf } from "./kit.js";
import { FEWEST_MINUTES, keyOf, MOST_MINUTES } from "./plan.js";
import { say } from "./words.js";

/** @import { Block } from "./blocks.js" */
/** @import { Kit } from "./kit.js" */
/** @import { Part, Plan } from "./plan.js" */
/** @import { LoadedRecord } from "./record.js" */
/** @import { Words } from "./words.js" */

/**
 * What a part is called: the name of its record, of a part of every kit its own, else its key.
 *
 * @param {Part} part
 * @param {ReadonlyMap<string, LoadedRecord | null>} records
 * @param {Words} words
 */
export const nameOf = (part, records, words) =>
  part.id ? (records.get(keyOf(part))?.title ?? keyOf(part)) : say(words, `part_${part.kind}`);

/**
 * @param {string} sign
 * @param {string} label
 * @param {string} name of what it does
 * @param {boolean} [off]
 */
const button = (sign, label, name, off = false) =>
  element(
    "button",
    { type: "button", class: "kb-button", "aria-label": label, title: label, "data-part": name, disabled: off },
    sign,
  );

/**
 * The list of parts: of each its kind and name, its minutes, and what can be done with it.
 *
 * @param {Plan} plan
 * @param {Kit} kit
 * @param {ReadonlyMap<string, LoadedRecord | null>} records those that are not there are null
 * @param {string} home
 */
export const partItems = (plan, kit, records, home) =>
  plan.parts.map((part, at) => {
    const { words } = kit;
    const key = keyOf(part);
    const record = records.get(key);
    const name = nameOf(part, records, words);
    const minutes = kit.parts.find((one) => one.key === key)?.minutes ?? "";
    const kind = words.kinds[part.kind];
    const time = {
      type: "number",
      min: FEWEST_MINUTES,
      max: MOST_MINUTES,
      step: 5,
      value: minutes,
      inputmode: "numeric",
    };
    const label = say(words, "build_minutes_of", name);
    return element(
      "li",
      { "data-key": key, "data-missing": record === null },
      element(
        "p",
        { class: "kb-kit__name" },
        kind ? element("span", { class: "kb-basis" }, `${kind} `) : null,
        record ? element("a", { href: home + record.url }, name) : element("strong", {}, name),
        record === null ? element("span", { class: "kb-absent" }, ` ${say(words, "build_missing", key)}`) : null,
      ),
      element(
        "p",
        { class: "kb-kit__tools" },
        element("input", {
          ...time,
          "aria-label": label,
          title: label,
          "data-part": "minutes",
          disabled: record === null,
        }),
        element("span", { "aria-hidden": "true" }, ` ${say(words, "minutes")} `),
        button("↑", say(words, "build_up", name), "up", at === 0),
        button("↓", say(words, "build_down", name), "down", at === plan.parts.length - 1),
        button("✕", say(words, "build_remove", name), "remove"),
        record?.kind === "path"
          ? element("button", { type: "button", class: "kb-button", "data-part": "unfold" }, say(words, "build_unfold"))
          : null,
      ),
    );
  });

/** @param {Kit} kit */
export const agendaItems = (kit) =>
  kit.slots.map((slot) => {
    const part = partAt(kit, slot);
    const when = `${spanOf(kit, slot)} · ${say(kit.words, "some_minutes", slot.minutes)}`;
    const name = part ? element("strong", {}, part.name) : nameAt(kit, slot);
    const basis = element("span", { class: "kb-basis" }, ` ${when}`);
    return element("li", {}, name, basis, ...(part ? [element("br"), part.task] : []));
  });

/** The guide stands below the second heading of the page. */
const HEADINGS = /** @type {const} */ ({ 1: "h3", 2: "h4", 3: "h5" });

/** @param {Block} block */
const blockElement = (block) => {
  if (block.kind === "heading") return element(HEADINGS[block.level], {}, block.text);
  if (block.kind === "list") return element("ul", {}, ...block.entries.map((entry) => element("li", {}, entry)));
  if (block.kind === "lines") {
    return element("div", { class: "kb-kit__lines" }, ...Array.from({ length: block.count }, () => element("div")));
  }
  if (block.kind === "page") return element("hr", { class: "kb-kit__page" });
  if (block.kind === "table") {
    const head = block.head.map((text) => element("th", { scope: "col" }, text));
    const rows = block.rows.map(([name, ...cells]) =>
      element(
        "tr",
        {},
        name ? element("th", { scope: "row" }, name) : element("td"),
        ...cells.map((cell) => element("td", {}, cell)),
      ),
    );
    return element(
      "table",
      { class: "kb-plain", "data-blank": block.blank },
      element("caption", { class: "kb-sr" }, block.title),
      element("thead", {}, element("tr", {}, ...head)),
      element("tbody", {}, ...rows),
    );
  }
  const { text, label, link, big } = block;
  return element(
    "p",
    { class: big ? "kb-kit__big" : null },
    label ? element("strong", {}, `${label}: `) : null,
    link ? element("a", { href: link }, text) : text,
  );
};

/** @param {readonly Block[]} blocks */
export const guideElements = (blocks) => blocks.map(blockElement);
