import type { Form } from "./contribute/form.js";
import type { Facts } from "./tables/builder.js";

declare global {
  interface Window {
    /** Set by the search's entry; every other file of the search is a script that hands over one thing. */
    botrianSearch: { readonly take: (name: string, payload: unknown) => void };
    /** Set by the script with the builder's data. */
    botrianFacts?: Facts;
    /** Set by the script with the questions of the form. */
    botrianForm?: Form;
  }
}
