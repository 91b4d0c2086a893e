// A kit enters; it leaves as a file of the device, as a link in the clipboard.

import { element } from "../dom.js";
import { toClipboard } from "../tables/clipboard.js";
import { say } from "./words.js";

/** @import { Load } from "../search/load.js" */
/** @import { Kit } from "./kit.js" */

/** @typedef {"docx" | "pptx"} Ending */
/** @typedef {(kit: Kit) => Promise<Uint8Array>} Writer */

const TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
};
const KEPT_MILLISECONDS = 10000;

/**
 * Makes a file and hands it to the device; what came of it, in words.
 *
 * @param {Kit} kit
 * @param {Ending} ending
 * @param {Load} load
 */
export const takeFile = async (kit, ending, load) => {
  try {
    const write = /** @type {Writer} */ (await load(`kit-${ending}`));
    const blob = new Blob([/** @type {BlobPart} */ (await write(kit))], { type: TYPES[ending] });
    const name = `${say(kit.words, "build_file")}.${ending}`;
    const link = element("a", { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MILLISECONDS);
    return say(kit.words, "build_made");
  } catch {
    return say(kit.words, "build_not_made");
  }
};

/** @param {Kit} kit */
export const takeLink = async ({ link, words }) =>
  say(words, (await toClipboard({ "text/plain": link })) ? "build_copied" : "build_link_here");
