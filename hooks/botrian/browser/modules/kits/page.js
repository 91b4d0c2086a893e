// The page that puts kits together: what people press enters; the kit is changed, taken as a file, printed or handed over.

import { around, must } from "../dom.js";
import { filesOf } from "../search/load.js";
import { handOver } from "../share.js";
import { KitBuilder } from "./builder.js";
import { listenForSearch } from "./find.js";
import { takeFile, takeLink } from "./take.js";
import { showGuide } from "./view.js";
import { say } from "./words.js";

/** @import { Ending } from "./take.js" */
/** @import { Words } from "./words.js" */

/**
 * @param {KitBuilder} builder
 * @param {Ending} ending
 */
const take = async (builder, ending) => {
  builder.part("taken").textContent = say(builder.words, "build_making");
  builder.button(ending).disabled = true;
  builder.part("taken").textContent = await takeFile(builder.kit, ending, builder.loads.files);
  builder.button(ending).disabled = false;
};

/** @param {KitBuilder} builder */
const print = (builder) => {
  const preview = /** @type {HTMLDetailsElement} */ (builder.part("preview"));
  preview.open = true;
  showGuide(builder.root, builder.kit);
  window.print();
};

/**
 * Nothing is asked any more whether it is to be emptied.
 *
 * @param {KitBuilder} builder
 */
const unsure = (builder) => {
  const button = builder.button("clear");
  delete button.dataset.sure;
  button.textContent = say(builder.words, "build_clear");
};

/**
 * Empties the kit; where it holds something, only when it is pressed again.
 *
 * @param {KitBuilder} builder
 */
const clear = async (builder) => {
  const button = builder.button("clear");
  if (button.dataset.sure === undefined && builder.plan.parts.length) {
    button.dataset.sure = "";
    button.textContent = say(builder.words, "build_clear_sure");
    return;
  }
  unsure(builder);
  await builder.emptied();
  builder.part("taken").textContent = say(builder.words, "build_cleared");
};

/**
 * @param {KitBuilder} builder
 * @param {string} what
 */
const act = async (builder, what) => {
  if (what !== "clear") unsure(builder);
  if (what === "docx" || what === "pptx") await take(builder, what);
  else if (what === "link") builder.part("taken").textContent = await takeLink(builder.kit);
  else if (what === "share") await handOver({ title: builder.kit.title, url: builder.kit.link });
  else if (what === "print") print(builder);
  else if (what === "clear") await clear(builder);
  else if (what === "share-time") await builder.timeShared();
  else if (what === "keep") await builder.taken();
  else if (what === "back") await builder.back();
};

/**
 * @param {KitBuilder} builder
 * @param {HTMLInputElement} field
 */
const setMinutes = (builder, field) => {
  const minutes = field.value === "" ? null : Number(field.value);
  const key = around(field, "[data-key]")?.dataset.key ?? "";
  return builder.minutes(key, minutes !== null && Number.isFinite(minutes) ? minutes : null);
};

/** @param {KitBuilder} builder */
const listen = (builder) => {
  const { root } = builder;
  const form = /** @type {HTMLFormElement} */ (builder.part("form"));
  root.addEventListener("click", ({ target }) => {
    const button = around(target, "[data-do], [data-part], [data-add]");
    if (!(button instanceof HTMLButtonElement)) return;
    const { do: what, part, add } = button.dataset;
    if (what) void act(builder, what);
    else if (add) void builder.add(add);
    else if (part) void builder.onPart(around(button, "[data-key]")?.dataset.key ?? "", part);
  });
  builder.part("parts").addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement) void setMinutes(builder, target);
  });
  form.addEventListener("change", () => void builder.chosen(new FormData(form)));
  form.addEventListener("submit", (event) => event.preventDefault());
  listenForSearch(root, builder.words, builder.loads.own, builder.loads.cases);
  builder.part("preview").addEventListener("toggle", () => showGuide(root, builder.kit));
  builder.button("share").hidden = !("share" in navigator);
  addEventListener("hashchange", () => void builder.read());
  // Another tab may have added to it.
  addEventListener("storage", ({ key }) => {
    if (key === "botrian.kit" && !builder.borrowed) void builder.back();
  });
};

const root = typeof document === "undefined" ? null : document.querySelector("[data-kit-builder]");
if (root instanceof HTMLElement) {
  const own = filesOf(root.dataset.folder ?? "", () => "all");
  const cases = filesOf(root.dataset.cases ?? "", () => "all");
  const files = filesOf(`${root.dataset.home}assets/`, (name) => name);
  window.botrianCompare = { take: cases.take };
  window.botrianKit = {
    take: (name, payload) => {
      own.take(name, payload);
      files.take(name, payload);
    },
  };
  own.load("words").then(
    async (words) => {
      const builder = new KitBuilder(root, /** @type {Words} */ (words), {
        own: own.load,
        cases: cases.load,
        files: files.load,
      });
      listen(builder);
      await builder.read();
      root.hidden = false;
    },
    () => {
      const told = must(root, "[data-kit-told]");
      told.textContent = root.dataset.failed ?? "";
      told.hidden = false;
      root.hidden = false;
    },
  );
}
