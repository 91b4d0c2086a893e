/** The colours of tables in files, as RRGGBB (`botrian.exports.colours`). */
export const INK: string;
export const SOFT_INK: string;
export const LINK_INK: string;
export const EDGE_INK: string;
export const RULE_INK: string;
export const HEAD_GROUND: string;
export const GROUP_GROUND: string;
export const PLAIN_GROUND: string;
