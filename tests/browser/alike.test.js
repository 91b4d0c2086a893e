// The browser finds the same provinces as Python: the rule is held by vectors.

import assert from "node:assert/strict";
import { test } from "node:test";
import { nearest, triedBy } from "../../hooks/botrian/browser/modules/alike/near.js";
import { deepFrozen } from "./frozen.js";
import { vectors } from "./vectors.js";

const { data, cases } = deepFrozen(vectors("vectors/likeness.json"));
const wishOf = (name) => ({ condition: name.split(":")[0], choice: name.split(":")[1] });

test("the same provinces are near, at the same distance, for the same reasons", () => {
  assert.ok(cases.length > 3);
  for (const { pick, near } of cases) {
    const found = nearest(data, pick.map(wishOf));
    assert.deepEqual(
      found.map(({ place, cost, answers }) => [place.id, cost, answers.map(({ standing }) => standing)]),
      near,
      pick.join(),
    );
  }
});

test("nothing picked, or what is no answer, is near to nobody", () => {
  assert.deepEqual(nearest(data, []), []);
  assert.deepEqual(nearest(data, [wishOf("constructor:__proto__")]), []);
});

test("what was tried is that of the picked troubles, else whatever the trouble", () => {
  const place = deepFrozen({
    id: "a",
    name: "a",
    url: "a/",
    values: {},
    tried: { "": [[1, 2], [], []], "t:x": [[3], [4], []] },
  });
  assert.deepEqual(triedBy(place, [wishOf("t:x")], 0), [3]);
  assert.deepEqual(triedBy(place, [wishOf("t:x")], 1), [4]);
  assert.deepEqual(triedBy(place, [wishOf("t:y")], 0), [1, 2]);
});
