"""Documents, files and taken addresses go in; the site's addresses come out, for links to be held against."""

from __future__ import annotations

import posixpath
from functools import cached_property

from botrian.addresses import Taken, page_address
from botrian.addresses.fixed import FRONT, RULES, SEARCH, TITLES
from botrian.check.body import Body
from botrian.check.near import MOST_LOOKUPS, nearest
from botrian.kept import key_of
from botrian.markup import excesses
from botrian.read import Document, Reading
from botrian.rules import rules

#: Texts that are kept read, for links to the headings of other pages.
KEPT_BODIES = 32


class SiteMap:
    """The addresses below one language's root: pages end in ``/``, other files have their name."""

    def __init__(self, reading: Reading, taken: Taken) -> None:
        self._documents = {document.name: document for document in reading.documents}
        self._names = dict.fromkeys([*self._documents, *reading.unread])
        self._assets = {name.removeprefix("docs/") for name in reading.assets if name.startswith("docs/")}
        self._taken = taken
        self._bodies: dict[str, Body] = {}
        self._anchors: dict[str, tuple[str, ...]] = {}
        self._looked = 0

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Every page's address."""
        found = {FRONT, "guide/", RULES, SEARCH, TITLES, *self._taken.pages}
        found.update(f"{RULES}{code}/" for code in rules())
        found.update(page_address(name.removeprefix("docs/")) for name in self._names if name.endswith(".md"))
        return frozenset(found)

    @cached_property
    def digest(self) -> str:
        """A digest of all addresses and files, and of the pages whose headings texts lead to."""
        pages = (
            part for name, one in self._documents.items() if one.kind is None and one.body for part in (name, one.body)
        )
        return key_of(*sorted(self.addresses), "files", *sorted(self._assets), "pages", *pages)

    def has_file(self, path: str) -> bool:
        """Whether a file that is no text (a picture) lies there below ``docs/``."""
        return path in self._assets

    def leads(self, path: str) -> bool:
        """Whether a path below ``docs/``, as a link gives it, leads to a page or file."""
        if path in self._assets or self._taken.leads(path):
            return True
        return page_address(path) in self.addresses if path.endswith(".md") else _slashed(path) in self.addresses

    def near(self, path: str, folder: str) -> str:
        """A path that was probably meant, as it is written in a file of this folder."""
        if not self._worth_looking():
            return ""
        files = [name.removeprefix("docs/") for name in self._names if name.startswith("docs/")]
        wanted = posixpath.basename(path.rstrip("/"))
        alike = [one for one in (*files, *self._assets) if posixpath.basename(one) == wanted]
        found = alike[0] if alike else nearest(path, files)
        return posixpath.relpath(found, folder or ".") if found else ""

    def near_file(self, path: str, folder: str) -> str:
        """A picture that was probably meant, as it is written in a file of this folder."""
        if not self._worth_looking():
            return ""
        wanted = posixpath.basename(path).lower()
        alike = [one for one in sorted(self._assets) if posixpath.basename(one).lower() == wanted]
        found = alike[0] if alike else nearest(path, self._assets)
        return posixpath.relpath(found, folder or ".") if found else ""

    def _worth_looking(self) -> bool:
        """After very many wrong links a whole folder is missing; looking further costs more than it helps."""
        self._looked += 1
        return self._looked <= MOST_LOOKUPS

    def hand_written(self, path: str) -> Document | None:
        """The hand-written page that a path leads to; None for pages that are made of records."""
        document = self._documents.get(f"docs/{path}")
        return document if document is not None and document.kind is None else None

    def body(self, document: Document) -> Body:
        """The Markdown of a document. Of many the last ones are kept: a tree takes a hundred times its letters."""
        if document.name not in self._bodies:
            if len(self._bodies) >= KEPT_BODIES:
                del self._bodies[next(iter(self._bodies))]
            self._bodies[document.name] = Body(document)
        return self._bodies[document.name]

    def anchors(self, document: Document) -> tuple[str, ...]:
        """The anchors of the headings of a page; none of one that is too large to be read."""
        if document.name not in self._anchors:
            large = any(excesses(document.body))
            self._anchors[document.name] = () if large else self.body(document).article.anchors
        return self._anchors[document.name]


def _slashed(path: str) -> str:
    return path if not path or path.endswith("/") else f"{path}/"
