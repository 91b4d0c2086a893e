// Picked answers and what provinces have enter; the provinces leave, the nearest first, with what agrees, differs and is
// unknown. The rule is that of hooks/botrian/likeness; tests/vectors/likeness.json holds the two together.

/**
 * The answer, a note, the address of the source below the language's root, the place in the source.
 *
 * @typedef {readonly [string, string, string, string]} Value
 * @typedef {"agrees" | "differs" | "unknown"} Standing
 * @typedef {{readonly condition: string, readonly choice: string}} Wish
 * @typedef {{readonly wish: Wish, readonly standing: Standing, readonly values: readonly Value[]}} Answer
 *
 * `choices`: the answer, its name, whether it is a trouble.
 * @typedef {{readonly id: string, readonly name: string,
 *   readonly choices: readonly (readonly [string, string, boolean])[]}} Condition
 *
 * `tried`: by trouble, as `condition:answer`, and under "" whatever the trouble: numbers of lessons that it would do
 * again, of lessons on what went wrong, of cases.
 * @typedef {{readonly id: string, readonly name: string, readonly url: string,
 *   readonly values: Readonly<Record<string, readonly Value[]>>,
 *   readonly tried: Readonly<Record<string, readonly [readonly number[], readonly number[], readonly number[]]>>}} Place
 *
 * `records`: address below the language's root, title.
 * @typedef {{readonly conditions: readonly Condition[], readonly places: readonly Place[],
 *   readonly records: readonly (readonly [string, string])[]}} Alike
 *
 * @typedef {{readonly place: Place, readonly answers: readonly Answer[], readonly cost: number,
 *   readonly agreements: number}} Near
 */

const COST = Object.freeze({ agrees: 0, unknown: 1, differs: 2 });

/**
 * @param {Place} place
 * @param {Wish} wish
 * @param {boolean} trouble
 * @returns {Answer}
 */
const answered = (place, wish, trouble) => {
  const known = Object.hasOwn(place.values, wish.condition) ? place.values[wish.condition] : [];
  const same = known.filter(([choice]) => choice === wish.choice);
  if (same.length) return { wish, standing: "agrees", values: same };
  if (!known.length || trouble) return { wish, standing: "unknown", values: [] };
  return { wish, standing: "differs", values: known };
};

/**
 * @param {Alike} data
 * @param {readonly Wish[]} wishes
 * @returns {Near[]}
 */
export const nearest = ({ conditions, places }, wishes) => {
  /** @type {(wish: Wish) => boolean} */
  const isTrouble = ({ condition, choice }) =>
    conditions.some(({ id, choices }) => id === condition && choices.some(([one, , yes]) => one === choice && yes));
  const found = places.map((place) => {
    const answers = wishes.map((wish) => answered(place, wish, isTrouble(wish)));
    const cost = answers.reduce((sum, { standing }) => sum + COST[standing], 0);
    const agreements = answers.filter(({ standing }) => standing === "agrees").length;
    return { place, answers, cost, agreements };
  });
  return found.filter(({ agreements }) => agreements).sort((a, b) => a.cost - b.cost || b.agreements - a.agreements);
};

/**
 * What a province tried, for the troubles among the picked answers; whatever the trouble, where none of them is told of.
 *
 * @param {Place} place
 * @param {readonly Wish[]} wishes
 * @param {0 | 1 | 2} which would do again, went wrong, cases
 */
export const triedBy = (place, wishes, which) => {
  const found = wishes.flatMap(({ condition, choice }) => place.tried[`${condition}:${choice}`]?.[which] ?? []);
  return [...new Set(found.length ? found : (place.tried[""]?.[which] ?? []))].slice(0, 4);
};
