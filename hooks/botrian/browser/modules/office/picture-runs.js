// Lines of placed glyphs go in; the same lines come out with what recurs told once. The same rule as
// hooks/botrian/exports/picture_runs.py.

/**
 * A shape: a glyph in a weight, or a run of two shapes, the second some steps of the grid from the first. Equal shapes are
 * one object.
 *
 * @typedef {{readonly key: number, readonly weight: string, readonly glyph: number, readonly first?: Shape, readonly second?: Shape, readonly x: number, readonly y: number}} Shape
 */

/** @typedef {{readonly shape: Shape, readonly x: number, readonly y: number}} Placed */

/** @typedef {readonly Placed[]} Line */

const OFTEN = 4;
const ROUNDS = 6;

/** Makes shapes, each once. */
export class Shapes {
  constructor() {
    /** @type {Map<string, Shape>} */
    this.known = new Map();
  }

  /**
   * @param {string} name
   * @param {Omit<Shape, "key">} shape
   */
  once(name, shape) {
    const known = this.known.get(name);
    if (known) return known;
    const made = { ...shape, key: this.known.size };
    this.known.set(name, made);
    return made;
  }

  /**
   * @param {number} glyph
   * @param {string} weight
   */
  letter(glyph, weight) {
    return this.once(`${weight}${glyph}`, { glyph, weight, x: 0, y: 0 });
  }

  /**
   * @param {Placed} one
   * @param {Placed} other
   */
  run(one, other) {
    const [x, y] = [other.x - one.x, other.y - one.y];
    const about = { glyph: -1, weight: "", first: one.shape, second: other.shape, x, y };
    return this.once(`${one.shape.key}|${other.shape.key}|${x}|${y}`, about);
  }
}

/**
 * The two shapes of a run, with their places in it.
 *
 * @param {Shape} run
 * @returns {Placed[]}
 */
export const partsOf = ({ first, second, x, y }) =>
  first && second
    ? [
        { shape: first, x: 0, y: 0 },
        { shape: second, x, y },
      ]
    : [];

/**
 * @template Key
 * @param {Map<Key, number>} counter
 * @param {Key} key
 */
const count = (counter, key) => void counter.set(key, (counter.get(key) ?? 0) + 1);

/**
 * How often each shape is named: on the lines, and once in each run that holds it.
 *
 * @param {readonly Line[]} lines
 */
export const used = (lines) => {
  /** @type {Map<Shape, number>} */
  const names = new Map();
  for (const { shape } of lines.flat()) count(names, shape);
  const open = [...names.keys()].filter(({ first }) => first);
  /** @type {Set<Shape>} */
  const told = new Set();
  for (let run = open.pop(); run; run = open.pop()) {
    if (told.has(run)) continue;
    told.add(run);
    for (const { shape } of partsOf(run)) {
      count(names, shape);
      if (shape.first) open.push(shape);
    }
  }
  return names;
};

/**
 * The line with those neighbours as one that stand so together most often, of all that overlap.
 *
 * @param {Line} line
 * @param {ReadonlyMap<Shape, number>} often
 * @param {Shapes} shapes
 */
const joined = (line, often, shapes) => {
  /** @param {number} at */
  const times = (at) => (at + 1 < line.length ? (often.get(shapes.run(line[at], line[at + 1])) ?? 0) : 0);
  /** @type {Placed[]} */
  const found = [];
  for (let at = 0; at < line.length; ) {
    const here = times(at);
    if (here && here >= times(at + 1)) {
      found.push({ shape: shapes.run(line[at], line[at + 1]), x: line[at].x, y: line[at].y });
      at += 2;
    } else {
      found.push(line[at]);
      at += 1;
    }
  }
  return found;
};

/**
 * @param {Line} line
 * @param {ReadonlySet<Shape>} rare
 */
const apart = (line, rare) =>
  line.flatMap((one) =>
    rare.has(one.shape) ? partsOf(one.shape).map(({ shape, x, y }) => ({ shape, x: one.x + x, y: one.y + y })) : [one],
  );

/**
 * The lines, with runs in place of the glyphs that they hold.
 *
 * @param {readonly Line[]} lines
 * @param {Shapes} shapes
 */
export const withRuns = (lines, shapes) => {
  let found = lines;
  for (let round = 0; round < ROUNDS; round += 1) {
    /** @type {Map<Shape, number>} */
    const pairs = new Map();
    for (const line of found) {
      for (let at = 0; at + 1 < line.length; at += 1) count(pairs, shapes.run(line[at], line[at + 1]));
    }
    const often = new Map([...pairs].filter(([, times]) => times >= OFTEN));
    if (!often.size) break;
    found = found.map((line) => joined(line, often, shapes));
  }
  for (;;) {
    const names = used(found);
    const rare = new Set([...names].filter(([shape, times]) => shape.first && times < OFTEN).map(([shape]) => shape));
    if (!found.some((line) => line.some(({ shape }) => rare.has(shape)))) return found;
    found = found.map((line) => apart(line, rare));
  }
};
