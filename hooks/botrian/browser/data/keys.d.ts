import type { Step } from "../modules/text/keys.js";

/** The steps of the Thai room and of the search key (`botrian.search.keys.key_tables`). */
export const TABLES: Readonly<Record<"normal" | "plain" | "fold" | "key", readonly Step[]>>;
