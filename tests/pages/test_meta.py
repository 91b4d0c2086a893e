"""The frame reads from a page what pages may tell it, and no more: names that nobody writes would show nothing."""

from __future__ import annotations

import re
from pathlib import Path

from botrian.pages.meta import PageMeta

THEME = Path(__file__).resolve().parents[2] / "hooks" / "theme"
#: Those that MkDocs reads from front matter itself.
OF_MKDOCS = {"title"}


def test_the_frame_reads_only_what_pages_tell_and_all_of_it() -> None:
    read = set()
    for file in sorted(THEME.rglob("*.html")):
        template = re.sub(r"\{#.*?#\}", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        read |= set(re.findall(r"\bmeta\.([a-z_]+)", template))

    assert read - OF_MKDOCS == set(PageMeta.__annotations__)
