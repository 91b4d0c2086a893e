// The results page: the address says what is shown, and every change is written into the address.

import { element, every, must } from "../dom.js";
import { chosenIn, noFilters, queryOf, stateOf } from "./address.js";
import { browse, compareLine, directLine, PAGE } from "./answers.js";
import { facetReader, passesFilters } from "./facets.js";
import { ResultList } from "./list.js";
import { FilterPanel } from "./panel.js";
import { rememberQuery } from "./recent.js";

/** @import { State } from "./address.js" */
/** @import { Answer, Engine } from "./engine.js" */
/** @import { Site } from "./entry.js" */

// With more documents than this the filters' list is long: it waits until somebody opens the filters.
const FEW = 4000;

/** @param {MouseEvent} event */
const leadsElsewhere = (event) => event.ctrlKey || event.metaKey || event.shiftKey;

class ResultsPage {
  /**
   * @param {HTMLElement} page
   * @param {Site} site
   */
  constructor(page, site) {
    this.page = page;
    this.site = site;
    this.input = /** @type {HTMLInputElement} */ (must(page, "input[name=q]"));
    const panel = /** @type {HTMLDetailsElement} */ (this.part("filters"));
    this.filters = new FilterPanel(
      panel,
      site,
      (state) => this.go(state),
      () => this.trouble(1),
    );
    this.turn = 0;
    this.untouched = true;
    this.list = new ResultList(page, site, (missing) => this.trouble(missing));
    this.listen();
  }

  /** @param {string} name */
  part(name) {
    return must(this.page, `[data-search-${name}]`);
  }

  /** @param {string} text */
  tell(text) {
    this.part("status").textContent = text;
  }

  // ---- changing ------------------------------------------------------------------------------------------

  /** @param {State} state */
  addressOf(state) {
    return location.pathname + queryOf(state);
  }

  /**
   * Old browsers refuse to write addresses of local files: then the page is simply opened anew.
   *
   * @param {State} state
   */
  go(state) {
    const address = this.addressOf(state);
    try {
      history.pushState(null, "", address);
    } catch {
      location.assign(address);
      return;
    }
    this.run();
  }

  listen() {
    must(this.page, "form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.go({ query: this.input.value, filters: stateOf(location.search).filters });
    });
    addEventListener("popstate", () => this.run());
  }

  // ---- what is shown -------------------------------------------------------------------------------------

  /**
   * @param {string} name of the part of the page
   * @param {string} label
   * @param {readonly string[]} words each asked for by itself
   */
  offer(name, label, words) {
    const links = words.map((word) => {
      const state = { query: word, filters: noFilters() };
      const link = element("a", { class: "kb-chip", href: this.addressOf(state) }, word);
      link.addEventListener("click", (event) => {
        if (leadsElsewhere(event)) return;
        event.preventDefault();
        this.go(state);
      });
      return link;
    });
    this.part(name).replaceChildren(...(links.length ? [`${label}: `, ...links] : []));
    this.part(name).hidden = !links.length;
  }

  /** @param {number} missing how many files did not come */
  trouble(missing) {
    const { say } = this.site;
    const retry = element("button", { type: "button", class: "kb-button" }, say("retry"));
    retry.addEventListener("click", () => this.site.renewed().then(() => this.run()));
    this.part("trouble").replaceChildren(...(missing ? [element("span", {}, say("broken")), " ", retry] : []));
    this.part("trouble").hidden = !missing;
  }

  // ---- asking --------------------------------------------------------------------------------------------

  /**
   * @param {Answer} found
   * @param {State} state
   */
  tellCount({ order, weak }, { query, filters }) {
    const { say } = this.site;
    const count = order.length;
    if (count && weak) this.tell(say("weak"));
    else if (count > 1) this.tell(say("found", count.toLocaleString("en")));
    else if (count === 1) this.tell(say("found_one"));
    else this.tell(chosenIn(filters) ? say("none_filter") : say("none", query.trim().slice(0, 80)));
    if (!count) this.keepRoom(false);
    this.part("empty").hidden = count > 0;
    this.part("empty-help").hidden = count > 0;
    this.part("weak").hidden = !(count && weak);
  }

  /**
   * @param {State} state
   * @param {number} mine
   */
  async answer(state, mine) {
    const engine = await this.site.engine();
    const index = await engine.index();
    if (this.untouched) this.filters.panel.open = index.documents <= FEW && matchMedia("(min-width: 60rem)").matches;
    this.untouched = false;
    const passes = chosenIn(state.filters)
      ? passesFilters(facetReader(await engine.facets(), index), state.filters)
      : () => true;
    const words = state.query.trim();
    // What stands above the list is there before it: nothing that is being read shall move.
    const [found, direct, pairs] = await Promise.all([
      words ? engine.find(state.query, { passes, most: PAGE }) : browse(engine, passes, index.documents),
      words ? engine.direct(state.query).catch(() => null) : null,
      words ? engine.compared(state.query).catch(() => []) : [],
    ]);
    if (mine !== this.turn) return;
    const { say } = this.site;
    this.showDirect(direct, pairs);
    this.filters.panel.hidden = !found.all.length;
    this.list.begin(found, () => mine === this.turn);
    await this.list.asBefore();
    if (mine !== this.turn) return;
    this.tellCount(found, state);
    this.trouble(found.missing);
    this.offer("meant", say("did_you_mean"), found.didYouMean ? [found.didYouMean] : []);
    this.showRelated(found, mine);
    if (found.order.length && words) rememberQuery(words.slice(0, 80));
    const filtered = this.filters.show(engine, found.all, state, () => mine === this.turn);
    await filtered.catch(() => this.trouble(1));
  }

  /**
   * They come last, and nobody is told when they do not.
   *
   * @param {Answer} found
   * @param {number} mine
   */
  showRelated(found, mine) {
    this.part("related").hidden = true;
    found.related().then(
      (names) => mine === this.turn && this.offer("related", this.site.say("related"), names),
      () => {},
    );
  }

  /**
   * A fact that answers the question by itself, and provinces that it compares, before the pages.
   *
   * @param {Awaited<ReturnType<Engine["direct"]>>} answer
   * @param {Awaited<ReturnType<Engine["compared"]>>} pairs
   */
  showDirect(answer, pairs) {
    const part = this.part("direct");
    part.hidden = !answer && !pairs.length;
    part.replaceChildren(
      ...(answer ? directLine(answer, this.site) : []),
      ...pairs.map((pair) => compareLine(pair, this.site)),
    );
  }

  /**
   * Nothing below the results shall jump when they come. The class stands there before this script: frame/palette.js.
   *
   * @param {boolean} asking
   */
  keepRoom(asking) {
    document.documentElement.classList.toggle("kb-asking", asking);
  }

  /** Nothing is asked for: the page stands as it was built. */
  rest() {
    this.list.empty();
    this.filters.panel.hidden = true;
    this.tell("");
  }

  async run() {
    const mine = ++this.turn;
    const { say } = this.site;
    const state = stateOf(location.search);
    const words = state.query.trim();
    for (const box of every(document, "form[data-search-form] input[name=q]")) {
      if (box instanceof HTMLInputElement) box.value = state.query.slice(0, 200);
    }
    document.title = words ? `${words.slice(0, 60)} · ${say("results")}` : say("title");
    const idle = !words && !chosenIn(state.filters);
    this.keepRoom(!idle);
    this.part("empty").hidden = !idle;
    this.part("empty-help").hidden = true;
    for (const name of ["trouble", "meant", "related", "weak", "direct", "skip"]) this.part(name).hidden = true;
    if (idle) return this.rest();
    this.tell(say("searching"));
    try {
      await this.answer(state, mine);
    } catch {
      if (mine !== this.turn) return;
      this.keepRoom(false);
      this.tell(say("failed"));
      this.trouble(1);
      this.part("empty").hidden = false;
    }
  }
}

/**
 * @param {HTMLElement} page
 * @param {Site} site
 */
export const startResults = (page, site) => {
  const results = new ResultsPage(page, site);
  page.hidden = false;
  results.run();
};
