"""The knowledge and the files of its tables go in; data that loads comes out: tidy files, packages, a catalogue, a zip.

``data/<collection>.csv`` and ``.parquet`` hold every collection, one line a record, in both languages; they are made
once, in the Thai site. ``tables/datapackage.json`` tells of a language's tables, ``datapackage.json`` of those and the
collections (Frictionless); ``catalog.jsonld`` tells of all of it as DCAT has it; ``data/all.zip`` holds all of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from botrian.addresses import Stamp, fixed
from botrian.datasets.catalogue import catalogue
from botrian.datasets.collections import Collection, collection_files, collections, csv_path
from botrian.datasets.package import package, resource_of_collection, resource_of_table
from botrian.datasets.page import data_page
from botrian.datasets.zipped import zipped
from botrian.exports import PrintedTable
from botrian.exports.csvw import ENDING
from botrian.knowledge import Knowledge
from botrian.records import Language
from botrian.tables import build_tables

__all__ = ["Collection", "collection_files", "collections", "data_page", "dataset_files"]


def dataset_files(
    knowledge: Knowledge,
    printed: Sequence[PrintedTable],
    files: Mapping[str, bytes],
    data: Mapping[str, bytes],
    language: Language,
    stamp: Stamp,
) -> Mapping[str, bytes]:
    """Every file of data of one language, by its path below the language's root.

    ``files`` hold those of the tables, ``data`` those of all collections (``collection_files``).
    """
    held = collections(knowledge, knowledge.once(build_tables))
    told = dict(one.told(language) for one in held)
    of_tables = [resource_of_table(table, files[f"tables/{table.id}.csv"]) for table in printed]
    of_data = [resource_of_collection(one, data[csv_path(one.name)], language) for one in held]
    whole = package(of_tables + of_data, knowledge, language, stamp)
    found = {fixed.TABLE_PACKAGE: package(of_tables, knowledge, language, stamp, below="tables/")}
    found[fixed.CATALOGUE] = catalogue(printed, held, knowledge, language, stamp)
    beside = {
        path: files[path] for table in printed for path in (f"tables/{table.id}.csv", f"tables/{table.id}.{ENDING}")
    }
    lines = {path: data[path] for path in (csv_path(one.name) for one in held)}
    found[fixed.ALL_DATA] = zipped({"datapackage.json": whole, **beside, **told, **lines}, language)
    if language == "th":
        found |= {**data, **told, fixed.PACKAGE: whole}
    return dict(sorted(found.items()))
