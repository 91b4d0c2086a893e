// The kit on this device: its address, and the words of its own, which stand in no address.

/** @typedef {{readonly address: string, readonly title: string, readonly purpose: string}} Kept */

const KEY = "botrian.kit";

/** What was kept; null where there is nothing, or nothing of ours. */
export const keptKit = () => {
  try {
    const { address, title, purpose } = JSON.parse(localStorage.getItem(KEY) ?? "null") ?? {};
    return typeof address === "string" ? { address, title: `${title ?? ""}`, purpose: `${purpose ?? ""}` } : null;
  } catch {
    return null;
  }
};

/**
 * Whether it could be kept: a browser may refuse.
 *
 * @param {Kept} kit
 */
export const keepKit = (kit) => {
  try {
    localStorage.setItem(KEY, JSON.stringify(kit));
    return true;
  } catch {
    return false;
  }
};
