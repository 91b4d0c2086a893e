// A table on the page goes in; what the tools need to know of it comes out: columns, rows, texts, order.
// Also the state of the tools, which lives in the page's address so that a link shows the same view.
"use strict";
(() => {
  const tables = (window.botrianTables ??= {});
  const collator = new Intl.Collator("th", { numeric: true });
  const NOT_TEXT = "sup, .kb-correct, .kb-sort, .kb-mark, .kb-definition, .kb-sr";

  // ---- texts -------------------------------------------------------------------------------------------

  // Decomposed and misplaced sara am, full-width letters and invisible spaces must not hide a word from the filter.
  tables.folded = (text) => text.normalize("NFKC").toLowerCase()
    .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, "$1\u0e33")
    .replace(/([\u0e48-\u0e4b])\u0e4d\u0e32/g, "$1\u0e33")
    .replace(/[\u200b-\u200d\ufeff]/g, "")
    .replace(/[\u0e50-\u0e59]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/\s+/g, " ").trim();

  // What people read in a cell, as lines: without markers, buttons and what the tools put there.
  tables.lines = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll(NOT_TEXT).forEach((one) => one.remove());
    copy.querySelectorAll("li").forEach((item) => item.prepend("\n• "));
    copy.querySelectorAll("ul").forEach((list) => list.append("\n"));
    copy.querySelectorAll(".kb-cell-note").forEach((note) => { note.prepend("("); note.append(")"); });
    return copy.textContent.split("\n").map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean);
  };

  const textOf = (element) => tables.lines(element).join(" ");

  // ---- reading -----------------------------------------------------------------------------------------

  const cellOf = (td) => ({
    td,
    label: td.dataset.label,
    text: tables.folded(textOf(td)),
    value: td.dataset.sortValue,
    absent: td.dataset.absent,
  });

  const rowOf = (tr, group) => {
    const [th, ...cells] = tr.cells;
    const text = textOf(th);
    return { tr, th, id: tr.dataset.row, name: text, group, cells: cells.map(cellOf), anchor: tr.id };
  };

  tables.read = (table) => {
    const [corner, ...heads] = table.tHead.rows[0].cells;
    const columns = heads.map((th, at) => ({ th, at, id: th.dataset.column, name: textOf(th), type: th.dataset.type }));
    const rows = [];
    let group = null;
    for (const body of table.tBodies) {
      for (const tr of body.rows) {
        if (tr.classList.contains("kb-group")) group = tr;
        else rows.push(rowOf(tr, group));
      }
    }
    return { table, corner, columns, rows };
  };

  // ---- order -------------------------------------------------------------------------------------------

  // What is not known stands last whichever way the column is sorted; numbers and dates before words.
  const rank = (cell) => (cell.absent ? 2 : cell.value === undefined ? 1 : 0);

  const compareTyped = (a, b) => {
    const [left, right] = [Number(a.value), Number(b.value)];
    if (!Number.isNaN(left) && !Number.isNaN(right)) return left - right;
    return a.value < b.value ? -1 : Number(a.value > b.value);
  };

  tables.compareCells = (a, b, direction) => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    if (a.absent) return collator.compare(a.absent, b.absent);
    return direction * (rank(a) === 0 ? compareTyped(a, b) : collator.compare(a.text, b.text));
  };

  const sorted = (model, rows, sort) => {
    if (!sort) return rows;
    const direction = sort.startsWith("-") ? -1 : 1;
    const id = sort.replace(/^-/, "");
    const column = model.columns.find((one) => one.id === id);
    if (!column && id !== "name") return rows;
    const groups = [...new Set(model.rows.map((row) => row.group))];
    return [...rows].sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group)
      || (column
        ? tables.compareCells(a.cells[column.at], b.cells[column.at], direction)
        : direction * collator.compare(a.name, b.name)));
  };

  // The rows and columns that a state shows, in its order.
  tables.chosen = (model, state) => {
    const columns = model.columns.filter((column) => !state.cols || state.cols.includes(column.id));
    const wanted = tables.folded(state.q);
    const fits = (row) => {
      if (state.rows && !state.rows.includes(row.id)) return false;
      if (!wanted) return true;
      return tables.folded(row.name).includes(wanted)
        || columns.some((column) => row.cells[column.at].text.includes(wanted));
    };
    return { columns, rows: sorted(model, model.rows.filter(fits), state.sort) };
  };

  // ---- state in the address ----------------------------------------------------------------------------

  const LISTS = ["rows", "cols"];
  const SWITCHES = ["diff", "turn", "embed"];

  tables.emptyState = () => ({ rows: null, cols: null, sort: "", q: "", diff: false, turn: false, embed: false });

  const idsOf = (text) => text.split(",").filter((id) => /^[a-z0-9_-]+$/.test(id));

  tables.stateOf = (query) => {
    const given = new URLSearchParams(query);
    const state = tables.emptyState();
    for (const name of LISTS) if (given.has(name)) state[name] = idsOf(given.get(name));
    for (const name of SWITCHES) state[name] = given.get(name) === "1";
    if (/^-?[a-z0-9_-]+$/.test(given.get("sort") ?? "")) state.sort = given.get("sort");
    state.q = (given.get("q") ?? "").slice(0, 200);
    return state;
  };

  // Written by hand: URLSearchParams would turn the commas into %2C.
  tables.queryOf = (state) => {
    const parts = [];
    for (const name of LISTS) if (state[name]) parts.push(`${name}=${state[name].join(",")}`);
    if (state.sort) parts.push(`sort=${state.sort}`);
    if (state.q) parts.push(`q=${encodeURIComponent(state.q)}`);
    for (const name of SWITCHES) if (state[name]) parts.push(`${name}=1`);
    return parts.length ? `?${parts.join("&")}` : "";
  };
})();
