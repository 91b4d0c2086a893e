// A button with the address of a picture, or of the page that shows all of a table's pictures, goes in; a press hands the
// files to the device's own sharing, LINE among it. The buttons stay hidden where a device shares no files.

import { every } from "../dom.js";
import { handOver } from "../share.js";

// What devices take at once: more, and some refuse all.
const MOST = 10;

/** @param {string} address */
const nameOf = (address) => address.split("/").at(-1) ?? "picture.png";

/** Whether this device shares pictures at all. */
const shares = () => {
  try {
    return navigator.canShare?.({ files: [new File([], "picture.png", { type: "image/png" })] }) ?? false;
  } catch {
    return false;
  }
};

/** @param {string} address */
const fileAt = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  return new File([await answer.blob()], nameOf(address), { type: "image/png" });
};

/**
 * The addresses of the pictures that a page shows. It is read as text: as a page its styles would offend this one's
 * policy.
 *
 * @param {string} album
 */
const picturesOf = async (album) => {
  const page = await (await fetch(album)).text();
  const base = new URL(album, location.href);
  return [...page.matchAll(/<img src="([^"]+)"/g)].map(([, address]) => new URL(address, base).href);
};

/**
 * Hand the pictures to the device; where that fails, and nobody called it off, lead to them.
 *
 * @param {string} otherwise the address to go to
 * @param {() => Promise<readonly string[]>} addresses
 */
const share = async (otherwise, addresses) => {
  try {
    const files = await Promise.all((await addresses()).slice(0, MOST).map(fileAt));
    if (!(await handOver({ files, title: document.title }))) location.href = otherwise;
  } catch {
    location.href = otherwise;
  }
};

/** @param {Document} page */
export const listenForShares = (page) => {
  if (!shares() || location.protocol === "file:") return;
  for (const button of every(page.body, "[data-share], [data-share-all]")) {
    const one = button.dataset.share;
    const album = button.dataset.shareAll ?? "";
    button.hidden = false;
    button.addEventListener("click", () => {
      void share(one ?? album, async () => (one ? [one] : picturesOf(album)));
    });
  }
};
