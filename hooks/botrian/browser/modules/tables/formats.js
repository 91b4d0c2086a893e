// What a table shows goes in; HTML with its look, tab-separated text, CSV and JSON come out. What a spreadsheet would run
// as a formula gets an apostrophe before it; tests/exports/cells.json holds this together with the files of the site.

import { EDGE_INK, GROUP_GROUND } from "#data/colours.js";

/** @import { Content } from "./content.js" */
/** @import { Say } from "./view.js" */

/**
 * What stands around a table that is taken along; `changed`: the words that say when its page was changed.
 *
 * @typedef {{readonly say: Say, readonly library: string, readonly link: string, readonly changed?: string}} Context
 */

// A sign that starts a formula: at the start, or behind what a spreadsheet of another country splits cells at.
const FORMULA = /(^|[\n\r\t;])(?=[ "\u00a0\u200b-\u200d\u2060-\u2064\ufeff]*[=+\-@＝＋－＠﹦﹢﹣﹫])/g;
const NUMBER = /^[+\-−]?[0-9][0-9,]*(\.[0-9]+)?$/;
// Word and mail drop style sheets: every style stands in its element.
const FONT = "font-family:Sarabun,'TH Sarabun New','Leelawadee UI',Tahoma,sans-serif";
const CELL = `border:1px solid #${EDGE_INK.toLowerCase()};padding:4px 8px;text-align:left;vertical-align:top`;
const HEAD = `${CELL};background:#${GROUP_GROUND.toLowerCase()};font-weight:bold`;
const MOST_PLACES = 12;
// Letters of a row heading that is not broken; exports/html_fragment.py has the same.
const WHOLE_HEAD = 28;

/** @param {string} text */
export const harmless = (text) => (NUMBER.test(text) ? text : text.replace(FORMULA, "$1'"));

/** @type {Readonly<Record<string, string>>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]);

// ---- where it comes from ---------------------------------------------------------------------------------

/** @param {Content["places"]} places */
const sourceWords = (places) => {
  const many = [...places.values()].reduce((sum, lines) => sum + lines.size, 0) > MOST_PLACES;
  return [...places]
    .map(([source, lines]) => (many || !lines.size ? source : `${source} (${[...lines].join(", ")})`))
    .join("; ");
};

/**
 * @param {Content} content
 * @param {Context} context
 */
const sourceLines = ({ places }, { say, library, link, changed }) => {
  const sources = sourceWords(places);
  return [
    sources && `${say("sources")}: ${sources}`,
    `${say("from")}: ${[library, changed].filter(Boolean).join(" · ")} ${link}`,
  ].filter(Boolean);
};

// ---- text ------------------------------------------------------------------------------------------------

/**
 * A text as a field of a file of lines: in quotes wherever a comma, semicolon or tab could end it.
 *
 * @param {string} text
 */
export const quoted = (text) => (/["\n\r\t,;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * @param {Content} content
 * @param {Context} context
 */
const asRows = ({ grid, groups }, { say }) => {
  const [head, ...rows] = grid;
  if (!groups) return grid;
  return [[[say("group")], ...head], ...rows.map((row, at) => [[groups[at]], ...row])];
};

/**
 * @param {Content} content
 * @param {Context} context
 * @param {string} between
 */
const separated = (content, context, between) =>
  asRows(content, context)
    .map((row) => row.map((cell) => quoted(harmless(cell.join("\n")))).join(between))
    .join("\r\n");

/** @typedef {(content: Content, context: Context) => string} Write */

/** @type {Write} */
export const asTsv = (content, context) => separated(content, context, "\t");

/** @type {Write} What is pasted where there are no tables, such as a chat: with its title, and where it comes from. */
export const asText = (content, context) =>
  [content.caption, "", asTsv(content, context), "", ...sourceLines(content, context)].join("\r\n");

/** @type {Write} */
export const asJson = ({ caption, grid, places }, { link }) => {
  const [head, ...rows] = grid.map((row) => row.map((cell) => cell.join("\n")));
  const sources = [...places].map(([source, lines]) => ({ source, lines: [...lines] }));
  return `${JSON.stringify({ title: caption, columns: head, rows, sources, link }, null, 2)}\n`;
};

// ---- HTML ------------------------------------------------------------------------------------------------

/**
 * @param {"th" | "td"} tag
 * @param {readonly string[]} cell
 * @param {string} style
 * @param {string} [span]
 */
const cellHtml = (tag, cell, style, span = "") => {
  const number = cell.length === 1 && NUMBER.test(cell[0]);
  const text = cell.map((line) => escaped(harmless(line))).join('<br style="mso-data-placement:same-cell">');
  const look = number ? "" : ";mso-number-format:'\\@'";
  return `<${tag}${span} style="${style}${look}">${text}</${tag}>`;
};

/**
 * A short heading stays on one line: programs that squeeze columns break Thai inside of words.
 *
 * @param {readonly string[]} name
 */
const rowHead = (name) => (name.join("").length <= WHOLE_HEAD ? `${HEAD};white-space:nowrap` : HEAD);

/** @param {Content} content */
const bodyLines = ({ grid, groups }) => {
  const [head, ...rows] = grid;
  return rows.flatMap(([name, ...cells], at) => {
    const group = groups?.[at];
    const before =
      group && group !== groups[at - 1]
        ? [`<tr>${cellHtml("th", [group], HEAD, ` colspan="${head.length}"`)}</tr>`]
        : [];
    const own = cells.map((cell) => cellHtml("td", cell, CELL)).join("");
    return [...before, `<tr>${cellHtml("th", name, rowHead(name), ' scope="row"')}${own}</tr>`];
  });
};

/**
 * @param {string} line
 * @param {string} link
 */
const linked = (line, link) =>
  escaped(line).replace(escaped(link), () => `<a href="${escaped(link)}">${escaped(link)}</a>`);

/** @type {Write} */
export const asHtml = (content, context) => {
  const head = content.grid[0].map((cell) => cellHtml("th", cell, HEAD, ' scope="col"')).join("");
  const sources = sourceLines(content, context)
    .map((line) => `<p style="${FONT};font-size:10pt;margin:4px 0">${linked(line, context.link)}</p>`)
    .join("");
  return [
    `<p style="${FONT};font-weight:bold;margin:4px 0">${escaped(content.caption)}</p>`,
    `<table style="border-collapse:collapse;${FONT};font-size:12pt"><thead><tr>${head}</tr></thead>`,
    `<tbody>${bodyLines(content).join("")}</tbody></table>${sources}`,
  ].join("");
};

/**
 * @param {string} language
 * @returns {Write}
 */
export const asPageIn = (language) => (content, context) =>
  [
    `<!doctype html>\n<html lang="${language}">\n`,
    '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n',
    `<title>${escaped(content.caption)}</title>\n${asHtml(content, context)}\n</html>\n`,
  ].join("");
