// Loaded by every page: the search box with suggestions. The engine itself comes when a box is first used.
// FOLDER, LABELS and LANGUAGE are set in by the build.

const RECENT = "botrian-recent-searches";
const MOST_RECENT = 6;
const SUGGESTIONS = 6;
const PAUSE = 50;

// An element of the page that has the name currentScript would stand in for the script: only a script may tell.
const own = document.currentScript;
const here = (own instanceof HTMLScriptElement ? own : document.querySelector('head script[src$="assets/search.js"]')).src;
const root = new URL("../", here).href;
const folder = new URL(`search/${FOLDER}/`, here).href;

const say = (name, ...values) => values.reduce((text, value) => text.replace("{}", () => value), LABELS[name]);

// An element with its attributes and children. Text becomes text: nothing here reads HTML.
const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
};

const marked = (parts) => parts.map(({ text, mark }) => (mark ? element("mark", {}, text) : text));

let engineCame;
const script = (name) => new Promise((resolve, reject) => {
  const made = element("script", { src: folder + name });
  made.onload = resolve;
  made.onerror = () => {
    made.remove();
    reject(new Error(name));
  };
  document.head.append(made);
});
const engine = () => {
  engineCame ??= script("engine.js").then(() => window.botrianSearch.engine, (error) => {
    engineCame = undefined;
    throw error;
  });
  return engineCame;
};

// What was searched lately stays on the device; a browser that forbids storing simply remembers nothing.
const recent = {
  read() {
    try {
      const stored = JSON.parse(localStorage.getItem(RECENT));
      return Array.isArray(stored) ? stored.filter((one) => typeof one === "string").slice(0, MOST_RECENT) : [];
    } catch {
      return [];
    }
  },
  write(queries) {
    try {
      if (queries.length) localStorage.setItem(RECENT, JSON.stringify(queries));
      else localStorage.removeItem(RECENT);
    } catch {
      // Storing is a comfort, not a need.
    }
  },
  add(query) {
    const words = query.trim().slice(0, 100);
    if (words) recent.write([words, ...recent.read().filter((one) => one !== words)].slice(0, MOST_RECENT));
  },
};

const resultsAddress = (query) => {
  const address = new URL("search/", root);
  if (address.protocol === "file:") address.pathname += "index.html";
  address.searchParams.set("q", query);
  return address.href;
};

const attach = (form, number) => {
  const input = form.querySelector("input[name=q]");
  const listId = `kb-suggestions-${number}`;
  const list = element("ul", { id: listId, class: "kb-suggestions", role: "listbox", "aria-label": say("suggestions"), hidden: true });
  const said = element("span", { class: "kb-sr", role: "status", "aria-live": "polite" });
  form.append(list, said);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", listId], ["aria-expanded", "false"], ["autocomplete", "off"]]) {
    input.setAttribute(name, value);
  }
  let turn = 0;
  let timer;
  let chosen = -1;

  const options = () => [...list.querySelectorAll("[role=option]")];
  const close = () => {
    turn++;
    clearTimeout(timer);
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const open = (items) => {
    list.replaceChildren(...items);
    options().forEach((option, at) => (option.id = `${listId}-${at}`));
    chosen = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = !items.length;
    input.setAttribute("aria-expanded", String(items.length > 0));
  };
  const choose = (step) => {
    const all = options();
    if (!all.length) return;
    all[chosen]?.removeAttribute("aria-selected");
    chosen = chosen < 0 && step < 0 ? all.length - 1 : (chosen + step + all.length) % all.length;
    all[chosen].setAttribute("aria-selected", "true");
    all[chosen].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", all[chosen].id);
  };
  const option = (href, ...children) => element("li", { role: "option" }, element("a", { href, tabindex: "-1" }, ...children));

  const suggest = async () => {
    const mine = ++turn;
    const query = input.value;
    if (!query.trim()) return showRecent();
    try {
      const { find } = await engine();
      const { results = [] } = await find(query, { most: SUGGESTIONS, checked: 12 });
      if (mine !== turn || input.value !== query || document.activeElement !== input) return;
      const items = results.slice(0, SUGGESTIONS).map(({ url, title, kind, context }) => option(
        new URL(url, root).href,
        element("span", { class: "kb-suggestion-title" }, ...marked(title)),
        element("span", { class: "kb-basis" }, [say(`kind-${kind}`), context].filter(Boolean).join(" · ")),
      ));
      if (items.length) items.push(option(resultsAddress(query), say("all_results", query.trim())));
      open(items);
      said.textContent = items.length ? say("suggestions_count", items.length) : "";
    } catch {
      if (mine === turn) close();
    }
  };
  const showRecent = () => {
    const queries = recent.read();
    if (!queries.length) return close();
    const forget = element("button", { type: "button", class: "kb-forget" }, say("forget"));
    forget.addEventListener("click", () => {
      recent.write([]);
      close();
      input.focus();
    });
    open([
      element("li", { role: "presentation", class: "kb-suggestions-name" }, say("recent")),
      ...queries.map((query) => option(resultsAddress(query), query)),
      element("li", { role: "presentation" }, forget),
    ]);
  };

  // Also while an input method composes: Thai on a phone composes nearly always.
  input.addEventListener("input", () => {
    turn++;
    clearTimeout(timer);
    timer = setTimeout(suggest, PAUSE);
  });
  input.addEventListener("focus", () => {
    styled();
    if (!input.value.trim()) showRecent();
    engine().then(({ aboutIndex }) => aboutIndex()).catch(() => {});
  });
  input.addEventListener("keydown", (event) => {
    // Enter that ends a composition belongs to the input method.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) suggest();
      else choose(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      options()[chosen].querySelector("a").click();
    }
  });
  form.addEventListener("focusout", ({ relatedTarget }) => form.contains(relatedTarget) || close());
  form.addEventListener("submit", close);
  // The list must not take the focus from the box before the click arrives.
  list.addEventListener("pointerdown", (event) => event.target.closest("a") && event.preventDefault());
};

let styleAsked = false;
const styled = () => {
  if (styleAsked) return;
  styleAsked = true;
  document.head.append(element("link", { rel: "stylesheet", href: `${folder}search.css` }));
};

window.botrianSearch = { folder, root, language: LANGUAGE, say, element, marked, engine: null, wake: engine, recent };

document.querySelectorAll("form[data-search-form]").forEach(attach);
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const input = document.querySelector("[data-search-page] input[name=q]") ?? document.querySelector("form[data-search-form] input[name=q]");
  if (!input) return;
  event.preventDefault();
  input.focus();
});
if (document.querySelector("[data-search-page]")) {
  styled();
  script("results.js").catch(() => {
    document.querySelector("[data-search-status]").textContent = say("failed");
  });
}
