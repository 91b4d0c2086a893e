// A year as people write it enters; the year with its calendar leaves, or the rule that it breaks.

import { BE_MINUS_CE, BE_YEARS, CE_YEARS, ERAS } from "#data/contribute.js";
import { arabicDigits } from "../text/private.js";
import { normal } from "../text/keys.js";

/** @typedef {{readonly year: number, readonly month: number, readonly day: number, readonly era: "BE" | "CE"}} Year month and day are 0 where they are not said */

const YEAR = /^(?:ปี )?(?:(BE|CE) ?)?([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?: ?(BE|CE))?$/;

/**
 * @param {number} year
 * @param {readonly [number, number]} range
 */
const within = (year, [first, last]) => year >= first && year <= last;

/** @param {string} text */
const withEras = (text) => {
  let line = arabicDigits(normal(text)).trim();
  for (const [words, era] of ERAS) line = line.replaceAll(words, ` ${era} `);
  return line.split(/\s+/).filter(Boolean).join(" ");
};

/**
 * @param {string} text `2563`, `พ.ศ. ๒๕๖๓`, `2020 CE` …
 * @returns {Year | string} the year, or the code of the rule that is broken
 */
export const yearSaid = (text) => {
  const match = withEras(text).match(YEAR);
  if (!match || (match[1] && match[5] && match[1] !== match[5])) return "date-form";
  const [year, month, day] = [match[2], match[3], match[4]].map((part) => Number(part ?? 0));
  const said = match[1] ?? match[5] ?? (within(year, BE_YEARS) ? "BE" : within(year, CE_YEARS) ? "CE" : "");
  if (!said) return "date-form";
  const era = said === "BE" ? "BE" : "CE";
  if (!within(year, era === "BE" ? BE_YEARS : CE_YEARS)) return "date-calendar-mixed";
  const inCe = era === "BE" ? year - BE_MINUS_CE : year;
  if (match[3] && (month < 1 || month > 12)) return "date-impossible";
  if (match[4] && (day < 1 || day > new Date(Date.UTC(inCe, month, 0)).getUTCDate())) return "date-impossible";
  return { year, month, day, era };
};

/** @param {Year} one */
export const ceYear = ({ year, era }) => (era === "BE" ? year - BE_MINUS_CE : year);

/**
 * The first day that a year, month or day has, as `2020-01-01`.
 *
 * @param {Year} one
 */
export const firstDay = (one) =>
  [String(ceYear(one)).padStart(4, "0"), one.month || 1, one.day || 1]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
