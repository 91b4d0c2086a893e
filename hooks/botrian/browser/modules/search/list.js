// An answer enters; its results stand in the page's list, ten at once, and as many as there were for who comes back.

import { must } from "../dom.js";
import { PAGE, resultItem, resultsOf } from "./answers.js";

/** @import { Answer } from "./engine.js" */
/** @import { Site } from "./entry.js" */
/** @import { Result } from "./made.js" */

// Back shows no more than this at once.
const MOST_AT_ONCE = 100;

export class ResultList {
  /**
   * @param {HTMLElement} page
   * @param {Site} site
   * @param {(missing: number) => void} trouble is told how many files did not come
   */
  constructor(page, site, trouble) {
    this.list = must(page, "[data-search-results]");
    this.more = must(page, "[data-search-more]");
    this.skip = must(page, "[data-search-skip]");
    this.site = site;
    this.trouble = trouble;
    this.shown = 0;
    /** @type {Answer | null} */
    this.found = null;
    this.isCurrent = () => false;
    this.more.addEventListener("click", () => this.asked());
  }

  empty() {
    this.list.replaceChildren();
    this.more.hidden = true;
    this.skip.hidden = true;
    this.found = null;
    this.shown = 0;
  }

  /**
   * The first results.
   *
   * @param {Answer} found
   * @param {() => boolean} isCurrent whether nothing else was asked for since
   */
  begin(found, isCurrent) {
    this.empty();
    this.found = found;
    this.isCurrent = isCurrent;
    this.add(found, found.results.slice(0, PAGE));
    this.skip.hidden = !found.results.length;
  }

  /**
   * @param {Answer} found
   * @param {readonly Result[]} results
   */
  add(found, results) {
    const items = results.map((result) => resultItem(result, this.site));
    this.list.append(...items);
    this.shown += items.length;
    this.more.hidden = this.shown >= found.order.length;
    return items;
  }

  /** The next results below those that are shown. */
  async next() {
    const { found, isCurrent, shown } = this;
    if (!found) return [];
    const { results, missing } = await resultsOf(found.order.slice(shown, shown + PAGE), found);
    if (!isCurrent() || found !== this.found) return [];
    if (missing) this.trouble(missing);
    return this.add(found, results);
  }

  /** The reader wants more, and reads on at the first of them; who comes back finds as many. */
  async asked() {
    const [first] = await this.next();
    first?.querySelector("a")?.focus();
    try {
      history.replaceState({ shown: this.shown }, "");
    } catch {
      // Old browsers refuse it for local files: then Back begins anew.
    }
  }

  /** As many results as there were when the reader left. */
  async asBefore() {
    const wanted = Math.min(Number(history.state?.shown) || 0, MOST_AT_ONCE, this.found?.order.length ?? 0);
    while (this.shown < wanted) if (!(await this.next()).length) return;
  }
}
