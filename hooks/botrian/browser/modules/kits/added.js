// The parts of a kit as its address writes them enter, with one more; they leave with it in its place. Small, for every page
// of a record holds it.

const AT_THE_END = /^(voices|make|close)\b/;

/** What a kit begins with: the question of the room, the work of the groups, who does what next. */
export const FRESH = ["open", "make", "close"];

/**
 * What is added comes before the parts that end the day.
 *
 * @param {readonly string[]} parts
 * @param {string} part
 */
export const withAdded = (parts, part) => {
  let at = parts.length;
  while (at > 0 && AT_THE_END.test(parts[at - 1])) at -= 1;
  return [...parts.slice(0, at), part, ...parts.slice(at)];
};

/**
 * A part without its minutes: what tells it from others.
 *
 * @param {string} part
 */
export const keyOf = (part) => part.split("@")[0];
