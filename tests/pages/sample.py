"""A small knowledge of one province, made by the real reader and checker from the tests' base tree."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from botrian.check import check
from botrian.knowledge import Knowledge
from botrian.pages.desk import Desk
from botrian.pages.glossary import glossary
from botrian.read import Paths
from botrian.records import Language
from botrian.tables import build_tables

BASE = Path(__file__).resolve().parents[1] / "check" / "base"


def sample_knowledge() -> Knowledge:
    """The knowledge of the base tree."""
    found = check(Paths.of(BASE), date(2026, 11, 21)).knowledge
    assert found is not None
    return found


def sample_desk(language: Language = "th", page: str = "lessons/x/") -> Desk:
    """A desk over the base tree."""
    knowledge = sample_knowledge()
    return Desk(knowledge, build_tables(knowledge), language, page, glossary(knowledge, language))
