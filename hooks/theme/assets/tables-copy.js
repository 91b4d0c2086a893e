// What a table shows goes in; HTML with its look, tab-separated text, CSV and JSON come out, and go to the clipboard or
// into a file. A cell that a spreadsheet would run as a formula gets an apostrophe before it.
"use strict";
(() => {
  const tables = window.botrianTables;
  const FORMULA = /^[ \n]*[=+\-@\t\r＝＋－＠]/;
  const NUMBER = /^[+\-−]?[0-9][0-9,]*(\.[0-9]+)?$/;
  // Word and mail drop style sheets: every style stands in its element.
  const FONT = "font-family:Sarabun,'TH Sarabun New','Leelawadee UI',Tahoma,sans-serif";
  const CELL = "border:1px solid #74827e;padding:4px 8px;text-align:left;vertical-align:top";
  const MOST_PLACES = 12;

  tables.harmless = (text) => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);

  const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

  // ---- what is shown, as plain lines ------------------------------------------------------------------

  const nameLines = (th) => tables.lines(th);

  const transposed = (grid) => grid[0].map((_, at) => grid.map((row) => row[at]));

  // {caption, grid: the heading row and the others, each cell a list of lines; groups: of the rows, or null}
  tables.content = (model, view, state) => {
    const head = [model.corner, ...view.columns.map((column) => column.th)].map(nameLines);
    const rows = view.rows.map((row) => [
      nameLines(row.th), ...view.columns.map((column) => tables.lines(row.cells[column.at].td)),
    ]);
    const grid = [head, ...rows];
    const grouped = view.rows.some((row) => row.group);
    return {
      caption: model.table.caption.textContent.trim(),
      grid: state.turn ? transposed(grid) : grid,
      groups: grouped && !state.turn ? view.rows.map((row) => row.group?.textContent.trim() ?? "") : null,
      places: places(view),
    };
  };

  // Where the visible cells come from: sources with their lines, taken from the markers.
  const places = (view) => {
    const found = new Map();
    const cells = view.rows.flatMap((row) => [row.th, ...view.columns.map((column) => row.cells[column.at].td)]);
    for (const marker of cells.flatMap((cell) => [...cell.querySelectorAll(".kb-cite")])) {
      const [, source, where] = marker.title.match(/^(.*?), (?:บรรทัด|lines?) (.*)$/) ?? [null, marker.title, ""];
      if (!found.has(source)) found.set(source, new Set());
      if (where) found.get(source).add(where);
    }
    return found;
  };

  const sourceWords = (found) => {
    const many = [...found.values()].reduce((sum, lines) => sum + lines.size, 0) > MOST_PLACES;
    return [...found].map(([source, lines]) => (many || !lines.size ? source : `${source} (${[...lines].join(", ")})`)).join("; ");
  };

  tables.sourceLines = (content, { say, library, link }) => {
    const sources = sourceWords(content.places);
    return [sources && `${say("sources")}: ${sources}`, `${say("from")}: ${library} ${link}`].filter(Boolean);
  };

  // ---- formats ---------------------------------------------------------------------------------------------

  const quoted = (text, between) => (/["\n\r]/.test(text) || text.includes(between) ? `"${text.replaceAll('"', '""')}"` : text);

  const asRows = (content, context) => {
    const [head, ...rows] = content.grid;
    if (!content.groups) return [head, ...rows];
    return [[[context.say("group")], ...head], ...rows.map((row, at) => [[content.groups[at]], ...row])];
  };

  const separated = (content, context, between, after) => {
    const lines = [...asRows(content, context).map((row) => row.map((cell) => cell.join("\n"))), ...after];
    return lines.map((row) => row.map((text) => quoted(tables.harmless(text), between)).join(between)).join("\r\n");
  };

  tables.asTsv = (content, context) => separated(content, context, "\t", []);

  tables.asCsv = (content, context) => {
    const about = [[], [content.caption], ...tables.sourceLines(content, context).map((line) => [line])];
    return `\ufeff${separated(content, context, ",", about)}\r\n`;
  };

  tables.asJson = (content, context) => {
    const [head, ...rows] = content.grid.map((row) => row.map((cell) => cell.join("\n")));
    const data = {
      title: content.caption,
      columns: head,
      rows,
      sources: [...content.places].map(([source, lines]) => ({ source, lines: [...lines] })),
      link: context.link,
    };
    return `${JSON.stringify(data, null, 2)}\n`;
  };

  const cellHtml = (tag, cell, style, span = "") => {
    const number = cell.length === 1 && NUMBER.test(cell[0]);
    const text = cell.map((line) => escaped(tables.harmless(line))).join('<br style="mso-data-placement:same-cell">');
    const look = number ? "" : ";mso-number-format:'\\@'";
    return `<${tag}${span} style="${style}${look}">${text}</${tag}>`;
  };

  const HEAD = `${CELL};background:#f0f3ee;font-weight:bold`;

  tables.asHtml = (content, context) => {
    const [head, ...rows] = content.grid;
    const lines = [`<tr>${head.map((cell) => cellHtml("th", cell, HEAD, ' scope="col"')).join("")}</tr>`];
    rows.forEach((row, at) => {
      const group = content.groups?.[at];
      if (group && group !== content.groups[at - 1]) {
        lines.push(`<tr>${cellHtml("th", [group], HEAD, ` colspan="${head.length}"`)}</tr>`);
      }
      const [name, ...cells] = row;
      lines.push(`<tr>${cellHtml("th", name, HEAD, ' scope="row"')}${cells.map((cell) => cellHtml("td", cell, CELL)).join("")}</tr>`);
    });
    const sources = tables.sourceLines(content, context)
      .map((line) => `<p style="${FONT};font-size:10pt;margin:4px 0">${linked(line, context.link)}</p>`).join("");
    return `<p style="${FONT};font-weight:bold;margin:4px 0">${escaped(content.caption)}</p>`
      + `<table style="border-collapse:collapse;${FONT};font-size:12pt"><thead>${lines[0]}</thead>`
      + `<tbody>${lines.slice(1).join("")}</tbody></table>${sources}`;
  };

  const linked = (line, link) => escaped(line).replace(escaped(link), `<a href="${escaped(link)}">${escaped(link)}</a>`);

  tables.asPage = (content, context) => `<!doctype html>\n<html lang="${document.documentElement.lang}">\n`
    + `<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n`
    + `<title>${escaped(content.caption)}</title>\n${tables.asHtml(content, context)}\n</html>\n`;

  // ---- ways out --------------------------------------------------------------------------------------------

  // Answering a copy event keeps every style as it is written. The newer way parses the HTML first, which drops what only
  // Word and Excel know and breaks the page's own security policy with each style; it is for browsers that refuse this one.
  const copiedByEvent = (parts) => {
    let done = false;
    const answer = (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      for (const [type, text] of Object.entries(parts)) event.clipboardData.setData(type, text);
      done = true;
    };
    document.addEventListener("copy", answer, true);
    try { document.execCommand("copy"); } finally { document.removeEventListener("copy", answer, true); }
    return done;
  };

  // {"text/plain": …, "text/html": …} to the clipboard at once; tells whether it worked.
  tables.toClipboard = async (parts) => {
    if (copiedByEvent(parts)) return true;
    try {
      const blobs = Object.entries(parts).map(([type, text]) => [type, new Blob([text], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
      return true;
    } catch {
      return false;
    }
  };

  tables.toFile = (name, type, text) => {
    const link = tables.element("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
})();
