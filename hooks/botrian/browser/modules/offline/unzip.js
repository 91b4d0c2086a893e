// The bytes of our archive go in; its files come out, one after the other, each unpacked by the browser itself.

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** @param {Uint8Array<ArrayBuffer>} packed */
const inflated = async (packed) => {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).arrayBuffer();
};

/** Whether this browser can do it. */
export const unpacks = () => {
  try {
    return Boolean(new DecompressionStream("deflate-raw"));
  } catch {
    return false;
  }
};

/**
 * The files of an archive, as its list at the end names them. Throws where it is damaged or cut off.
 *
 * @param {ArrayBuffer} archive
 */
export const entriesOf = (archive) => {
  const view = new DataView(archive);
  const end = archive.byteLength - 22;
  if (end < 0 || view.getUint32(end, true) !== END) throw new RangeError("no archive");
  const found = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError("a damaged archive");
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(new Uint8Array(archive, at + 46, length));
    found.push({ name, size: view.getUint32(at + 20, true), start: view.getUint32(at + 42, true) });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return found;
};

/**
 * The content of one file.
 *
 * @param {ArrayBuffer} archive
 * @param {{ size: number, start: number }} entry
 */
export const contentOf = (archive, { size, start }) => {
  const view = new DataView(archive);
  const data = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  return inflated(new Uint8Array(archive, data, size));
};
