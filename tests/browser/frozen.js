// A value enters; the same value leaves with everything in it frozen, so that whoever changes it is heard.

/**
 * @template Value
 * @param {Value} value
 * @returns {Value}
 */
export const deepFrozen = (value) => {
  if (value === null || typeof value !== "object") return value;
  for (const one of Object.values(value)) deepFrozen(one);
  return Object.freeze(value);
};
