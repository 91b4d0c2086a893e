// The file of the results page: it hands over how to start one.

import { startResults } from "./results.js";

window.botrianSearch.take("results", startResults);
