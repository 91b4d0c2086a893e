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
from botrian.kits.pages import kit_pages
from botrian.kits.printing import kit_contents
from botrian.knowledge import Knowledge
from botrian.records import Language
from botrian.tables import Table

__all__ = [
    "FILES",
    "KitContents",
    "builder_files",
    "builder_rules",
    "kit_contents",
    "kit_files",
    "kit_pages",
    "kits",
]


def kits(knowledge: Knowledge, tables: Mapping[str, Table], language: Language, stamp: Stamp) -> Mapping[str, bytes]:
    """Every file of every kit in one language, by its path below the language's root: ``kits/<id>/<file>``.

    Raises FontMissing where Sarabun, in which slides are measured, is missing.
    """
    found: dict[str, bytes] = {}
    for id_, kit in knowledge.kits.items():
        contents = kit_contents(kit, knowledge, tables, language, stamp)
        for name, data in kit_files(contents).items():
            found[f"kits/{id_}/{name}"] = data
    return dict(sorted(found.items()))
