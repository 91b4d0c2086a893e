"""What is said at the address of something that was withdrawn goes in; its page comes out."""

from __future__ import annotations

from collections.abc import Iterable

from botrian.records import Language
from botrian.templating import environment
from botrian.words import say


def withdrawn_page(
    language: Language, title: str, said: str, ways: Iterable[tuple[str, str]], style: str, *, framed: bool
) -> bytes:
    """A page of its own: that it is withdrawn, since when and why, what to do with copies, and ways (address, name) on.

    ``framed``: it stands in other people's pages, and its ways open beside them.
    """
    page = environment("embeds", whole_files=True).get_template("withdrawn.html")
    copies = say("withdrawn.copies", language)
    text = page.render(
        language=language, title=title, said=said, copies=copies, ways=tuple(ways), style=style, framed=framed
    )
    return text.encode("utf-8")
