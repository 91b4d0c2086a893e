// Where pages are kept on the device: what was read, and the whole library. The origin may belong to other sites too,
// so every name holds the address of ours.

/** How many pages and other files are kept of what was read; the oldest make room. */
const MOST = { pages: 300, files: 900 };

/**
 * @param {string} scope the address of this language's root
 * @param {"pages" | "files" | "pack"} what
 */
export const storeName = (scope, what) => `botrian ${new URL(scope).pathname} ${what}`;

/**
 * The address under which a file is kept: without its query and fragment, folders without "index.html".
 *
 * @param {string} address
 */
export const keyOf = (address) => {
  const url = new URL(address);
  url.search = "";
  url.hash = "";
  url.pathname = url.pathname.replace(/(^|\/)index\.html$/, "$1");
  return url.href;
};

/**
 * Keep a file of those that were read.
 *
 * @param {string} scope
 * @param {"pages" | "files"} what
 * @param {string} address
 * @param {Response} answer
 */
export const keepRead = async (scope, what, address, answer) => {
  const store = await caches.open(storeName(scope, what));
  const key = keyOf(address);
  // Behind all others: what was read last goes last.
  await store.delete(key);
  await store.put(key, answer);
  const keys = await store.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST[what])).map((old) => store.delete(old)));
};
