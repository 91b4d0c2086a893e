// What a table shows goes in; a file of an Office program, a picture, or values for programs, with just that comes out. The writers, and the table as the build
// prints it, are loaded when somebody asks.

import { officeIn } from "../office/load.js";
import { toFile } from "./clipboard.js";
import { captionOf } from "./model.js";
import { queryOf } from "./state.js";

/** @import { Office, Writer } from "../office/load.js" */
/** @import { Shown, Tools } from "./tools.js" */

const DOCUMENT = "application/vnd.openxmlformats-officedocument.";

/** @type {Readonly<Record<string, readonly [writer: Writer, type: string]>>} by the ending of the file */
const OFFICE = {
  pptx: ["deck", `${DOCUMENT}presentationml.presentation`],
  docx: ["word", `${DOCUMENT}wordprocessingml.document`],
  xlsx: ["book", `${DOCUMENT}spreadsheetml.sheet`],
  png: ["picture", "image/png"],
  svg: ["picture", "image/svg+xml"],
  csv: ["values", "text/csv;charset=utf-8"],
};

/** @type {Office | null} */
let office = null;

// What the builder's table of all facts is called (hooks/botrian/pages/builder.py).
const BUILDER = "build";

/**
 * What people put together has no title and answer but the names of its rows and columns.
 *
 * @param {Shown} shown
 */
const ownWords = ({ model, view }) => ({
  title: captionOf(model),
  answer: view.columns.map(({ name }) => name).join(" · "),
  renumbered: true,
});

/** @param {string} ending */
export const isOffice = (ending) => ending in OFFICE;

/**
 * @param {Tools} tools
 * @param {Shown} shown
 * @param {string} ending
 */
export const takeOffice = async (tools, shown, ending) => {
  const { state, root, say, builder } = tools;
  const { view } = shown;
  const id = builder ? BUILDER : tools.id;
  if (!view.rows.length) return tools.tell(say("no-rows"));
  const [name, type] = OFFICE[ending];
  tools.tell(say("making"));
  office ??= officeIn(root.dataset.home ?? "");
  const whole = !queryOf({ ...state, embed: false });
  const selection = {
    rows: view.rows.map((row) => row.id),
    columns: view.columns.map((column) => column.id),
    turned: state.turn,
    link: whole ? "" : tools.link(),
    ...(builder ? ownWords(shown) : {}),
  };
  try {
    const [writer, table] = await Promise.all([office.writer(name), builder ? office.facts(id) : office.table(id)]);
    const write = (ending === "png" && writer.png) || writer.selection;
    const bytes = await write(table, selection);
    const file = builder ? "table" : `${id}${whole ? "" : "-selection"}`;
    toFile(`${file}.${ending}`, type, /** @type {BlobPart} */ (bytes));
    tools.tell(say("made"));
  } catch {
    tools.tell(say("not-made"));
  }
};
