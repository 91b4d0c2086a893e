"""The Markdown of one document goes in; a finding for each link or picture that leads astray comes out."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from botrian.check.body import Body
from botrian.check.link_hosts import unopenable
from botrian.check.near import listed, nearest
from botrian.check.site_map import SiteMap
from botrian.findings import Finding, Place
from botrian.markup import RECORD_KINDS, SCHEMES, Link, record_of
from botrian.read import Document
from botrian.thai import normal

SCHEME = re.compile(r"^[a-z][a-z0-9+.\-]*(?=:)", re.IGNORECASE)
#: Words that say no more than that there is a picture, or the name that a camera or program gave it.
_POOR_ALT = re.compile(
    r"^(?:(?:รูป|ภาพ|รูปภาพ|ภาพประกอบ|รูปถ่าย|ภาพถ่าย|แผนภาพ|รูปภาพประกอบ"
    r"|image|picture|photo|img|figure|screenshot|untitled|graphic|icon|logo|map|alt(?: ?text)?)"
    r"(?: ?(?:ที่ )?[0-9๐-๙]{0,4})?|[^\s]{0,80}\.(?:png|jpe?g|gif|webp|svg|heic|bmp)"
    r"|(?:IMG|DSC[FN]?|DCIM|PXL|S_|LINE_ALBUM|Screenshot|received|FB_IMG|photo|image|VID"
    r"|WhatsApp Image|Snapchat|download|unnamed|ดาวน์โหลด)[-_ ]*[\d _:.()-]{0,40}"
    r"|[\W\d_]{1,40}|.)$",
    re.IGNORECASE,
)
HIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0]+")


def link_findings(body: Body, site: SiteMap) -> Iterator[Finding]:
    """What is wrong with the links and pictures of one document."""
    for link in body.article.links:
        place = body.place(link.offset)
        yield from _target_findings(link, body.document, place, site)
        if link.picture and not link.words.strip():
            yield Finding(place, "picture-alt-missing", "", link.target[:80])
        elif link.picture and _POOR_ALT.match(link.words.strip()):
            yield Finding(place, "picture-alt-poor", "", link.words.strip()[:60])
        elif not link.picture and not link.words.strip() and record_of(link.target) is None:
            yield Finding(place, "link-empty", "", f"[]({link.target[:60]})")


def _target_findings(link: Link, document: Document, place: Place, site: SiteMap) -> Iterator[Finding]:
    target = HIDDEN.sub("", link.target)
    shown = target[:80]
    scheme = SCHEME.match(target)
    if not link.picture and record_of(link.target) is not None:
        return
    if not target:
        yield Finding(place, "link-empty", "", f"[{link.words[:40]}]()")
    elif target.startswith(("//", "\\")):
        yield _foreign(link, place, shown, "https://" + target.lstrip("/\\")[:70])
    elif scheme and scheme[0].lower() in (*RECORD_KINDS, *(f"{kind}s" for kind in RECORD_KINDS)):
        yield _record_form(place, scheme[0].lower().removesuffix("s"), target)
    elif scheme:
        if link.picture or scheme[0].lower() not in SCHEMES:
            yield _foreign(link, place, shown, "https://…")
        elif why := unopenable(target):
            yield Finding(place, why, "", shown)
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
    anchors = site.anchors(page)
    if anchor not in anchors:
        near = nearest(anchor, anchors)
        yield Finding(place, "link-anchor", "", anchor[:80], near, (("options", listed(anchors)),))
