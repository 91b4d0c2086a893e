// A table as the build hands it over goes in; what every writer asks of it comes out. The same as
// hooks/botrian/exports/printed.py, about.py and limits.py.

import { letters } from "./signs.js";

/** @import { Ruler } from "./ruler.js" */

/** @typedef {Readonly<Record<string, string>>} Words by their names, such as export.notes */

/**
 * `value`: as a spreadsheet takes it; `decimals`: -1 where it has too many digits to be one.
 *
 * @typedef {readonly [value: string, before: string, after: string, decimals: number]} PrintedNumber
 */

/**
 * What programs take of a cell (hooks/botrian/exports/printed.py); what is empty, or usual, is left out.
 *
 * @typedef {object} CellData
 * @property {string} [number] the one value that stands for the cell, in plain digits
 * @property {string} [date] ISO, C.E.
 * @property {string} [unit]
 * @property {string} [qualifier]
 * @property {string} [year] ISO, C.E.
 * @property {string} [records]
 * @property {string} [citations]
 * @property {string} [note]
 */

/**
 * @typedef {object} PrintedCell
 * @property {readonly string[]} lines
 * @property {PrintedNumber} [number]
 * @property {string} [date] ISO, C.E.
 * @property {string} [absent]
 * @property {readonly (readonly number[])[]} [marks] the numbers of the citations of each line
 * @property {readonly number[]} [places] where in `PrintedTable.places` its citations stand
 * @property {CellData} [data]
 */

/** @typedef {{readonly id: string, readonly name: string, readonly type: string, readonly unit: string, readonly definition: string}} PrintedColumn */

/**
 * @typedef {object} PrintedRow
 * @property {string} id
 * @property {string} name
 * @property {readonly PrintedCell[]} cells
 * @property {string} [group]
 * @property {string} [url]
 * @property {readonly number[]} [marks]
 * @property {readonly number[]} [places]
 * @property {string} [record] what it is of
 * @property {string} [cited] its own citations, as programs take them
 */

/** @typedef {readonly [number: number, source: string, place: string, short: string, url: string]} PrintedCitation */

/**
 * @typedef {object} Origin
 * @property {string} link
 * @property {string} version
 * @property {string} cite
 * @property {string} changed
 * @property {string} changedWords
 * @property {string} publisher
 * @property {readonly (readonly [short: string, cite: string])[]} sources
 */

/**
 * @typedef {object} PrintedTable
 * @property {string} id
 * @property {string} language
 * @property {string} title
 * @property {string} answer
 * @property {string} question
 * @property {string} silence
 * @property {string} rowHeading
 * @property {readonly string[]} notes
 * @property {readonly PrintedColumn[]} columns
 * @property {readonly PrintedRow[]} rows
 * @property {readonly string[]} places
 * @property {readonly PrintedCitation[]} cited
 * @property {readonly string[]} keyRows
 * @property {readonly string[]} keyColumns
 * @property {string} [picked] how many of the rows that the answer speaks of are there
 * @property {Origin} origin
 * @property {string} code the code that leads to its page: a PNG in base64
 * @property {readonly string[]} squares the same as rows of dark (1) and light squares
 */

/** @typedef {{readonly name: string, readonly label: string, readonly texts: readonly string[]}} Labelled */

/** What a writer works with: a table, its language's words and what measures texts. */
export class Printing {
  /**
   * @param {PrintedTable} table
   * @param {Words} words
   * @param {Ruler} ruler
   */
  constructor(table, words, ruler) {
    this.table = table;
    this.words = words;
    this.ruler = ruler;
  }

  /**
   * @param {string} name
   * @param {...(string | number)} values for the holes
   */
  say(name, ...values) {
    const [first, ...rest] = (this.words[name] ?? name).split("{}");
    return rest.reduce((text, piece, at) => text + String(values[at] ?? "") + piece, first);
  }

  /** @param {PrintedTable} table */
  with(table) {
    return new Printing(table, this.words, this.ruler);
  }
}

/** @param {PrintedColumn} column */
export const heading = ({ name, unit }) => {
  if (!unit) return name;
  const words = name.toLowerCase().split(/\s+/);
  const said = name.includes(`จำนวน${unit}`) || name.startsWith(unit) || words.includes(unit.toLowerCase());
  return said ? name : `${name} (${unit})`;
};

/** @param {PrintedTable} table */
export const headings = ({ rowHeading, columns }) => [rowHeading, ...columns.map(heading)];

/** @param {PrintedCell} cell */
export const textOf = ({ lines }) => lines.join("\n");

/**
 * Numbers of citations as a mark: those that follow each other as a range.
 *
 * @param {readonly number[] | undefined} numbers
 */
export const markOf = (numbers) => {
  if (!numbers?.length) return "";
  /** @type {[number, number][]} */
  const ranges = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && number <= last[1] + 1) last[1] = Math.max(last[1], number);
    else ranges.push([number, number]);
  }
  return `[${ranges.map(([a, b]) => (a === b ? String(a) : `${a}–${b}`)).join(",")}]`;
};

/**
 * Each line with the mark behind it.
 *
 * @param {PrintedCell} cell
 * @returns {readonly (readonly [line: string, mark: string])[]}
 */
export const marked = ({ lines, marks = [] }) => lines.map((line, at) => [line, markOf(marks[at])]);

/** @param {PrintedRow} row */
export const rowMark = ({ marks }) => markOf(marks);

/** @param {PrintedCitation} citation */
export const citedWords = ([, source, place]) => (place ? `${source}, ${place}` : source);

/** @param {string} link */
export const shortLink = (link) => link.slice(link.indexOf("://") + 3);

/** @param {Origin} origin */
export const shortSources = ({ sources }) => sources.map(([short]) => short).join("; ");

/** @param {PrintedTable} table */
export const grouped = ({ rows }) => rows.some(({ group }) => group);

/** @param {number} count */
export const digits = (count) => count.toLocaleString("en-US");

/**
 * Whether every cell is a bare number or an empty sign of a column of numbers.
 *
 * @param {PrintedTable} table
 */
export const onlyNumbers = ({ columns, rows }) =>
  columns.every(({ type }) => type === "number") &&
  rows.every(({ cells }) =>
    cells.every(({ number, absent }) => (number ? !number[1] && !number[2] : false) || absent === "none"),
  );

/**
 * Some rows and columns; all else stays.
 *
 * @param {PrintedTable} table
 * @param {number} rows how many, from the first
 * @param {readonly [number, number]} columns from, to
 * @returns {PrintedTable}
 */
export const part = (table, rows, [start, stop]) => ({
  ...table,
  columns: table.columns.slice(start, stop),
  rows: table.rows.slice(0, rows).map((row) => ({ ...row, cells: row.cells.slice(start, stop) })),
});

/**
 * A number as Python rounds it: halves to the even one.
 *
 * @param {number} value
 */
export const rounded = (value) => {
  const down = Math.floor(value);
  const rest = value - down;
  if (rest !== 0.5) return Math.round(value);
  return down % 2 === 0 ? down : down + 1;
};

/**
 * The columns in as few runs of about the same length as there can be, none longer than the widest.
 *
 * @param {PrintedTable} table
 * @param {number} widest
 * @returns {(readonly [number, number])[]}
 */
export const columnParts = ({ columns }, widest) => {
  const count = columns.length;
  const runs = Math.max(1, Math.ceil(count / widest));
  const ends = Array.from({ length: runs + 1 }, (_, at) => rounded((count * at) / runs));
  return ends.slice(1).map((end, at) => [ends[at], end]);
};

/**
 * Which part of the table is here and where the rest is; empty where it is all here.
 *
 * @param {Printing} printing
 * @param {number} rows
 * @param {number} columns
 */
export const restWords = (printing, rows, columns) => {
  const { table } = printing;
  if (rows >= table.rows.length && columns >= table.columns.length) return "";
  const counts = [rows, table.rows.length, columns, table.columns.length].map(digits);
  return printing.say("export.rest", ...counts, table.origin.link);
};

/**
 * What stands under a table, in the order in which people need it. Labels without a text are left out.
 *
 * @param {Printing} printing
 * @returns {Labelled[]}
 */
export const about = (printing) => {
  const { table } = printing;
  const { origin, columns } = table;
  /** @type {[string, readonly string[]][]} */
  const all = [
    ["notes", table.notes],
    ["silence", [table.silence]],
    ["definitions", columns.filter((one) => one.definition).map((one) => `${heading(one)}: ${one.definition}`)],
    ["citations", table.cited.map((one) => `[${one[0]}] ${citedWords(one)}`)],
    ["sources", origin.sources.map(([, cite]) => cite)],
    ["cite", [origin.cite]],
    ["licence", [`${printing.say("licence.words")} ${printing.say("licence.address")}`]],
    ["version", [origin.version]],
    ["changed", [origin.changedWords]],
    ["link", [origin.link]],
  ];
  return all
    .map(([name, texts]) => ({ name, label: printing.say(`export.${name}`), texts: texts.filter(Boolean) }))
    .filter(({ texts }) => texts.length);
};

/** @param {PrintedTable} table */
const columnTexts = ({ rows, columns }) => [
  rows.map(({ name }) => name),
  ...columns.map((_, at) => rows.map(({ cells }) => textOf(cells[at]))),
];

/**
 * How much room the row headings and each column want, in letters (exports/measure.py).
 *
 * @param {PrintedTable} table
 * @param {boolean} [longest] whether half of the longest text counts too
 */
export const columnNeeds = (table, longest = false) => {
  const texts = columnTexts(table);
  return headings(table).map((head, at) => {
    const lengths = texts[at].map(letters).sort((a, b) => a - b);
    const most = lengths.length ? lengths[Math.trunc(lengths.length * 0.9)] : 0;
    const long = longest ? Math.max(most, Math.trunc((lengths.at(-1) ?? 0) / 2)) : most;
    return Math.max(6, Math.min(long, 12 + Math.sqrt(long) * 2.2), Math.min(letters(head), 14));
  });
};

/**
 * For the row headings and each column, the letters of the longest word, so that few words are broken.
 *
 * @param {PrintedTable} table
 * @param {Ruler} ruler
 * @param {number} [most]
 */
export const longestWords = (table, ruler, most = 16) => {
  const texts = columnTexts({ ...table, rows: table.rows.slice(0, 200) });
  return headings(table).map((head, at) => {
    let longest = 0;
    for (const text of [head, ...texts[at]]) {
      for (const piece of ruler.pieces(text)) longest = Math.max(longest, letters(piece.trim()));
    }
    return Math.min(most, longest || 1);
  });
};

/**
 * Whole widths that sum up to the whole: each its least, the rest in the proportion of the needs.
 *
 * @param {readonly number[]} needs
 * @param {number} whole
 * @param {readonly number[]} least
 */
export const shares = (needs, whole, least) => {
  const asked = least.reduce((sum, one) => sum + one, 0);
  const all = needs.reduce((sum, one) => sum + one, 0);
  const widths = least.map((one, at) =>
    asked >= whole ? Math.floor((one * whole) / asked) : one + Math.trunc(((whole - asked) * needs[at]) / all),
  );
  widths[widths.length - 1] += whole - widths.reduce((sum, one) => sum + one, 0);
  return widths;
};
