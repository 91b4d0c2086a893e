// Texts of several types go in; they go to the clipboard. A text or bytes go into a file.

import { element } from "../dom.js";

/** @typedef {Readonly<Record<string, string>>} Parts texts by their type */

/**
 * Answering a copy event keeps every style as it is written. The newer way parses the HTML first, which drops what only
 * Word and Excel know and breaks the page's own security policy with each style; it is for browsers that refuse this one.
 *
 * @param {Parts} parts
 */
const copiedByEvent = (parts) => {
  let done = false;
  /** @param {ClipboardEvent} event */
  const answer = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    for (const [type, text] of Object.entries(parts)) event.clipboardData?.setData(type, text);
    done = true;
  };
  document.addEventListener("copy", answer, true);
  try {
    document.execCommand("copy");
  } finally {
    document.removeEventListener("copy", answer, true);
  }
  return done;
};

/**
 * All parts to the clipboard at once; tells whether it worked.
 *
 * @param {Parts} parts
 */
export const toClipboard = async (parts) => {
  if (copiedByEvent(parts)) return true;
  try {
    const blobs = Object.entries(parts).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return false;
  }
};

/**
 * @param {string} name
 * @param {string} type
 * @param {BlobPart} content
 */
export const toFile = (name, type, content) => {
  const link = element("a", { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};
