// A map of evidence follows the list that is filtered beside it: rows of what is not shown, and columns of other places than
// the chosen one, turn pale. Nothing is hidden in it, so that what was chosen is seen among the rest.

const PALE = "kb-pale";

/**
 * @param {Document} page
 * @param {ReadonlySet<string>} shown names of the entries that are shown
 * @param {string} place the chosen province, or ""
 */
export const paleRest = (page, shown, place) => {
  for (const map of page.querySelectorAll("svg[data-columns]")) {
    const columns = map.getAttribute("data-columns")?.split(" ") ?? [];
    for (const row of map.querySelectorAll("g[data-of]")) {
      const there = shown.has(row.getAttribute("data-of") ?? "");
      const cells = [...row.children].filter(({ localName }) => localName === "a" || localName === "g");
      for (const [at, cell] of cells.entries()) {
        cell.classList.toggle(PALE, !there || (place !== "" && columns[at] !== place));
      }
    }
  }
};
