// The key of a part enters; its record leaves, as the build wrote it: lessons, tables and reading paths from files for kits
// (hooks/botrian/kits/builder_data.py), cases from those of the page that compares (hooks/botrian/pages/compare.py).

/** @import { Load } from "../search/load.js" */
/** @import { Side } from "../compare/sides.js" */

/** @typedef {readonly [id: string, name: string, places: string]} Source */

/** @typedef {{readonly head: string, readonly text: string, readonly task: string, readonly where: string}} Voice */

/**
 * What every record has: `url` below the language's root; the day on which it was changed, and that day as people read it.
 *
 * @typedef {{readonly title: string, readonly url: string, readonly sources: readonly Source[], readonly changed: readonly [day: string, words: string]}} Common
 */

/**
 * @typedef {object} OfLesson
 * @property {"lesson"} kind
 * @property {string} when
 * @property {string} do
 * @property {string} because
 * @property {readonly string[]} questions
 * @property {readonly string[]} expect what somebody in the room may say
 * @property {readonly (readonly [string, string])[]} voices who confirms, qualifies, contradicts
 * @property {readonly Voice[]} pair a voice that confirms and one that differs, or nothing
 */

/**
 * A table with an empty row or column for our own area, and how to fill it in.
 *
 * @typedef {{readonly lead: string, readonly head: readonly string[], readonly rows: readonly (readonly string[])[]}} Ours
 */

/**
 * @typedef {object} OfTable
 * @property {"table"} kind
 * @property {string} answer
 * @property {readonly string[]} head
 * @property {readonly (readonly string[])[]} rows those that matter
 * @property {number} count of all rows
 * @property {Ours} [ours] its worksheet, where there is something to fill in
 */

/**
 * @typedef {object} OfPath
 * @property {"path"} kind
 * @property {string} summary
 * @property {readonly (readonly [text: string, leads: readonly (readonly [key: string, name: string])[]])[]} steps
 * @property {readonly string[]} differ what is not agreed on
 */

/**
 * @typedef {object} OfCase
 * @property {"case"} kind
 * @property {string} where
 * @property {string} summary
 * @property {readonly string[]} steps
 * @property {readonly string[]} results
 * @property {readonly string[]} hinders
 */

/** @typedef {Common & (OfLesson | OfTable | OfPath | OfCase)} LoadedRecord */

/** @param {Side} side */
const caseOf = ({ name, where, url, rows }) => {
  /** @param {string} id */
  const valuesOf = (id) => rows.find((row) => row.id === id)?.values ?? [];
  /** @param {string} id */
  const texts = (id) => valuesOf(id).flatMap(([lines]) => lines);
  const cited = ["summary", "steps", "results", "hinders"].flatMap(valuesOf).flatMap(([, , places]) => places);
  const places = [...new Set(cited.map(([, words]) => words))];
  return {
    kind: /** @type {const} */ ("case"),
    title: name,
    url,
    where,
    changed: /** @type {const} */ (["", ""]),
    sources: places.map((words) => /** @type {Source} */ ([words, words, ""])),
    summary: texts("summary").join(" "),
    steps: texts("steps"),
    results: texts("results"),
    hinders: texts("hinders"),
  };
};

/**
 * The record of a part. Rejects where there is none of this name, or it does not arrive.
 *
 * @param {string} key such as `lesson:id`
 * @param {Load} own
 * @param {Load} cases
 * @returns {Promise<LoadedRecord>}
 */
export const recordOf = async (key, own, cases) => {
  const file = key.replace(":", "-");
  const [kind] = key.split(":");
  if (kind === "case") return caseOf(/** @type {Side} */ (await cases(file)));
  return /** @type {LoadedRecord} */ ({ kind, .../** @type {object} */ (await own(file)) });
};
