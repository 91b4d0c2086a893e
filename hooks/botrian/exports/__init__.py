"""Typed tables go in; files of every format come out, by their path below the language's root.

Each table is first printed (``printed.py``): its words in one language, which every format then writes. What each
format does with tables that are too long or too wide is in ``limits.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from botrian.addresses import Stamp, fixed
from botrian.exports.formats import ALBUM, FORMATS, THUMBNAIL, ToolMissing, file_of, site_files_of
from botrian.exports.glyphs import FontMissing
from botrian.exports.json_file import schema_file
from botrian.exports.kept import kept_files
from botrian.exports.printed import PrintedTable, printed_table
from botrian.kept import NOTHING_KEPT, Store
from botrian.knowledge import Knowledge
from botrian.records import Language
from botrian.spread import IN_TURN, Spread
from botrian.tables import Table

__all__ = [
    "ALBUM",
    "FORMATS",
    "THUMBNAIL",
    "FontMissing",
    "PrintedTable",
    "ToolMissing",
    "exports",
    "file_of",
    "kept_files",
    "printed_table",
    "printed_tables",
]


def printed_tables(
    tables: Iterable[Table], knowledge: Knowledge, language: Language, stamp: Stamp
) -> tuple[PrintedTable, ...]:
    """The tables as files and embeds write them, in one language."""
    return tuple(printed_table(table, knowledge, language, stamp) for table in tables)


#: The files of one table by the ending of their names.
Files = Mapping[str, bytes]


def exports(
    tables: Collection[PrintedTable],
    *,
    store: Store = NOTHING_KEPT,
    spread: Spread = IN_TURN,
    watched: Callable[[Iterator[Files]], Iterator[Files]] = iter,
) -> Iterator[tuple[str, bytes]]:
    """Every file of every table by its path, table after table, and the schema of their JSON files.

    ``store`` has what was made before: what has not changed is taken from it. ``spread``: who makes the rest;
    ``watched`` sees each table's files go by. Raises FontMissing, ToolMissing.
    """
    made = watched(kept_files("files", tables, site_files_of, store, spread))
    for table, of_table in zip(tables, made, strict=True):
        for ending, content in of_table.items():
            yield f"tables/{table.id}.{ending}", content
    yield fixed.TABLE_SCHEMA, schema_file()
