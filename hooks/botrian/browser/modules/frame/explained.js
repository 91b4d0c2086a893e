// One small box for a whole page: what a link says of itself opens where it stands, by touch, mouse or Enter; Escape or a
// touch elsewhere closes it. A mouse that rests on the link opens it as well, and leaving both closes it again. In a browser
// without popovers the link stays what it is.

const GAP = 8;
// A touch that closes the box also arrives at the link as a click, this much later at the most.
const CLOSING = 250;
// How long a mouse rests on a link before it is meant, and may stray before the box closes.
const RESTING = 350;

/**
 * @param {string} selector which links explain themselves
 * @param {string} id of the box
 * @param {(link: HTMLAnchorElement) => { label: string, parts: Node[] }} explain what the box says of a link
 */
export const explained = (selector, id, explain) => {
  const box = document.createElement("div");
  box.className = "kb-definition";
  box.id = id;
  box.popover = "auto";
  box.tabIndex = -1;
  box.setAttribute("role", "dialog");

  /** @type {HTMLAnchorElement | null} */
  let opened = null;
  /** @type {HTMLAnchorElement | null} */
  let justClosed = null;

  /** @param {HTMLAnchorElement} link */
  const place = (link) => {
    const rect = link.getClientRects()[0];
    const width = document.documentElement.clientWidth;
    const left = Math.max(GAP, Math.min(rect.left, width - box.offsetWidth - GAP));
    const below = rect.bottom + GAP + box.offsetHeight <= innerHeight || rect.top < box.offsetHeight + GAP;
    const top = below ? rect.bottom + GAP / 2 : rect.top - box.offsetHeight - GAP / 2;
    box.style.left = `${left + scrollX}px`;
    box.style.top = `${top + scrollY}px`;
  };

  /**
   * @param {HTMLAnchorElement} link
   * @param {boolean} [focused] whether the box takes the focus: not when a mouse only passes
   */
  const open = (link, focused = true) => {
    const { label, parts } = explain(link);
    box.replaceChildren(...parts);
    box.setAttribute("aria-label", label);
    // The box follows its link in the page, so that Tab and screen readers find it there.
    link.after(box);
    box.showPopover();
    place(link);
    opened = link;
    link.setAttribute("aria-expanded", "true");
    if (focused) box.focus({ preventScroll: true });
  };

  let waiting = 0;
  let byMouse = false;
  /** @param {EventTarget | null} target */
  const linkAt = (target) => {
    const link = target instanceof Element ? target.closest(selector) : null;
    return link instanceof HTMLAnchorElement ? link : null;
  };
  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType !== "mouse") return;
    const link = linkAt(target);
    const inside = target instanceof Node && box.contains(target);
    clearTimeout(waiting);
    if (link && link !== opened) {
      waiting = setTimeout(() => {
        byMouse = true;
        open(link, false);
      }, RESTING);
    } else if (byMouse && opened && !link && !inside) {
      waiting = setTimeout(() => box.hidePopover(), RESTING);
    }
  });

  // Closing runs before the click that caused it (light dismiss), so a second touch on the link must not reopen it.
  box.addEventListener("beforetoggle", (event) => {
    if (event.newState !== "closed" || !opened) return;
    const link = opened;
    opened = null;
    byMouse = false;
    link.setAttribute("aria-expanded", "false");
    if (box.contains(document.activeElement)) link.focus({ preventScroll: true });
    justClosed = link;
    setTimeout(() => {
      justClosed = null;
    }, CLOSING);
  });

  for (const link of document.querySelectorAll(selector)) {
    link.setAttribute("aria-expanded", "false");
    link.setAttribute("aria-haspopup", "dialog");
  }

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest(selector) : null;
    // Ctrl, Shift or the middle button mean "open the page": let them.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    clearTimeout(waiting);
    if (justClosed !== link) open(link);
  });
};

/**
 * @param {string} words
 * @param {string} href
 */
export const linkTo = (words, href) => {
  const link = document.createElement("a");
  link.textContent = words;
  link.href = href;
  return link;
};

/**
 * @param {string} words
 * @param {string} [name] of its class
 */
export const paragraph = (words, name) => {
  const made = document.createElement("p");
  made.textContent = words;
  if (name) made.className = name;
  return made;
};
