// What the frame needs beyond plain HTML: folder links from a USB stick, and popovers that close when used.

/**
 * From file:// a link to a folder shows a list of files; lead to the page inside it instead.
 *
 * @param {string} address
 */
const pageInFolder = (address) => {
  const url = new URL(address, location.href);
  if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
  return url.href;
};

/** @param {EventTarget | null} target */
const leadIntoFolder = (target) => {
  const link = target instanceof Element ? target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  if (link.protocol === "file:" && link.pathname.endsWith("/")) link.href = pageInFolder(link.href);
};

if (location.protocol === "file:") {
  document.querySelectorAll("a[href]").forEach(leadIntoFolder);
  for (const form of document.querySelectorAll("form[action]")) {
    if (form instanceof HTMLFormElement) form.action = pageInFolder(form.action);
  }
  // Links that other scripts add later, such as search results, are put right when they are used.
  for (const event of ["click", "auxclick", "contextmenu", "focusin"]) {
    document.addEventListener(event, ({ target }) => leadIntoFolder(target), true);
  }
}

for (const nav of document.querySelectorAll("nav[popover]")) {
  nav.addEventListener("click", ({ target }) => {
    const link = target instanceof Element && target.closest("a");
    if (link && nav instanceof HTMLElement && nav.matches(":popover-open")) nav.hidePopover();
  });
}
