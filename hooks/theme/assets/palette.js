// Light or dark: the device decides until the reader does. Runs before the first paint, so it stays tiny.
"use strict";
(() => {
  const KEY = "botrian-palette";
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  // A private window or a locked-down phone may refuse storage; the choice then lasts for one page.
  const stored = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
  const store = (value) => {
    try { value ? localStorage.setItem(KEY, value) : localStorage.removeItem(KEY); } catch { /* see above */ }
  };
  const shown = () => root.dataset.palette || (dark.matches ? "dark" : "light");
  const apply = (value) => { if (value) root.dataset.palette = value; else delete root.dataset.palette; };

  const chosen = stored();
  if (chosen === "light" || chosen === "dark") apply(chosen);

  document.addEventListener("DOMContentLoaded", () => {
    const toggle = () => {
      const next = shown() === "dark" ? "light" : "dark";
      // Choosing what the device wants anyway gives the decision back to the device.
      const value = next === (dark.matches ? "dark" : "light") ? "" : next;
      apply(value);
      store(value);
    };
    document.querySelectorAll("button[data-palette]").forEach((button) => {
      button.hidden = false;
      button.addEventListener("click", toggle);
    });
  });
})();
