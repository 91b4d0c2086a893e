// The fixed words of kits, as the build hands them over (hooks/botrian/kits/builder_data.py): labels with holes, the guide's
// lines.

/**
 * @typedef {object} Words
 * @property {"th" | "en"} language
 * @property {Readonly<Record<string, string>>} labels
 * @property {Guide} guide
 * @property {Readonly<Record<string, string>>} kinds of records
 * @property {string} site
 * @property {readonly [string, string]} licence
 */

/** @typedef {Readonly<Record<"say" | "do" | "ask" | "watch", readonly string[]>>} Steps */

/**
 * @typedef {object} Guide
 * @property {Readonly<Record<string, Steps>>} parts by the kind of part
 * @property {readonly string[]} size
 * @property {readonly string[]} people
 * @property {readonly string[]} room
 * @property {readonly string[]} materials
 * @property {readonly string[]} print_own
 * @property {readonly string[]} no_screen_own
 * @property {readonly (readonly [string, string])[]} situations
 * @property {readonly string[]} after
 * @property {{readonly prompts: readonly string[], readonly rows: readonly string[], readonly headings: readonly string[]}} evaluation
 * @property {{readonly headings: readonly string[]}} follow_up
 * @property {{readonly headings: readonly string[]}} first_work
 */

/**
 * A label with its holes filled, in order. A name that is not there is our mistake.
 *
 * @param {Words} words
 * @param {string} name
 * @param {...(string | number)} values
 */
export const say = ({ labels }, name, ...values) => {
  const label = labels[name];
  if (label === undefined) throw new Error(`no label: ${name}`);
  return values.reduce((/** @type {string} */ text, value) => text.replace("{}", () => String(value)), label);
};

/**
 * A length of time, such as `3 ชั่วโมง 40 นาที`.
 *
 * @param {Words} words
 * @param {number} minutes
 */
export const duration = (words, minutes) => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = hours ? [say(words, "hours", hours)] : [];
  return [...parts, ...(rest || !hours ? [say(words, "some_minutes", rest)] : [])].join(" ");
};
