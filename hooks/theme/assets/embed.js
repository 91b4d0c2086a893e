// Inside an embedded table: theme and columns from the address, height told to the page around, and, in a frozen
// copy, what has changed since. The table reads well without any of it.
"use strict";
(() => {
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const theme = asked.get("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;

  const tellHeight = () => {
    if (parent === window) return;
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    // Any page may embed a table, and a height is no secret: so it goes to whoever is around.
    parent.postMessage({ type: "botrian-embed-height", table: document.body.dataset.table, height }, "*");
  };

  /** Show only the columns that ?columns=a,b names; names that are not there are passed over. */
  const chooseColumns = (wanted) => {
    const heads = [...document.querySelectorAll("thead th[data-column]")];
    const shown = heads.map((head) => wanted.includes(head.dataset.column));
    if (!shown.includes(true)) return;
    heads.forEach((head, place) => { head.hidden = !shown[place]; });
    document.querySelectorAll("tr[data-row]").forEach((row) => {
      row.querySelectorAll("td").forEach((cell, place) => { cell.hidden = !shown[place]; });
    });
    const width = shown.filter(Boolean).length + 1;
    document.querySelectorAll(".group th").forEach((head) => { head.colSpan = width; });
  };

  /** The lines of a cell as one text, as the JSON of the table has it. */
  const textOf = (cell) => [...cell.childNodes].map((node) => (node.nodeName === "BR" ? "\n" : node.textContent)).join("");

  /** What differs between the table on this page and the live one: cells, rows, columns. */
  const differences = (live) => {
    const heads = [...document.querySelectorAll("thead th[data-column]")];
    const rows = [...document.querySelectorAll("tr[data-row]")];
    const liveRows = new Map(live.rows.map((row) => [row.id, row]));
    const places = new Map(live.columns.map((column, place) => [column.id, place]));
    const cells = [];
    for (const row of rows) {
      const liveRow = liveRows.get(row.dataset.row);
      if (!liveRow) continue;
      [...row.querySelectorAll("td")].forEach((cell, number) => {
        const place = places.get(heads[number].dataset.column);
        if (place === undefined) return;
        const was = textOf(cell);
        const now = liveRow.cells[place].text;
        if (was !== now) cells.push({ cell, row: row.cells[0].textContent, column: heads[number].textContent, was, now });
      });
    }
    const known = new Set(rows.map((row) => row.dataset.row));
    const columns = new Set(heads.map((head) => head.dataset.column));
    const whole = !("cut" in document.body.dataset);
    return {
      cells,
      rowsAdded: whole ? live.rows.filter((row) => !known.has(row.id)).map((row) => row.name) : [],
      rowsRemoved: rows.filter((row) => !liveRows.has(row.dataset.row)).map((row) => row.cells[0].textContent),
      columnsAdded: whole ? live.columns.filter((column) => !columns.has(column.id)).map((column) => column.name) : [],
      columnsRemoved: heads.filter((head) => !places.has(head.dataset.column)).map((head) => head.textContent),
    };
  };

  const say = (name, words) => (document.body.dataset[`say${name}`] ?? "").replace("{}", words);

  const item = (text) => {
    const one = document.createElement("li");
    one.textContent = text;
    return one;
  };

  const showDifferences = (found, box) => {
    const other = [
      ...found.rowsAdded.map((name) => say("RowAdded", name)),
      ...found.rowsRemoved.map((name) => say("RowRemoved", name)),
      ...found.columnsAdded.map((name) => say("ColumnAdded", name)),
      ...found.columnsRemoved.map((name) => say("ColumnRemoved", name)),
    ];
    const count = found.cells.length;
    if (count === 0 && other.length === 0) {
      document.querySelector(".frozen").append(` · ${say("Same", "")}`);
      return;
    }
    const headline = document.createElement("strong");
    headline.textContent = count === 1 ? say("ChangedOne", "1") : count ? say("Changed", String(count)) : "";
    const list = document.createElement("ul");
    for (const one of found.cells) {
      one.cell.classList.add("changed");
      list.append(item(`${one.row} · ${one.column}: ${say("Was", "")} “${one.was}” ${say("Now", "")} “${one.now}”`));
    }
    list.append(...other.map(item));
    box.append(headline, list);
  };

  /** A frozen copy asks for the live table. Where that is gone, or not to be had, the copy stays as it is. */
  const compare = async () => {
    const address = document.body.dataset.live;
    if (!address) return;
    try {
      const answer = await fetch(address, { credentials: "omit" });
      if (answer.ok) showDifferences(differences(await answer.json()), document.querySelector(".changes"));
    } catch { /* offline, moved, or not allowed from here: see above */ }
  };

  document.addEventListener("DOMContentLoaded", () => {
    compare().then(() => {
      const columns = asked.get("columns");
      if (columns) chooseColumns(columns.split(","));
      root.dataset.ready = "";
      tellHeight();
    });
    tellHeight();
    if ("ResizeObserver" in window) new ResizeObserver(tellHeight).observe(document.body);
  });
  addEventListener("load", tellHeight);
})();
