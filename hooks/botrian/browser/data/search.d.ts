/** The letters of packed lists (`botrian.search.postings`). */
export const LETTERS: string;
/** Runs of Thai this short are filed whole too (`botrian.search.keys`). */
export const SHORT_RUN: number;
/** Letters of the beginning of a name that are filed (`botrian.search.keys`). */
export const BEGIN: number;
/** How many terms of a spelling its group's file holds (`botrian.search.grouped`). */
export const GROUP_TERMS: number;
/** From how many letters a word may have one wrong letter, two, three (`botrian.search.spellings`). */
export const CHANGES_FROM: readonly number[];
/** The first and the last year of the Buddhist era that records speak of (`botrian.thai.dates`). */
export const BE_YEARS: readonly [number, number];
export const BE_MINUS_CE: number;
/** Words that tell, though their key is that of a word that asks (`botrian.search.spellings`). */
export const TELLING: readonly string[];
/** Thai letters and ASCII signs that change places in texts of documents (`botrian.search.letters`). */
export const SWAPPED: readonly [string, string];
