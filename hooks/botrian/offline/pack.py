"""Staged pages and files go in; the archive that people carry on a card or a stick comes out, the same every time.

In it stand the pages with a small frame, the search and what both load, also what writes slides and documents of
tables; no files of tables, no data for programs, no cards of links. A link to what is left out leads to the site.
"""

from __future__ import annotations

import hashlib
import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import escape, unescape
from typing import Final
from urllib.parse import urlsplit

import jinja2

from botrian.addresses import Stamp, fixed, up
from botrian.offline.looks import LOOKS, looks
from botrian.offline.together import together
from botrian.pages import StagedPage
from botrian.pages.staged import heading
from botrian.records import Language
from botrian.templating import environment
from botrian.thai import CalendarDate
from botrian.words import say

README: Final = "README.txt"
#: Pages that are for those who write or program, or that work on the web alone.
_LEFT_OUT: Final = r"guide/rules/|changes/.|translations/|freshness/|gaps/|data/"
#: What an archive may weigh: a slow line brings it in a quarter of an hour, an old card holds it.
MOST_BYTES: Final = 10_000_000
#: What stays out, one after the other, where the archive would weigh more: each can be had another way in it.
_GOES_FIRST: Final = (
    r".*/booklet/$",
    r"kits/build/|assets/kit-",
    r"tables/[^/]+\.js|assets/office/",
    r"compare/|assets/compare",
    r"themes/.",
    r"lessons/by-source/",
)
#: The files that pages load: scripts, looks, the search.
_LOADED: Final = re.compile(r"^(?:assets/(?!cards/|embed)[^?]*\.(?:js|css|svg)|tables/[^/]+\.js)$")
#: The first moment that a zip file can hold, and the rights of a file that everybody reads.
_FIRST_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
_READABLE: Final = 0o644 << 16
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


def packed(pages: Iterable[StagedPage], files: Mapping[str, bytes], language: Language, stamp: Stamp) -> Pack:
    """The archive. ``files``: those beside the pages, by path, of which it takes what pages load.

    When the library outgrows ``MOST_BYTES``, what counts least stays on the site.
    """
    pages, left_out = tuple(pages), _LEFT_OUT
    pack = _packed(pages, files, language, stamp, left_out)
    for more in _GOES_FIRST:
        if len(pack.archive) <= MOST_BYTES:
            break
        left_out = f"{left_out}|{more}"
        pack = _packed(pages, files, language, stamp, left_out)
    return pack


def _packed(
    pages: Iterable[StagedPage], files: Mapping[str, bytes], language: Language, stamp: Stamp, left_out: str
) -> Pack:
    out = re.compile(left_out)
    taken = {page.address: page for page in pages if not out.match(page.address)}
    loads = {path: content for path, content in files.items() if _LOADED.match(path) and not out.match(path)}
    loaded = together(loads) | dict(looks())
    there = {*taken, *loaded}
    site = stamp.site_url + ("en/" if language == "en" else "")
    bodies = {address: _body(page, there, site) for address, page in taken.items()}
    found = hashlib.sha256()
    for name, content in sorted([*((name, body.encode()) for name, body in bodies.items()), *loaded.items()]):
        found.update(f"{name}\0{len(content)}\0".encode() + content)
    day, words = _day(max(stamp.changed.values(), default=stamp.today), language)
    edition = Pack(b"", len(taken), day, words, found.hexdigest()[:8])
    frames = (
        (f"{address}index.html", _framed(taken[address], body, language, site, edition).encode())
        for address, body in bodies.items()
    )
    read_me = say("offline.readme", language).format(words=words, edition=edition.edition, site=site)
    everything = [(README, read_me.replace("\n", "\r\n").encode("utf-8-sig")), *sorted([*frames, *loaded.items()])]
    return Pack(_zipped(everything), edition.pages, edition.day, edition.words, edition.digest)


def _day(last: date | None, language: Language) -> tuple[str, str]:
    """The day of an edition, for scripts and for people; a tree without a history has none."""
    if last is None:
        return "0", "–"
    return last.isoformat(), CalendarDate(last.year, last.month, last.day, "CE").format(language)


def _zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files:
            info = zipfile.ZipInfo(name, _FIRST_MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = 3, _READABLE
            archive.writestr(info, content, compresslevel=9)
    return out.getvalue()


def _body(page: StagedPage, there: set[str], site: str) -> str:
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


def _is_there(target: str, there: set[str]) -> bool:
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


def _framed(page: StagedPage, body: str, language: Language, site: str, edition: Pack) -> str:
    """The page in the frame of the archive."""
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
        newer=f"{site}{fixed.OFFLINE}?have={edition.edition}",
        edition=edition,
    )
