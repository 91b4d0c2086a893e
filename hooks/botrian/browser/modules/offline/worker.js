// The service worker: asks the site first, always, and keeps what was read. Only where the site cannot be reached (or says
// nothing for long) comes what is kept, and then the page says so, with the day.

import { KEPT } from "#data/offline.js";
import { keepRead, keyOf, storeName } from "./kept.js";

const PATIENCE = 8000;
/** The place in our pages behind which the note stands. */
const CONTENT = '<span id="content" tabindex="-1"></span>';

const worker = /** @type {any} */ (self);
/** @type {string} */
const scope = worker.registration.scope;
const words = scope.endsWith("/en/") ? KEPT.en : KEPT.th;

/**
 * @param {string} text
 */
const asPage = (text) => new Response(text, { status: 200, headers: { "Content-Type": "text/html; charset=utf-8" } });

/**
 * A page that was kept when it was read, with the note.
 *
 * @param {Response} kept
 */
const noted = async (kept) => {
  const day = new Date(kept.headers.get("date") ?? kept.headers.get("last-modified") ?? 0);
  const shown = day.getTime() ? day.toLocaleDateString(scope.endsWith("/en/") ? "en-GB" : "th-TH") : "–";
  const note = `<p class="kb-note" role="status" data-kept-note>${words.read.replace("{}", shown)}</p>`;
  return asPage((await kept.text()).replace(CONTENT, `${CONTENT}${note}`));
};

/**
 * What is kept for an address; what was read before the whole library, whose pages name their edition themselves.
 *
 * @param {string} address
 * @param {boolean} page
 */
const keptFor = async (address, page) => {
  const key = keyOf(address);
  const read = await (await caches.open(storeName(scope, page ? "pages" : "files"))).match(key);
  if (read) return page ? noted(read) : read;
  return (await caches.open(storeName(scope, "pack"))).match(key);
};

/** @param {number} milliseconds */
const later = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/**
 * @param {any} event
 * @param {boolean} page
 */
const answered = async (event, page) => {
  const { request } = event;
  const asked = fetch(request).then((answer) => {
    if (answer.ok && answer.type === "basic") {
      event.waitUntil(keepRead(scope, page ? "pages" : "files", request.url, answer.clone()).catch(() => undefined));
    }
    return answer;
  });
  const patience = later(PATIENCE).then(() => keptFor(request.url, page));
  try {
    // Nothing is kept: wait for the site, however long it takes.
    return (await Promise.race([asked, patience])) ?? (await asked);
  } catch {
    const kept = await keptFor(request.url, page);
    if (kept) return kept;
    if (!page) return Response.error();
    return asPage(
      `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>×</title><p>${words.absent}</p><p><a href="${scope}">${scope}</a></p>`,
    );
  }
};

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const page = request.mode === "navigate";
  const ours = request.url.startsWith(scope) && request.method === "GET" && !request.headers.has("range");
  // Only pages and what they load are kept: no documents, no data for programs, no archive.
  const loaded = /\/(assets|images)\/[^?]*$/.test(new URL(request.url).pathname);
  if (ours && (page || loaded)) event.respondWith(answered(event, page));
});
