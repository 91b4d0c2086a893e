// Glossary terms explain themselves where they stand: a.kb-term[data-definition] opens a small box by touch, mouse
// or Enter; Escape or a touch elsewhere closes it. Without this script, or in a browser without popovers, the term
// stays what it is: a link to the glossary.

const TERM = "a.kb-term[data-definition]";
const GAP = 8;
// A touch that closes the box also arrives at the term as a click, this much later at the most.
const CLOSING = 250;

const startTerms = () => {
  const more = document.documentElement.lang === "en" ? "Open in the glossary" : "ดูในหน้าคำศัพท์";
  const box = document.createElement("div");
  box.className = "kb-definition";
  box.id = "kb-definition";
  box.popover = "auto";
  box.tabIndex = -1;
  box.setAttribute("role", "dialog");
  const text = document.createElement("p");
  const link = document.createElement("a");
  link.textContent = more;
  box.append(text, link);

  /** @type {HTMLAnchorElement | null} */
  let openTerm = null;
  /** @type {HTMLAnchorElement | null} */
  let justClosed = null;

  /** @param {HTMLAnchorElement} term */
  const place = (term) => {
    const rect = term.getClientRects()[0];
    const width = document.documentElement.clientWidth;
    const left = Math.max(GAP, Math.min(rect.left, width - box.offsetWidth - GAP));
    const below = rect.bottom + GAP + box.offsetHeight <= innerHeight || rect.top < box.offsetHeight + GAP;
    const top = below ? rect.bottom + GAP / 2 : rect.top - box.offsetHeight - GAP / 2;
    box.style.left = `${left + scrollX}px`;
    box.style.top = `${top + scrollY}px`;
  };

  /** @param {HTMLAnchorElement} term */
  const open = (term) => {
    text.textContent = term.dataset.definition ?? "";
    link.href = term.href;
    box.setAttribute("aria-label", term.dataset.term || term.textContent.trim());
    // The box follows its term in the page, so that Tab and screen readers find it there.
    term.after(box);
    box.showPopover();
    place(term);
    openTerm = term;
    term.setAttribute("aria-expanded", "true");
    box.focus({ preventScroll: true });
  };

  // Closing runs before the click that caused it (light dismiss), so a second touch on the term must not reopen it.
  box.addEventListener("beforetoggle", (event) => {
    if (event.newState !== "closed" || !openTerm) return;
    const term = openTerm;
    openTerm = null;
    term.setAttribute("aria-expanded", "false");
    if (box.contains(document.activeElement)) term.focus({ preventScroll: true });
    justClosed = term;
    setTimeout(() => {
      justClosed = null;
    }, CLOSING);
  });

  for (const term of document.querySelectorAll(TERM)) {
    term.setAttribute("aria-expanded", "false");
    term.setAttribute("aria-haspopup", "dialog");
  }

  document.addEventListener("click", (event) => {
    const term = event.target instanceof Element ? event.target.closest(TERM) : null;
    // Ctrl, Shift or the middle button mean "open the page": let them.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    if (!(term instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    if (justClosed !== term) open(term);
  });
};

if ("popover" in HTMLElement.prototype) startTerms();
