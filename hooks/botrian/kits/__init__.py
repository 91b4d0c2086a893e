"""Kits (sets of lessons and tables for one workshop) go in; their four files and their pages come out.

Each kit is first printed (``contents.py``): its words in one language, with one version of the data. Every file writes
from that.
"""

from __future__ import annotations

from collections.abc import Mapping

from botrian.addresses import Stamp
from botrian.kits.builder import builder_rules
from botrian.kits.builder_data import builder_files
from botrian.kits.contents import KitContents
from botrian.kits.files import FILES, kit_files
from botrian.kits.pages import kit_index, kit_page, own_kit_page
from botrian.kits.printing import kit_contents
from botrian.knowledge import Knowledge
from botrian.records import Language
from botrian.tables import Table

__all__ = [
    "FILES",
    "KitContents",
    "builder_files",
    "builder_rules",
    "files_of_kit",
    "kit_contents",
    "kit_files",
    "kit_index",
    "kit_page",
    "kits",
    "own_kit_page",
]


def kits(knowledge: Knowledge, tables: Mapping[str, Table], language: Language, stamp: Stamp) -> Mapping[str, bytes]:
    """Every file of every kit in one language, by its path below the language's root: ``kits/<id>/<file>``.

    Raises FontMissing where Sarabun, in which slides are measured, is missing.
    """
    found: dict[str, bytes] = {}
    for id_ in knowledge.kits:
        found |= files_of_kit(id_, knowledge, tables, language, stamp)
    return dict(sorted(found.items()))


def files_of_kit(
    id_: str, knowledge: Knowledge, tables: Mapping[str, Table], language: Language, stamp: Stamp
) -> Mapping[str, bytes]:
    """The files of one kit, as ``kits``."""
    contents = kit_contents(knowledge.kits[id_], knowledge, tables, language, stamp)
    return {f"kits/{id_}/{name}": data for name, data in kit_files(contents).items()}
