// The script that a page loads when a table is to be shown on another page: it hands over the dialog.

import { EmbedDialog } from "./embed-dialog.js";

window.botrianEmbed = (tools) => new EmbedDialog(tools);
