// For a page that embeds our tables: gives each of their iframes the height that its table tells.
// <script src="…/assets/embed-host.js" async></script>, once per page, anywhere.

// A table that is longer scrolls inside its frame.
const MOST = 10000;

/**
 * Whether a message comes from a frame of the site's pages: a page has other frames too.
 *
 * @param {HTMLIFrameElement} frame
 * @param {MessageEvent} event
 * @param {URL} site
 */
const isOurs = (frame, event, site) =>
  frame.contentWindow === event.source &&
  frame.src.startsWith(site.href) &&
  // A sandboxed frame has no origin; one that was led elsewhere has another.
  (event.origin === site.origin || event.origin === "null");

/** @param {URL} site the folder that holds assets/ */
const start = (site) => {
  addEventListener("message", (event) => {
    const told = event.data;
    if (told?.type !== "botrian-embed-height" || typeof told.height !== "number" || !(told.height > 0)) return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (isOurs(frame, event, site)) frame.style.height = `${Math.min(MOST, Math.ceil(told.height))}px`;
    }
  });
};

const own = document.currentScript;
if (own instanceof HTMLScriptElement) start(new URL("../", own.src));
