/** How private data are written (`botrian.check.private_data`); the first group is what is found. */
export const PRIVATE: readonly {
  readonly kind: string;
  readonly pattern: string;
  readonly test: string;
  readonly addresses: boolean;
}[];
/** Their kinds; where two begin at one place, the first of these is told. */
export const PRIVATE_KINDS: readonly string[];
/** By a plain letter, the letters that are typed for it, one for one. */
export const PRIVATE_SAME: Readonly<Record<string, string>>;
/** Words that wait to be replaced, wherever they stand (`botrian.thai.unfilled`). */
export const UNFILLED_WITHIN: readonly string[];
/** What is no answer where it is all that there is. */
export const UNFILLED_ALONE: string;
/** How people write a calendar, and what it is in records (`botrian.messages.years`). */
export const ERAS: readonly (readonly [string, string])[];
/** The first and the last year of each calendar that records speak of (`botrian.thai.dates`). */
export const BE_YEARS: readonly [number, number];
export const CE_YEARS: readonly [number, number];
export const BE_MINUS_CE: number;
