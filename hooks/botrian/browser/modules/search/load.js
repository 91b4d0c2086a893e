// Files of the search are loaded as scripts, by need and once: the only way that works on the web and from file://.

const SECONDS = 20;

/**
 * Gives what the file of a name hands over. Rejects when it is missing, broken or too slow; then a later call asks anew.
 *
 * @typedef {(name: string) => Promise<unknown>} Load
 */

/** Where a numbered file lies in the archive that people carry: laid together by 64 (`offline/together.py`). */
export const bySixtyFour = (/** @type {string} */ name) =>
  name.replace(/(^|\/)(\d+)$/, (_, before, number) => `${before}all-${Number(number) >> 6}`);

/**
 * The files of a folder: `take` is what each of them calls with its name and what it hands over.
 *
 * @param {string} folder its address, with a slash at the end
 * @param {(name: string) => string} together where the archive holds a file, for it lays small ones together
 * @returns {{take: (name: string, payload: unknown) => void, load: Load}}
 */
export const filesOf = (folder, together) => {
  /** @type {Map<string, unknown>} */
  const arrived = new Map();
  /** @type {Map<string, Promise<unknown>>} */
  const asked = new Map();
  /** @type {(name: string) => Promise<unknown>} */
  const come = async (name) => {
    if (arrived.has(name)) return arrived.get(name);
    // A page that was read on the site may find, without a line, only what the archive brought.
    const places = [...new Set([name, together(name)])];
    if (document.body.dataset.kept) places.reverse();
    for (const place of places) {
      const found = await from(place, name).catch(() => undefined);
      if (found !== undefined) return found;
    }
    asked.delete(name);
    throw new Error(`search data missing: ${name}`);
  };
  /** @type {(place: string, name: string) => Promise<unknown>} */
  const from = (place, name) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const lost = () => {
        clearTimeout(timer);
        script.remove();
        reject(new Error(place));
      };
      const timer = setTimeout(lost, SECONDS * 1000);
      script.onerror = lost;
      script.onload = () => {
        if (!arrived.has(name)) return lost();
        clearTimeout(timer);
        script.remove();
        resolve(arrived.get(name));
      };
      script.src = `${folder}${place}.js`;
      document.head.append(script);
    });
  return {
    take: (name, payload) => void arrived.set(name, payload),
    load: (name) => {
      const promise = asked.get(name) ?? come(name);
      asked.set(name, promise);
      return promise;
    },
  };
};
