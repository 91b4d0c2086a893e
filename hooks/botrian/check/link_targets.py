"""The Markdown of one document goes in; a finding for each link or picture that leads astray comes out."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from botrian.check.near import listed, nearest
from botrian.check.site_map import SiteMap, headings
from botrian.findings import Finding, Place
from botrian.pages.markdown import RECORD_KINDS, SCHEMES
from botrian.read import Document
from botrian.thai import normal

#: What stands behind the words of a link: ``(target "title")``.
TARGET = re.compile(
    r"\]\(\s{0,9}(<[^<>\n]{0,2000}>|[^\s()]{0,2000}(?:\([^\s()]{0,300}\)[^\s()]{0,300}){0,9})"
    r"(?:\s{1,9}(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'))?\s{0,9}\)"
)
LONGEST_WORDS = 500
DEFINED = re.compile(r"^ {0,3}\[([^\]\n]{1,200})\]:\s{0,9}(\S{1,2000})", re.MULTILINE)
RAW = re.compile(r"<(a|img)\b([^<>]{0,2000})>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"\b(href|src|alt)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
SCHEME = re.compile(r"^[a-z][a-z0-9+.\-]*(?=:)", re.IGNORECASE)
HIDDEN = re.compile(r"[\x00-\x20\u00a0]+")


@dataclass(frozen=True)
class Link:
    """One link or picture: where it stands, where it leads, the words of it."""

    offset: int
    target: str
    words: str
    picture: bool


def link_findings(text: str, document: Document, place_of: Callable[[int], Place], site: SiteMap) -> Iterator[Finding]:
    """What is wrong with the links and pictures of one document. ``text`` is its Markdown without code."""
    for link in links(text):
        yield from _target_findings(link, document, place_of(link.offset), site)
        if link.picture and not link.words.strip():
            yield Finding(place_of(link.offset), "picture-alt-missing", "", link.target[:80])
        elif not link.picture and not link.words.strip():
            yield Finding(place_of(link.offset), "link-empty", "", f"[]({link.target[:60]})")


def links(text: str) -> Iterator[Link]:
    """Every link and picture of a Markdown text, those written as HTML and those inside others too."""
    for match in TARGET.finditer(text):
        start = _opening(text, match.start())
        if start is not None:
            target = match[1][1:-1] if match[1].startswith("<") else match[1]
            picture = text[start - 1 : start] == "!"
            yield Link(start - picture, target, text[start + 1 : match.start()], picture)
    for match in DEFINED.finditer(text):
        yield Link(match.start(), match[2].strip("<>"), match[1], False)
    for match in RAW.finditer(text):
        given = {one[1].lower(): unescape(one[2] or one[3] or one[4] or "") for one in ATTRIBUTE.finditer(match[2])}
        if match[1].lower() == "img":
            yield Link(match.start(), given.get("src", ""), given.get("alt", ""), True)
        elif "href" in given:
            yield Link(match.start(), given["href"], "<a>", False)


def _opening(text: str, end: int) -> int | None:
    """Where the bracket opens that closes at ``end``; None where none does, or only far away."""
    depth = 0
    for at in range(end - 1, max(-1, end - LONGEST_WORDS), -1):
        if text[at] == "]":
            depth += 1
        elif text[at] == "[":
            if depth == 0:
                return at
            depth -= 1
    return None


def _target_findings(link: Link, document: Document, place: Place, site: SiteMap) -> Iterator[Finding]:
    target = HIDDEN.sub("", unescape(link.target))
    shown = target[:80]
    scheme = SCHEME.match(target)
    if not target:
        yield Finding(place, "link-empty", "", f"[{link.words[:40]}]()")
    elif target.startswith(("//", "\\")):
        yield _foreign(link, place, shown, "https://" + target.lstrip("/\\")[:70])
    elif scheme and scheme[0].lower() in (*RECORD_KINDS, *(f"{kind}s" for kind in RECORD_KINDS)):
        yield _record_form(place, scheme[0].lower().removesuffix("s"), target)
    elif scheme:
        if link.picture or scheme[0].lower() not in SCHEMES:
            yield _foreign(link, place, shown, "https://…")
    elif target.startswith("/"):
        folder = posixpath.dirname(document.name.removeprefix("docs/"))
        expected = posixpath.relpath(target.lstrip("/") or ".", folder or ".")
        yield Finding(place, "link-absolute", "", shown, expected[:80])
    else:
        yield from _inside_findings(link, normal(unquote(target)), document, place, site)


def _foreign(link: Link, place: Place, shown: str, expected: str) -> Finding:
    if link.picture:
        name = posixpath.basename(shown.rstrip("/").partition("?")[0]) or "picture.png"
        return Finding(
            place, "picture-outside", "", shown, name if SCHEME.match(shown) is None or "//" in shown else "picture.png"
        )
    return Finding(place, "link-scheme", "", shown, expected)


def _record_form(place: Place, kind: str, target: str) -> Finding:
    id_ = re.sub(r"[^a-z0-9]+", "-", target.partition(":")[2].lower()).strip("-")
    values = (("options", listed(f"{one}:" for one in RECORD_KINDS)),)
    return Finding(place, "link-record", "", target[:80], f"{kind}:{id_ or 'id'}", values)


def _inside_findings(link: Link, target: str, document: Document, place: Place, site: SiteMap) -> Iterator[Finding]:
    """Links inside the site, read as the pages read them: relative to the file they stand in."""
    path, _, anchor = target.partition("#")
    path = path.partition("?")[0]
    own = document.name.removeprefix("docs/")
    folder = posixpath.dirname(own)
    inside = posixpath.normpath(posixpath.join(folder, path)) if path else own
    inside = "" if inside == "." else inside
    if inside.startswith(".."):
        code = "picture-outside" if link.picture else "link-outside"
        yield Finding(place, code, "", target[:80], posixpath.basename(path)[:80])
    elif link.picture:
        if not site.has_file(inside):
            yield Finding(place, "picture-missing", "", target[:80], site.near_file(inside, folder))
    elif path and not site.leads(inside + ("/" if path.endswith("/") and inside else "")):
        yield Finding(place, "link-broken", "", target[:80], site.near(inside, folder))
    elif anchor:
        yield from _anchor_findings(anchor, inside, document, place, site)


def _anchor_findings(anchor: str, inside: str, document: Document, place: Place, site: SiteMap) -> Iterator[Finding]:
    """Anchors of hand-written pages, whose headings are all in the text. Pages made of records have more of them."""
    own = inside == document.name.removeprefix("docs/")
    page = document if own else site.hand_written(inside)
    if page is None or (page.kind is not None and anchor.isascii()):
        return
    anchors = headings(page.body)
    if anchor not in anchors:
        near = nearest(anchor, anchors)
        yield Finding(place, "link-anchor", "", anchor[:80], near, (("options", listed(anchors)),))
