// The search itself: a query enters, results in order leave. The page's scripts know only what stands here.

const CHECKED = 15;
// A document is an answer where it has this share of what the best one has of the query,
const ENOUGH = 0.55;
// or whole words that make up this share of the query.
const WHOLE_ENOUGH = 0.4;
// Below this the best document only shares stray letters with the query: that is no answer.
const LEAST = 0.3;

const aboutIndex = async () => {
  const about = await load("about");
  about.starts ??= unpack(about.blocks);
  return about;
};

const facetData = async () => load("facets");

// Places on one page do not crowd out other pages: after two, the rest of them goes behind.
const withoutCrowds = (results) => {
  const seen = new Map();
  const behind = [];
  const first = results.filter((result) => {
    if (result.kind !== "row" && result.kind !== "fact") return true;
    const page = result.url.split("#")[0];
    seen.set(page, (seen.get(page) ?? 0) + 1);
    return seen.get(page) <= 2 || !behind.push(result);
  });
  return [...first, ...behind];
};

const resultOf = (number, row, kind, judged, units) => ({
  number,
  kind,
  url: row[0],
  context: row[1],
  value: judged?.value ?? 0,
  title: judged ? markedTitle(judged, units) : [{ text: row[2], mark: false }],
  snippet: judged ? snippet(judged, units) : [{ text: (row[4] || "").split("\n")[0], mark: false }],
});

const relatedTo = (units, about) => {
  const names = [];
  for (const unit of units) {
    for (const at of unit.groups ?? []) {
      // The first groups are the glossary's: they have a name, and the numbers of related ones.
      const [name, ...related] = about.names[at] ?? [];
      if (name && keyOf(name).trim() !== unit.key) names.push(name);
      for (const other of related) names.push(about.names[other][0]);
    }
  }
  return [...new Set(names)].slice(0, 8);
};

const suggestion = (judgedList, units, query) => {
  let better = query;
  let changed = false;
  units.forEach((unit, number) => {
    if (!unit.plain || unit.key.length < 3 || unit.script === "number") return;
    const found = spelledAs(judgedList, unit, number);
    const typed = query.split(/\s+/).find((word) => plainKeyOf(word).trim() === unit.plain);
    if (found && typed && !found.includes("\n")) {
      better = better.replace(typed, () => found);
      changed = true;
    }
  });
  return changed && plainKeyOf(better) !== plainKeyOf(query) ? better : null;
};

const nothing = (missing) => ({
  all: [], order: [], results: [], missing, related: [], didYouMean: null, show: async () => ({ results: [], missing: 0 }),
});

// Everything that matches, best first: {order: document numbers, show(numbers), missing, didYouMean, related}.
// `passes` leaves out documents that the filters hide; `most` is how many are wanted at once, `checked` how many are
// ranked on their text.
const find = async (query, { passes = () => true, most = 10, checked = CHECKED } = {}) => {
  const about = await aboutIndex();
  const units = understood(query, about);
  const names = wholeNames(units);
  const asked = [...new Set(units.flatMap((unit) => unit.ways.flatMap((way) => way.terms.map(({ term }) => term))))];
  const terms = asked.length ? [...asked, ...names] : [];
  if (!terms.length) return nothing(0);
  const { found, missing } = await lookUp(terms, about);
  weigh(units, found, about.documents);
  const { score, cover, wholes } = firstOrder(units, found, about.documents, names);
  const total = totalWeight(units);
  let highest = 0;
  for (const value of cover) if (value > highest) highest = value;
  const all = [];
  for (let number = 0; number < about.documents; number++) {
    const enough = cover[number] >= ENOUGH * highest || wholes[number] >= WHOLE_ENOUGH * total;
    if (score[number] > 0 && enough) all.push(number);
  }
  const kindWeight = (number) => KIND_WEIGHT[kindOf(number, about)];
  const order = all.filter(passes).sort((a, b) => score[b] * kindWeight(b) - score[a] * kindWeight(a) || a - b);
  const first = await verified(order.slice(0, Math.max(most, checked)), units, about);
  const rest = order.slice(Math.max(most, checked));
  if (!first.results.length || first.results[0].value < LEAST) return nothing(missing + first.missing);
  const judgedList = first.results.slice(0, 8).map(({ judged }) => judged).filter(Boolean);
  return {
    all,
    order: [...first.results.map(({ number }) => number), ...rest],
    results: first.results,
    missing: missing + first.missing,
    related: relatedTo(units, about),
    didYouMean: suggestion(judgedList, units, query),
    show: (numbers) => verified(numbers, units, about),
  };
};

const verified = async (numbers, units, about) => {
  const { texts, missing } = await textsOf(numbers, about);
  const total = units.reduce((sum, unit) => sum + unit.weight, 0);
  const figure = units.some((unit) => WHOLE_FIGURE.test(unit.key));
  const results = [...texts].map(([number, row]) => {
    const kind = kindOf(number, about);
    const judged = judge(row, units, total);
    judged.value *= KIND_WEIGHT[kind] * (figure && (kind === "row" || kind === "fact") ? CELL_BONUS : 1);
    return { ...resultOf(number, row, kind, judged, units), judged };
  });
  results.sort((a, b) => b.value - a.value || a.number - b.number);
  return { results: withoutCrowds(results), missing };
};

// Documents by number without a query: what filters alone choose.
const listed = async (numbers) => {
  const about = await aboutIndex();
  const { texts, missing } = await textsOf(numbers, about);
  return { results: [...texts].map(([number, row]) => resultOf(number, row, kindOf(number, about), null, [])), missing };
};

search.engine = { find, listed, aboutIndex, facetData, kindOf, keyOf, tracedKey };
