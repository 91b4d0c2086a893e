// What Material's script does on narrow screens, in a twentieth of its 35 KB: colours, the way back to the top, the title
// in the bar, the drawer, and folded parts that an address leads into or that are printed. Wide screens get Material's
// own: it holds the two columns beside the text, which narrow ones have not.

import { around, every } from "../dom.js";
import { chooseColours } from "./colours.js";

/** Where Material sets columns beside the text. */
const WIDE = "(min-width: 76.25em)";
/** Between the bar and the button that leads to the top, in CSS pixels. */
const BELOW_BAR = 16;

/**
 * A button that leads to the top stands there while somebody scrolls up; the bar names the page once its title is gone.
 *
 * @param {Document} page
 * @param {AbortSignal} signal
 */
const followScrolling = (page, signal) => {
  const bar = page.querySelector("[data-md-component=header]");
  const name = page.querySelector("[data-md-component=header-title]");
  const title = page.querySelector(".md-content h1");
  const top = page.querySelector("[data-md-component=top]");
  let before = scrollY;

  const follow = () => {
    const height = bar?.getBoundingClientRect().height ?? 0;
    const named = title !== null && title.getBoundingClientRect().bottom <= height;
    name?.classList.toggle("md-header__title--active", named);
    if (top instanceof HTMLElement && scrollY !== before) {
      top.hidden = scrollY > before || scrollY <= 0;
      top.style.top = `${height + BELOW_BAR}px`;
    }
    before = scrollY;
  };
  page.addEventListener("scroll", follow, { passive: true, signal });
  top?.addEventListener("click", () => scrollTo({ top: 0 }), { signal });
};

/**
 * Parts that are folded open where the address leads into them.
 *
 * @param {Document} page
 */
const unfoldAddressed = (page) => {
  let id = location.hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {
    // Ids are letters of any script; an address that is damaged leads nowhere.
  }
  const target = id ? page.getElementById(id) : null;
  const folds = target ? every(page, ".md-content details:not([open])").filter((one) => one.contains(target)) : [];
  for (const fold of folds) fold.setAttribute("open", "");
  if (folds.length > 0) target?.scrollIntoView();
};

/**
 * @param {Document} page
 * @param {AbortSignal} signal
 */
const followAddress = (page, signal) => {
  const follow = () => {
    const drawer = page.querySelector("input[data-md-toggle=drawer]");
    if (drawer instanceof HTMLInputElement && drawer.checked) drawer.click();
    unfoldAddressed(page);
  };
  unfoldAddressed(page);
  addEventListener("hashchange", follow, { signal });
};

/**
 * On paper nothing is folded.
 *
 * @param {Document} page
 * @param {AbortSignal} signal
 */
const unfoldOnPaper = (page, signal) => {
  /** @type {HTMLElement[]} */
  let opened = [];
  const unfold = () => {
    opened = every(page, ".md-content details:not([open])");
    for (const fold of opened) fold.setAttribute("open", "");
  };
  const foldAgain = () => {
    for (const fold of opened) fold.removeAttribute("open");
  };
  addEventListener("beforeprint", unfold, { signal });
  addEventListener("afterprint", foldAgain, { signal });
};

/**
 * Parts of the menu open by boxes that nobody sees; screen readers are told what is open.
 *
 * @param {Document} page
 * @param {AbortSignal} signal
 */
const tellWhatIsOpen = (page, signal) => {
  /** @param {Event} event */
  const tell = ({ target }) => {
    const toggle = around(target, "input.md-nav__toggle");
    if (!(toggle instanceof HTMLInputElement)) return;
    const part = toggle.parentElement?.querySelector(":scope > nav[aria-expanded]");
    part?.setAttribute("aria-expanded", String(toggle.checked));
  };
  page.addEventListener("change", tell, { signal });
};

/** @param {HTMLScriptElement} held Material's script: named in the page, not yet loaded */
const load = (held) => {
  const script = document.createElement("script");
  script.src = held.src;
  // It begins when the page has been read, which was before it came.
  script.addEventListener("load", () => document.dispatchEvent(new Event("DOMContentLoaded")), { once: true });
  held.replaceWith(script);
};

/** @param {Document} page */
export const dressFor = (page) => {
  const held = page.querySelector("script[data-wide]");
  const wide = matchMedia(WIDE);
  if (!(held instanceof HTMLScriptElement)) return;
  if (wide.matches) {
    load(held);
    return;
  }
  const ends = new AbortController();
  chooseColours(page, ends.signal);
  followScrolling(page, ends.signal);
  followAddress(page, ends.signal);
  unfoldOnPaper(page, ends.signal);
  tellWhatIsOpen(page, ends.signal);
  const widened = () => {
    ends.abort();
    load(held);
  };
  wide.addEventListener("change", widened, { once: true });
};
