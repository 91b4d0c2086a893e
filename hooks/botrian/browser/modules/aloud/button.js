// The button that reads a page aloud is shown where the device has a voice of the page's language; what reads is loaded
// when it is pressed.

import { voiceFor } from "./voice.js";

/**
 * @param {Document} page
 * @param {string} own the address of a script of ours, in the folder that holds the one that reads
 */
export const offerToRead = (page, own) => {
  const button = page.querySelector("[data-aloud]");
  if (!(button instanceof HTMLElement && "speechSynthesis" in window)) return;
  const show = () => {
    if (button.parentElement) button.parentElement.hidden = !voiceFor(page.documentElement.lang);
  };
  // Voices are often known only a while after the page.
  speechSynthesis.addEventListener?.("voiceschanged", show);
  show();
  button.addEventListener(
    "click",
    () => {
      const script = page.createElement("script");
      script.src = new URL("aloud.js", own).href;
      page.head.append(script);
    },
    { once: true },
  );
};
