import type { Form } from "../modules/contribute/form.js";

/** The form without the names of any library (`botrian.messages.browser`), for the tests. */
export const FORM: Form;
