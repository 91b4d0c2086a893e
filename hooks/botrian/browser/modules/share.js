// What is to be shared goes in; the device's own sheet takes it, LINE among its ways.

/**
 * Hand it over. False where the device does not take it; calling it off is an answer too.
 *
 * @param {ShareData} what
 */
export const handOver = async (what) => {
  try {
    await navigator.share(what);
    return true;
  } catch (reason) {
    return reason instanceof DOMException && reason.name === "AbortError";
  }
};
