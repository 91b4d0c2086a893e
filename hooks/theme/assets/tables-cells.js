// A cell of the builder's data goes in; the same cell as on the site's own pages comes out, with markers that lead to the
// cited lines. The short keys are told in hooks/botrian/pages/builder.py.
"use strict";
(() => {
  const tables = window.botrianTables;
  const { element } = tables;

  // words: the data attributes of the builder's form; home: the way to the root of this language.
  tables.Cells = class {
    constructor(data, words) {
      this.data = data;
      this.words = words;
      this.home = words.home;
      this.cited = new Map();
    }

    // A citation is its number in data.citations: [address, words].
    where(citation) { return this.data.citations[citation][1]; }

    lead(citation) { return this.home + this.data.citations[citation][0]; }

    markers(citations) {
      if (!citations?.length) return "";
      return element("sup", {}, ...citations.map((citation) => {
        if (!this.cited.has(citation)) this.cited.set(citation, citation);
        const number = [...this.cited.keys()].indexOf(citation) + 1;
        return element("a", { class: "kb-cite", href: this.lead(citation), title: this.where(citation) }, `[${number}]`);
      }));
    }

    aside(text, more = "") { return text ? [" ", element("span", { class: `kb-basis${more}` }, text)] : []; }

    value(value) {
      const body = value.i
        ? element("ul", {}, ...value.i.map((item) => element("li", {}, item)))
        : element("span", { class: "kb-value" }, value.t ?? "");
      const records = (value.r ?? []).flatMap(([name, address]) => (
        name === value.t ? [] : [" ", element("span", { class: "kb-basis" }, element("a", { href: this.home + address }, name))]));
      return [
        body, this.markers(value.c), ...records,
        ...this.aside(value.m && `(${this.words.implied})`), ...this.aside(value.o, " kb-cell-note"),
      ];
    }

    // Without a fact the cell says that the sources are silent.
    absent(cell) {
      const sign = cell?.a ?? "unknown";
      const words = { unknown: this.words.absentUnknown, none: this.words.absentNone, "not-applicable": this.words.absentNotApplicable }[sign];
      return [element("span", { class: `kb-absent kb-absent--${sign}` }, words), this.markers(cell?.c), ...this.aside(cell?.o, " kb-cell-note")];
    }

    parts(cell) {
      if (!cell?.v) return this.absent(cell);
      const note = this.aside(cell.o, " kb-cell-note");
      if (cell.v.length === 1) return [...this.value(cell.v[0]), ...note];
      const disagree = cell.x ? element("span", { class: "kb-basis kb-disagree-note" }, this.words.disagree) : "";
      const list = cell.v[0].i
        ? cell.v.flatMap((value) => this.value(value))
        : [element("ul", {}, ...cell.v.map((value) => element("li", {}, ...this.value(value).filter(Boolean))))];
      return [disagree, ...list, ...note];
    }

    td(cell, column) {
      const unit = column.unit ? ` (${column.unit})` : "";
      return element("td", {
        role: "cell",
        "data-label": column.name + unit,
        "data-type": column.type,
        "data-absent": cell?.v ? null : cell?.a ?? "unknown",
        "data-sort-value": cell?.s,
      }, ...this.parts(cell).filter(Boolean));
    }
  };
})();
