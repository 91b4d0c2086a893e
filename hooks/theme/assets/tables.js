// The tools over a table: sort, filter, choose, compare, turn, copy, embed. They stand hidden on the page until this
// script shows them; without it the table is what it was.
"use strict";
(() => {
  const tables = window.botrianTables;
  const PAUSE = 200;

  class Tools {
    constructor(root) {
      this.root = root;
      this.builder = root.hasAttribute("data-builder-tools");
      this.id = root.dataset.tableTools;
      this.state = tables.stateOf(location.search);
      this.model = null;
      this.openEmbed = tables.embedDialog({
        root,
        id: this.id,
        builder: this.builder,
        say: this.say.bind(this),
        state: () => this.state,
        columns: () => this.model.columns,
        title: () => this.model.table.caption.textContent.trim(),
      });
      this.listen();
    }

    say(name, ...values) {
      const words = this.root.dataset[`say${name.replace(/(?:^|[-_])([a-z])/g, (_, letter) => letter.toUpperCase())}`] ?? name;
      return values.reduce((text, value) => text.replace("{}", () => value), words);
    }

    tool(name) { return this.root.querySelector(`[data-tool="${name}"]`); }

    // ---- the table ---------------------------------------------------------------------------------------

    setTable(table) {
      this.model = tables.read(table);
      this.dropUnknown();
      for (const head of [{ th: this.model.corner, id: "name", name: this.model.corner.textContent.trim() }, ...this.model.columns]) {
        const button = tables.element("button", {
          type: "button", class: "kb-sort", "data-sort": head.id, "aria-label": this.say("sort-by", head.name), title: this.say("sort-by", head.name),
        });
        head.th.append(" ", button);
      }
      this.fillSort();
      this.fillPicks();
      this.root.hidden = false;
      this.show();
    }

    // A link may name rows and columns that are no longer there: they are left out, not an error.
    dropUnknown() {
      const known = { rows: this.model.rows.map((row) => row.id), cols: this.model.columns.map((column) => column.id) };
      if (!this.builder) {
        for (const [name, ids] of Object.entries(known)) {
          if (!this.state[name]) continue;
          const asked = this.state[name];
          this.state[name] = ids.filter((id) => asked.includes(id));
          // All of them, or none that is still there: then the whole table is the better answer.
          if (this.state[name].length === ids.length || (asked.length && !this.state[name].length)) this.state[name] = null;
        }
      }
      if (this.state.sort && ![...known.cols, "name"].includes(this.state.sort.replace(/^-/, ""))) this.state.sort = "";
    }

    fillSort() {
      const options = [{ id: "name", name: this.model.corner.textContent.trim() }, ...this.model.columns].flatMap(({ id, name }) => [
        tables.element("option", { value: id }, this.say("ascending", name)),
        tables.element("option", { value: `-${id}` }, this.say("descending", name)),
      ]);
      const select = this.tool("sort");
      select.replaceChildren(select.options[0], ...options);
    }

    fillPicks() {
      const lists = { rows: this.model.rows, cols: this.model.columns };
      for (const pick of this.root.querySelectorAll("[data-pick]")) {
        pick.querySelector("[data-list]").replaceChildren(...lists[pick.dataset.pick].map(({ id, name }) => (
          tables.element("label", {}, tables.element("input", { type: "checkbox", value: id }), ` ${name}`))));
      }
    }

    // ---- showing -----------------------------------------------------------------------------------------

    show() {
      if (!this.model) return;
      const { activeElement } = document;
      this.view = tables.show(this.model, this.state, this.say.bind(this));
      // Moving a header takes the focus from its button.
      if (activeElement !== document.activeElement && activeElement.isConnected) activeElement.focus({ preventScroll: true });
      this.showControls();
      this.tellStatus();
    }

    showControls() {
      const { state } = this;
      const filter = this.tool("filter");
      if (filter.value !== state.q) filter.value = state.q;
      this.tool("sort").value = state.sort;
      for (const name of ["diff", "turn"]) this.tool(name).setAttribute("aria-pressed", String(state[name]));
      for (const pick of this.root.querySelectorAll("[data-pick]")) {
        const boxes = [...pick.querySelectorAll("input")];
        const ids = state[pick.dataset.pick];
        boxes.forEach((box) => { box.checked = !ids || ids.includes(box.value); });
        pick.querySelector("[data-count]").textContent = `${ids ? ids.length : boxes.length}/${boxes.length}`;
      }
      // The same view in the other language.
      document.querySelectorAll(".kb-languages a").forEach((link) => { link.search = tables.queryOf(state); });
    }

    tellStatus() {
      const { rows } = this.view;
      const all = this.model.rows.length;
      const words = [rows.length === 0 ? this.say("no-rows") : rows.length === all ? this.say("all-rows", all) : this.say("some-rows", rows.length, all)];
      if (this.state.sort) {
        const id = this.state.sort.replace(/^-/, "");
        const name = this.model.columns.find((column) => column.id === id)?.name ?? this.model.corner.textContent.trim();
        words.push(this.say(this.state.sort.startsWith("-") ? "sorted-down" : "sorted-up", name));
        if (this.model.rows.some((row) => row.group)) words.push(this.say("in-groups"));
      }
      if (this.state.diff && rows.length > 1) words.push(this.say("compared", rows[0].name));
      this.tell(words.join(" · "));
    }

    tell(words) { this.root.querySelector("[data-status]").textContent = words; }

    // ---- changing ----------------------------------------------------------------------------------------

    // step: whether the reader's Back button leads to what was before. Typing makes no steps.
    change(changes, step = true) {
      Object.assign(this.state, changes);
      const address = location.pathname + tables.queryOf(this.state) + location.hash;
      history[step ? "pushState" : "replaceState"](null, "", address);
      this.show();
    }

    sortBy(id) {
      const next = { [id]: `-${id}`, [`-${id}`]: "" };
      this.change({ sort: next[this.state.sort] ?? id });
    }

    pickedIn(pick) {
      const boxes = [...pick.querySelectorAll("input")];
      const on = boxes.filter((box) => box.checked).map((box) => box.value);
      this.change({ [pick.dataset.pick]: on.length === boxes.length ? null : on });
    }

    reset() {
      const { rows, cols, embed } = this.state;
      this.change({ ...tables.emptyState(), embed, ...(this.builder ? { rows, cols } : {}) });
    }

    // ---- taking it along ---------------------------------------------------------------------------------

    link() {
      const path = this.builder ? "tables/build/" : `tables/${this.id}/`;
      const language = document.documentElement.lang === "en" ? "en/" : "";
      return this.root.dataset.site + language + path + tables.queryOf({ ...this.state, embed: false });
    }

    context() { return { say: this.say.bind(this), library: this.root.dataset.library, link: this.link() }; }

    content() { return tables.content(this.model, this.view, this.state); }

    async copy() {
      const parts = { "text/html": tables.asHtml(this.content(), this.context()), "text/plain": tables.asTsv(this.content(), this.context()) };
      this.tell(this.say(await tables.toClipboard(parts) ? "copied" : "not-copied"));
    }

    async copyLink() {
      this.tell(this.say(await tables.toClipboard({ "text/plain": this.link() }) ? "copied-text" : "not-copied"));
    }

    download(ending) {
      const [type, write] = {
        csv: ["text/csv;charset=utf-8", tables.asCsv],
        json: ["application/json", tables.asJson],
        html: ["text/html;charset=utf-8", tables.asPage],
      }[ending];
      tables.toFile(`table.${ending}`, type, write(this.content(), this.context()));
    }

    // ---- listening ---------------------------------------------------------------------------------------

    listen() {
      let pause;
      this.tool("filter").addEventListener("input", ({ target }) => {
        clearTimeout(pause);
        pause = setTimeout(() => this.change({ q: target.value.trim() }, false), PAUSE);
      });
      this.tool("sort").addEventListener("change", ({ target }) => this.change({ sort: target.value }));
      this.root.addEventListener("click", ({ target }) => this.pressed(target));
      this.root.querySelectorAll("[data-pick]").forEach((pick) => {
        pick.addEventListener("change", () => this.pickedIn(pick));
        pick.addEventListener("keydown", (event) => {
          if (event.key !== "Escape" || !pick.open) return;
          pick.open = false;
          pick.querySelector("summary").focus();
        });
      });
      document.addEventListener("click", ({ target }) => {
        // A whole header is its button, except for the links in it.
        const head = target.closest?.("[data-table-tools] ~ .kb-table-wrap th, [data-built] th");
        const button = head?.querySelector(":scope > .kb-sort");
        if (button && !target.closest("a")) this.sortBy(button.dataset.sort);
        this.root.querySelectorAll("[data-pick][open]").forEach((pick) => { if (!pick.contains(target)) pick.open = false; });
      });
      addEventListener("popstate", () => {
        this.state = tables.stateOf(location.search);
        if (!this.model) return;
        this.dropUnknown();
        this.show();
      });
    }

    // On a phone the tools for looking are folded away, so that the table comes first.
    unfold(button) {
      const open = this.root.classList.toggle("kb-tools--open");
      button.setAttribute("aria-expanded", String(open));
    }

    pressed(target) {
      const pick = target.closest("[data-pick]");
      const all = target.closest("[data-all], [data-none]");
      if (pick && all) this.change({ [pick.dataset.pick]: all.hasAttribute("data-all") ? null : [] });
      const button = target.closest("[data-tool]");
      const does = {
        more: () => this.unfold(button),
        diff: () => this.change({ diff: !this.state.diff }),
        turn: () => this.change({ turn: !this.state.turn }),
        reset: () => this.reset(),
        copy: () => this.copy(),
        link: () => this.copyLink(),
        embed: () => this.openEmbed(),
        download: () => this.download(button.dataset.ending),
      };
      if (button && this.model) does[button.dataset.tool]?.();
    }
  }

  tables.Tools = Tools;

  const root = document.querySelector("[data-table-tools]:not([data-builder-tools])");
  const table = root && document.getElementById(root.dataset.tableTools);
  if (table) new Tools(root).setTable(table);
})();
