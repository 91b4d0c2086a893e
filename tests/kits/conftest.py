"""The real content, read once, and the three kits made of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from botrian.addresses import Stamp
from botrian.check import check
from botrian.kits import KitContents, kit_contents
from botrian.knowledge import Knowledge
from botrian.read import Paths
from botrian.records import LANGUAGES, Language
from botrian.tables import Table, build_tables

ROOT = Path(__file__).resolve().parents[2]
STAMP = Stamp("https://example.org/", date(2026, 11, 1))


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    checked = check(Paths.of(ROOT), date(2026, 12, 31))
    assert checked.knowledge is not None, "the content has errors: python3 scripts/kb.py check"
    return checked.knowledge


@pytest.fixture(scope="session")
def tables(knowledge: Knowledge) -> Mapping[str, Table]:
    return build_tables(knowledge)


@pytest.fixture(scope="session")
def printed_kits(knowledge: Knowledge, tables: Mapping[str, Table]) -> Mapping[tuple[str, Language], KitContents]:
    return {
        (id_, language): kit_contents(kit, knowledge, tables, language, STAMP)
        for id_, kit in knowledge.kits.items()
        for language in LANGUAGES
    }
