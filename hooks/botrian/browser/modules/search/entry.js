// Loaded by every page: the search box with suggestions. The engine itself comes when a box is first used.

import { FOLDER, LABELS, LANGUAGE } from "#data/entry.js";
import { element, every, must } from "../dom.js";
import { SearchBox } from "./box.js";
import { bySixtyFour, filesOf } from "./load.js";
import { run } from "../run.js";

/** @import { Engine, engineOf } from "./engine.js" */
/** @import { startResults } from "./results.js" */

/**
 * What the parts of the search know of their site. `root`: where its language starts.
 *
 * @typedef {object} Site
 * @property {string} root
 * @property {"th" | "en"} language
 * @property {(name: string, ...values: (string | number)[]) => string} say a label with its values
 * @property {() => Promise<void>} renewed asks whether the search was published anew, with its files elsewhere
 * @property {() => Promise<Engine>} engine loads it when it is first asked for
 * @property {() => void} styled asks for the styles of suggestions and results
 */

/** @type {Site["say"]} */
const say = (name, ...values) =>
  values.reduce((/** @type {string} */ text, value) => text.replace("{}", () => String(value)), LABELS[name]);

/**
 * Whether an element stands there as a whole: something follows it, or the page has been read.
 *
 * @param {Element} element
 */
const isWhole = (element) => {
  /** @type {Node | null} */
  let at = element;
  while (at && !at.nextSibling) at = at.parentNode;
  return at !== null;
};

const resultsPart = () => document.querySelector("[data-search-page]");

/**
 * Calls back as soon as the boxes stand there: on the page of results this script does not wait for those of the frame.
 *
 * @param {() => void} go
 */
const onceThere = (go) => {
  const isThere = () => {
    const part = resultsPart();
    return document.readyState !== "loading" || (part !== null && isWhole(part));
  };
  if (isThere()) return go();
  const watching = new MutationObserver(() => {
    if (!isThere()) return;
    watching.disconnect();
    go();
  });
  watching.observe(document, { childList: true, subtree: true });
};

/**
 * Sets the page's boxes and results page going.
 *
 * @param {string} here the address of this script
 * @param {boolean} early the page is known to show results
 */
const start = (here, early) => {
  const folder = new URL(`search/${FOLDER}/`, here).href;
  const { take, load, follow } = filesOf(folder, bySixtyFour);
  /** @type {Promise<Engine> | undefined} */
  let engineComing;
  const taken = async () => /** @type {typeof engineOf} */ (await load("engine"))(load);
  window.botrianSearch = Object.freeze({
    take,
    follow: (/** @type {string} */ other) => {
      if (follow(other)) engineComing = undefined;
    },
  });
  const renewed = () => run(`${here.split("?")[0]}?${Date.now()}`).catch(() => {});
  let styleAsked = false;
  /** @type {Site} */
  const site = Object.freeze({
    root: new URL("../", here).href,
    language: LANGUAGE,
    say,
    renewed,
    engine: () => {
      // A folder that is gone was published anew: the script that names it is asked for again.
      engineComing ??= taken().catch(async () => {
        await renewed();
        return taken();
      });
      engineComing.catch(() => {
        engineComing = undefined;
      });
      return engineComing;
    },
    styled: () => {
      if (styleAsked || document.querySelector('link[rel=stylesheet][href$="/search.css"]')) return;
      styleAsked = true;
      document.head.append(element("link", { rel: "stylesheet", href: `${folder}search.css` }));
    },
  });
  if (early && location.search) {
    site.engine().then(
      ({ index }) => index(),
      () => {},
    );
    load("results").catch(() => {});
  }
  onceThere(() => {
    every(document, "form[data-search-form]").forEach((form, number) => {
      const input = form.querySelector("input[name=q]");
      if (form instanceof HTMLFormElement && input instanceof HTMLInputElement)
        new SearchBox(form, input, number, site);
    });
    const part = resultsPart();
    if (part instanceof HTMLElement) openResults(part, site, load);
  });
  document.addEventListener("keydown", toBox);
};

/**
 * @param {HTMLElement} page
 * @param {Site} site
 * @param {(name: string) => Promise<unknown>} load
 */
const openResults = (page, site, load) => {
  site.styled();
  // A line with a long delay waits once for both.
  const coming = location.search ? site.engine().catch(() => {}) : null;
  load("results")
    // Where the folder is gone, the engine finds the new one.
    .catch(() => coming?.then(() => load("results")) ?? site.renewed().then(() => load("results")))
    .then(
      (begin) => /** @type {typeof startResults} */ (begin)(page, site),
      () => {
        must(page, "[data-search-status]").textContent = say("failed");
      },
    );
};

/** @param {KeyboardEvent} event */
const toBox = (event) => {
  const { target } = event;
  const typing = target instanceof Element && target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const boxes = ["[data-search-page] input[name=q]", "form[data-search-form] input[name=q]"];
  const input = boxes.map((box) => document.querySelector(box)).find(Boolean);
  if (!(input instanceof HTMLElement)) return;
  event.preventDefault();
  input.focus();
};

// An element of the page may bear this name (<img name="currentScript">): then it is not the script.
const current = document.currentScript;
const own = current instanceof HTMLScriptElement ? current : document.querySelector('script[src$="assets/search.js"]');
if (own instanceof HTMLScriptElement) {
  // It stands twice on the page of results, and comes again after a new publication.
  if (window.botrianSearch) window.botrianSearch.follow(new URL(`search/${FOLDER}/`, own.src).href);
  else start(own.src, own.async);
}
