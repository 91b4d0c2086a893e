// The script that the page loads when the slides are asked for.

import { deckOf } from "./deck.js";

window.botrianKit?.take("kit-pptx", deckOf);
