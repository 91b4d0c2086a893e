// Names, attributes and texts go in; XML comes out, written byte for byte as lxml writes it for the build's own files.

/** @typedef {Readonly<Record<string, string | number | undefined>>} Attributes in the order in which they are written */

const NO_BREAK = "\u00a0";
export const DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n";

/** @type {Readonly<Record<string, string>>} */
const IN_TEXT = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;" };
/** @type {Readonly<Record<string, string>>} */
const IN_ATTRIBUTE = { ...IN_TEXT, '"': "&quot;", "\n": "&#10;", "\t": "&#9;" };

/** @param {string} text */
export const textXml = (text) => text.replace(/[&<>\r]/g, (sign) => IN_TEXT[sign]);

/** @param {string | number} value */
export const valueXml = (value) => String(value).replace(/[&<>\r"\n\t]/g, (sign) => IN_ATTRIBUTE[sign]);

/** @param {Attributes} attributes */
const attributesXml = (attributes) => {
  let xml = "";
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) xml += ` ${name}="${valueXml(value)}"`;
  }
  return xml;
};

/**
 * An element around XML that is written already.
 *
 * @param {string} name
 * @param {Attributes} [attributes]
 * @param {...string} children
 */
export const tag = (name, attributes = {}, ...children) => {
  const inside = children.join("");
  const head = `${name}${attributesXml(attributes)}`;
  return inside ? `<${head}>${inside}</${name}>` : `<${head}/>`;
};

/**
 * An element around a text; in what people read (`a:t`, `w:t`) ๆ stays on the line of its word, as in exports/lean.py.
 *
 * @param {string} name
 * @param {string} text
 * @param {Attributes} [attributes]
 */
export const textTag = (name, text, attributes = {}) =>
  `<${name}${attributesXml(attributes)}>${textXml(name.endsWith(":t") ? text.replaceAll(" ๆ", `${NO_BREAK}ๆ`) : text)}</${name}>`;
