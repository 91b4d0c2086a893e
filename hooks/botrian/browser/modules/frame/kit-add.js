// The link that adds a page's record to the kit is answered in place: the kit on this device takes it, and the link then
// leads to the kit. Where the device keeps nothing, and from files, the link leads to the page that adds it.

import { FRESH, keyOf, withAdded } from "../kits/added.js";
import { keepKit, keptKit } from "../kits/kept.js";

const MOST_LETTERS = 4000;

/** @param {Document} page */
export const listenForKits = (page) => {
  const link = page.querySelector("[data-kit-add]");
  if (!(link instanceof HTMLAnchorElement) || location.protocol === "file:") return;
  const { kitAdd: part = "", added = "", open = "" } = link.dataset;
  const own = () => {
    const kept = keptKit() ?? { address: "", title: "", purpose: "" };
    const asked = new URLSearchParams(kept.address);
    return { kept, asked, parts: asked.get("parts")?.split(",") ?? FRESH };
  };
  /** @param {readonly string[]} parts */
  const there = (parts) => {
    link.textContent = `✓ ${added} · ${open} (${parts.filter((one) => one.includes(":")).length})`;
    link.hash = "";
    link.removeEventListener("click", add);
  };
  /** @param {MouseEvent} event */
  const add = (event) => {
    const { kept, asked, parts } = own();
    const more = withAdded(parts, part);
    asked.set("parts", more.join(","));
    if (more.join().length > MOST_LETTERS || !keepKit({ ...kept, address: `${asked}` })) return;
    event.preventDefault();
    there(more);
  };
  link.addEventListener("click", add);
  const { parts } = own();
  if (parts.map(keyOf).includes(part)) there(parts);
};
