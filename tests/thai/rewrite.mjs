// Reads {tables, texts} as JSON from standard input; writes the normal, plain and fold forms of each text.
// It is the smallest reader of the tables that the browser can have: the search code may take these functions.

const form = (step) => (text) => text.normalize(step.replace);

const becoming = {
  letters: (step) => (match) => step.table[match] ?? match,
  table: (step) => (match) => step.table[match] ?? match,
  drop: (step) => (match) => [...match].filter((letter) => !step.replace.includes(letter)).join(""),
  order: (step) => (match) => [...match].sort((a, b) => step.table[a] - step.table[b]).join(""),
  lower: () => (match) => match.toLowerCase(),
  sub: (step) => step.replace,
};

const rewriter = (steps) => {
  const takes = steps.map((step) => {
    if (step.operation === "form") return form(step);
    const pattern = new RegExp(step.pattern, "gu");
    const become = becoming[step.operation](step);
    return (text) => text.replace(pattern, become);
  });
  return (text) => takes.reduce((now, take) => take(now), text);
};

const settled = (rewrite) => (text) => {
  let before;
  do [before, text] = [text, rewrite(text)];
  while (before !== text);
  return text;
};

let input = "";
for await (const part of process.stdin.setEncoding("utf8")) input += part;
const { tables, texts } = JSON.parse(input);
const normal = settled(rewriter(tables.normal));
const plainly = rewriter(tables.plain);
const folded = rewriter(tables.fold);
const forms = texts.map((text) => {
  const plain = plainly(normal(text));
  return { input: text, normal: normal(text), plain, fold: folded(plain) };
});
process.stdout.write(JSON.stringify(forms));
