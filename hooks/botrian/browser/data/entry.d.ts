/** The folder of this language's search files, below `search/` beside the script. */
export const FOLDER: string;
/** What the search says, by name (`botrian.search.labels`). */
export const LABELS: Readonly<Record<string, string>>;
export const LANGUAGE: "th" | "en";
