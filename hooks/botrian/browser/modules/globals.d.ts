import type { Alike } from "./alike/near.js";
import type { Form } from "./contribute/form.js";
import type { Ways } from "./contribute/later.js";
import type { Facts } from "./tables/facts-table.js";
import type { EmbedDialog } from "./tables/embed-dialog.js";
import type { Tools } from "./tables/tools.js";

declare global {
  interface Window {
    /** Set by the search's entry; every other file of the search is a script that hands over one thing. */
    botrianSearch: {
      readonly take: (name: string, payload: unknown) => void;
      readonly follow: (folder: string) => void;
    };
    /** Set by the first script of the frame, for Material's: what is kept between pages. */
    readonly __md_get: (name: string, storage?: Storage) => unknown;
    readonly __md_set: (name: string, value: unknown, storage?: Storage) => void;
    /** Set by the script with the dialog that hands out a table. */
    botrianEmbed?: (tools: Tools) => EmbedDialog;
    /** Set by the script with the builder's data. */
    botrianFacts?: Facts;
    /** Set by the page that compares; each file of a place hands over one thing. */
    botrianCompare?: { readonly take: (name: string, payload: unknown) => void };
    /** Set by a page that writes Office files; each script of a writer hands over one thing. */
    botrianOffice?: { readonly take: (name: string, payload: unknown) => void };
    /** Set by the page that puts kits together; the files of records, words and writers each hand over one thing. */
    botrianKit?: { readonly take: (name: string, payload: unknown) => void };
    /** Set by the script with the conditions of provinces. */
    botrianAlike?: Alike;
    /** Set by the script with the questions of the form. */
    botrianForm?: Form;
    /** Set by the script with what else the entries of a list are called, by their names. */
    botrianMore?: Readonly<Record<string, string>>;
    /** Set by the script with the names of records that few questions of the form need, and the words of sending. */
    botrianNames?: Pick<Form, "records" | "say">;
    /** Set by the script with the ways to send what was written in the form. */
    botrianSend?: Ways;
  }
}
