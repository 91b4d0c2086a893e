// Files go in; a zip file comes out, without clock and machine in it. Packed by the browser's own DEFLATE; where a browser
// has none, the files stand in it as they are. Parts that the build packed already are taken over.

/**
 * A file: its text, its bytes, or bytes that are packed already.
 *
 * @typedef {{readonly size: number, readonly crc: number, readonly packed: Uint8Array}} Packed
 * @typedef {{readonly name: string, readonly content: string | Uint8Array | Packed}} ZipEntry
 */

const STORED = 0;
const DEFLATED = 8;
const VERSION = 20;
// Names are UTF-8; the first of January 1980 as the format counts days.
const UTF8 = 0x800;
const FIRST_DAY = 0x21;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, at) => {
  let crc = at;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

/** @param {Uint8Array} bytes */
export const crcOf = (bytes) => {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
};

/** @param {Uint8Array} bytes */
const deflated = async (bytes) => {
  const stream = new Blob([/** @type {BlobPart} */ (bytes)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

const packs = () => {
  try {
    return Boolean(new CompressionStream("deflate-raw"));
  } catch {
    return false;
  }
};

/**
 * @param {ZipEntry["content"]} content
 * @param {boolean} packing
 * @returns {Promise<Packed & {readonly way: number}>}
 */
const packedOf = async (content, packing) => {
  if (typeof content === "object" && "packed" in content) return { ...content, way: DEFLATED };
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const crc = crcOf(bytes);
  if (!packing) return { size: bytes.length, crc, packed: bytes, way: STORED };
  return { size: bytes.length, crc, packed: await deflated(bytes), way: DEFLATED };
};

/**
 * @param {readonly [number, 2 | 4][]} fields numbers with the bytes that each takes, the lowest byte first
 */
const written = (fields) => {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [, length]) => sum + length, 0)));
  let at = 0;
  for (const [value, length] of fields) {
    if (length === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += length;
  }
  return new Uint8Array(view.buffer);
};

/**
 * @param {readonly ZipEntry[]} entries in the order in which they stand in the file
 * @returns {Promise<Uint8Array>}
 */
export const zipped = async (entries) => {
  const packing = packs();
  /** @type {Uint8Array[]} */
  const files = [];
  /** @type {Uint8Array[]} */
  const directory = [];
  let at = 0;
  const all = await Promise.all(entries.map(({ content }) => packedOf(content, packing)));
  for (const [place, { size, crc, packed, way }] of all.entries()) {
    const name = new TextEncoder().encode(entries[place].name);
    /** @type {[number, 2 | 4][]} */
    const shared = [
      [VERSION, 2],
      [UTF8, 2],
      [way, 2],
      [0, 2],
      [FIRST_DAY, 2],
      [crc, 4],
      [packed.length, 4],
      [size, 4],
      [name.length, 2],
      [0, 2],
    ];
    const head = written([[0x04034b50, 4], ...shared]);
    files.push(head, name, packed);
    directory.push(written([[0x02014b50, 4], [VERSION, 2], ...shared, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]]), name);
    at += head.length + name.length + packed.length;
  }
  const length = directory.reduce((sum, one) => sum + one.length, 0);
  const count = entries.length;
  const end = written([
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [length, 4],
    [at, 4],
    [0, 2],
  ]);
  return new Uint8Array(await new Blob(/** @type {BlobPart[]} */ ([...files, ...directory, end])).arrayBuffer());
};
