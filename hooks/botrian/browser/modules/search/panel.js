// What matches and the filters chosen enter; the panel of filters leaves, with how many documents each would leave.

import { around, element, every, must } from "../dom.js";
import { chosenIn, noFilters } from "./address.js";
import { counted, facetPanel, facetReader } from "./facets.js";

/** @import { State } from "./address.js" */
/** @import { Engine } from "./engine.js" */
/** @import { Site } from "./entry.js" */
/** @import { Facet } from "./facets.js" */

export class FilterPanel {
  /**
   * @param {HTMLDetailsElement} panel
   * @param {Site} site
   * @param {(state: State) => void} go
   * @param {() => void} lost is told when the list did not come for who opens the filters
   */
  constructor(panel, site, go, lost) {
    this.panel = panel;
    this.site = site;
    this.go = go;
    this.lost = lost;
    /** @type {Set<Facet>} */
    this.opened = new Set();
  }

  /**
   * Counts need a list of all documents: it is fetched when the filters are opened, or in use.
   *
   * @param {Engine} engine
   * @param {readonly number[]} all the documents that match, whatever the filters
   * @param {State} state
   * @param {() => boolean} isCurrent whether nothing else was asked for since
   * @returns {Promise<void>} rejects where the list does not come
   */
  async show(engine, all, state, isCurrent) {
    const again = () => void this.show(engine, all, state, isCurrent).catch(this.lost);
    const { panel } = this;
    const { say } = this.site;
    const chosen = chosenIn(state.filters);
    must(panel, "summary").textContent = chosen ? say("filters_on", chosen) : say("filters");
    panel.hidden = !all.length;
    panel.ontoggle = () => panel.open && again();
    if (!panel.open && !chosen) return;
    const [raw, index] = await Promise.all([engine.facets(), engine.index()]);
    if (!isCurrent()) return;
    const { filters } = state;
    const counts = counted(all, facetReader(raw, index), filters);
    /** @type {(name: Facet, value: string, on: boolean) => void} */
    const change = (name, value, on) => {
      const values = filters[name].filter((one) => one !== value);
      this.go({ ...state, filters: { ...filters, [name]: on ? [...values, value] : values } });
    };
    /** @param {Facet} name */
    const open = (name) => {
      this.opened.add(name);
      again();
    };
    this.fill(facetPanel({ counts, filters, raw, opened: this.opened, change, open }, this.site), state);
  }

  /**
   * @param {readonly HTMLElement[]} groups
   * @param {State} state
   */
  fill(groups, state) {
    const focused = around(document.activeElement, "[data-search-filters] input");
    const clear = element("button", { type: "button", class: "kb-button" }, this.site.say("clear_filters"));
    clear.addEventListener("click", () => this.go({ ...state, filters: noFilters() }));
    must(this.panel, "[data-search-facets]").replaceChildren(...groups, chosenIn(state.filters) ? clear : "");
    if (!(focused instanceof HTMLInputElement)) return;
    const { name, value } = focused;
    const same = every(this.panel, "input").find(
      (one) => one instanceof HTMLInputElement && one.name === name && one.value === value,
    );
    same?.focus();
  }
}
