"""A content tree goes in; its knowledge, or all of its problems in words, comes out."""

from __future__ import annotations

from datetime import date

from botrian.check import Checked, check
from botrian.check.output import as_text
from botrian.kept import Ledger
from botrian.knowledge import Knowledge
from botrian.read import Parse, Paths
from botrian.read.settings import own_address


def knowledge_or_problems(
    paths: Paths, today: date, parse: Parse | None = None, ledger: Ledger | None = None
) -> tuple[Knowledge | None, str]:
    """The knowledge where the content has no error, else None with the problems as people read them.

    ``ledger``: what was seen of each text before.
    """
    checked = check(paths, today, parse, ledger)
    return checked.knowledge, "" if checked.knowledge is not None else in_words(checked, paths)


def in_words(checked: Checked, paths: Paths) -> str:
    """Every problem in Thai and English, each with the line it is about."""
    lines = {paths.shown(one.name): one.source_text.split("\n") for one in checked.reading.documents}

    def line_of(file: str, line: int) -> str | None:
        known = lines.get(file, [])
        return known[line - 1] if line <= len(known) else None

    files = len(checked.reading.documents) + len(checked.reading.assets)
    torn = [paths.shown(name) for name in checked.reading.torn]
    return as_text(checked.problems, line_of, files, own_address(paths.root), torn)
