"""A content tree goes in; its knowledge, or all of its problems in words, comes out."""

from __future__ import annotations

from datetime import date

from botrian.check import as_text, check
from botrian.knowledge import Knowledge
from botrian.read import Paths


def knowledge_or_problems(paths: Paths, today: date) -> tuple[Knowledge | None, str]:
    """The knowledge where the content has no error, else None with the problems as people read them."""
    checked = check(paths, today)
    return checked.knowledge, "" if checked.knowledge is not None else as_text(checked)
