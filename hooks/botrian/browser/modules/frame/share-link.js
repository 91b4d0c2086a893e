// The button that shares the page's address is shown where the device has a sheet for it.

import { handOver } from "../share.js";

/** @param {Document} page */
export const listenForLinks = (page) => {
  const button = page.querySelector("[data-share-link]");
  if (!(button instanceof HTMLElement) || !("share" in navigator)) return;
  const url = button.dataset.shareLink ?? location.href;
  if (button.parentElement) button.parentElement.hidden = false;
  button.addEventListener("click", () => {
    void handOver({ title: page.title, url });
  });
};
