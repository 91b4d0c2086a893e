import type { Length } from "../modules/kits/plan.js";

/** What kits are made by, in Python too (`botrian.kits.builder.builder_rules`). Minutes; breaks: share of the work, name, minutes. */
export const KIT: {
  readonly morning: number;
  readonly step: number;
  readonly work: Readonly<Record<Length, number>>;
  readonly breaks: Readonly<Record<Length, readonly (readonly [number, string, number])[]>>;
  readonly usual: Readonly<Record<string, number>>;
  readonly frame: readonly string[];
  readonly records: readonly string[];
  readonly most: number;
};
