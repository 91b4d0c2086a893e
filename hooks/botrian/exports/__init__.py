"""Typed tables go in; files of every format come out, by their path below the language's root.

Each table is first printed (``printed.py``): its words in one language, which every format then writes. What each
format does with tables that are too long or too wide is in ``limits.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from botrian.exports.formats import FORMATS, THUMBNAIL, ToolMissing, file_of, site_files_of
from botrian.exports.glyphs import FontMissing
from botrian.exports.json_file import SCHEMA, schema_file
from botrian.exports.kept import kept_files
from botrian.exports.printed import PrintedTable, printed_table
from botrian.knowledge import Knowledge
from botrian.pages.frame import Stamp
from botrian.records import Language
from botrian.tables import Table

__all__ = [
    "FORMATS",
    "THUMBNAIL",
    "FontMissing",
    "PrintedTable",
    "ToolMissing",
    "exports",
    "file_of",
    "printed_table",
]


def exports(
    tables: Mapping[str, Table],
    knowledge: Knowledge,
    language: Language,
    stamp: Stamp,
    *,
    cache: Path | None = None,
    frozen: Path | None = None,
) -> Mapping[str, bytes]:
    """Every file and embed of every table in one language.

    ``cache``: a folder for what was made before, such as ``.cache/exports``; what has not changed is taken from it.
    ``frozen``: the folder of frozen tables, such as ``data/frozen``. Raises FontMissing, ToolMissing, and
    FrozenDamaged where a frozen table is not what its name says.
    """
    # Embeds are made of printed tables, so their room imports this one.
    from botrian.embeds import embed_files, frozen_embeds

    files: dict[str, bytes] = {}
    for id_, table in tables.items():
        printed = printed_table(table, knowledge, language, stamp)
        for ending, content in kept_files("files", printed, cache, site_files_of).items():
            files[f"tables/{id_}.{ending}"] = content
        files |= kept_files("embed", printed, cache, embed_files)
    files[f"tables/{SCHEMA}"] = schema_file()
    if frozen is not None:
        files |= frozen_embeds(frozen, language)
    return dict(sorted(files.items()))
