"""What an Office file says of itself in its properties: one rule for Word and PowerPoint, tables and kits."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from botrian.exports.limits import fitted
from botrian.records import Language

#: What Word and PowerPoint take as the title, subject or author of a file.
PROPERTY_LETTERS = 255


def describe(core: Any, title: str, subject: str, author: str, language: Language, changed: date) -> None:
    """Fill ``core``, the properties of a python-docx or python-pptx file; nothing in them comes from the clock.

    Texts longer than Office takes are cut. ``changed`` (C.E.) stands for the day it was made and changed.
    """
    core.title, core.subject, core.author = (property_text(text) for text in (title, subject, author))
    core.last_modified_by, core.revision, core.language = "", 1, language
    core.created = core.modified = datetime.combine(changed, time())


def property_text(text: str) -> str:
    """A text as the properties of an Office file take it."""
    return fitted(text, PROPERTY_LETTERS)
