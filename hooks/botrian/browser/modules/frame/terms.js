// Terms and citations explain themselves where they stand. A term tells its definition; a citation its place (source,
// section, printed page), the sentence that rests on it, and the way to the original. Without this script both stay
// links: to the glossary, and to the cited place on the source's page.

import { explained, linkTo, paragraph } from "./explained.js";

const english = document.documentElement.lang === "en";
const WORDS = english
  ? {
      glossary: "Open in the glossary",
      rests: "What rests on this place",
      original: "Open the original",
      where: "Where to find the original",
    }
  : {
      glossary: "ดูในหน้าคำศัพท์",
      rests: "ดูทุกข้อที่อ้างจากตรงนี้",
      original: "เปิดต้นฉบับ",
      where: "หาต้นฉบับได้ที่ไหน",
    };

/**
 * The sentence that a citation stands behind, without the markers in it.
 *
 * @param {HTMLAnchorElement} marker
 */
const sentenceOf = (marker) => {
  const around = marker.closest("li, p, td, dd, th, caption");
  if (!around) return "";
  const copy = /** @type {Element} */ (around.cloneNode(true));
  for (const other of copy.querySelectorAll("sup, .kb-definition, .kb-correct")) other.remove();
  return copy.textContent.replaceAll(/\s+/g, " ").trim();
};

/** @param {HTMLAnchorElement} term */
const termWords = (term) => ({
  label: term.dataset.term || term.textContent.trim(),
  parts: [paragraph(term.dataset.definition ?? ""), linkTo(WORDS.glossary, term.href)],
});

/**
 * Where a marker's place is told: by the marker itself, or in the list of places at the page's end.
 *
 * @param {HTMLAnchorElement} marker
 */
const placeOf = (marker) => {
  const entry = document.getElementById(`cite-${marker.textContent.replace(/\D/g, "")}`);
  if (marker.title || !entry) return { title: marker.title, original: marker.dataset.original };
  return { title: entry.textContent.trim(), original: entry.dataset.original };
};

/**
 * The page of a source, which tells where to get it, from the address of a place in it; of a site on a card too.
 *
 * @param {string} place
 */
const sourceOf = (place) => place.replace(/(\/sources\/[^/#?]+\/)(?:[^/#?]+\/)?(index\.html)?[?#].*$/, "$1$2");

/** @param {HTMLAnchorElement} marker */
const placeWords = (marker) => {
  const said = sentenceOf(marker);
  const { title, original } = placeOf(marker);
  const ways = document.createElement("p");
  ways.append(linkTo(WORDS.rests, marker.href));
  ways.append(" · ", original ? linkTo(WORDS.original, original) : linkTo(WORDS.where, sourceOf(marker.href)));
  const parts = [paragraph(title, "kb-place"), ...(said ? [paragraph(said, "kb-said")] : []), ways];
  return { label: title, parts };
};

if ("popover" in HTMLElement.prototype) {
  explained("a.kb-term[data-definition]", "kb-definition", termWords);
  const listed = document.querySelector(".kb-citations > [id^=cite-]");
  explained(listed ? "a.kb-cite" : "a.kb-cite[data-source]", "kb-place", placeWords);
}
