/** What a question opens with, what joins that to the matter, what it closes with; the longest first (`botrian.search.polite`). */
export const OPENS: readonly string[];
export const JOINS: readonly string[];
export const CLOSES: readonly string[];
/** Words that close, where a dictionary finds them as words: others end with them too. */
export const CLOSES_AS_WORDS: readonly string[];
/** What ends like one of them and is none. */
export const KEPT: readonly string[];
/** Words of dialects and chats with the standard ones (`botrian.search.polite`). */
export const SPOKEN: readonly (readonly [string, string, boolean])[];
export const SPOKEN_KEPT: readonly string[];
