// The results page: the address says what is shown, and every change is written into the address.

const PAGE = 10;
// With more documents than this the filters' list is long: it waits until somebody opens the filters.
const FEW = 4000;
const page = document.querySelector("[data-search-page]");
const part = (name) => page.querySelector(`[data-search-${name}]`);
const input = page.querySelector("input[name=q]");
const headerInputs = [...document.querySelectorAll("form[data-search-form] input[name=q]")];
const panel = part("filters");
const opened = new Set();
let turn = 0;
let untouched = true;

const stateOfAddress = () => {
  const asked = new URLSearchParams(location.search);
  return { query: (asked.get("q") ?? "").slice(0, 10000), filters: Object.fromEntries(FACETS.map((name) => [name, asked.getAll(name).filter(Boolean)])) };
};

const addressOf = ({ query, filters }) => {
  const asked = new URLSearchParams();
  if (query) asked.set("q", query);
  for (const name of FACETS) for (const value of filters[name]) asked.append(name, value);
  return `${location.pathname}?${asked}`;
};

// Old browsers refuse to write addresses of local files: then the page is simply opened anew.
const go = (state) => {
  const address = addressOf(state);
  try {
    history.pushState(null, "", address);
  } catch {
    location.assign(address);
    return;
  }
  run();
};

const tell = (text) => (part("status").textContent = text);
const anyFilter = (filters) => FACETS.some((name) => filters[name].length);

const resultItem = ({ url, title, snippet, kind, context }) => element(
  "li",
  { "data-search-result": true, "data-kind": kind },
  element("a", { href: new URL(url, search.root).href }, ...search.marked(title)),
  element("p", { class: "kb-basis" }, [say(`kind-${kind}`), context].filter(Boolean).join(" · ")),
  snippet.length ? element("p", { class: "kb-snippet" }, ...search.marked(snippet)) : null,
);

const offer = (where, label, words) => {
  const links = words.map((word) => {
    const link = element("a", { class: "kb-chip", href: addressOf({ query: word, filters: noFilters() }) }, word);
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go({ query: word, filters: noFilters() });
    });
    return link;
  });
  where.replaceChildren(...(links.length ? [`${label}: `, ...links] : []));
  where.hidden = !links.length;
};
const noFilters = () => Object.fromEntries(FACETS.map((name) => [name, []]));

const trouble = (missing) => {
  const retry = element("button", { type: "button", class: "kb-button" }, say("retry"));
  retry.addEventListener("click", run);
  part("trouble").replaceChildren(...(missing ? [element("span", {}, say("broken")), " ", retry] : []));
  part("trouble").hidden = !missing;
};

// Counts need a list of all documents: it is fetched when the filters are opened, or in use.
const showFilters = async ({ engine, all, state, mine }) => {
  const chosen = FACETS.reduce((sum, name) => sum + state.filters[name].length, 0);
  panel.querySelector("summary").textContent = chosen ? say("filters_on", chosen) : say("filters");
  panel.hidden = !all.length;
  panel.ontoggle = () => panel.open && showFilters({ engine, all, state, mine }).catch(() => trouble(1));
  if (!panel.open && !chosen) return;
  const [data, about] = await Promise.all([engine.facetData(), engine.aboutIndex()]);
  if (mine !== turn) return;
  const read = facetReader(data, about, engine.kindOf);
  const change = (name, value, on) => {
    if (value === null) return void showFilters({ engine, all, state, mine });
    const values = state.filters[name].filter((one) => one !== value);
    go({ ...state, filters: { ...state.filters, [name]: on ? [...values, value] : values } });
  };
  const focused = document.activeElement?.closest?.("[data-search-filters] input");
  const groups = facetPanel(counted(all, read, state.filters), state.filters, data, opened, change);
  const clear = element("button", { type: "button", class: "kb-button" }, say("clear_filters"));
  clear.addEventListener("click", () => go({ ...state, filters: noFilters() }));
  part("facets").replaceChildren(...groups, chosen ? clear : "");
  if (focused) [...panel.querySelectorAll("input")].find((one) => one.name === focused.name && one.value === focused.value)?.focus();
};

const showResults = (found, mine) => {
  const list = part("results");
  const more = part("more");
  list.replaceChildren(...found.results.slice(0, PAGE).map(resultItem));
  let shown = Math.min(PAGE, found.results.length);
  more.hidden = shown >= found.order.length;
  more.onclick = async () => {
    const ready = new Map(found.results.map((result) => [result.number, result]));
    const numbers = found.order.slice(shown, shown + PAGE);
    const wanted = numbers.filter((number) => !ready.has(number));
    const { results, missing } = wanted.length ? await found.show(wanted) : { results: [], missing: 0 };
    if (mine !== turn) return;
    for (const result of results) ready.set(result.number, result);
    const items = numbers.map((number) => ready.get(number)).filter(Boolean).map(resultItem);
    list.append(...items);
    items[0]?.querySelector("a").focus();
    shown += numbers.length;
    more.hidden = shown >= found.order.length;
    if (missing) trouble(missing);
  };
};

// With no words the filters alone choose: every document that passes, in the order of the index.
const browse = async (engine, passes, about) => {
  const order = Array.from({ length: about.documents }, (_, number) => number).filter(passes);
  const { results, missing } = await engine.listed(order.slice(0, PAGE));
  return { all: Array.from({ length: about.documents }, (_, number) => number), order, results, missing, related: [], didYouMean: null, show: engine.listed };
};

const answer = async (state, mine) => {
  const engine = await search.wake();
  const about = await engine.aboutIndex();
  if (untouched) panel.open = about.documents <= FEW && matchMedia("(min-width: 60rem)").matches;
  untouched = false;
  let passes = () => true;
  if (anyFilter(state.filters)) passes = passesFilters(facetReader(await engine.facetData(), about, engine.kindOf), state.filters);
  const found = state.query.trim() ? await engine.find(state.query, { passes, most: PAGE }) : await browse(engine, passes, about);
  if (mine !== turn) return;
  const results = found.results ?? [];
  const words = state.query.trim().slice(0, 80);
  showResults({ ...found, results }, mine);
  const count = found.order.length;
  tell(count === 0 ? (anyFilter(state.filters) ? say("none_filter") : say("none", words)) : count === 1 ? say("found_one") : say("found", count.toLocaleString("en")));
  trouble(found.missing);
  offer(part("meant"), say("did_you_mean"), found.didYouMean ? [found.didYouMean] : []);
  offer(part("related"), say("related"), found.related);
  part("empty").hidden = count > 0;
  part("empty-help").hidden = count > 0;
  if (count && words) search.recent.add(words);
  await showFilters({ engine, all: found.all, state, mine }).catch(() => trouble(1));
};

const run = async () => {
  const mine = ++turn;
  const state = stateOfAddress();
  for (const box of headerInputs) box.value = state.query.slice(0, 200);
  document.title = state.query.trim() ? `${state.query.trim().slice(0, 60)} · ${say("results")}` : say("title");
  const idle = !state.query.trim() && !anyFilter(state.filters);
  part("empty").hidden = !idle;
  part("empty-help").hidden = true;
  for (const name of ["trouble", "meant", "related"]) part(name).hidden = true;
  if (idle) {
    part("results").replaceChildren();
    part("more").hidden = true;
    panel.hidden = true;
    tell("");
    return;
  }
  tell(say("searching"));
  try {
    await answer(state, mine);
  } catch {
    if (mine !== turn) return;
    tell(say("failed"));
    trouble(1);
    part("empty").hidden = false;
  }
};

page.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  go({ query: input.value, filters: stateOfAddress().filters });
});
page.addEventListener("click", (event) => {
  const link = event.target.closest("[data-search-browse] a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const asked = new URL(link.href).searchParams;
  go({ query: "", filters: { ...noFilters(), province: asked.getAll("province"), theme: asked.getAll("theme") } });
  part("status").scrollIntoView({ block: "nearest" });
});
addEventListener("popstate", run);
page.hidden = false;
run();
