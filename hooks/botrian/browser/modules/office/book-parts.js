// What a workbook holds goes in; the parts of its file beside the sheets come out. The same as
// hooks/botrian/exports/workbook.py, byte for byte.

import { referred } from "./book-fit.js";
import { DECLARATION, MAIN, OFFICE, rangeName } from "./sheet.js";
import { fitted } from "./signs.js";
import { tag, textTag } from "./xml.js";

/** @import { PrintedTable } from "./table.js" */

/** @typedef {readonly [string, {localSheetId?: number, hidden?: number}, string]} DefinedName a name, what is said of it, its range */

const PROPERTY_LETTERS = 255;
const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
const PACKAGE = "application/vnd.openxmlformats-";
const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const VARIANTS = "http://schemas.openxmlformats.org/officeDocument/2006/";

/**
 * The rows as a table of Excel's own.
 *
 * @param {PrintedTable} table
 * @param {readonly string[]} heads
 * @returns {string}
 */
export const tableXml = (table, heads) => {
  const id = table.id.toLowerCase().replace(/[^a-z0-9]/g, "_");
  const name = `table_${id.slice(0, 200)}`;
  const ref = rangeName(table.rows.length, heads.length - 1);
  const columns = heads.map((head, at) => tag("tableColumn", { id: at + 1, name: head }));
  const look = { showFirstColumn: 1, showLastColumn: 0, showRowStripes: 1, showColumnStripes: 0 };
  return (
    DECLARATION +
    tag(
      "table",
      { xmlns: MAIN, id: 1, name, displayName: name, ref, totalsRowShown: 0 },
      tag("autoFilter", { ref }),
      tag("tableColumns", { count: columns.length }, ...columns),
      tag("tableStyleInfo", { name: "TableStyleLight1", ...look }),
    )
  );
};

/**
 * The workbook: its sheets and the ranges that have a name.
 *
 * @param {readonly string[]} sheetNames
 * @param {readonly DefinedName[]} names
 */
export const bookXml = (sheetNames, names) => {
  const view = { xWindow: 240, yWindow: 15, windowWidth: 16095, windowHeight: 9660 };
  const sheets = sheetNames.map((name, at) => tag("sheet", { name, sheetId: at + 1, "r:id": `rId${at + 1}` }));
  return (
    DECLARATION +
    tag(
      "workbook",
      { xmlns: MAIN, "xmlns:r": OFFICE },
      tag("fileVersion", { appName: "xl", lastEdited: 4, lowestEdited: 4, rupBuild: 4505 }),
      tag("workbookPr", { defaultThemeVersion: 124226 }),
      tag("bookViews", {}, tag("workbookView", view)),
      tag("sheets", {}, ...sheets),
      tag("definedNames", {}, ...names.map(([name, more, range]) => textTag("definedName", range, { name, ...more }))),
      tag("calcPr", { calcId: 124519, fullCalcOnLoad: 1 }),
    )
  );
};

/**
 * What Office tells of the file: its sheets and named ranges.
 *
 * @param {readonly string[]} sheetNames
 * @param {readonly DefinedName[]} names
 */
export const appXml = (sheetNames, names) => {
  const ranges = names
    .filter(([name]) => name !== "_xlnm._FilterDatabase")
    .map(([name]) => (name.startsWith("_xlnm.") ? `${referred(sheetNames[0])}!${name.slice(6)}` : name));
  const titles = [...sheetNames, ...ranges].map((text) => textTag("vt:lpstr", text));
  /** @type {(label: string, count: number) => string} */
  const pair = (label, count) =>
    tag("vt:variant", {}, textTag("vt:lpstr", label)) + tag("vt:variant", {}, textTag("vt:i4", String(count)));
  const pairs = pair("Worksheets", 2) + pair("Named Ranges", ranges.length);
  return (
    DECLARATION +
    tag(
      "Properties",
      { xmlns: `${VARIANTS}extended-properties`, "xmlns:vt": `${VARIANTS}docPropsVTypes` },
      textTag("Application", "Microsoft Excel"),
      textTag("DocSecurity", "0"),
      textTag("ScaleCrop", "false"),
      tag("HeadingPairs", {}, tag("vt:vector", { size: 4, baseType: "variant" }, pairs)),
      tag("TitlesOfParts", {}, tag("vt:vector", { size: titles.length, baseType: "lpstr" }, ...titles)),
      textTag("Company", ""),
      textTag("LinksUpToDate", "false"),
      textTag("SharedDoc", "false"),
      textTag("HyperlinksChanged", "false"),
      textTag("AppVersion", "12.0000"),
    )
  );
};

/**
 * Title, publisher and day of the file.
 *
 * @param {PrintedTable} table
 */
export const coreXml = ({ title, origin }) => {
  const author = fitted(origin.publisher, PROPERTY_LETTERS);
  const day = `${origin.changed}T00:00:00Z`;
  const spaces = {
    "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:dcmitype": "http://purl.org/dc/dcmitype/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  };
  return (
    DECLARATION +
    tag(
      "cp:coreProperties",
      spaces,
      textTag("dc:title", fitted(title, PROPERTY_LETTERS)),
      textTag("dc:creator", author),
      textTag("cp:lastModifiedBy", author),
      textTag("dcterms:created", day, { "xsi:type": "dcterms:W3CDTF" }),
      textTag("dcterms:modified", day, { "xsi:type": "dcterms:W3CDTF" }),
    )
  );
};

/** @param {boolean} asTable whether the rows are a table of Excel's own */
export const kindsXml = (asTable) => {
  const parts = [
    ["docProps/app", `${PACKAGE}officedocument.extended-properties+xml`],
    ["docProps/core", `${PACKAGE}package.core-properties+xml`],
    ["xl/styles", `${KIND}styles+xml`],
    ["xl/theme/theme1", `${PACKAGE}officedocument.theme+xml`],
    ["xl/workbook", `${KIND}sheet.main+xml`],
    ["xl/worksheets/sheet1", `${KIND}worksheet+xml`],
    ["xl/worksheets/sheet2", `${KIND}worksheet+xml`],
    ...(asTable ? [["xl/tables/table1", `${KIND}table+xml`]] : []),
    ["xl/sharedStrings", `${KIND}sharedStrings+xml`],
  ];
  return (
    DECLARATION +
    tag(
      "Types",
      { xmlns: TYPES },
      tag("Default", { Extension: "rels", ContentType: `${PACKAGE}package.relationships+xml` }),
      tag("Default", { Extension: "xml", ContentType: "application/xml" }),
      ...parts.map(([name, kind]) => tag("Override", { PartName: `/${name}.xml`, ContentType: kind })),
    )
  );
};
