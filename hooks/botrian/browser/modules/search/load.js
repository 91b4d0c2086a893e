// Files of the search are loaded as scripts, by need and once: the only way that works on the web and from file://.

import { run } from "../run.js";

/**
 * Gives what the file of a name hands over. Rejects when it is missing, broken or too slow; then a later call asks anew.
 *
 * @typedef {(name: string) => Promise<unknown>} Load
 */

/** Where a numbered file lies in the archive that people carry: laid together by 64 (`offline/together.py`). */
export const bySixtyFour = (/** @type {string} */ name) =>
  name.replace(/(^|\/)(\d+)$/, (_, before, number) => `${before}all-${Number(number) >> 6}`);

/**
 * The files of a folder: `take` is what each of them calls with its name and what it hands over. `follow`: the search was
 * published anew, and its files lie elsewhere.
 *
 * @param {string} first the address of the folder, with a slash at the end
 * @param {(name: string) => string} together where the archive holds a file, for it lays small ones together
 * @returns {{take: (name: string, payload: unknown) => void, load: Load, follow: (folder: string) => boolean}}
 */
export const filesOf = (first, together) => {
  let folder = first;
  /** @type {Map<string, unknown>} */
  const arrived = new Map();
  /** @type {Map<string, Promise<unknown>>} */
  const asked = new Map();
  /** @type {(name: string) => Promise<unknown>} */
  const come = async (name) => {
    // A page that was read on the site may find, without a line, only what the archive brought.
    const kept = document.body?.dataset.kept;
    const places = [...new Set([name, together(name)])];
    if (kept) places.reverse();
    // It brings no lists of groups: all that they say is in its other lists.
    if (kept && name.startsWith("g/")) places.length = 0;
    for (const place of places) {
      await run(`${folder}${place}.js`).catch(() => {});
      if (arrived.has(name)) return arrived.get(name);
    }
    asked.delete(name);
    throw new Error(`search data missing: ${name}`);
  };
  return {
    take: (name, payload) => void arrived.set(name, payload),
    load: (name) => {
      if (arrived.has(name)) return Promise.resolve(arrived.get(name));
      const promise = asked.get(name) ?? come(name);
      asked.set(name, promise);
      return promise;
    },
    follow: (other) => {
      if (other === folder) return false;
      folder = other;
      arrived.clear();
      asked.clear();
      return true;
    },
  };
};
