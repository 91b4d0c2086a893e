"""Withdrawals go in; the pages that stand at their old addresses come out, in one language.

A QR code or a link that was printed leads to a page that says when it was withdrawn and why, and what to do with a
copy. Nobody is named, and nothing of what stood there is told. There is no old file, and nothing leads on.
"""

from __future__ import annotations

from collections.abc import Mapping

from botrian.addresses import up
from botrian.embeds import withdrawn_page
from botrian.kinds import kind_named
from botrian.knowledge import Knowledge
from botrian.pages.redirects import EMBEDDED
from botrian.records import Language, Withdrawal
from botrian.words import say

STYLE = "assets/embed.css"


def withdrawn_files(knowledge: Knowledge, language: Language) -> Mapping[str, bytes]:
    """The page at each withdrawn address, and of a table at that of its embed, by path below the language's root."""
    found: dict[str, bytes] = {}
    for gone in knowledge.withdrawals.values():
        kind = kind_named(gone.old_kind)
        if kind.page:
            page = kind.page_of(gone.old_id, gone)
            found[f"{page}index.html"] = _page(page, gone, language, framed=False)
        if gone.old_kind == "table":
            embed = f"{EMBEDDED}{gone.old_id}/"
            found[f"{embed}index.html"] = _page(embed, gone, language, framed=True)
    return found


def _page(page: str, gone: Withdrawal, language: Language, *, framed: bool) -> bytes:
    kind = kind_named(gone.old_kind)
    ways = [("", say("withdrawn.home", language))]
    if kind.list_address:
        ways.insert(0, (kind.list_address, kind.list_title.in_(language)))
    root = up(page)
    return withdrawn_page(
        language,
        say("withdrawn.title", language).format(kind.one.in_(language)),
        say(f"withdrawn.{gone.why}", language).format(gone.since.format(language)),
        [(root + way, name) for way, name in ways],
        root + STYLE,
        framed=framed,
    )
