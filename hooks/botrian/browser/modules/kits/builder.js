// A kit that is put together enters as its plan; it leaves kept, in its address and shown, after each thing that people change
// in it. The plan stands behind # in its address, so that a link shows the same kit; the own one is kept on this device. A kit
// that came by a link is looked at and changed without touching the own one, until it is kept.

import { KIT } from "#data/kit.js";
import { must } from "../dom.js";
import { keepKit, keptKit } from "./kept.js";
import { kitOf } from "./kit.js";
import {
  addressOf,
  EMPTY,
  isFull,
  keyOf,
  partOf,
  planOf,
  withMinutes,
  withMoved,
  withoutPart,
  withPart,
  withUnfolded,
} from "./plan.js";
import { recordOf } from "./record.js";
import { nameOf } from "./shown.js";
import { buttonIn, focusPart, showKit } from "./view.js";
import { say } from "./words.js";

/** @import { Load } from "../search/load.js" */
/** @import { Part, Plan } from "./plan.js" */
/** @import { LoadedRecord } from "./record.js" */
/** @import { Words } from "./words.js" */

/** @typedef {{readonly own: Load, readonly cases: Load, readonly files: Load}} Loads */

const SHOWN_UNKNOWN = 5;
const SHOWN_LETTERS = 60;

/**
 * What stands in an address, short enough to be shown.
 *
 * @param {readonly string[]} unknown
 */
const shortly = (unknown) =>
  unknown
    .slice(0, SHOWN_UNKNOWN)
    .map((one) => `“${[...one].slice(0, SHOWN_LETTERS).join("")}”`)
    .join(", ") + (unknown.length > SHOWN_UNKNOWN ? " …" : "");

export class KitBuilder {
  /**
   * @param {HTMLElement} root
   * @param {Words} words
   * @param {Loads} loads
   */
  constructor(root, words, loads) {
    this.root = root;
    this.words = words;
    this.loads = loads;
    this.home = root.dataset.home ?? "";
    /** @type {Map<string, LoadedRecord | null>} */
    this.records = new Map();
    /** @type {Plan} */
    this.plan = EMPTY;
    this.title = "";
    this.purpose = "";
    this.borrowed = false;
  }

  /** @param {string} name */
  part(name) {
    return must(this.root, `[data-kit-${name}]`);
  }

  // ---- where the kit comes from ------------------------------------------------------------------------------

  /** What the address asks for, or else the own kit. */
  async read() {
    const kept = keptKit();
    const own = planOf(kept?.address ?? "").plan;
    const asked = location.hash.slice(1);
    const added = new URLSearchParams(asked).get("add");
    const given = planOf(asked);
    const isGiven = new URLSearchParams(asked).has("parts");
    this.title = kept?.title ?? "";
    this.purpose = kept?.purpose ?? "";
    this.borrowed = isGiven && own.parts.length > 0 && addressOf(own) !== addressOf(given.plan);
    this.plan = isGiven ? given.plan : own;
    if (this.borrowed) this.title = this.purpose = "";
    const unknown = [...given.unknown, ...(added && !partOf(added)?.id ? [added] : [])];
    this.tell([
      ...(unknown.length ? [say(this.words, "build_unknown", shortly(unknown))] : []),
      ...(given.full ? [say(this.words, "build_too_many", KIT.most)] : []),
    ]);
    if (added && partOf(added)?.id) await this.add(added);
    else await this.changed(this.plan);
  }

  /** @param {readonly string[]} lines */
  tell(lines) {
    const told = this.part("told");
    told.textContent = lines.join(" ");
    told.hidden = !lines.length;
  }

  /** Keeps the kit on this device and in the address. */
  keep() {
    const address = addressOf(this.plan);
    const isEmpty = !this.plan.parts.length;
    try {
      history.replaceState(null, "", isEmpty ? location.pathname + location.search : `#${address}`);
    } catch {
      // Some browsers let no script change the address of a file; the kit is kept all the same.
    }
    if (this.borrowed) return;
    const kept = keepKit({ address: isEmpty ? "" : address, title: this.title, purpose: this.purpose });
    if (!kept) this.status(say(this.words, "build_not_kept"));
  }

  // ---- what is shown -----------------------------------------------------------------------------------------

  get kit() {
    const { plan, words, title, purpose } = this;
    const site = this.root.dataset.site ?? "";
    const link = `${site}kits/build/#${addressOf(plan)}`;
    return kitOf(plan, this.records, words, { title, purpose, site, link });
  }

  /**
   * A new plan: kept, its records fetched, shown.
   *
   * @param {Plan} plan
   */
  async changed(plan) {
    this.plan = plan;
    this.keep();
    const wanted = plan.parts.filter((part) => part.id && !this.records.has(keyOf(part))).map(keyOf);
    await Promise.all(
      wanted.map(async (key) => {
        const record = await recordOf(key, this.loads.own, this.loads.cases).catch(() => null);
        this.records.set(key, record);
      }),
    );
    // What was changed in the meantime shows itself.
    if (this.plan === plan) this.show();
  }

  show() {
    const { root, plan, kit, records, borrowed, title, purpose, home } = this;
    showKit(root, { plan, kit, records, borrowed, own: { title, purpose }, home });
    root.dataset.ready = addressOf(plan);
  }

  /** @param {string} name */
  button(name) {
    return buttonIn(this.root, name);
  }

  /** @param {string} words */
  status(words) {
    this.part("status").textContent = words;
  }

  // ---- what people do ----------------------------------------------------------------------------------------

  /** @param {string} key */
  async add(key) {
    const there = this.plan.parts.some((part) => keyOf(part) === key);
    const full = isFull(this.plan);
    await this.changed(there ? this.plan : withPart(this.plan, key));
    const part = /** @type {Part} */ (partOf(key));
    const name = `“${nameOf(part, this.records, this.words)}”`;
    if (there) this.status(say(this.words, "build_there", name));
    else this.status(full ? say(this.words, "build_full", KIT.most) : say(this.words, "build_added", name));
    // The button of a part that is there now is off: the keyboard goes on at the part.
    if (document.activeElement === document.body && !this.root.hidden) focusPart(this.root, key, "up");
  }

  /**
   * @param {string} key
   * @param {string} what
   */
  async onPart(key, what) {
    const { root, words, plan } = this;
    const part = plan.parts.find((one) => keyOf(one) === key);
    if (!part) return;
    const name = `“${nameOf(part, this.records, words)}”`;
    if (what === "up" || what === "down") {
      await this.changed(withMoved(plan, key, what === "up" ? -1 : 1));
      const at = this.plan.parts.findIndex((one) => keyOf(one) === key) + 1;
      this.status(say(words, "build_moved", name, at, this.plan.parts.length));
      focusPart(root, key, what);
    } else if (what === "remove") {
      const next = plan.parts[plan.parts.indexOf(part) + 1] ?? plan.parts[plan.parts.indexOf(part) - 1];
      await this.changed(withoutPart(plan, key));
      this.status(say(words, "build_removed", name));
      if (next) focusPart(root, keyOf(next), "remove");
      else this.part("search").focus();
    } else if (what === "unfold") {
      const record = this.records.get(key);
      const keys = record?.kind === "path" ? record.steps.flatMap(([, leads]) => leads.map(([lead]) => lead)) : [];
      const { plan: more, full } = withUnfolded(plan, key, keys);
      await this.changed(more);
      this.tell(full ? [say(words, "build_too_many", KIT.most)] : []);
      if (keys.length) focusPart(root, keys[0], "remove");
    }
  }

  /**
   * @param {string} key of a part
   * @param {number | null} minutes
   */
  async minutes(key, minutes) {
    await this.changed(withMinutes(this.plan, key, minutes));
  }

  /** No part has minutes of its own any more. */
  async timeShared() {
    await this.changed({ ...this.plan, parts: this.plan.parts.map((part) => ({ ...part, minutes: null })) });
  }

  /** @param {FormData} chosen what people wrote and chose of the whole kit */
  async chosen(chosen) {
    this.title = String(chosen.get("title") ?? "");
    this.purpose = String(chosen.get("purpose") ?? "");
    const asked = new URLSearchParams({
      parts: "",
      length: String(chosen.get("length") ?? ""),
      start: String(chosen.get("start") ?? "").replace(":", ""),
      screen: String(chosen.get("screen") ?? ""),
    });
    await this.changed({ ...planOf(asked.toString()).plan, parts: this.plan.parts });
  }

  async emptied() {
    this.title = this.purpose = "";
    await this.changed({ ...this.plan, parts: [] });
  }

  /** A kit that came by a link becomes the own one. */
  async taken() {
    this.borrowed = false;
    await this.changed(this.plan);
  }

  /** The own kit again, whatever the address asked for. */
  async back() {
    history.replaceState(null, "", location.pathname + location.search);
    await this.read();
  }
}
