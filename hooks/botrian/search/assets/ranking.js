// Units with what the index says of their terms enter; documents in order leave.

const FIELDS = ["title", "aliases", "summary", "labels", "body", "other"];
const FIELD_WEIGHT = [1, 0.95, 0.85, 0.7, 0.75, 0.55];
const TITLE_BONUS = 0.8;
const ALIAS_BONUS = 0.6;
const SUMMARY_BONUS = 0.2;
// All that was typed, in one piece, counts before most of it in a better place.
const WHOLE_BONUS = 0.4;
const NEAR_BONUS = 0.7;
// Words that were typed next to each other and stand next to each other.
const PHRASE_BONUS = 0.35;
// The query is the name of the page, or one of its names.
const NAME_BONUS = 0.6;
const WINDOW = 140;
// What a word that only asks (how, why) tells beside other words.
const ASKING_COUNTS = 0.25;
// Who types a figure to the last place looks for the cell that holds it.
const WHOLE_FIGURE = /^[0-9]{5,}$|^[0-9]+\.[0-9]+$/;
const CELL_BONUS = 1.35;

const kindOf = (number, about) => {
  let at = 0;
  while (at + 1 < about.runs.length && about.runs[at + 1] <= number) at++;
  return about.kinds[at];
};

// What a term tells: much when few documents have it. One that none has tells nothing of any document.
const weigh = (units, found, documents) => {
  for (const unit of units) {
    for (const way of unit.ways) {
      const known = way.terms.filter(({ term }) => found.has(term));
      const tells = (term) => Math.log(1 + documents / (1 + found.get(term).count));
      const usual = known.length ? known.reduce((sum, { term }) => sum + tells(term), 0) / known.length : 1;
      for (const term of way.all) term.tells = found.has(term.term) ? tells(term.term) : usual;
    }
    const [own] = unit.ways;
    const told = own.all.filter(({ term }) => !(found.get(term)?.count === 0));
    const list = told.length ? told : own.all;
    // A long word has many terms, yet it is one word: its weight grows with the root of their number.
    const usual = list.reduce((sum, { tells }) => sum + tells, 0) / Math.max(1, list.length);
    const terms = unit.script === "number" ? lettersWorth(unit.key) : Math.max(1, own.all.filter(({ whole }) => !whole).length);
    unit.weight = (usual * Math.sqrt(terms) || 1) * (unit.asks ? ASKING_COUNTS : 1);
    shareWords(own);
  }
};

const totalWeight = (units) => units.reduce((sum, { weight }) => sum + weight, 0);

// What each word of a unit tells of the whole unit, however long it is.
const shareWords = (way) => {
  for (const word of way.words) {
    word.terms = way.all.filter(({ at, whole }) => !whole && at >= word.from && at + 3 <= word.to);
    word.tells = word.terms.reduce((sum, { tells }) => sum + tells, 0) / Math.max(1, word.terms.length);
    if (word.asks) word.tells *= ASKING_COUNTS;
  }
  const total = way.words.reduce((sum, { tells }) => sum + tells, 0) || 1;
  for (const word of way.words) word.share = word.tells / total;
};

// A number or an abbreviation is one term, but tells as much as the several terms of a word as long.
const lettersWorth = (key) => Math.min(3, Math.max(1, key.length - 1));

// The dictionary cuts a misspelt word anywhere, mostly into very short pieces: then its words are hardly worth a thing.
const worthOfWords = (way) => {
  const long = way.words.reduce((sum, { from, to }) => sum + (to - from > 2 ? to - from : 0), 0);
  return 0.95 * (long / way.key.length) ** 2;
};

// A document that has whole words of a long unit is before one that has as many scattered letters of it.
const addWords = (way, found, documents, has) => {
  if (way.words.length < 2) return;
  const worth = worthOfWords(way);
  const shares = new Float32Array(documents);
  for (const { terms, share } of way.words) {
    const asked = terms.filter(({ term }) => found.has(term));
    if (!asked.length) continue;
    const counts = new Uint8Array(documents);
    for (const { term } of asked) {
      const { head, rest } = found.get(term);
      for (const number of head) counts[number]++;
      for (const number of rest) counts[number]++;
    }
    for (let number = 0; number < documents; number++) if (counts[number] === asked.length) shares[number] += share;
  }
  for (let number = 0; number < documents; number++) has[number] = Math.max(has[number], worth * shares[number]);
};

// First order, by the index alone: the share of each unit's terms that a document has.
const firstOrder = (units, found, documents, names) => {
  const score = new Float32Array(documents);
  const cover = new Float32Array(documents);
  const wholes = new Float32Array(documents);
  for (const unit of units) {
    const best = new Float32Array(documents);
    const bestHead = new Float32Array(documents);
    const known = unit.ways[0].terms.every(({ term }) => found.get(term)?.count !== 0);
    for (const way of unit.ways) {
      // A term that no document has was misspelt, or is new: it cannot part good documents from others.
      const terms = way.terms.filter(({ term }) => found.get(term)?.count);
      const total = terms.reduce((sum, { tells }) => sum + tells, 0);
      if (!total) continue;
      const has = new Float32Array(documents);
      const heads = new Float32Array(documents);
      for (const { term, tells } of terms) {
        const { head, rest } = found.get(term);
        const worth = (tells / total) * way.weight * (terms.length / way.terms.length);
        for (const number of head) {
          has[number] += worth;
          heads[number] += worth;
        }
        for (const number of rest) has[number] += worth;
      }
      addWords(way, found, documents, has);
      for (let number = 0; number < documents; number++) {
        if (has[number] > best[number]) best[number] = has[number];
        if (heads[number] > bestHead[number]) bestHead[number] = heads[number];
      }
    }
    for (let number = 0; number < documents; number++) {
      if (!best[number]) continue;
      cover[number] += unit.weight * best[number];
      const whole = known && best[number] > 0.999;
      if (whole) wholes[number] += unit.weight;
      score[number] += unit.weight * (best[number] * (0.5 + 0.5 * best[number]) + (whole ? WHOLE_BONUS / 2 : 0) + 0.7 * bestHead[number] * bestHead[number]);
    }
  }
  const total = totalWeight(units);
  for (const name of names) {
    for (const number of found.get(name)?.head ?? []) {
      score[number] += total;
      cover[number] = Math.max(cover[number], total);
    }
  }
  return { score, cover, wholes };
};

// The best stretch of a field: how much of the whole query stands together there.
const bestStretch = (marks, total) => {
  const inOrder = [...marks].sort((a, b) => a.at - b.at);
  let best = { value: 0, from: 0, to: 0 };
  for (let first = 0; first < inOrder.length; first++) {
    const seen = new Map();
    let to = inOrder[first].end;
    for (let at = first; at < inOrder.length && inOrder[at].end - inOrder[first].at <= WINDOW; at++) {
      const mark = inOrder[at];
      const name = `${mark.unit}/${mark.piece ?? ""}`;
      seen.set(name, Math.max(seen.get(name) ?? 0, mark.worth));
      to = Math.max(to, mark.end);
    }
    const value = [...seen.values()].reduce((sum, one) => sum + one, 0) / total;
    if (value > best.value + 1e-9) best = { value: Math.min(1, value), from: inOrder[first].at, to };
  }
  return best;
};

// How much of the query's neighbourhood a field keeps: 1 where all words follow each other as they were typed.
const neighbours = ({ marks }, units) => {
  if (units.length < 2) return 0;
  let kept = 0;
  let all = 0;
  for (let number = 0; number + 1 < units.length; number++) {
    const weight = units[number].weight + units[number + 1].weight;
    const ends = new Set(marks.filter((mark) => mark.unit === number && mark.weight >= 0.9).map(({ end }) => end));
    all += weight;
    if (marks.some((mark) => mark.unit === number + 1 && mark.weight >= 0.9 && (ends.has(mark.at) || ends.has(mark.at - 1)))) kept += weight;
  }
  return kept / all;
};

const hasName = ([title, aliases], names) => [title.key, ...aliases.key.split("|")].some((key) => names.has(`~${key.replaceAll(" ", "")}`));

const fieldsOf = (row) => {
  row.fields ??= FIELDS.map((name, at) => {
    const text = row[at + 2] ?? "";
    return text ? { name, text, ...tracedKey(text) } : { name, text, key: "  ", places: [0, 0, 0] };
  });
  return row.fields;
};

// Second order, on the text itself: whole before pieces, title before body, words near each other.
const judge = (row, units, total) => {
  const fields = fieldsOf(row).map((field) => ({ ...field, marks: [] }));
  let sum = 0;
  let titleCover = 0;
  units.forEach((unit, number) => {
    let value = 0;
    let title = 0;
    unit.ways.forEach((way, at) => {
      const covers = fields.map((field) => {
        const match = matchIn(field, way, unit.last && at === 0);
        for (const mark of match.marks) {
          field.marks.push({ ...mark, unit: number, worth: unit.weight * mark.weight * way.weight, fuzzy: match.fuzzy });
        }
        return match.cover;
      });
      const inOne = Math.max(...covers.map((cover, i) => cover * FIELD_WEIGHT[i]));
      const head = Math.max(covers[0] ** 2 * TITLE_BONUS, covers[1] ** 2 * ALIAS_BONUS);
      const whole = Math.max(...covers) >= FOLDED ? WHOLE_BONUS * Math.max(...covers) : 0;
      value = Math.max(value, way.weight * (inOne + head + covers[2] * SUMMARY_BONUS + whole));
      title = Math.max(title, way.weight * covers[0]);
    });
    sum += unit.weight * value;
    titleCover += unit.weight * title;
  });
  let stretch = { value: 0 };
  fields.forEach((field, at) => {
    field.stretch = bestStretch(field.marks, total);
    field.stretch.value *= FIELD_WEIGHT[at];
    if (field.stretch.value > stretch.value) stretch = { ...field.stretch, field: at };
  });
  const phrase = Math.max(...fields.map((field, at) => FIELD_WEIGHT[at] * neighbours(field, units)));
  const named = hasName(fields, new Set(wholeNames(units))) ? NAME_BONUS : 0;
  const matched = lettersMarked(fields[0]);
  const wholeTitle = matched / Math.max(1, fields[0].key.replace(/[ |]/g, "").length);
  const value = sum / total + NEAR_BONUS * stretch.value + PHRASE_BONUS * phrase + named + 0.5 * (titleCover / total) * wholeTitle * wholeTitle;
  return { value, fields, stretch };
};

const lettersMarked = ({ marks, key }) => {
  const marked = new Uint8Array(key.length);
  for (const { at, end } of marks) marked.fill(1, at, end);
  let sum = 0;
  for (let at = 0; at < key.length; at++) if (marked[at] && key[at] !== " ") sum++;
  return sum;
};
