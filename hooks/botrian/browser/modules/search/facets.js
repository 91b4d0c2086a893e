// Documents' provinces, themes and years enter with the chosen filters; counts and a test for documents leave.

import { BE_MINUS_CE } from "#data/search.js";
import { element } from "../dom.js";
import { kindOf } from "./kinds.js";

/** @import { Site } from "./entry.js" */
/** @import { Index } from "./index.js" */

/** @typedef {"kind" | "province" | "theme" | "year"} Facet */

/**
 * As hooks/botrian/search/build.py writes it: for each document its values as numbers in base 36.
 *
 * @typedef {object} RawFacets
 * @property {string} province
 * @property {string} theme
 * @property {string} year of the Christian era
 * @property {Readonly<Record<string, string>>} provinces their names by id, in the order of the numbers
 * @property {Readonly<Record<string, readonly [string, string]>>} themes name and parent by id
 */

/** @typedef {Readonly<Record<Facet, readonly string[]>>} Values */

/** @typedef {(number: number) => Values} ReadValues */

/** @typedef {Readonly<Record<Facet, readonly (readonly [string, number])[]>>} Counts */

/** @type {readonly Facet[]} */
export const FACETS = ["kind", "province", "theme", "year"];
const SHOWN = 8;

/**
 * One list for each facet.
 *
 * @template Value
 * @param {(name: Facet) => Value} valuesOf
 * @returns {Record<Facet, Value>}
 */
export const byFacet = (valuesOf) => ({
  kind: valuesOf("kind"),
  province: valuesOf("province"),
  theme: valuesOf("theme"),
  year: valuesOf("year"),
});

/**
 * What filters need of a document, by its number.
 *
 * @param {RawFacets} raw
 * @param {Index} index
 * @returns {ReadValues}
 */
export const facetReader = (raw, index) => {
  const [places, topics, years] = [raw.province.split(","), raw.theme.split(","), raw.year.split(",")];
  const provinces = Object.keys(raw.provinces);
  const themes = Object.keys(raw.themes);
  /** @param {string} row */
  const values = (row) => (row ? row.split(".").map((value) => Number.parseInt(value, 36)) : []);
  return (number) => {
    const own = values(topics[number]).map((at) => themes[at]);
    const parents = own.map((id) => raw.themes[id][1]).filter(Boolean);
    return {
      kind: [kindOf(number, index)],
      province: values(places[number]).map((at) => provinces[at]),
      theme: [...new Set([...own, ...parents])],
      year: values(years[number]).map(String),
    };
  };
};

/**
 * @param {ReadValues} read
 * @param {Values} filters
 * @param {Facet} [except] whose filter is left out
 * @returns {(number: number) => boolean}
 */
export const passesFilters = (read, filters, except) => (number) => {
  const values = read(number);
  return FACETS.every(
    (name) => name === except || !filters[name].length || filters[name].some((value) => values[name].includes(value)),
  );
};

/**
 * For each facet how many of the documents each value would leave, the other facets' filters kept.
 *
 * @param {readonly number[]} numbers
 * @param {ReadValues} read
 * @param {Values} filters
 * @returns {Counts}
 */
export const counted = (numbers, read, filters) =>
  byFacet((name) => {
    /** @type {Map<string, number>} */
    const counts = new Map();
    const passes = passesFilters(read, filters, name);
    for (const number of numbers) {
      if (passes(number)) for (const value of read(number)[name]) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    for (const value of filters[name]) if (!counts.has(value)) counts.set(value, 0);
    /** @type {(a: readonly [string, number], b: readonly [string, number]) => number} */
    const order = (a, b) => (name === "year" ? Number(b[0]) - Number(a[0]) : b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return [...counts].sort(order);
  });

/**
 * @param {Facet} facet
 * @param {string} value
 * @param {RawFacets} raw
 * @param {Site} site
 */
const nameOf = (facet, value, raw, { say, language }) => {
  if (facet === "kind") return say(`kind-${value}`);
  if (facet === "year") return `${say("year_prefix")}${language === "th" ? Number(value) + BE_MINUS_CE : value}`;
  return facet === "province" ? (raw.provinces[value] ?? value) : (raw.themes[value]?.[0] ?? value);
};

/**
 * @typedef {object} Panel
 * @property {Counts} counts
 * @property {Values} filters
 * @property {RawFacets} raw
 * @property {ReadonlySet<Facet>} opened facets that show all of their values
 * @property {(facet: Facet, value: string, on: boolean) => void} change is told of every click on a value
 * @property {(facet: Facet) => void} open is told of every click on "show all"
 */

/**
 * The filters as check boxes in groups.
 *
 * @param {Panel} panel
 * @param {Site} site
 */
export const facetPanel = (panel, site) =>
  FACETS.filter((name) => panel.counts[name].length > 1 || panel.filters[name].length).map((name) =>
    facetGroup(name, panel, site),
  );

/**
 * @param {Facet} name
 * @param {Panel} panel
 * @param {Site} site
 */
const facetGroup = (name, { counts, filters, raw, opened, change, open }, site) => {
  const all = counts[name];
  const short = all.filter(([value], at) => at < SHOWN || filters[name].includes(value));
  const values = opened.has(name) ? all : short;
  const boxes = values.map(([value, count]) => {
    const box = element("input", { type: "checkbox", name, value });
    box.checked = filters[name].includes(value);
    box.addEventListener("change", () => change(name, value, box.checked));
    const number = element("span", { class: "kb-basis" }, `(${count})`);
    return element("li", {}, element("label", {}, box, ` ${nameOf(name, value, raw, site)} `, number));
  });
  if (values.length < all.length) {
    const more = element("button", { type: "button", class: "kb-forget" }, site.say("show_all", all.length));
    more.addEventListener("click", () => open(name));
    boxes.push(element("li", {}, more));
  }
  return element(
    "fieldset",
    { "data-facet": name },
    element("legend", {}, site.say(name)),
    element("ul", {}, ...boxes),
  );
};
