// A table's model and a state go in; the table on the page shows it. Cells are moved, never copied, so that links,
// anchors and the state of a screen reader stay with them.
"use strict";
(() => {
  const tables = window.botrianTables;

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === true) made.setAttribute(key, "");
      else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
    }
    made.append(...children.filter((child) => child !== null && child !== ""));
    return made;
  };
  tables.element = element;

  const asHeader = (th, scope) => {
    th.scope = scope;
    th.setAttribute("role", scope === "col" ? "columnheader" : "rowheader");
    return th;
  };

  const line = (cells, tr = element("tr", { role: "row" })) => {
    tr.replaceChildren(...cells);
    return tr;
  };

  const labelled = (cell, label) => {
    cell.td.dataset.label = label;
    return cell.td;
  };

  const upright = (model, { rows, columns }) => {
    const head = line([model.corner, ...columns.map((column) => asHeader(column.th, "col"))]);
    const bodies = [];
    let group;
    for (const row of rows) {
      if (row.group !== group || !bodies.length) {
        group = row.group;
        bodies.push(element("tbody", { role: "rowgroup" }));
        if (group) {
          group.cells[0].colSpan = columns.length + 1;
          bodies.at(-1).append(group);
        }
      }
      row.tr.id = row.anchor;
      row.th.removeAttribute("id");
      const cells = columns.map((column) => labelled(row.cells[column.at], row.cells[column.at].label));
      bodies.at(-1).append(line([asHeader(row.th, "row"), ...cells], row.tr));
    }
    return [head, bodies];
  };

  // Rows become columns. Their group, which has no line of its own any more, goes into their headers.
  const turned = (model, { rows, columns }) => {
    const body = element("tbody", { role: "rowgroup" });
    const head = line([model.corner, ...rows.map((row) => {
      if (row.anchor) row.th.id = row.anchor;
      if (row.group) row.th.append(element("span", { class: "kb-mark" }, row.group.textContent.trim()));
      return asHeader(row.th, "col");
    })]);
    for (const column of columns) {
      body.append(line([asHeader(column.th, "row"), ...rows.map((row) => labelled(row.cells[column.at], row.name))]));
    }
    return [head, [body]];
  };

  const mark = (cell, word, kind) => {
    cell.td.classList.add(`kb-cell--${kind}`);
    cell.td.append(" ", element("span", { class: "kb-mark" }, word));
  };

  const clear = (model) => {
    model.table.querySelectorAll(".kb-mark").forEach((one) => {
      if (one.previousSibling?.nodeValue === " ") one.previousSibling.remove();
      one.remove();
    });
    model.rows.forEach((row) => row.cells.forEach(({ td }) => td.classList.remove("kb-cell--same", "kb-cell--differs")));
  };

  // Each cell against that of the first row: a word in the cell, and a look that only repeats the word.
  const compare = ({ rows, columns }, say) => {
    const [first, ...others] = rows;
    first.th.append(" ", element("span", { class: "kb-mark" }, say("base")));
    for (const row of others) {
      for (const column of columns) {
        const [a, b] = [first.cells[column.at], row.cells[column.at]];
        const same = a.text === b.text;
        mark(b, same ? say("same") : say("differs"), same ? "same" : "differs");
      }
    }
  };

  const showSort = (model, sort) => {
    for (const head of [{ th: model.corner, id: "name" }, ...model.columns]) {
      if (sort === head.id) head.th.setAttribute("aria-sort", "ascending");
      else if (sort === `-${head.id}`) head.th.setAttribute("aria-sort", "descending");
      else head.th.removeAttribute("aria-sort");
    }
  };

  tables.show = (model, state, say) => {
    const view = tables.chosen(model, state);
    clear(model);
    const [head, bodies] = state.turn ? turned(model, view) : upright(model, view);
    model.table.tHead.replaceChildren(head);
    [...model.table.tBodies].forEach((body) => body.remove());
    model.table.append(...bodies);
    model.table.classList.toggle("kb-table--turned", state.turn);
    if (state.diff && view.rows.length > 1) compare(view, say);
    showSort(model, state.sort);
    return view;
  };
})();
