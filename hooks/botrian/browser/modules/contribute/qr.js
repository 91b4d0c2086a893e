// A text of ASCII letters enters; its QR code leaves, as rows of dark and light squares without a border: bytes, level M,
// ISO/IEC 18004. `tests/vectors/qr.json` holds it against the writer that the build uses.

/** Words of correction for each block and number of blocks at level M, by version from 1. */
const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10];

/** @type {readonly number[]} */
const POWERS = (() => {
  const powers = [1];
  for (let at = 1; at < 255; at++) {
    const twice = powers[at - 1] << 1;
    powers.push(twice > 255 ? twice ^ 0x11d : twice);
  }
  return powers;
})();
/** @type {number[]} */
const LOGS = [];
POWERS.forEach((power, at) => {
  LOGS[power] = at;
});

/**
 * @param {number} one
 * @param {number} other
 */
const times = (one, other) => (one && other ? POWERS[(LOGS[one] + LOGS[other]) % 255] : 0);

/** @param {number} count */
const generator = (count) => {
  let found = [1];
  for (let at = 0; at < count; at++) {
    const next = [...found, 0];
    for (let i = 0; i < found.length; i++) next[i + 1] ^= times(found[i], POWERS[at]);
    found = next;
  }
  return found.slice(1);
};

/**
 * @param {readonly number[]} data
 * @param {readonly number[]} divisor
 */
const remainder = (data, divisor) => {
  const rest = divisor.map(() => 0);
  for (const byte of data) {
    const factor = byte ^ /** @type {number} */ (rest.shift());
    rest.push(0);
    divisor.forEach((one, at) => {
      rest[at] ^= times(one, factor);
    });
  }
  return rest;
};

/** @param {number} version */
const alignments = (version) => {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const found = Array.from({ length: count - 1 }, (_, at) => version * 4 + 10 - at * step);
  return [6, ...found.reverse()];
};

/** @param {number} version */
const wordsOf = (version) => {
  const side = version * 4 + 17;
  const marks = alignments(version).length;
  let bits = side * side - 3 * 64 - 31 - (side - 16) * 2;
  if (marks) bits -= 25 * (marks * marks - 3) - 10 * (marks - 2);
  return (version > 6 ? bits - 36 : bits) >> 3;
};

/** @param {number} version */
const roomOf = (version) => wordsOf(version) - CORRECTION[version - 1] * BLOCKS[version - 1];

/**
 * @param {readonly number[]} bytes
 * @param {number} version
 */
const dataWords = (bytes, version) => {
  const room = roomOf(version);
  /** @type {number[]} */
  const bits = [];
  /** @type {(value: number, count: number) => void} */
  const put = (value, count) => {
    for (let at = count - 1; at >= 0; at--) bits.push((value >> at) & 1);
  };
  put(4, 4);
  put(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) put(byte, 8);
  put(0, Math.min(4, room * 8 - bits.length));
  while (bits.length % 8) bits.push(0);
  const words = Array.from({ length: bits.length / 8 }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((word, bit) => word * 2 + bit, 0),
  );
  for (let pad = 0xec; words.length < room; pad ^= 0xec ^ 0x11) words.push(pad);
  return words;
};

/**
 * The words of all blocks, in the order in which they are drawn.
 *
 * @param {readonly number[]} words
 * @param {number} version
 */
const withCorrection = (words, version) => {
  const [count, correction] = [BLOCKS[version - 1], CORRECTION[version - 1]];
  const short = Math.floor(words.length / count);
  const longs = words.length % count;
  const divisor = generator(correction);
  let start = 0;
  const blocks = Array.from({ length: count }, (_, at) => {
    const data = words.slice(start, start + short + (at >= count - longs ? 1 : 0));
    start += data.length;
    return { data, rest: remainder(data, divisor) };
  });
  const drawn = [];
  for (let at = 0; at <= short; at++) for (const { data } of blocks) if (at < data.length) drawn.push(data[at]);
  for (let at = 0; at < correction; at++) for (const { rest } of blocks) drawn.push(rest[at]);
  return drawn;
};

/** @type {readonly ((x: number, y: number) => boolean)[]} */
const MASKS = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/**
 * The squares that are the same in every code of a version; null where data go.
 *
 * @param {number} version
 */
const frame = (version) => {
  const side = version * 4 + 17;
  /** @type {(boolean | null)[][]} */
  const rows = Array.from({ length: side }, () => Array.from({ length: side }, () => null));
  /** @type {(x: number, y: number, dark: boolean) => void} */
  const set = (x, y, dark) => {
    if (x >= 0 && y >= 0 && x < side && y < side) rows[y][x] = dark;
  };
  for (let at = 0; at < side; at++) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  const marks = alignments(version);
  const last = marks.length - 1;
  marks.forEach((y, row) => {
    marks.forEach((x, column) => {
      if ((row === 0 && column === 0) || (row === 0 && column === last) || (row === last && column === 0)) return;
      for (let dy = -2; dy <= 2; dy++)
        for (let dx = -2; dx <= 2; dx++) set(x + dx, y + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
    });
  });
  for (const [x, y] of [
    [3, 3],
    [side - 4, 3],
    [3, side - 4],
  ]) {
    for (let dy = -4; dy <= 4; dy++) {
      for (let dx = -4; dx <= 4; dx++) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        set(x + dx, y + dy, ring !== 2 && ring !== 4);
      }
    }
  }
  return rows;
};

/**
 * @param {(boolean | null)[][]} rows
 * @param {number} mask
 */
const drawFormat = (rows, mask) => {
  const side = rows.length;
  let rest = mask;
  for (let at = 0; at < 10; at++) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
  const bits = ((mask << 10) | rest) ^ 0x5412;
  /** @param {number} at */
  const bit = (at) => ((bits >> at) & 1) === 1;
  for (let at = 0; at < 6; at++) rows[at][8] = bit(at);
  rows[7][8] = bit(6);
  rows[8][8] = bit(7);
  rows[8][7] = bit(8);
  for (let at = 9; at < 15; at++) rows[8][14 - at] = bit(at);
  for (let at = 0; at < 8; at++) rows[8][side - 1 - at] = bit(at);
  for (let at = 8; at < 15; at++) rows[side - 15 + at][8] = bit(at);
  rows[side - 8][8] = true;
};

/**
 * @param {(boolean | null)[][]} rows
 * @param {number} version
 */
const drawVersion = (rows, version) => {
  if (version < 7) return;
  let rest = version;
  for (let at = 0; at < 12; at++) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let at = 0; at < 18; at++) {
    const dark = ((bits >> at) & 1) === 1;
    const [far, near] = [rows.length - 11 + (at % 3), Math.floor(at / 3)];
    rows[near][far] = dark;
    rows[far][near] = dark;
  }
};

/**
 * @param {readonly number[]} words
 * @param {number} version
 * @param {number} mask
 */
const drawn = (words, version, mask) => {
  const rows = frame(version);
  drawFormat(rows, mask);
  drawVersion(rows, version);
  const side = rows.length;
  const free = rows.map((row) => row.map((square) => square === null));
  let at = 0;
  for (let right = side - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < side; step++) {
      const y = ((right + 1) & 2) === 0 ? side - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (!free[y][x]) continue;
        const dark = at < words.length * 8 && ((words[at >> 3] >> (7 - (at & 7))) & 1) === 1;
        rows[y][x] = dark !== MASKS[mask](x, y);
        at++;
      }
    }
  }
  return rows.map((row) => row.map(Boolean));
};

/** @param {readonly (readonly boolean[])[]} rows */
const ungainly = (rows) => {
  const side = rows.length;
  let penalty = 0;
  for (const line of [...rows, ...rows.map((_, x) => rows.map((row) => row[x]))]) {
    const text = line.map(Number).join("");
    for (const [run] of text.matchAll(/0{5,}|1{5,}/g)) penalty += run.length - 2;
    for (const pattern of ["10111010000", "00001011101"]) {
      for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) penalty += 40;
    }
  }
  for (let y = 0; y < side - 1; y++) {
    for (let x = 0; x < side - 1; x++) {
      const here = rows[y][x];
      if (here === rows[y][x + 1] && here === rows[y + 1][x] && here === rows[y + 1][x + 1]) penalty += 3;
    }
  }
  const dark = rows.flat().filter(Boolean).length;
  return penalty + Math.floor(Math.abs((dark * 100) / (side * side) - 50) / 5) * 10;
};

/**
 * @param {string} text of ASCII letters
 * @param {number} [mask] one of the eight; without it the one that readers like best
 * @returns {readonly (readonly boolean[])[]} nothing where it is too long
 */
export const qrSquares = (text, mask) => {
  const bytes = [...new TextEncoder().encode(text)];
  const version = CORRECTION.findIndex((_, at) => bytes.length + (at < 9 ? 2 : 3) <= roomOf(at + 1)) + 1;
  if (!version) return [];
  const words = withCorrection(dataWords(bytes, version), version);
  if (mask !== undefined) return drawn(words, version, mask);
  const all = MASKS.map((_, at) => drawn(words, version, at));
  const penalties = all.map(ungainly);
  return all[penalties.indexOf(Math.min(...penalties))];
};
