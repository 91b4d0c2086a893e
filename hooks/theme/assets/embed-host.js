// For a page that embeds our tables: gives each of their iframes the height that its table tells.
// <script src="…/assets/embed-host.js" async></script>, once per page, anywhere.
"use strict";
addEventListener("message", (event) => {
  const told = event.data;
  if (!told || told.type !== "botrian-embed-height" || !(told.height > 0 && told.height < 100000)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    // The window that speaks, not its origin, says which frame it is: a sandboxed frame has no origin.
    if (frame.contentWindow === event.source) frame.style.height = `${Math.ceil(told.height)}px`;
  }
});
