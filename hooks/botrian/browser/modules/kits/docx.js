// The script that the page loads when the guide is asked for as a Word document.

import { documentOf } from "./document.js";

window.botrianKit?.take("kit-docx", documentOf);
