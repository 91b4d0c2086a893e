// What the parts of an Office file share: their relations, the list of their kinds, what the file says of itself, and the
// parts that the build packed (hooks/botrian/exports/office_parts.py).

import { fitted } from "./signs.js";
import { DECLARATION, tag, textXml } from "./xml.js";

/** @import { ZipEntry } from "./zip.js" */

/** @typedef {readonly [name: string, size: number, crc: number, packed: string]} ReadyPart `packed`: base64 of DEFLATE */

/**
 * The kinds of parts: by the ending of a name, and by the name.
 *
 * @typedef {Readonly<Record<string, string>>} Kinds
 */

/**
 * What a file says of itself. `changed`: a day, as in 2026-10-30.
 *
 * @typedef {object} Described
 * @property {string} title
 * @property {string} subject
 * @property {string} author
 * @property {string} language
 * @property {string} changed
 */

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
// What Word and PowerPoint take as the title, subject or author of a file.
const PROPERTY_LETTERS = 255;

/** @param {string} base64 */
export const bytesOf = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/**
 * @param {ReadyPart} part
 * @returns {ZipEntry}
 */
export const ready = ([name, size, crc, packed]) => ({ name, content: { size, crc, packed: bytesOf(packed) } });

/** The relations of one part: to others and to addresses, each known by its number. */
export class Relations {
  /** @param {readonly (readonly [id: string, kind: string, target: string])[]} [known] what it has from the beginning */
  constructor(known = []) {
    /** @type {{id: string, kind: string, target: string, outside: boolean}[]} */
    this.list = known.map(([id, kind, target]) => ({ id, kind, target, outside: false }));
  }

  /**
   * The name of a relation; the same one for the same target.
   *
   * @param {string} kind such as `slide`
   * @param {string} target
   * @param {boolean} [outside] whether it is an address
   */
  to(kind, target, outside = false) {
    const full = OFFICE + kind;
    const found = this.list.find((one) => one.kind === full && one.target === target && one.outside === outside);
    if (found) return found.id;
    const id = `rId${Math.max(0, ...this.list.map((one) => Number(one.id.slice(3)))) + 1}`;
    this.list.push({ id, kind: full, target, outside });
    return id;
  }

  /**
   * A relation of its own, whatever leads to the same target.
   *
   * @param {string} kind
   * @param {string} target
   * @param {boolean} [outside]
   */
  another(kind, target, outside = false) {
    const id = `rId${this.list.length + 1}`;
    this.list.push({ id, kind: OFFICE + kind, target, outside });
    return id;
  }

  xml(declaration = DECLARATION) {
    const lines = this.list.map(({ id, kind, target, outside }) =>
      tag("Relationship", { Id: id, Type: kind, Target: target, TargetMode: outside ? "External" : undefined }),
    );
    return declaration + tag("Relationships", { xmlns: RELATIONS }, ...lines);
  }
}

/** @param {Kinds} kinds */
const sorted = (kinds) => Object.entries(kinds).sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * The part that tells of what kind the others are.
 *
 * @param {Kinds} endings
 * @param {Kinds} names
 */
export const kindsXml = (endings, names) => {
  const defaults = sorted(endings).map(([ending, kind]) => tag("Default", { Extension: ending, ContentType: kind }));
  const own = sorted(names).map(([name, kind]) => tag("Override", { PartName: name, ContentType: kind }));
  return DECLARATION + tag("Types", { xmlns: TYPES }, ...defaults, ...own);
};

/**
 * A text with values in its holes, such as `{title}`; no value is read for holes.
 *
 * @param {string} text
 * @param {Readonly<Record<string, string>>} values
 */
export const filled = (text, values) => text.replace(/\{([a-z]+)\}/g, (hole, name) => values[name] ?? hole);

/**
 * @param {string} template with holes of the same names
 * @param {Described} about
 */
export const describedXml = (template, { title, subject, author, language, changed }) =>
  filled(template, {
    title: textXml(fitted(title, PROPERTY_LETTERS)),
    subject: textXml(fitted(subject, PROPERTY_LETTERS)),
    author: textXml(fitted(author, PROPERTY_LETTERS)),
    language,
    changed,
  });
