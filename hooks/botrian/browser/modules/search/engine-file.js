// The file of the engine: it hands over how to make one.

import { engineOf } from "./engine.js";

window.botrianSearch.take("engine", engineOf);
