// The page of what is read without a line: keeps the whole library in the browser when asked, deletes it when asked, and
// says which edition somebody has and whether there is a newer one.

import { keepRead, storeName } from "./kept.js";
import { contentOf, entriesOf, unpacks } from "./unzip.js";

const TYPES = /** @type {Readonly<Record<string, string>>} */ ({
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
});
const MARK = "offline/kept-edition";
/** Files that are unpacked at once: more fill the memory of a cheap phone. */
const AT_ONCE = 24;

const part = document.querySelector("[data-offline]");
const root = new URL("../", location.href.replace(/index\.html.*$/, "")).href;

/** @typedef {{ edition: string, words: string }} Edition */

/** @returns {Promise<Edition | null>} */
const keptEdition = async () => {
  const found = await (await caches.open(storeName(root, "pack"))).match(root + MARK);
  return found ? found.json() : null;
};

/**
 * Unpack the archive into the browser's store. What was kept before goes only when all is there.
 *
 * @param {ArrayBuffer} archive
 * @param {Edition} edition
 * @param {(done: number, all: number) => void} tell
 */
const keepAll = async (archive, edition, tell) => {
  const store = await caches.open(storeName(root, "pack"));
  const old = new Set((await store.keys()).map(({ url }) => url));
  const entries = entriesOf(archive);
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    await Promise.all(
      entries.slice(from, from + AT_ONCE).map(async (entry) => {
        const address = root + entry.name.replace(/(^|\/)index\.html$/, "$1");
        const type = TYPES[entry.name.split(".").at(-1) ?? ""] ?? "application/octet-stream";
        await store.put(address, new Response(await contentOf(archive, entry), { headers: { "Content-Type": type } }));
        old.delete(address);
      }),
    );
    tell(Math.min(from + AT_ONCE, entries.length), entries.length);
  }
  await store.put(root + MARK, Response.json(edition));
  old.delete(root + MARK);
  await Promise.all([...old].map((address) => store.delete(address)));
};

/** This page stands outside of the archive: it is kept as one that was read, with what it loads. */
const keepThisPage = async () => {
  await keepRead(root, "pages", location.href, await fetch(location.href));
  for (const one of document.querySelectorAll("link[rel=stylesheet], script[src]")) {
    const address = one instanceof HTMLLinkElement ? one.href : one instanceof HTMLScriptElement ? one.src : "";
    if (address.startsWith(root)) await keepRead(root, "files", address, await fetch(address));
  }
};

/** @param {HTMLElement} box */
const start = async (box) => {
  const say = (/** @type {string} */ name, /** @type {readonly unknown[]} */ ...values) =>
    values.reduce(
      (/** @type {string} */ text, value) => text.replace("{}", String(value)),
      box.getAttribute(`data-say-${name}`) ?? "",
    );
  const status = box.querySelector("[data-offline-status]");
  const keep = box.querySelector("[data-offline-keep]");
  const drop = box.querySelector("[data-offline-drop]");
  if (!(status && keep instanceof HTMLButtonElement && drop instanceof HTMLButtonElement)) return;

  /** @returns {Promise<Edition>} */
  const newest = async () => (await fetch(box.dataset.edition ?? "", { cache: "no-cache" })).json();
  const have = new URLSearchParams(location.search).get("have");
  const yours = document.querySelector("[data-offline-yours]");
  if (have && yours) {
    yours.textContent = say("yours", have);
    const now = await newest().catch(() => null);
    if (now) yours.textContent = now.edition === have ? say("current", now.words) : say("old", now.words);
  }

  if (!("caches" in window && "serviceWorker" in navigator && unpacks())) return;
  box.hidden = false;
  const show = async () => {
    const kept = await keptEdition();
    drop.hidden = !kept;
    status.textContent = kept ? say("kept", kept.words) : "";
    const now = kept && (await newest().catch(() => null));
    if (kept && now && now.edition !== kept.edition)
      status.textContent = `${say("kept", kept.words)} · ${say("old", now.words)}`;
  };
  keep.addEventListener("click", async () => {
    keep.disabled = true;
    try {
      const edition = await newest();
      const answer = await fetch(box.dataset.archive ?? "", { cache: "no-cache" });
      if (!answer.ok) throw new Error(String(answer.status));
      await keepAll(await answer.arrayBuffer(), edition, (done, all) => {
        status.textContent = say("keeping", done, all);
      });
      await keepThisPage();
      await show();
    } catch {
      status.textContent = say("failed");
    }
    keep.disabled = false;
  });
  drop.addEventListener("click", async () => {
    await Promise.all(
      ["pack", "pages", "files"].map((what) => caches.delete(storeName(root, /** @type {any} */ (what)))),
    );
    drop.hidden = true;
    status.textContent = say("dropped");
  });
  await show();
};

if (part instanceof HTMLElement) void start(part);
