// Text enters; its search key leaves, with the place in the text that each letter of the key came from.
// The rules are the tables of the Thai room (TABLES, set in by the build): this file only carries them out.

const becoming = {
  letters: (step) => (match) => step.table[match] ?? match,
  table: (step) => (match) => step.table[match] ?? match,
  drop: (step) => (match) => [...match].filter((letter) => !step.replace.includes(letter)).join(""),
  order: (step) => (match) => [...match].sort((a, b) => step.table[a] - step.table[b]).join(""),
  lower: () => (match) => match.toLowerCase(),
  form: (step) => (match) => match.normalize(step.replace),
  // The groups are filled in by hand so that the place of each match is known.
  sub: (step) => (match, groups) => (step.replace ?? "").replace(/\$([0-9])/g, (_, at) => groups[at - 1] ?? ""),
};

const prepared = (steps) => steps.map((step) => ({
  kind: step.operation,
  pattern: new RegExp(step.pattern, "gu"),
  become: becoming[step.operation](step),
  plainly: step.operation === "sub" ? (step.replace ?? "") : null,
}));

const NORMAL = prepared(TABLES.normal);
const PLAIN = prepared(TABLES.plain);
const FOLD = prepared(TABLES.fold);
const KEY = prepared(TABLES.key);

const rewritten = (steps, text) => {
  for (const step of steps) text = text.replace(step.pattern, step.plainly ?? step.become);
  return text;
};

const normal = (text) => {
  let before;
  do [before, text] = [text, rewritten(NORMAL, text)];
  while (before !== text);
  return text;
};

const asKey = (rules, text) => ` ${rewritten(KEY, rewritten(rules, rewritten(PLAIN, normal(text.replace(/\n/g, "|"))))).trim()} `;
const keyOf = (text) => asKey(FOLD, text);
const plainKeyOf = (text) => asKey([], text);

// One step, with the places kept. Letters that become others one by one stay where they are.
const tracedStep = (step, text, places) => {
  const quick = text.replace(step.pattern, step.plainly ?? step.become);
  if (quick === text) return [text, places];
  if (step.kind === "letters" && quick.length === text.length) return [quick, places];
  const moved = [];
  let end = 0;
  let out = "";
  text.replace(step.pattern, (match, ...rest) => {
    const groups = rest.filter((part) => typeof part !== "number").slice(0, -1);
    const at = rest.find((part) => typeof part === "number");
    const became = step.become(match, groups);
    for (; end < at; end++) moved.push(places[end]);
    for (let i = 0; i < became.length; i++) moved.push(places[Math.min(at + i, Math.max(at, at + match.length - 1))]);
    out += became;
    end = at + match.length;
    return match;
  });
  for (; end < places.length; end++) moved.push(places[end]);
  return [quick, moved];
};

// The key of a stored text (in stored form already) and, for each of its letters, the place in the text.
const tracedKey = (text) => {
  let key = text.replace(/\n/g, "|");
  let places = Array.from({ length: text.length + 1 }, (_, at) => at);
  for (const step of [...PLAIN, ...FOLD, ...KEY]) [key, places] = tracedStep(step, key, places);
  return { key: ` ${key} `, places: [0, ...places, text.length] };
};

const isThai = (letter) => letter >= "ก" && letter <= "\u0e4e";
const isFigure = (letter) => letter >= "0" && letter <= "9";
const scriptOf = (token) => (isThai(token[0]) ? "thai" : isFigure(token[0]) ? "number" : "latin");

// Marks and sara am hang on the letter before: a cut in front of them would tear a Thai cluster.
const hangs = (letter) => /[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e\u0300-\u036f\u200d\ufe0f\udc00-\udfff]/.test(letter ?? "");
const clusterStart = (text, at) => {
  while (at > 0 && hangs(text[at])) at--;
  return at;
};
const clusterEnd = (text, at) => {
  while (at < text.length && hangs(text[at])) at++;
  return at;
};
