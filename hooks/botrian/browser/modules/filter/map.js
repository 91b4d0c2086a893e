// A map follows the list that is filtered beside it: provinces that are not shown turn pale; of a map of evidence, rows of
// what is not shown and columns of other places than the chosen one. Nothing is hidden in it, so that what was chosen is
// seen among the rest; links that are pale say so to those who cannot see it. Rows are entries of the list, or what entries
// have: the map above all lessons has their themes.

/**
 * `names`: of all entries; `shown`: of those that pass; `values`: what these have of each choice, or what is chosen in it.
 * @typedef {{readonly names: ReadonlySet<string>, readonly shown: ReadonlySet<string>,
 *   readonly values: ReadonlySet<string>}} Followed
 */

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
 * @param {Followed} list
 * @param {string} place the chosen province, or ""
 * @param {string} words what a pale link says
 */
export const paleRest = (page, { names, shown, values }, place, words) => {
  for (const map of page.querySelectorAll("svg")) {
    const rows = [...map.querySelectorAll("g[data-of]")].map(
      (row) => /** @type {const} */ ([row, row.getAttribute("data-of") ?? ""]),
    );
    const lit = rows.some(([, of]) => names.has(of)) ? shown : values;
    const columns = map.getAttribute("data-columns")?.split(" ");
    for (const [row, of] of rows) {
      if (!columns) {
        dye(row, !lit.has(of), words);
        continue;
      }
      const cells = [...row.children].filter(({ localName }) => localName === "a" || localName === "g");
      for (const [at, cell] of cells.entries()) {
        dye(cell, !lit.has(of) || (place !== "" && columns[at] !== place), words);
      }
    }
  }
};
