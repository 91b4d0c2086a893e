// Documents' provinces, themes and years enter with the chosen filters; counts and a test for documents leave.

const search = window.botrianSearch;
const { say, element } = search;
const FACETS = ["kind", "province", "theme", "year"];
const SHOWN = 8;

// What filters need of a document: {kind: [...], province: [...], theme: [...], year: [...]}, by its number.
const facetReader = (data, about, kindOf) => {
  data.read ??= FACETS.slice(1).map((name) => data[name].split(","));
  const [places, topics, years] = data.read;
  const provinces = Object.keys(data.provinces);
  const themes = Object.keys(data.themes);
  const values = (row) => (row ? row.split(".").map((value) => Number.parseInt(value, 36)) : []);
  return (number) => {
    const own = values(topics[number]).map((at) => themes[at]);
    const parents = own.map((id) => data.themes[id][1]).filter(Boolean);
    return {
      kind: [kindOf(number, about)],
      province: values(places[number]).map((at) => provinces[at]),
      theme: [...new Set([...own, ...parents])],
      year: values(years[number]).map((year) => String(year)),
    };
  };
};

const passesFilters = (read, filters, except) => (number) => {
  const values = read(number);
  return FACETS.every((name) => name === except || !filters[name].length || filters[name].some((value) => values[name].includes(value)));
};

// For each facet how many of the documents each value would leave, the other facets' filters kept.
const counted = (numbers, read, filters) => Object.fromEntries(FACETS.map((name) => {
  const counts = new Map();
  const passes = passesFilters(read, filters, name);
  for (const number of numbers) {
    if (passes(number)) for (const value of read(number)[name]) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  for (const value of filters[name]) if (!counts.has(value)) counts.set(value, 0);
  const order = (a, b) => (name === "year" ? b[0] - a[0] : b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return [name, [...counts].sort(order)];
}));

const nameOf = (facet, value, data) => {
  if (facet === "kind") return say(`kind-${value}`);
  if (facet === "year") return say("year_prefix") + (search.language === "th" ? Number(value) + 543 : value);
  return facet === "province" ? data.provinces[value] ?? value : data.themes[value]?.[0] ?? value;
};

// The filters as check boxes in groups. `change(facet, value, on)` is told of every click.
const facetPanel = (counts, filters, data, opened, change) => FACETS.filter((name) => counts[name].length > 1 || filters[name].length).map((name) => {
  const all = counts[name];
  const short = all.filter(([value], at) => at < SHOWN || filters[name].includes(value));
  const values = opened.has(name) ? all : short;
  const boxes = values.map(([value, count]) => {
    const box = element("input", { type: "checkbox", name, value });
    box.checked = filters[name].includes(value);
    box.addEventListener("change", () => change(name, value, box.checked));
    return element("li", {}, element("label", {}, box, ` ${nameOf(name, value, data)} `, element("span", { class: "kb-basis" }, `(${count})`)));
  });
  if (values.length < all.length) {
    const more = element("button", { type: "button", class: "kb-forget" }, say("show_all", all.length));
    more.addEventListener("click", () => {
      opened.add(name);
      change(name, null, false);
    });
    boxes.push(element("li", {}, more));
  }
  return element("fieldset", { "data-facet": name }, element("legend", {}, say(name)), element("ul", {}, ...boxes));
});
