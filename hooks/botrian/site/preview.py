"""Two states of the knowledge go in; the pages that differ, in both languages, come out as a small site to look at.

What the pages need of scripts and styles lies beside them; links to pages that did not change lead to the public site.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from lxml import html

from botrian.addresses import Stamp, page_address
from botrian.knowledge import Knowledge
from botrian.pages import StagedPage, changed_pages, frame_of
from botrian.read import Paths
from botrian.records import LANGUAGES, Language
from botrian.site.generate import Generated
from botrian.site.rendering import SETTINGS, render
from botrian.site.scripts import script_files
from botrian.site.stage import plain_settings
from botrian.tables import Table, build_tables

#: More pages are nobody's preview; the zip holds these, and the comment says how many there are.
MOST_PAGES = 200


def changed_addresses(old: Knowledge, new: Knowledge, stamp: Stamp) -> tuple[str, ...]:
    """The addresses of the pages that tell of what is not as it was, below the language's root."""
    return tuple(sorted(page.address for page in _changed(old, new, "th", stamp)))


def preview(paths: Paths, old: Knowledge, new: Knowledge, stamp: Stamp, folder: Path) -> int:
    """Make the changed pages below ``folder``; returns how many. Raises BuildFailed."""
    made = 0
    for language in LANGUAGES:
        pages = _changed(old, new, language, stamp)[:MOST_PAGES]
        if pages:
            root = folder if language == "th" else folder / "en"
            menu = _menu(paths.root, language, {page.path for page in pages})
            render(paths, Generated(language, (*pages, *menu), script_files(), 0, 0), root)
            for page in menu:
                (root / page.address / "index.html").unlink()
            made += len(pages)
    for file in sorted(folder.rglob("*.html")):
        _lead_out(file, folder, stamp.site_url)
    return made


def _changed(old: Knowledge, new: Knowledge, language: Language, stamp: Stamp) -> tuple[StagedPage, ...]:
    before: Mapping[str, Table] = build_tables(old)
    frame = frame_of(new, build_tables(new), language, stamp)
    return changed_pages(old, before, frame)


def _menu(root: Path, language: Language, there: Container[str]) -> tuple[StagedPage, ...]:
    """Empty pages in the place of those that the menu leads to: without them MkDocs makes no menu."""
    paths = [path for path in _targets(plain_settings(root, SETTINGS[language])["nav"]) if path not in there]
    return tuple(StagedPage(page_address(path), path, path, ()) for path in paths)


def _targets(nav: Iterable[object]) -> Iterator[str]:
    for entry in nav:
        for target in entry.values() if isinstance(entry, dict) else (entry,):
            if isinstance(target, list):
                yield from _targets(target)
            elif str(target).endswith(".md"):
                yield str(target)


def _lead_out(file: Path, folder: Path, site_url: str) -> None:
    """Let links to what is not here lead to the public site."""
    page = html.document_fromstring(file.read_bytes())
    for element, name, target in _links(page):
        path = urlsplit(target).path
        where = PurePosixPath(os.path.normpath(file.parent.relative_to(folder) / path))
        there = folder / where
        if not (there.is_file() or (there / "index.html").is_file()) and not str(where).startswith(".."):
            address = "" if str(where) == "." else f"{where}/" if path.endswith("/") else str(where)
            rest = target[len(path) :]
            element.set(name, site_url + address + rest)
    file.write_bytes(html.tostring(page, encoding="utf-8", doctype="<!doctype html>"))


def _links(page: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str, str]]:
    """The links of a page to other pages of its site."""
    for element in page.iter("a"):
        target = element.get("href", "")
        parts = urlsplit(target)
        if target and not parts.scheme and not parts.netloc and parts.path:
            yield element, "href", target
