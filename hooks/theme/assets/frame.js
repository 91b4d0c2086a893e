// What the frame needs beyond plain HTML: folder links from a USB stick, and popovers that close when used.
"use strict";
(() => {
  // From file:// a link to a folder shows a list of files; lead to the page inside it instead.
  const pageInFolder = (address) => {
    const url = new URL(address, location.href);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url.href;
  };

  const isFolder = (link) => link.protocol === "file:" && link.pathname.endsWith("/");

  if (location.protocol === "file:") {
    document.querySelectorAll("a[href]").forEach((link) => {
      if (isFolder(link)) link.href = pageInFolder(link.href);
    });
    document.querySelectorAll("form[action]").forEach((form) => {
      form.action = pageInFolder(form.action);
    });
    // Links that other scripts add later, such as search results, are put right when they are used.
    for (const event of ["click", "auxclick", "contextmenu", "focusin"]) {
      document.addEventListener(event, ({ target }) => {
        const link = target instanceof Element && target.closest("a[href]");
        if (link && isFolder(link)) link.href = pageInFolder(link.href);
      }, true);
    }
  }

  document.querySelectorAll("nav[popover]").forEach((nav) => {
    nav.addEventListener("click", ({ target }) => {
      if (nav.matches(":popover-open") && target.closest("a")) nav.hidePopover();
    });
  });
})();
