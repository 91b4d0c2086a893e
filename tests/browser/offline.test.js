// The archive's list is read, and an archive that was cut off is noticed before anything is kept.

import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { keyOf } from "../../hooks/botrian/browser/modules/offline/kept.js";
import { contentOf, entriesOf, unpacks } from "../../hooks/botrian/browser/modules/offline/unzip.js";
import { bySixtyFour } from "../../hooks/botrian/browser/modules/search/load.js";

const NAME = Buffer.from("ก/index.html");
const TEXT = "น้ำ".repeat(50);

/** An archive of one file, as the ZIP specification (APPNOTE 4.3) lays it out. */
const archive = () => {
  const packed = deflateRawSync(TEXT);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(NAME.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt16LE(NAME.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + NAME.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([local, NAME, packed, entry, NAME, end])).buffer;
};

test("a file of the archive is named and unpacked", async () => {
  assert.equal(unpacks(), true);
  const [entry] = entriesOf(archive());
  assert.equal(entry?.name, "ก/index.html");
  if (entry) assert.equal(new TextDecoder().decode(await contentOf(archive(), entry)), TEXT);
});

test("an archive that is cut off or none at all is refused", () => {
  for (const length of [0, 10, 60]) assert.throws(() => entriesOf(archive().slice(0, length)), RangeError);
});

test("a page has one name, however it is asked for", () => {
  for (const way of ["", "index.html", "?q=1", "#x", "index.html?q=1#x"]) {
    assert.equal(keyOf(`https://example.org/a/${way}`), "https://example.org/a/");
  }
});

test("a numbered file of the search is asked for where the archive laid it", () => {
  const places = ["t/9", "t/63", "p/64", "about"].map(bySixtyFour);
  assert.deepEqual(places, ["t/all-0", "t/all-0", "p/all-1", "about"]);
});
