// A map follows the list that is filtered beside it: provinces that are not shown turn pale; of a map of evidence, rows of
// what is not shown and columns of other places than the chosen one. Nothing is hidden in it, so that what was chosen is
// seen among the rest; links that are pale say so to those who cannot see it.

const PALE = "kb-pale";

/**
 * @param {Element} piece
 * @param {boolean} pale
 * @param {string} words what a pale link says
 */
const dye = (piece, pale, words) => {
  piece.classList.toggle(PALE, pale);
  const links = piece.localName === "a" ? [piece] : piece.querySelectorAll("a");
  for (const link of links) {
    if (pale) link.setAttribute("aria-description", words);
    else link.removeAttribute("aria-description");
  }
};

/**
 * @param {Document} page
 * @param {ReadonlySet<string>} shown names of the entries that are shown
 * @param {string} place the chosen province, or ""
 * @param {string} words what a pale link says
 */
export const paleRest = (page, shown, place, words) => {
  for (const tile of page.querySelectorAll("svg:not([data-columns]) > g[data-of]")) {
    dye(tile, !shown.has(tile.getAttribute("data-of") ?? ""), words);
  }
  for (const map of page.querySelectorAll("svg[data-columns]")) {
    const columns = map.getAttribute("data-columns")?.split(" ") ?? [];
    for (const row of map.querySelectorAll("g[data-of]")) {
      const there = shown.has(row.getAttribute("data-of") ?? "");
      const cells = [...row.children].filter(({ localName }) => localName === "a" || localName === "g");
      for (const [at, cell] of cells.entries()) {
        dye(cell, !there || (place !== "" && columns[at] !== place), words);
      }
    }
  }
};
