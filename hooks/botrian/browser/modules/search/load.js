// Files of the search are loaded as scripts, by need and once: the only way that works on the web and from file://.

const SECONDS = 20;

/**
 * Gives what the file of a name hands over. Rejects when it is missing, broken or too slow; then a later call asks anew.
 *
 * @typedef {(name: string) => Promise<unknown>} Load
 */

/**
 * The files of a folder: `take` is what each of them calls with its name and what it hands over.
 *
 * @param {string} folder its address, with a slash at the end
 * @returns {{take: (name: string, payload: unknown) => void, load: Load}}
 */
export const filesOf = (folder) => {
  /** @type {Map<string, unknown>} */
  const arrived = new Map();
  /** @type {Map<string, Promise<unknown>>} */
  const asked = new Map();
  /** @type {(name: string) => Promise<unknown>} */
  const come = (name) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const lost = () => {
        clearTimeout(timer);
        script.remove();
        asked.delete(name);
        reject(new Error(`search data missing: ${name}`));
      };
      const timer = setTimeout(lost, SECONDS * 1000);
      script.onerror = lost;
      script.onload = () => {
        if (!arrived.has(name)) return lost();
        clearTimeout(timer);
        script.remove();
        resolve(arrived.get(name));
      };
      script.src = `${folder}${name}.js`;
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
