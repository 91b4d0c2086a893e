// Nothing enters; where words end in Thai leaves, by the browser's own dictionary where it has one.

export const dictionary =
  typeof Intl !== "undefined" && Intl.Segmenter ? new Intl.Segmenter("th", { granularity: "word" }) : null;
