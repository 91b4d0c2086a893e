// What the frame needs beyond Material's script, and in its place on narrow screens: folder links from a USB stick, and a drawer that keyboards open.

import { offerToRead } from "../aloud/button.js";
import { keepWhatIsRead } from "../offline/register.js";
import { copyWithoutJoints } from "./copy.js";
import { linkHeadings } from "./heading-links.js";
import { listenForKits } from "./kit-add.js";
import { dressFor } from "./narrow.js";
import { nameOnPaper } from "./paper.js";
import { listenForLinks } from "./share-link.js";

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

/**
 * Links of pictures are none of HTML, but lead to folders as well.
 *
 * @param {EventTarget | null} target
 */
const leadIntoFolder = (target) => {
  const link = target instanceof Element ? target.closest("a[href]") : null;
  const address = link && new URL(link.getAttribute("href") ?? "", location.href);
  if (address?.protocol === "file:" && address.pathname.endsWith("/")) {
    link?.setAttribute("href", pageInFolder(address.href));
  }
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

/** The drawer of narrow screens: Material opens it by a hidden box, which a keyboard cannot reach. */
const drawer = document.querySelector("input[data-md-toggle=drawer]");
const drawerButton = document.querySelector("button[data-drawer]");
const sidebar = document.querySelector("[data-md-type=navigation]");

if (drawer instanceof HTMLInputElement && drawerButton instanceof HTMLElement && sidebar instanceof HTMLElement) {
  sidebar.id ||= "kb-menu";
  drawerButton.setAttribute("aria-controls", sidebar.id);
  const tell = () => {
    drawerButton.setAttribute("aria-expanded", String(drawer.checked));
    if (drawer.checked) sidebar.querySelector("a")?.focus({ preventScroll: true });
  };
  drawerButton.addEventListener("click", () => drawer.click());
  drawer.addEventListener("change", tell);
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !drawer.checked) return;
    drawer.click();
    drawerButton.focus();
  });
}

dressFor(document);
linkHeadings(document);
copyWithoutJoints();
listenForLinks(document);
addEventListener("beforeprint", () => nameOnPaper(document));
if (document.currentScript instanceof HTMLScriptElement) {
  keepWhatIsRead(document.currentScript.src);
  offerToRead(document, document.currentScript.src);
}
listenForKits(document);

// A folded list of headings is in the way once it was used.
for (const fold of document.querySelectorAll("details.kb-toc-fold")) {
  fold.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("a")) fold.removeAttribute("open");
  });
}
