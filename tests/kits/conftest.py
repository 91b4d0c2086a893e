"""The tests' own library, read once, and its kit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from botrian.addresses import Stamp
from botrian.kits import KitContents, kit_contents
from botrian.knowledge import Knowledge
from botrian.records import LANGUAGES, Language
from botrian.tables import Table, build_tables
from tests.library import library_knowledge

STAMP = Stamp("https://example.org/", date(2026, 11, 1))


@pytest.fixture(scope="session")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return library_knowledge(tmp_path_factory.mktemp("library"))


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
