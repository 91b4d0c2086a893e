// What pages get of a module does what the module does: the joined script against the source, export by export.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { vectors } from "./vectors.js";

const both = async (module) => {
  const source = await import(`../../hooks/botrian/browser/modules/${module}`);
  const { default: joined } = await import(`../../.cache/browser/joined/${module}`);
  return { source, joined };
};

const joinedModules = readdirSync(new URL("../../.cache/browser/joined/", import.meta.url), { recursive: true })
  .map((file) => String(file).replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".js"));

test("there are joined modules", () => assert.ok(joinedModules.length >= 6));

for (const module of joinedModules) {
  test(`${module} gives the same names`, async () => {
    const { source, joined } = await both(module);

    assert.deepEqual(Object.keys(joined).sort(), Object.keys(source).sort());
  });
}

test("keys are the same", async () => {
  const { source, joined } = await both("text/keys.js");
  for (const { text } of vectors("vectors/keys.json")) {
    for (const name of ["normal", "plain", "fold", "keyOf", "plainKeyOf", "tracedKey"]) {
      assert.deepEqual(joined[name](text), source[name](text), `${name}: ${text}`);
    }
  }
});

test("terms, allowed changes and years are the same", async () => {
  const query = await both("search/query.js");
  const terms = await both("search/terms.js");
  const matching = await both("search/matching.js");
  for (const { key } of vectors("vectors/terms.json"))
    assert.deepEqual(terms.joined.termsOf(key), terms.source.termsOf(key));
  for (const [figure] of vectors("vectors/years.json"))
    assert.equal(query.joined.otherEra(figure), query.source.otherEra(figure));
  for (const [letters] of vectors("vectors/allowed-changes.json")) {
    assert.equal(matching.joined.allowedChanges(letters), matching.source.allowedChanges(letters));
  }
});
