// One way of writing and one text's key enter; how much of it stands there, and where, leaves.

const MOST_PLACES = 24;

const placesOf = (key, piece) => {
  const places = [];
  for (let at = key.indexOf(piece); at >= 0 && places.length < MOST_PLACES; at = key.indexOf(piece, at + 1)) places.push(at);
  return places;
};

// The longest pieces of the way that stand in the key: three letters found together by chance count for little.
const piecesFound = (key, wanted) => {
  const pieces = [];
  for (let from = 0; from + 3 <= wanted.length;) {
    if (!key.includes(wanted.slice(from, from + 3))) {
      from++;
      continue;
    }
    let to = from + 3;
    while (to < wanted.length && key.includes(wanted.slice(from, to + 1))) to++;
    pieces.push({ from, to });
    from = to - 2;
  }
  return pieces;
};

const byLength = (letters) => [0, 0, 0, 0.25, 0.6, 0.85][letters] ?? 1;

// The weight of the letters from..to of a way: the sum of what its terms tell there.
const weightOf = (way, from, to) => {
  let sum = 0;
  for (const term of way.all) if (term.at >= from && term.at + 3 <= to + (term.whole ? 3 : 0)) sum += term.tells;
  return sum;
};

// The smallest number of letters to change so that the wanted word stands somewhere in the text (with its end).
const nearest = (text, wanted) => {
  let row = new Array(text.length + 1).fill(0);
  let starts = row.map((_, at) => at);
  for (let i = 1; i <= wanted.length; i++) {
    const next = [i];
    const from = [0];
    for (let j = 1; j <= text.length; j++) {
      const swap = row[j - 1] + (text[j - 1] === wanted[i - 1] ? 0 : 1);
      const best = Math.min(swap, row[j] + 1, next[j - 1] + 1);
      next.push(best);
      from.push(best === swap ? starts[j - 1] : best === row[j] + 1 ? starts[j] : from[j - 1]);
    }
    row = next;
    starts = from;
  }
  const changes = Math.min(...row);
  const end = row.indexOf(changes);
  return { changes, start: starts[end], end };
};

const allowedChanges = (letters) => (letters < 5 ? 0 : letters < 10 ? 1 : letters < 16 ? 2 : 3);

// A misspelling that folding does not cover: a letter too many, too few or another one.
const misspelt = (key, way, pieces) => {
  const allowed = allowedChanges(way.key.length);
  if (!allowed || !pieces.length) return null;
  const longest = pieces.reduce((best, one) => (one.to - one.from > best.to - best.from ? one : best));
  if (longest.to - longest.from < Math.max(3, way.key.length / 3)) return null;
  for (const at of placesOf(key, way.key.slice(longest.from, longest.to)).slice(0, 4)) {
    const start = Math.max(0, at - longest.from - allowed);
    const near = nearest(key.slice(start, at - longest.from + way.key.length + allowed), way.key);
    if (near.changes <= allowed) return { at: start + near.start, end: start + near.end, changes: near.changes };
  }
  return null;
};

const wholeWord = (key, way, last) => {
  const word = ` ${way.key} `;
  const places = placesOf(key, word).map((at) => at + 1);
  if (places.length) return { cover: 1, marks: places.map((at) => ({ at, end: at + way.key.length, weight: 1 })) };
  const begun = last || (way.script === "latin" && way.key.length > 3) ? placesOf(key, ` ${way.key}`).map((at) => at + 1) : [];
  return begun.length ? { cover: last ? 0.9 : 0.85, marks: begun.map((at) => ({ at, end: at + way.key.length, weight: 0.9 })) } : null;
};

// A short Thai word that was typed by itself must stand alone (an abbreviation), or it is most likely a part of
// another word.
const shortWord = (field, way) => {
  const alone = (at) => {
    const from = field.places[at];
    const to = clusterEnd(field.text, field.places[at + way.key.length - 1] + 1);
    const after = field.text[to] === "." ? to + 1 : to;
    return !isThai(field.text[from - 1] ?? " ") && (field.text[to] === "." || !isThai(field.text[after] ?? " "));
  };
  const places = placesOf(field.key, way.key);
  const good = places.filter(alone);
  const marks = (good.length ? good : places).map((at) => ({ at, end: at + way.key.length, weight: good.length ? 1 : 0.3 }));
  if (good.length) return { cover: 1, marks };
  return way.key.length > 2 && places.length ? { cover: 0.35, marks } : null;
};

const plainForms = new Map();
const plainForm = (text) => {
  if (!plainForms.has(text)) {
    if (plainForms.size > 5000) plainForms.clear();
    plainForms.set(text, plainKeyOf(text).replaceAll(" ", ""));
  }
  return plainForms.get(text);
};

// A whole match that is the same only after folding (น้ำ for นำ) may be another word: a little less.
const FOLDED = 0.9;
const asTyped = (field, way, match) => {
  if (!way.plain || match.cover < 1) return match;
  const same = match.marks.some(({ at, end }) => {
    const text = field.text.slice(clusterStart(field.text, field.places[at]), clusterEnd(field.text, field.places[end - 1] + 1));
    return plainForm(text) === way.plain;
  });
  return same ? match : { ...match, cover: FOLDED };
};

// {cover: how much of the way stands in the field, 0 to 1; marks: where; fuzzy: it was spelled otherwise}
const matchIn = (field, way, last) => asTyped(field, way, matchFolded(field, way, last));

const matchFolded = (field, way, last) => {
  if (way.script !== "thai") {
    const whole = wholeWord(field.key, way, last);
    if (whole || way.script === "number") return whole ?? { cover: 0, marks: [] };
  } else if (way.key.length < 3 || (way.key.length === 3 && !way.inside)) {
    return shortWord(field, way) ?? { cover: 0, marks: [] };
  } else {
    const places = placesOf(field.key, way.key);
    if (places.length) return { cover: 1, marks: places.map((at) => ({ at, end: at + way.key.length, weight: 1 })) };
  }
  // Only what was typed may be misspelt or found in part; the other spellings are right as they stand.
  if (!way.typed) return { cover: 0, marks: [] };
  const pieces = piecesFound(field.key, way.key);
  const near = misspelt(field.key, way, pieces);
  if (near) {
    return { cover: 0.86 - 0.06 * near.changes, fuzzy: near, marks: [{ at: near.at, end: near.end, weight: 0.9 }] };
  }
  const all = weightOf(way, 0, way.key.length) || 1;
  let cover = 0;
  let words = 0;
  const marks = [];
  for (const piece of pieces) {
    const complete = way.words.filter((word) => word.from >= piece.from && word.to <= piece.to);
    const inside = complete.some(({ from, to }) => to - from > 2) ? complete : [];
    const from = inside.length ? inside[0].from : piece.from;
    const to = inside.length ? inside[inside.length - 1].to : piece.to;
    const weight = (weightOf(way, from, to) / all) * (inside.length ? 1 : byLength(to - from));
    cover += weight;
    for (const word of inside) words += word.share;
    const worth = inside.length || to - from > 3 ? placesOf(field.key, way.key.slice(from, to)) : [];
    for (const at of worth) marks.push({ at, end: at + to - from, weight, piece: from });
  }
  return { cover: 0.85 * Math.min(1, Math.max(cover, words)), marks };
};
