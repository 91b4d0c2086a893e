// Two places enter; the rows leave that set them side by side, in the order of the first: what is short first, then by theme.

/**
 * Texts, a note, sources: the address below the language's root, the place in words.
 *
 * @typedef {readonly [readonly string[], string, readonly (readonly [string, string])[]]} Value
 * @typedef {{readonly id: string, readonly name: string, readonly values: readonly Value[],
 *   readonly theme?: string, readonly absent?: string, readonly sign?: string, readonly unit?: string}} Row
 * @typedef {{readonly name: string, readonly where: string, readonly url: string, readonly rows: readonly Row[]}} Side
 * @typedef {{readonly id: string, readonly name: string, readonly theme: string, readonly a: Row | null,
 *   readonly b: Row | null, readonly same: boolean, readonly but: "" | "units" | "notes"}} Pair
 */

/** Letters of what is read at a glance: three lines in half the width of a phone. */
const BRIEF = 48;

/** @param {Row | null} row */
const textOf = (row) => (row ? row.values.map(([texts]) => texts.join("\n")).join("\n") : "");

/** @param {Row | null} row */
const notesOf = (row) => (row ? row.values.map(([, note]) => note).join("\n") : "");

/** @param {Row | null} row */
const isKnown = (row) => row !== null && row.values.length > 0;

/**
 * `both`: each side tells it; `one`: one alone does; `empty`: neither. `but` says why the values are no plain pair: they
 * count in other units, or agree while their notes tell of something else.
 *
 * @param {Side} a
 * @param {Side} b
 * @returns {{both: Pair[], one: Pair[], empty: Pair[]}}
 */
export const sideBySide = (a, b) => {
  const ids = [...new Set([...a.rows, ...b.rows].map(({ id }) => id))];
  const pairs = ids.map((id) => {
    const [one, two] = [a, b].map(({ rows }) => rows.find((row) => row.id === id) ?? null);
    const known = isKnown(one) && isKnown(two);
    const apart = known && (one?.unit ?? "") !== (two?.unit ?? "");
    const same = known && !apart && textOf(one) === textOf(two);
    /** @type {Pair["but"]} */
    const but = apart ? "units" : same && notesOf(one) !== notesOf(two) ? "notes" : "";
    const { name = "", theme = "" } = one ?? two ?? {};
    return { id, name, theme, a: one, b: two, same, but };
  });
  /** @type {(told: number) => Pair[]} */
  const toldBy = (told) => pairs.filter((pair) => [pair.a, pair.b].filter(isKnown).length === told);
  return { both: toldBy(2), one: toldBy(1), empty: toldBy(0) };
};

/**
 * Rows that both tell: `brief` those that are read at a glance, then the others by theme, in their order; what has none
 * stands under the empty name.
 *
 * @param {readonly Pair[]} pairs
 * @returns {{brief: Pair[], themes: Map<string, Pair[]>}}
 */
export const shelved = (pairs) => {
  const isBrief = (/** @type {Row | null} */ row) => row?.values.length === 1 && textOf(row).length <= BRIEF;
  /** @type {Pair[]} */
  const brief = [];
  /** @type {Map<string, Pair[]>} */
  const themes = new Map();
  for (const pair of pairs) {
    if (isBrief(pair.a) && isBrief(pair.b)) brief.push(pair);
    else themes.set(pair.theme, [...(themes.get(pair.theme) ?? []), pair]);
  }
  return { brief, themes };
};

/**
 * The file of what an address names: provinces by their id, cases as `case:<id>`; null where that is no name of ours.
 *
 * @param {string} asked
 */
export const fileOf = (asked) => (/^(?:case:)?[a-z0-9-]{1,120}$/.test(asked) ? asked.replace(":", "-") : null);
