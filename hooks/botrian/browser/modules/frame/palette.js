// Light or dark: the device decides until the reader does. Runs before the first paint, so it stays tiny.

/** @typedef {"light" | "dark"} Palette */

const KEY = "botrian-palette";
const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");

// A private window or a locked-down phone may refuse storage; the choice then lasts for one page.
const stored = () => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
};

/** @param {Palette | ""} value nothing: the device decides again */
const store = (value) => {
  try {
    if (value) localStorage.setItem(KEY, value);
    else localStorage.removeItem(KEY);
  } catch {
    // See above.
  }
};

const shown = () => root.dataset.palette || (dark.matches ? "dark" : "light");

/** @param {Palette | ""} value */
const apply = (value) => {
  if (value) root.dataset.palette = value;
  else delete root.dataset.palette;
};

const toggle = () => {
  const next = shown() === "dark" ? "light" : "dark";
  // Choosing what the device wants anyway gives the decision back to the device.
  const value = next === (dark.matches ? "dark" : "light") ? "" : next;
  apply(value);
  store(value);
};

const chosen = stored();
if (chosen === "light" || chosen === "dark") apply(chosen);

document.addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll("button[data-palette]")) {
    if (!(button instanceof HTMLElement)) continue;
    button.hidden = false;
    button.addEventListener("click", toggle);
  }
});
