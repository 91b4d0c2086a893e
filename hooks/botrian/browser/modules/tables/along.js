// What a table shows is taken along: copied with its source and its link, or laid into a file.

import { toClipboard, toFile } from "./clipboard.js";
import { contentOf } from "./content.js";
import { asHtml, asJson, asPageIn, asText } from "./formats.js";
import { isOffice, takeOffice } from "./take.js";

/** @import { Write } from "./formats.js" */
/** @import { Shown, Tools } from "./tools.js" */

/** @type {Readonly<Record<string, readonly [string, () => Write]>>} the type and writer of each file, by its ending */
const FILES = {
  json: ["application/json", () => asJson],
  html: ["text/html;charset=utf-8", () => asPageIn(document.documentElement.lang)],
};

/** @param {Tools} tools */
const contextOf = (tools) => {
  const changed = document.querySelector(".kb-about-page li > time[datetime]")?.parentElement?.textContent?.trim();
  return { say: tools.say, library: tools.root.dataset.library ?? "", link: tools.link(), changed };
};

/**
 * @param {Tools} tools
 * @param {Shown} shown
 */
export const copy = async (tools, { model, view }) => {
  const [content, context] = [contentOf(model, view, tools.state), contextOf(tools)];
  const html = `<div lang="${document.documentElement.lang}">${asHtml(content, context)}</div>`;
  const parts = { "text/html": html, "text/plain": asText(content, context) };
  tools.tell(tools.say((await toClipboard(parts)) ? "copied" : "not-copied"));
};

/** @param {Tools} tools */
export const copyLink = async (tools) =>
  tools.tell(tools.say((await toClipboard({ "text/plain": tools.link() })) ? "copied-text" : "not-copied"));

/**
 * @param {Tools} tools
 * @param {string} ending
 * @param {Shown} shown
 */
export const download = (tools, ending, shown) => {
  if (isOffice(ending)) return void takeOffice(tools, shown, ending);
  const [type, write] = FILES[ending];
  const { model, view } = shown;
  toFile(
    tools.builder ? `table.${ending}` : `${tools.id}-selection.${ending}`,
    type,
    write()(contentOf(model, view, tools.state), contextOf(tools)),
  );
};
