// The name of a file enters; what it holds leaves. Python is held against the same files.

import { readFileSync } from "node:fs";

/** @param {string} name below the folder of tests */
export const vectors = (name) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), "utf8"));
