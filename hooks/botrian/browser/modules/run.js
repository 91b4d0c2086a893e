// An address enters; its script is run: the only way to load by need that works on the web and from file://.

const SECONDS = 20;

/**
 * A script of an address, run: rejects where it does not come, or comes too late.
 *
 * @param {string} address
 * @returns {Promise<void>}
 */
export const run = (address) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    /** @param {() => void} settle */
    const ended = (settle) => {
      clearTimeout(timer);
      script.remove();
      settle();
    };
    const lost = () => ended(() => reject(new Error(`script missing: ${address}`)));
    const timer = setTimeout(lost, SECONDS * 1000);
    script.onerror = lost;
    script.onload = () => ended(resolve);
    script.src = address;
    document.head.append(script);
  });

/** @type {Map<string, Promise<void>>} */
const asked = new Map();

/**
 * A script that is needed once on a page: run with the first call. Where it does not come, a later call asks anew.
 *
 * @param {string} address
 * @returns {Promise<void>}
 */
export const bring = (address) => {
  const coming = asked.get(address) ?? run(address);
  asked.set(address, coming);
  coming.catch(() => asked.delete(address));
  return coming;
};
