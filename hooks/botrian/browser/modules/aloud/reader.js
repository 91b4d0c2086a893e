// Reads the page aloud, piece by piece, and marks where it is. One button stops and goes on, another ends.

import { piecesOf } from "./pieces.js";
import { voiceFor } from "./voice.js";

/**
 * What is read, and what in it is not: marks of citations, tools and ways on, what is folded, tables, which nobody follows
 * by ear.
 */
const READ = "h1, h2, h3, h4, p, li, dt, dd, blockquote";
const SILENT =
  "sup, nav, table, svg, figure, form, button, script, [hidden], .kb-paper, .kb-actions, .kb-in-paths, .kb-chips, a[href$='booklet/'], .kb-toc-fold, .kb-citations, .headerlink, .kb-sr, .kb-definition, details:not([open]) > :not(summary)";
const MARK = "kb-aloud";

/**
 * The texts of a block that are spoken: not those of blocks within it, nor what is silent.
 *
 * @param {Element} block
 */
const textsOf = (block) => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const found = [];
  while (walker.nextNode()) {
    const text = /** @type {Text} */ (walker.currentNode);
    const parent = text.parentElement;
    if (parent && !parent.closest(SILENT) && parent.closest(READ) === block) found.push(text);
  }
  return found;
};

/**
 * All pieces of the page in order: what is said, and where it stands.
 *
 * @param {Element} article
 */
const spoken = (article) =>
  [...article.querySelectorAll(READ)].flatMap((block) => {
    const texts = textsOf(block);
    const whole = texts.map(({ data }) => data).join("");
    /** @returns {{ node: Node, offset: number }} */
    const place = (/** @type {number} */ at) => {
      let before = 0;
      for (const text of texts) {
        if (at <= before + text.length) return { node: text, offset: at - before };
        before += text.length;
      }
      return { node: block, offset: 0 };
    };
    return piecesOf(whole).map(({ from, to }) => {
      const range = document.createRange();
      const [start, end] = [place(from), place(to)];
      range.setStart(start.node, start.offset);
      range.setEnd(end.node, end.offset);
      // Joints are for the ends of lines; a voice would part a word there.
      return {
        words: whole
          .slice(from, to)
          .replace(/[\u2060\u200b]/g, "")
          .replace(/\s+/g, " "),
        range,
        block,
      };
    });
  });

/** @param {HTMLElement} button */
const start = (button) => {
  const language = document.documentElement.lang;
  const article = document.querySelector("article");
  const stop = document.querySelector("[data-aloud-stop]");
  if (!(article && stop instanceof HTMLElement)) return;
  const names = { read: button.textContent ?? "", pause: button.dataset.pause ?? "" };
  const pieces = spoken(article);
  let at = 0;
  let speaks = false;
  // An answer to what was called off meanwhile counts nothing.
  let turn = 0;

  const mark = (/** @type {Range | null} */ range, /** @type {Element | null} */ block) => {
    for (const old of document.querySelectorAll(`.${MARK}`)) old.classList.remove(MARK);
    if ("highlights" in CSS) {
      if (range) CSS.highlights.set(MARK, new Highlight(range));
      else CSS.highlights.delete(MARK);
    }
    block?.classList.add(MARK);
    block?.scrollIntoView({ block: "nearest" });
  };
  const show = () => {
    button.textContent = speaks ? names.pause : names.read;
    if (stop.parentElement) stop.parentElement.hidden = !speaks && at === 0;
  };
  const pause = () => {
    turn += 1;
    speaks = false;
    speechSynthesis.cancel();
    show();
  };
  const end = () => {
    at = 0;
    pause();
    mark(null, null);
  };
  const speak = () => {
    const piece = pieces[at];
    if (!piece) return end();
    const mine = turn;
    mark(piece.range, piece.block);
    const words = new SpeechSynthesisUtterance(piece.words);
    words.lang = language;
    words.voice = voiceFor(language);
    words.onend = () => {
      if (mine !== turn) return;
      at += 1;
      speak();
    };
    words.onerror = () => {
      if (mine === turn) end();
    };
    speechSynthesis.speak(words);
  };
  button.addEventListener("click", () => {
    if (speaks) return pause();
    speaks = true;
    show();
    speak();
  });
  stop.addEventListener("click", end);
  addEventListener("pagehide", () => speechSynthesis.cancel());
  button.click();
};

const found = document.querySelector("[data-aloud]");
if (found instanceof HTMLElement) start(found);
