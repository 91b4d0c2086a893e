"""Redirects and the site's files go in; what stands at old addresses comes out: pages that lead on, and files.

A host of plain files cannot redirect, so the old page leads on by itself and says where to, and the old files are the
heir's, under the old name: a QR code, an embed and a downloaded link go on working. Of a table in pictures the page
leads on, and its pictures stand at the heir's only: their numbers are no names, and they weigh most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from botrian.addresses import fixed, up
from botrian.exports import ALBUM
from botrian.kinds import address, kind_named
from botrian.knowledge import Knowledge
from botrian.pages.templates import environment
from botrian.records import Language, Redirect
from botrian.words import say

EMBEDDED = "embed/tables/"
_NUMBERED_PICTURE = re.compile(r"\.[0-9]+\.png\Z")


def old_page(redirect: Redirect) -> str:
    """The address at which the record stood."""
    return kind_named(redirect.old_kind).page_of(redirect.old_id, redirect)


def redirect_files(
    knowledge: Knowledge, files: Mapping[str, bytes], language: Language, site_url: str
) -> Mapping[str, bytes]:
    """What stands at old addresses, by path below the language's root. ``files`` are the site's other files."""
    found: dict[str, bytes] = {}
    for redirect in knowledge.redirects.values():
        page = old_page(redirect)
        heir = address(redirect.new_kind, redirect.new_id, knowledge)
        found[f"{page}index.html"] = _leads(page, heir, knowledge, redirect, language, site_url)
        found |= dict(_files(redirect, page, heir, files))
        if kind_named(redirect.old_kind).booklet and kind_named(redirect.new_kind).booklet:
            booklet, target = (one + fixed.BOOKLET for one in (page, heir))
            found[f"{booklet}index.html"] = _leads(booklet, target, knowledge, redirect, language, site_url)
        embed = f"{EMBEDDED}{redirect.old_id}/"
        if redirect.old_kind == "table" and f"{EMBEDDED}{redirect.new_id}/index.html" in files:
            target = f"{EMBEDDED}{redirect.new_id}/"
            found[f"{embed}index.html"] = _leads(embed, target, knowledge, redirect, language, site_url)
        album, target = (f"{one.rstrip('/')}.{ALBUM}" for one in (page, heir))
        if target in files:
            found[album] = _leads(album, target, knowledge, redirect, language, site_url)
    return found


def _files(redirect: Redirect, page: str, heir: str, files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The heir's files under the old name: beside the page, or below it, as the kind has them."""
    where = kind_named(redirect.old_kind).files_of
    if redirect.old_kind != redirect.new_kind or not where:
        return
    old, new = (page, heir) if where == "below" else (f"{page.rstrip('/')}.", f"{heir.rstrip('/')}.")
    for name in files:
        if name.startswith(new) and not name.endswith("/index.html") and not _NUMBERED_PICTURE.search(name):
            yield old + name.removeprefix(new).replace(redirect.new_id, redirect.old_id), files[name]


def _leads(
    page: str, target: str, knowledge: Knowledge, redirect: Redirect, language: Language, site_url: str
) -> bytes:
    name = kind_named(redirect.new_kind).name_of(redirect.new_id, knowledge).in_(language)
    html = environment().get_template("redirect.html")
    text = html.render(
        language=language,
        target=up(page) + target,
        canonical=f"{site_url}{'en/' if language == 'en' else ''}{target}",
        title=name,
        words={word: say(f"redirect.{word}", language) for word in ("moved", "open")},
        why=redirect.why.in_(language) if redirect.why else "",
    )
    return text.encode("utf-8")
