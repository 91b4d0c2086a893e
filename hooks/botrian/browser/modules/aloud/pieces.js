// Text goes in; what is spoken in one breath comes out: its places in the text, from one letter to another.

/** Letters of a piece, about: some voices fall silent in long ones, and Thai parts sentences by spaces alone. */
const MOST = 140;

/**
 * @param {string} text
 */
export const piecesOf = (text) => {
  /** @type {{ from: number, to: number }[]} */
  const found = [];
  let open = false;
  for (const match of text.matchAll(/\S+/g)) {
    const to = match.index + match[0].length;
    const last = found.at(-1);
    if (open && last && to - last.from <= MOST) last.to = to;
    else found.push({ from: match.index, to });
    open = !/[.!?]$/.test(match[0]);
  }
  return found.filter(({ from, to }) => /[\p{L}\p{N}]/u.test(text.slice(from, to)));
};
