// The dialog that hands out a table: code for a web page, a plain link, and what it will look like.
"use strict";
(() => {
  const tables = window.botrianTables;

  const attribute = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

  const codeOf = (address, title, height) => `<iframe src="${attribute(address)}" title="${attribute(title)}" `
    + `width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`;

  // One script for a whole page: it gives each of our iframes the height that its table tells.
  const hostScript = (site) => `\n<script src="${attribute(site)}assets/embed-host.js" async></script>`;

  // A copy is a hash, or a hash with the words that tell it from the others.
  const copiesOf = (root) => {
    try {
      return JSON.parse(root.dataset.frozen || "[]").map((one) => (typeof one === "string" ? { hash: one } : one));
    } catch {
      return [];
    }
  };

  // tools: {root, table id, title, builder, columns(), state(), say()}
  tables.embedDialog = (tools) => {
    const dialog = tools.root.querySelector("[data-embed]");
    const field = (name) => dialog.querySelector(`[data-embed-field="${name}"]`);
    const frozenCopies = copiesOf(tools.root);
    const list = dialog.querySelector("[data-embed-columns] [data-list]");
    const kind = () => dialog.querySelector("[name=embed-kind]:checked").value;

    const columns = () => {
      if (!list) return null;
      const boxes = [...list.querySelectorAll("input")];
      const on = boxes.filter((box) => box.checked);
      return on.length === boxes.length || !on.length ? null : on.map((box) => box.value);
    };

    const queryOfLive = () => {
      if (tools.builder) return tables.queryOf({ ...tools.state(), embed: true });
      // The embed's own words (hooks/theme/assets/embed.js).
      const parts = [];
      const shown = columns();
      if (shown) parts.push(`columns=${shown.join(",")}`);
      if (field("theme").value) parts.push(`theme=${field("theme").value}`);
      return parts.length ? `?${parts.join("&")}` : "";
    };

    // Below the site's root, without and with the file that file:// needs.
    const embedPath = () => {
      const language = field("language").value === "en" ? "en/" : "";
      if (tools.builder) return `${language}tables/build/`;
      const frozen = kind() === "frozen" ? `frozen/${tools.id}/${field("copy").value}` : `tables/${tools.id}`;
      return `${language}embed/${frozen}/`;
    };

    const pageLink = () => {
      const language = field("language").value === "en" ? "en/" : "";
      if (kind() === "frozen" && !tools.builder) return tools.root.dataset.site + embedPath();
      const path = tools.builder ? "tables/build/" : `tables/${tools.id}/`;
      return tools.root.dataset.site + language + path + tables.queryOf({ ...tools.state(), embed: false });
    };

    const refresh = () => {
      const frozen = kind() === "frozen";
      dialog.querySelector("[data-copies]").hidden = !frozen;
      const height = Math.min(2000, Math.max(200, Number(field("height").value) || 480));
      const address = embedPath() + queryOfLive();
      const { site } = tools.root.dataset;
      dialog.querySelector("[data-embed-code]").value = codeOf(site + address, tools.title(), height)
        + (field("grows").checked ? hostScript(site) : "");
      dialog.querySelector("[data-embed-link]").value = pageLink();
      const file = location.protocol === "file:" ? "index.html" : "";
      const preview = dialog.querySelector("[data-embed-preview]");
      const src = new URL(tools.root.dataset.root + embedPath() + file + queryOfLive(), location.href).href;
      // Setting the same address again would load it again.
      if (preview.src !== src) preview.src = src;
      preview.style.height = `${height}px`;
      const count = dialog.querySelector("[data-embed-columns] [data-count]");
      if (count) count.textContent = `${columns()?.length ?? tools.columns().length}/${tools.columns().length}`;
    };

    const fill = () => {
      dialog.querySelector("[data-when-frozen]").hidden = !frozenCopies.length || tools.builder;
      field("copy").replaceChildren(...[...frozenCopies].reverse().map(({ hash, words }) => tables.element("option", { value: hash }, words ?? hash)));
      const shown = tools.state().cols;
      list?.replaceChildren(...tools.columns().map((column) => {
        const box = tables.element("input", { type: "checkbox", value: column.id });
        box.checked = !shown || shown.includes(column.id);
        return tables.element("label", {}, box, ` ${column.name}`);
      }));
    };

    field("language").value = document.documentElement.lang;
    let pause;
    dialog.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(refresh, 250); });
    dialog.addEventListener("change", () => { clearTimeout(pause); refresh(); });
    dialog.addEventListener("click", async ({ target }) => {
      // A click beside the dialog closes it, as Escape does.
      if (target === dialog) dialog.close();
      const of = target.closest("[data-copy-of]")?.dataset.copyOf;
      if (!of) return;
      const box = dialog.querySelector(`#${of}`);
      box.select();
      const done = await tables.toClipboard({ "text/plain": box.value });
      dialog.querySelector("[data-embed-status]").textContent = tools.say(done ? "copied-text" : "not-copied");
    });

    return () => {
      fill();
      dialog.querySelector("[data-embed-status]").textContent = "";
      dialog.showModal();
      refresh();
    };
  };
})();
