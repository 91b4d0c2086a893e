// Stands in for Material's own inline scripts: what its bundle keeps between pages, and light or dark before the first
// paint. The device decides until the reader does. Runs before anything is shown, so it stays tiny.

/** @typedef {{ media?: string, scheme?: string }} Colour */

const root = document.documentElement;
root.classList.replace("no-js", "js");
// The search page keeps room for what its address asks for.
if (location.search.length > 1) root.classList.add("kb-asking");

const here = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;
// One memory for both languages.
const scope = new URL(here.replace(/(en\/)?assets\/[^/]*$/, ""), location.href);

/** @param {string} name */
const key = (name) => `${scope.pathname}.${name}`;

/**
 * A private window or a locked-down phone may refuse storage; a choice then lasts for one page.
 *
 * @param {string} name
 * @param {Storage} [storage]
 * @returns {unknown}
 */
const get = (name, storage) => {
  try {
    return JSON.parse((storage ?? localStorage).getItem(key(name)) ?? "null");
  } catch {
    return null;
  }
};

/**
 * @param {string} name
 * @param {unknown} value
 * @param {Storage} [storage]
 */
const set = (name, value, storage) => {
  try {
    (storage ?? localStorage).setItem(key(name), JSON.stringify(value));
  } catch {
    // See above.
  }
};

/** @param {string} text the sum that Material marks announcements with */
const hash = (text) => [...text].reduce((sum, sign) => (sum << 5) - sum + sign.charCodeAt(0), 0);

Object.assign(window, { __md_scope: scope, __md_get: get, __md_set: set, __md_hash: hash });

const chosen = () => {
  const kept = /** @type {{ color?: Colour } | null} */ (get("__palette"))?.color;
  if (kept?.scheme && kept.media !== "(prefers-color-scheme)") return kept.scheme;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
};

new MutationObserver((_, observer) => {
  if (!document.body) return;
  observer.disconnect();
  document.body.dataset.mdColorScheme = chosen();
}).observe(root, { childList: true });
