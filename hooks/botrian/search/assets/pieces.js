// Pieces of the index are loaded as scripts, by need and once: the only way that works on the web and from file://.

const SECONDS = 20;
const arrived = new Map();
const asked = new Map();

const search = window.botrianSearch;
search.take = (name, payload) => arrived.set(name, payload);

// One piece. Rejects when it is missing, broken or too slow; then a later search asks for it anew.
const load = (name) => {
  if (asked.has(name)) return asked.get(name);
  const promise = new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const timer = setTimeout(() => script.onerror(), SECONDS * 1000);
    const done = (how, value) => {
      clearTimeout(timer);
      script.remove();
      how(value);
    };
    script.onload = () => (arrived.has(name) ? done(resolve, arrived.get(name)) : script.onerror());
    script.onerror = () => {
      asked.delete(name);
      done(reject, new Error(`search data missing: ${name}`));
    };
    script.src = `${search.folder}${name}.js`;
    document.head.append(script);
  });
  asked.set(name, promise);
  return promise;
};

// Many pieces: those that came, by name, and how many did not.
const loadAll = async (names) => {
  const wanted = [...new Set(names)];
  const settled = await Promise.allSettled(wanted.map(load));
  const came = new Map();
  settled.forEach((one, at) => one.status === "fulfilled" && came.set(wanted[at], one.value));
  return { came, missing: wanted.length - came.size };
};

const valueOf = Object.fromEntries([...LETTERS].map((letter, at) => [letter, at]));

// The numbers of a packed list (see postings.py).
const unpack = (packed) => {
  const numbers = [];
  let last = -1;
  let gap = 0;
  let shift = 0;
  for (let at = 0; at < packed.length; at++) {
    const value = valueOf[packed[at]];
    gap |= (value & 31) << shift;
    shift += 5;
    if (value < 32) {
      last += gap + 1;
      numbers.push(last);
      gap = shift = 0;
    }
  }
  return numbers;
};

const shardOf = (term, shards) => {
  let state = 2166136261;
  for (let at = 0; at < term.length; at++) state = Math.imul(state ^ term.charCodeAt(at), 16777619) >>> 0;
  return ((state ^ (state >>> 15)) >>> 0) % shards;
};

// What the index says of terms: {count, head, rest} by term.
const lookUp = async (terms, about) => {
  const place = (term) => `p/${shardOf(term, about.shards)}`;
  const { came, missing } = await loadAll(terms.map(place));
  const found = new Map();
  for (const term of terms) {
    const shard = came.get(place(term));
    if (shard === undefined) continue;
    const at = `\n${shard}`.indexOf(`\n${term}\t`);
    if (at < 0) {
      found.set(term, { count: 0, head: [], rest: [] });
      continue;
    }
    const end = shard.indexOf("\n", at);
    const [, count, head, rest] = shard.slice(at, end < 0 ? undefined : end).split("\t");
    found.set(term, { count: Number(count), head: unpack(head), rest: unpack(rest), cut: !rest && !head });
  }
  return { found, missing };
};

// The texts of documents, by number.
const textsOf = async (numbers, about) => {
  const place = (number) => {
    let low = 0;
    let high = about.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (about.starts[middle] <= number) low = middle;
      else high = middle - 1;
    }
    return about.starts[low];
  };
  const { came, missing } = await loadAll(numbers.map((number) => `t/${place(number)}`));
  const texts = new Map();
  for (const number of numbers) {
    const row = came.get(`t/${place(number)}`)?.[number - place(number)];
    if (row) texts.set(number, row);
  }
  return { texts, missing };
};
