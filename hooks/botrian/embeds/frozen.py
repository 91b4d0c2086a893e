"""A printed table goes in and is frozen: a file that holds all that its page needs; from it the same page, for good.

A frozen file carries its own words and addresses, and its page comes from a template that is never changed
(``frozen-1.html``; another look gets another number). So neither new data nor new code changes the page's bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from botrian.addresses import fixed
from botrian.embeds.live import code_address, environment
from botrian.exports import limits
from botrian.exports.about import about
from botrian.exports.printed import PrintedTable
from botrian.records import Language
from botrian.words import say

FORMAT = 1
_HASH_LENGTH = 12
_WORDS = (
    *("frozen", "live", "changed", "changed_one", "same", "was", "now", "scroll"),
    *("row_added", "row_removed", "column_added", "column_removed"),
)


class FrozenDamaged(Exception):
    """A frozen file is not what its name says: it was edited, cut off, or put elsewhere. ``path`` is the file."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why


def freeze(tables: Mapping[Language, PrintedTable], folder: Path) -> Path:
    """Keep a table as it is now, in all languages, below ``folder``; the file is named by the hash of its content.

    Freezing the same content twice gives the same file.
    """
    content: dict[str, Any] = {"format": FORMAT}
    for language, table in tables.items():
        content[language] = _content(table)
    text = _canonical(content)
    id_ = next(iter(tables.values())).id
    path = folder / id_ / f"{_hash(text)}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def frozen_hashes(folder: Path) -> Mapping[str, tuple[str, ...]]:
    """The hashes of each table's frozen copies, by the table's id, in the order of their names."""
    found: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*/*.json")):
        found.setdefault(path.parent.name, []).append(path.stem)
    return {id_: tuple(hashes) for id_, hashes in found.items()}


def frozen_embeds(folder: Path, language: Language) -> Mapping[str, bytes]:
    """The page of every frozen table in one language, by its path below the language's root. Raises FrozenDamaged."""
    return dict(_pages(folder, language))


def _pages(folder: Path, language: Language) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.glob("*/*.json")):
        content = _checked(path)
        if language in content:
            page = environment().get_template(f"frozen-{content['format']}.html").render(content[language])
            yield f"{fixed.FROZEN}{path.parent.name}/{path.stem}/index.html", page.encode("utf-8")


def _checked(path: Path) -> dict[str, Any]:
    """The content of a frozen file, held against its name."""
    text = path.read_text(encoding="utf-8")
    if _hash(text) != path.stem:
        raise FrozenDamaged(path, "the content does not have the hash that the name says")
    content: dict[str, Any] = json.loads(text)
    if content.get("format") != FORMAT:
        raise FrozenDamaged(path, f"unknown format {content.get('format')}")
    ids = {content[language]["id"] for language in ("th", "en") if language in content}
    if ids != {path.parent.name}:
        raise FrozenDamaged(path, "the file is of another table than its folder says")
    return content


def _canonical(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:_HASH_LENGTH]


def _content(table: PrintedTable) -> dict[str, Any]:
    """All that the page of one language shows."""
    shown = limits.part(table, slice(0, limits.EMBED_ROWS), slice(0, limits.EMBED_COLUMNS))
    origin = table.provenance
    rest = limits.rest_words(table, len(shown.rows), len(shown.columns))
    return {
        "id": table.id,
        "language": table.language,
        "title": table.title,
        "answer": table.answer,
        "row_heading": table.row_heading,
        "columns": [{"id": column.id, "heading": column.heading} for column in shown.columns],
        "rows": [
            {
                "id": row.id,
                "name": row.name,
                "group": row.group,
                "cells": [
                    {"lines": list(cell.lines), "look": "number" if cell.number else "absent" if cell.absent else ""}
                    for cell in row.cells
                ],
            }
            for row in shown.rows
        ],
        "rest": rest,
        "about": [
            {"label": one.label, "texts": list(one.texts)}
            for one in about(table)
            if one.name in ("notes", "silence", "sources", "cite")
        ],
        "link": origin.link,
        "publisher": origin.publisher,
        "version": origin.version,
        "day": origin.changed_words or origin.version,
        "code": code_address(origin.link),
        "words": {name: say(f"embed.{name}", table.language) for name in _WORDS},
    }
