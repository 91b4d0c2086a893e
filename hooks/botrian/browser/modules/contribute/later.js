// The form enters, and where its rest is; names of records and what sends a message leave, when they are needed: most who
// open the form tell of their own work, and read all questions before anything is sent.

import { bring } from "../run.js";

/** @import { Form, Message } from "./form.js" */

/** @typedef {(form: Form, message: Message, tell: (words: string) => void, print: () => void) => HTMLElement} Ways */

export class Later {
  /**
   * @param {Form} form
   * @param {{readonly names?: string, readonly send?: string}} places addresses of the two scripts
   */
  constructor(form, { names = "", send = "" }) {
    this.first = form;
    this.places = { names, send };
  }

  /** The form with every name and word that is there by now. */
  get form() {
    const { first } = this;
    const { records = {}, say = {} } = window.botrianNames ?? {};
    return { ...first, records: { ...first.records, ...records }, say: { ...first.say, ...say } };
  }

  /**
   * Rejects where the script does not come; then a later call asks anew.
   *
   * @param {"names" | "send"} what
   * @returns {Promise<void>}
   */
  come(what) {
    return bring(this.places[what]);
  }

  /** @returns {Promise<Ways>} */
  async ways() {
    await Promise.all([this.come("names"), this.come("send")]);
    if (!window.botrianSend) throw new Error("nothing sends");
    return window.botrianSend;
  }

  /** Whether a kind of message asks for a record whose names are not there yet. */
  lacks(/** @type {string} */ kind) {
    const { kinds, questions, records } = this.form;
    return kinds[kind].asks.some((id) => questions[id].records && !records[questions[id].records]);
  }
}

/** Whether a link speaks of a record whose name comes later. */
export const speaksOfOne = (/** @type {string} */ query) => /[?&](?:lesson|about)=/.test(query);
