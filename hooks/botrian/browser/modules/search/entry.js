// Loaded by every page: the search box with suggestions. The engine itself comes when a box is first used.

import { FOLDER, LABELS, LANGUAGE } from "#data/entry.js";
import { element, every, must } from "../dom.js";
import { SearchBox } from "./box.js";
import { bySixtyFour, filesOf } from "./load.js";

/** @import { Engine, engineOf } from "./engine.js" */
/** @import { startResults } from "./results.js" */

/**
 * What the parts of the search know of their site. `root`: where its language starts.
 *
 * @typedef {object} Site
 * @property {string} root
 * @property {"th" | "en"} language
 * @property {(name: string, ...values: (string | number)[]) => string} say a label with its values
 * @property {() => Promise<Engine>} engine loads it when it is first asked for
 * @property {() => void} styled asks for the styles of suggestions and results
 */

/** @type {Site["say"]} */
const say = (name, ...values) =>
  values.reduce((/** @type {string} */ text, value) => text.replace("{}", () => String(value)), LABELS[name]);

/**
 * Sets the page's boxes and results page going.
 *
 * @param {string} here the address of this script
 */
const start = (here) => {
  const folder = new URL(`search/${FOLDER}/`, here).href;
  const { take, load } = filesOf(folder, bySixtyFour);
  window.botrianSearch = Object.freeze({ take });
  /** @type {Promise<Engine> | undefined} */
  let engineComing;
  let styleAsked = false;
  /** @type {Site} */
  const site = Object.freeze({
    root: new URL("../", here).href,
    language: LANGUAGE,
    say,
    engine: () => {
      engineComing ??= Promise.all([load("engine"), load("about")]).then(
        ([make]) => /** @type {typeof engineOf} */ (make)(load),
        (error) => {
          engineComing = undefined;
          throw error;
        },
      );
      return engineComing;
    },
    styled: () => {
      if (styleAsked || document.querySelector('link[rel=stylesheet][href$="/search.css"]')) return;
      styleAsked = true;
      document.head.append(element("link", { rel: "stylesheet", href: `${folder}search.css` }));
    },
  });
  every(document, "form[data-search-form]").forEach((form, number) => {
    const input = form.querySelector("input[name=q]");
    if (form instanceof HTMLFormElement && input instanceof HTMLInputElement) new SearchBox(form, input, number, site);
  });
  const page = document.querySelector("[data-search-page]");
  if (page instanceof HTMLElement) openResults(page, site, load);
};

/**
 * @param {HTMLElement} page
 * @param {Site} site
 * @param {(name: string) => Promise<unknown>} load
 */
const openResults = (page, site, load) => {
  site.styled();
  // A line with a long delay waits once for all three.
  if (location.search) site.engine().catch(() => {});
  load("results").then(
    (begin) => /** @type {typeof startResults} */ (begin)(page, site),
    () => {
      must(page, "[data-search-status]").textContent = say("failed");
    },
  );
};

document.addEventListener("keydown", (event) => {
  const { target } = event;
  const typing = target instanceof Element && target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const boxes = ["[data-search-page] input[name=q]", "form[data-search-form] input[name=q]"];
  const input = boxes.map((box) => document.querySelector(box)).find(Boolean);
  if (!(input instanceof HTMLElement)) return;
  event.preventDefault();
  input.focus();
});

// An element of the page may bear this name (<img name="currentScript">): then it is not the script.
const current = document.currentScript;
const own = current instanceof HTMLScriptElement ? current : document.querySelector('script[src$="assets/search.js"]');
if (own instanceof HTMLScriptElement) start(own.src);
