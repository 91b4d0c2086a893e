// What stands at the head and the foot of each printed sheet: style sheets cannot read it from the page.

/** What fits beside the name of the site. */
const LONGEST = 80;

/**
 * A text as a string of CSS, in one line.
 *
 * @param {string} text
 */
export const asString = (text) => `"${text.trim().replace(/\s+/g, " ").replace(/["\\]/g, "\\$&")}"`;

/** @param {string} text */
const clipped = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** @param {Document} page */
export const nameOnPaper = (page) => {
  const { style } = page.documentElement;
  /** @param {string} name */
  const told = (name) => page.querySelector(`meta[property='og:${name}']`)?.getAttribute("content") ?? "";
  const title = page.querySelector("h1")?.textContent ?? page.title;
  style.setProperty("--kb-paper-title", asString(clipped(title)));
  style.setProperty("--kb-paper-site", asString(told("site_name")));
  style.setProperty("--kb-paper-address", asString(told("url")));
};
