"""Staged pages and files go in; the archive that people carry on a card or a stick comes out, the same every time.

In it stand the pages with a small frame, the search and what both load, also what writes slides and documents of
tables; no files of tables, no data for programs, no cards of links. A link to what is left out leads to the site.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from html import escape, unescape
from typing import Final
from urllib.parse import urlsplit

import jinja2

from botrian.addresses import Stamp, fixed, up
from botrian.browser import Data, script
from botrian.kept import NOTHING_KEPT, key_of
from botrian.offline.looks import LOOKS, looks
from botrian.offline.shelf import Seen, Shelf
from botrian.offline.together import together
from botrian.offline.zip_file import zip_file
from botrian.pages import StagedPage
from botrian.pages.staged import heading
from botrian.records import Language
from botrian.templating import environment
from botrian.thai import CalendarDate
from botrian.words import say

README: Final = "README.txt"
#: The one file besides that names the edition.
EDITION: Final = "assets/edition.js"
#: Pages that are for those who write or program, or that work on the web alone.
_LEFT_OUT: Final = r"guide/rules/|changes/.|translations/|freshness/|gaps/|data/|assets/search/[^/]+/g/"
#: What an archive may weigh: a slow line brings it in a quarter of an hour, an old card holds it.
MOST_BYTES: Final = 10_000_000
#: What stays out, one after the other, where the archive would weigh more: each can be had another way in it.
_GOES_FIRST: Final = (
    r".*/booklet/$",
    r"lessons/by-",
    r"kits/build/|assets/kit-",
    r"tables/[^/]+\.js|assets/office/",
    r"compare/|assets/compare",
    r"themes/.",
)
#: The files that pages load: scripts, looks, the search.
_LOADED: Final = re.compile(r"^(?:assets/(?!cards/|embed)[^?]*\.(?:js|css|svg)|tables/[^/]+\.js)$")
_LINK: Final = re.compile(r'(<a\b[^<>]*? href=")([^"]*)(")')
_PICTURE: Final = re.compile(r"<img\b[^<>]*>")
_SHOWN: Final = re.compile(r' src="([^"]*)"')
#: What stands in the HTML for editors and table tools alone.
_FOR_OTHERS: Final = re.compile(
    r'<a class="kb-correct"[^<>]*>[^<]*</a>|(?<=\n)[ \t]+| data-(?:source|place|original)="[^"]*"'
)


@dataclass(frozen=True)
class Pack:
    """The archive of one language: its bytes, how many pages are in it, and which edition it is.

    ``day``: the last change of the content, in ISO's form and in ``words``; ``digest`` tells two states of a day apart.
    """

    archive: bytes
    pages: int
    day: str
    words: str
    digest: str

    @property
    def edition(self) -> str:
        """The name of the edition, as addresses and scripts compare it."""
        return f"{self.day}-{self.digest}"


def packed(
    pages: Iterable[StagedPage],
    files: Mapping[str, bytes],
    language: Language,
    stamp: Stamp,
    shelf: Shelf | None = None,
) -> Pack:
    """The archive. ``files``: those beside the pages, by path, of which it takes what pages load.

    When the library outgrows ``MOST_BYTES``, what counts least stays on the site. ``shelf``: what was made before.
    """
    pages, left_out = tuple(pages), _LEFT_OUT
    shelf = shelf or Shelf(NOTHING_KEPT, "", lambda page: repr((page.title, page.meta, page.content)))
    pack = _packed(pages, files, language, stamp, left_out, shelf)
    for more in _GOES_FIRST:
        if len(pack.archive) <= MOST_BYTES:
            break
        left_out = f"{left_out}|{more}"
        pack = _packed(pages, files, language, stamp, left_out, shelf)
    shelf.save()
    return pack


def _packed(
    pages: Iterable[StagedPage],
    files: Mapping[str, bytes],
    language: Language,
    stamp: Stamp,
    left_out: str,
    shelf: Shelf,
) -> Pack:
    out = re.compile(left_out)
    taken = {page.address: page for page in pages if not out.match(page.address)}
    loads = together({path: files[path] for path in files if _LOADED.match(path) and not out.match(path)})
    loaded = {path: shelf.press(content) for path, content in (loads | dict(looks())).items()}
    del loads
    there = {*taken, *loaded}
    site = stamp.site_url + ("en/" if language == "en" else "")
    day, words = _day(max(stamp.changed.values(), default=stamp.today), language)

    def made(page: StagedPage, there: Seen) -> tuple[str, str]:
        body = _body(page, there, site)
        return body, _framed(page, body, language, site, words)

    around = key_of(language, site, words)
    framed = {address: shelf.page(page, around, there, partial(made, page)) for address, page in taken.items()}
    found = hashlib.sha256()
    says = [(address, page.says) for address, page in framed.items()]
    for name, digest in sorted([*says, *((path, file.digest) for path, file in loaded.items())]):
        found.update(f"{name}\0{digest}\0".encode())
    edition = Pack(b"", len(taken), day, words, found.hexdigest()[:8])
    read_me = say("offline.readme", language).format(words=words, edition=edition.edition, site=site)
    loaded[EDITION] = shelf.press(script("offline/edition.js", edition_data(edition.edition)))
    everything = {f"{address}index.html": page.file for address, page in framed.items()} | loaded
    first = shelf.press(read_me.replace("\n", "\r\n").encode("utf-8-sig"))
    return replace(edition, archive=zip_file([(README, first), *sorted(everything.items())]))


def edition_data(edition: str) -> Data:
    """What the script of an archive's pages must know."""
    return {"edition.js": {"EDITION": edition}}


def _day(last: date | None, language: Language) -> tuple[str, str]:
    """The day of an edition, for scripts and for people; a tree without a history has none."""
    if last is None:
        return "0", "–"
    return last.isoformat(), CalendarDate(last.year, last.month, last.day, "CE").format(language)


def _body(page: StagedPage, there: Container[str], site: str) -> str:
    """The page's HTML; links to what is not in the archive lead to the public site, pictures that are not there go."""

    def leading(match: re.Match[str]) -> str:
        target = _target(page.address, unescape(match[2]))
        if target is None or _is_there(target, there):
            return match[0]
        return f"{match[1]}{escape(_public(site, page.address, unescape(match[2])))}{match[3]}"

    def shown(match: re.Match[str]) -> str:
        source = _SHOWN.search(match[0])
        target = _target(page.address, unescape(source[1])) if source else None
        return match[0] if target is None or target in there else ""

    body = _PICTURE.sub(shown, _LINK.sub(leading, page.content))
    return _FOR_OTHERS.sub("", body)


def _target(address: str, link: str) -> str | None:
    """The path below the language's root that a link leads to; None where it stays on its page or leads elsewhere."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = posixpath.normpath(posixpath.join("/root", address, parts.path))
    below = path.removeprefix("/root").lstrip("/") if path.startswith("/root") else f"../{path.lstrip('/')}"
    return f"{below}/" if parts.path.endswith(("/", "..")) and below else below


def _is_there(target: str, there: Container[str]) -> bool:
    return target in there or f"{target}/" in there


def _public(site: str, address: str, link: str) -> str:
    parts = urlsplit(link)
    base = urlsplit(site)
    path = posixpath.normpath(posixpath.join(base.path, address, parts.path))
    slash = "/" if parts.path.endswith(("/", "..")) else ""
    return parts._replace(scheme=base.scheme, netloc=base.netloc, path=path + slash).geturl()


@cache
def template(name: str) -> jinja2.Template:
    """A template of this room; all that is put into it is escaped."""
    made = environment("offline")
    made.globals["heading"] = heading
    return made.get_template(f"{name}.html")


def _framed(page: StagedPage, body: str, language: Language, site: str, words: str) -> str:
    """The page in the frame of the archive, which tells the day of the edition in ``words``."""
    meta = page.meta
    return template("packed").render(
        page=page,
        body=body,
        home=up(page.address),
        language=language,
        say=lambda name: say(name, language),
        looks=[*LOOKS, *meta.get("styles", ())],
        scripts=meta.get("scripts", ()),
        trail=meta.get("breadcrumbs", ()),
        title_lang=meta.get("title_lang"),
        public=site + page.address,
        newer=site + fixed.OFFLINE,
        edition=words,
        edition_script=EDITION,
    )
