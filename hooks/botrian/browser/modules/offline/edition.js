// The edition of an archive enters as data; the links on its pages that ask for a newer one say which it is. It stands in
// this file alone: so a page of the archive is another only when it says something else.

import { EDITION } from "#data/edition.js";

for (const link of document.querySelectorAll("a[data-newer]")) {
  if (link instanceof HTMLAnchorElement) link.search = `?have=${EDITION}`;
}
