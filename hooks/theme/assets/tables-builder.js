// The builder: what is ticked goes into the address, the table below shows it, and the tools work on it as on any table.
"use strict";
(() => {
  const tables = window.botrianTables;
  const { element } = tables;
  const data = window.botrianFacts;
  const form = document.querySelector("[data-builder]");
  if (!form || !data) return;

  const words = form.dataset;
  const built = document.querySelector("[data-built]");
  const boxes = (name) => [...form.querySelectorAll(`input[name="${name}"]`)];
  const ticked = (name) => boxes(name).filter((box) => box.checked).map((box) => box.value);

  const head = (column) => element("th", {
    scope: "col", role: "columnheader", "data-type": column.type, "data-column": column.id, title: column.definition,
  }, column.name, ...(column.unit ? [" ", element("span", { class: "kb-unit" }, `(${column.unit})`)] : []));

  const row = ([id, name, address], columns, cells) => element("tr", { role: "row", "data-row": id },
    element("th", { scope: "row", role: "rowheader" }, element("a", { href: words.home + address }, name)),
    ...columns.map((column) => cells.td(data.cells[id][column.id], column)));

  const tableOf = (places, columns, cells) => {
    const caption = words.caption.replace("{}", places.map(([, name]) => name).join(" · "));
    return element("table", { class: "kb-table", role: "table" },
      element("caption", { id: "built-caption" }, caption),
      element("thead", { role: "rowgroup" }, element("tr", { role: "row" },
        element("th", { scope: "col", role: "columnheader" }, words.rowName), ...columns.map(head))),
      element("tbody", { role: "rowgroup" }, ...places.map((place) => row(place, columns, cells))));
  };

  const citationList = (cells) => (cells.cited.size ? [
    element("h2", { id: "built-citations" }, words.citations),
    element("ol", { class: "kb-citations" }, ...[...cells.cited.values()].map((citation) => (
      element("li", {}, element("a", { href: cells.lead(citation) }, cells.where(citation)))))),
  ] : []);

  const show = () => {
    const places = data.places.filter(([id]) => ticked("rows").includes(id));
    const columns = data.dimensions.filter(({ id }) => ticked("cols").includes(id));
    const ready = places.length > 0 && columns.length > 0;
    document.querySelector("[data-built-empty]").hidden = ready;
    showCounts();
    if (!ready) {
      built.replaceChildren();
      tools.model = null;
      tools.root.hidden = true;
      return;
    }
    const cells = new tables.Cells(data, words);
    const table = tableOf(places, columns, cells);
    built.replaceChildren(
      element("div", { class: "kb-table-wrap", tabindex: "0", role: "region", "aria-labelledby": "built-caption" }, table),
      ...citationList(cells),
    );
    tools.setTable(table);
    // In an iframe a link must not put a whole page into the frame.
    if (tools.state.embed) built.querySelectorAll("a").forEach((link) => { link.target = "_blank"; link.rel = "noopener"; });
  };

  const showCounts = () => form.querySelectorAll("details").forEach((details) => {
    const own = [...details.querySelectorAll("input")];
    details.querySelector("[data-count]").textContent = `${own.filter((box) => box.checked).length}/${own.length}`;
  });

  // An empty list in the address would read as "all" elsewhere; here nothing ticked is simply not named.
  const listOrNull = (ids) => (ids.length ? ids : null);

  const changed = () => {
    tools.model = null;
    tools.change({ rows: listOrNull(ticked("rows")), cols: listOrNull(ticked("cols")) });
    show();
  };

  const tickFrom = (state) => {
    for (const name of ["rows", "cols"]) boxes(name).forEach((box) => { box.checked = Boolean(state[name]?.includes(box.value)); });
    form.querySelectorAll("details").forEach((details) => { if (details.querySelector(":checked")) details.open = true; });
  };

  const tools = new tables.Tools(document.querySelector("[data-builder-tools]"));
  form.hidden = false;
  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-all], [data-none]");
    if (!button) return;
    // All provinces; cases are taken one by one, and given up with the rest.
    const all = button.hasAttribute("data-all");
    boxes("rows").forEach((box) => { if (!all || !box.closest("details")) box.checked = all; });
    changed();
  });
  addEventListener("popstate", () => { tickFrom(tools.state); show(); });

  // In an iframe: the same height message as that of the tables' own embeds (embed.js).
  const tellHeight = () => {
    if (parent === window) return;
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    parent.postMessage({ type: "botrian-embed-height", table: "build", height }, "*");
  };

  if (tools.state.embed) {
    document.documentElement.classList.add("kb-embedded");
    const from = document.querySelector("[data-embedded-from]");
    from.hidden = false;
    from.firstElementChild.href = tools.link();
    from.firstElementChild.target = "_blank";
    from.firstElementChild.rel = "noopener";
    new ResizeObserver(tellHeight).observe(document.body);
  }
  tickFrom(tools.state);
  show();
})();
