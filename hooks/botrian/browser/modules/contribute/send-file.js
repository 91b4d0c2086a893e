// The script that the form loads when a message is whole: it hands over the ways to send it.

import { ways } from "./send.js";

window.botrianSend = ways;
