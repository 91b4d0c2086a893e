// Filters: what they count, what they let pass, and that the address brings them back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { queryOf, stateOf } from "../../hooks/botrian/browser/modules/search/address.js";
import { counted, facetReader, passesFilters } from "../../hooks/botrian/browser/modules/search/facets.js";

const RAW = {
  province: "0,1,0.1",
  theme: "1,,0",
  year: "1jk,,1jk.1jl",
  provinces: { krabi: "กระบี่", trat: "ตราด" },
  themes: { plans: ["แผน", ""], water: ["น้ำ", "plans"] },
};
const INDEX = { kinds: ["lesson", "row"], runs: [0, 2], weights: [1, 1] };
const NONE = { kind: [], province: [], theme: [], year: [] };

test("a document has its own themes and those above them, and its years", () => {
  assert.deepEqual(facetReader(RAW, INDEX)(0), {
    ...{ kind: ["lesson"], province: ["krabi"], theme: ["water", "plans"], year: ["2000"] },
  });
});

test("a filter lets pass what has one of its values; two filters both count", () => {
  const read = facetReader(RAW, INDEX);
  const passing = (filters) => [0, 1, 2].filter(passesFilters(read, { ...NONE, ...filters }));

  assert.deepEqual(passing({ province: ["trat"] }), [1, 2]);
  assert.deepEqual(passing({ province: ["trat"], kind: ["row"] }), [2]);
});

test("a count tells how many a click would leave, the other filters kept", () => {
  const counts = counted([0, 1, 2], facetReader(RAW, INDEX), { ...NONE, kind: ["lesson"], year: ["1999"] });

  assert.deepEqual(counts.kind, [["lesson", 0]]);
  assert.deepEqual(counts.year, [
    ["2000", 1],
    ["1999", 0],
  ]);
});

test("an address brings back what it was made of", () => {
  const state = { query: "น้ำ & ป่า", filters: { ...NONE, province: ["krabi", "trat"], year: ["2012"] } };

  assert.deepEqual(stateOf(queryOf(state)), state);
});
