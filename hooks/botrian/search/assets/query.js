// What a reader typed enters; units to look for leave, each with other spellings of the same, and the terms to ask.

const LONGEST_QUERY = 200;
const MOST_UNITS = 12;
const MOST_TERMS = 14;
const MOST_OTHER_TERMS = 6;
const OTHER_SPELLING = 0.9;
const OTHER_ERA = 0.85;
// People write the years 2530 to 2569 of the Buddhist era by their last two figures.
const SHORT_YEAR = /^[3-6][0-9]$/;

const tokensOf = (key) => key.split(" ").filter((token) => token && token !== "|");

// Where words end in a Thai unit, by the browser's own dictionary where it has one. Only a hint: a piece of the query
// that is a whole word tells more than a piece as long that is none.
const dictionary = typeof Intl !== "undefined" && Intl.Segmenter ? new Intl.Segmenter("th", { granularity: "word" }) : null;
const wordsIn = (word, key) => {
  if (!dictionary) return [];
  const words = [];
  let at = 0;
  for (const { segment } of dictionary.segment(word)) {
    const length = keyOf(segment).trim().length;
    words.push({ from: at, to: at + length });
    at += length;
  }
  return at === key.length ? words.filter(({ from, to }) => to > from) : [];
};

// Words as typed, each with its key; a blank in the query parts units, as does a change of script.
const unitsTyped = (query) => {
  const units = [];
  for (const word of normal(query.slice(0, 5000)).slice(0, LONGEST_QUERY).split(/\s+/)) {
    const plains = tokensOf(plainKeyOf(word));
    const keys = tokensOf(keyOf(word));
    keys.forEach((key, at) => {
      if (units.some((unit) => unit.key === key)) return;
      const words = keys.length === 1 && scriptOf(key) === "thai" ? wordsIn(word, key) : [];
      units.push({ key, words, plain: keys.length === plains.length ? plains[at] : null, script: scriptOf(key) });
    });
  }
  return units.slice(0, MOST_UNITS);
};

// Groups of spellings, each a list of keys. They travel with one ASCII sign for a Thai letter (see build.py).
const groupsOf = (about) => {
  if (!about.groups) {
    const [letters, signs, text] = about.spellings;
    const letterOf = new Map([...signs].map((sign, at) => [sign, letters[at]]));
    const keys = [...text].map((sign) => letterOf.get(sign) ?? sign).join("");
    about.groups = keys.split("\n").map((group) => group.split("\t"));
  }
  return about.groups;
};

// Words that only ask. Short ones stand inside other words too, so they part no unit.
const SHORTEST_ASKING = 4;
const isAsking = (key, about) => (about.askingSet ??= new Set(about.asking)).has(key);

// All spellings of the groups and all words that ask, longest first, so that the longest wins where two overlap.
const spellingsOf = (about) => {
  about.byLength ??= [
    ...groupsOf(about).flatMap((keys, group) => keys.map((key) => ({ key, group }))),
    ...about.asking.filter((key) => isThai(key[0]) && key.length >= SHORTEST_ASKING).map((key) => ({ key })),
  ].sort((a, b) => b.key.length - a.key.length);
  return about.byLength;
};

const isTaken = (unit, about) => unit.group !== undefined || isAsking(unit.key, about);

// Where a spelling stands in a unit: not across the edge of a longer word, as ยาบ้า folded stands in พยาบาล.
const CUTS_WORDS = 4;
const wholeAt = ({ key: text, words }, key) => {
  const cuts = (place) => words.some(({ from, to }) => to - from >= CUTS_WORDS && from < place && place < to);
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) if (!cuts(at) && !cuts(at + key.length)) return at;
  return -1;
};

// Where a spelling stands among the units: Thai of some length inside a unit, everything else as whole words.
const placeOf = (key, units, about) => {
  if (scriptOf(key) === "thai" && !key.includes(" ")) {
    const inside = key.length > 3;
    for (let at = 0; at < units.length; at++) {
      if (isTaken(units[at], about)) continue;
      const offset = inside ? wholeAt(units[at], key) : units[at].key === key ? 0 : -1;
      if (offset >= 0) return { at, count: 1, offset };
    }
    return null;
  }
  const words = key.split(" ");
  const at = units.findIndex((_, from) => words.every((word, i) => units[from + i]?.key === word && units[from + i].group === undefined));
  return at < 0 ? null : { at, count: words.length, offset: 0 };
};

// A unit in which a known spelling stands becomes that spelling and what is left on both sides of it.
const parted = (units, place, { key, group }) => {
  const whole = units[place.at];
  const pieceOf = (from, to, more) => {
    const piece = whole.key.slice(from, to);
    const plain = whole.plain && whole.plain.length === whole.key.length ? whole.plain.slice(from, to) : null;
    const words = whole.words.filter((word) => word.from >= from && word.to <= to);
    const moved = words.map((word) => ({ from: word.from - from, to: word.to - from }));
    return { ...whole, words: moved, inside: piece !== whole.key, key: piece, plain: from === 0 && to === whole.key.length ? whole.plain : plain, ...more };
  };
  const pieces = place.count > 1
    ? [{ key, words: [], plain: null, script: scriptOf(key), group }]
    : [
        pieceOf(0, place.offset, {}),
        pieceOf(place.offset, place.offset + key.length, { group }),
        pieceOf(place.offset + key.length, whole.key.length, {}),
      ].filter((unit) => unit.key);
  return [...units.slice(0, place.at), ...pieces, ...units.slice(place.at + place.count)];
};

const otherEra = (figure) => {
  const year = Number(figure);
  if (!/^[0-9]{4}$/.test(figure)) return null;
  if (year >= 2400 && year <= 2600) return String(year - 543);
  return year >= 1850 && year <= 2060 ? String(year + 543) : null;
};

const waysOf = (unit, about) => {
  const ways = [{ key: unit.key, weight: 1, script: unit.script, plain: unit.plain, words: unit.words, inside: unit.inside, typed: true }];
  // What is looked for inside a longer spelling finds that one too; numbers and short words are looked for by themselves.
  const finds = (way, key) => way.key === key || (way.key.length > 3 && way.script === scriptOf(key) && way.script !== "number" && key.includes(way.key));
  const add = (key, weight) => {
    if (!ways.some((way) => finds(way, key))) ways.push({ key, weight, script: scriptOf(key), words: [] });
  };
  for (const group of unit.groups ?? []) groupsOf(about)[group].forEach((key) => add(key, OTHER_SPELLING));
  const era = unit.script === "number" && otherEra(unit.key);
  if (era) add(era, OTHER_ERA);
  if (SHORT_YEAR.test(unit.key)) add(`25${unit.key}`, OTHER_ERA);
  return ways.slice(0, 7);
};

// The terms of one way of writing, with the place in it that each stands for.
const termsOf = (key) => {
  const terms = [];
  let start = 0;
  for (const token of key.split(" ")) {
    if (isThai(token[0])) {
      for (let at = 0; at + 3 <= token.length; at++) terms.push({ term: token.slice(at, at + 3), at: start + at });
      if (token.length <= 4) terms.push({ term: `=${token}`, at: start, whole: true });
    } else if (isFigure(token[0])) {
      terms.push({ term: `#${token}`, at: start, whole: true });
    } else {
      const padded = ` ${token} `;
      for (let at = 0; at + 3 <= padded.length; at++) terms.push({ term: padded.slice(at, at + 3), at: start + at - 1 });
    }
    start += token.length + 1;
  }
  return terms;
};

// The query as the whole name of something, in each spelling where it is one word.
const wholeNames = (units) => {
  const names = units.length === 1 ? units[0].ways.map(({ key }) => key) : [units.map(({ key }) => key).join("")];
  return names.map((name) => `~${name.replaceAll(" ", "")}`);
};

// Long ways are asked for by some of their terms, spread evenly: the rest is checked on the text.
const spread = (terms, most) => {
  if (terms.length <= most) return terms;
  const step = (terms.length - 1) / Math.max(1, most - 1);
  return Array.from({ length: most }, (_, at) => terms[Math.round(at * step)]);
};

const understood = (query, about) => {
  let units = unitsTyped(query);
  for (const spelling of spellingsOf(about)) {
    const place = placeOf(spelling.key, units, about);
    if (place) units = parted(units, place, spelling);
  }
  units = units.slice(0, MOST_UNITS);
  for (const unit of units) {
    // A spelling may belong to several groups: พอช. the organisation, and พอช. in another term's synonyms.
    if (isTaken(unit, about)) unit.groups = spellingsOf(about).filter((one) => one.key === unit.key).flatMap((one) => one.group ?? []);
    unit.ways = waysOf(unit, about);
    unit.asks = isAsking(unit.key, about);
    for (const word of unit.words) word.asks = isAsking(unit.key.slice(word.from, word.to), about);
  }
  if (units.length) units[units.length - 1].last = !/\s$/.test(query);
  const letters = units.reduce((sum, unit) => sum + unit.key.length, 0);
  for (const unit of units) {
    const share = (unit.key.length / letters) * MOST_TERMS;
    unit.ways.forEach((way, at) => {
      // A word that is asked for alone has no other word to find its pages by.
      const least = units.length > 1 ? 2 : 3;
      const most = at === 0 ? Math.max(3, Math.round(share)) : Math.max(least, Math.round(MOST_OTHER_TERMS / (unit.ways.length - 1) / units.length));
      way.all = termsOf(way.key);
      // The last word may not be finished: its edge is not asked for.
      if (unit.last && way.script === "latin" && at === 0) way.all.pop();
      way.terms = spread(way.all, most);
    });
  }
  return units;
};
