"""Printed tables go in; their files come out, from what was made before where nothing of a table changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

from botrian.exports.printed import PrintedTable
from botrian.kept import Store, key_of
from botrian.spread import IN_TURN, Spread, kept_or_made

#: Libraries whose next version may write other bytes.
_LIBRARIES = ("deflate", "jinja2", "lxml", "pillow", "python-docx", "python-pptx", "segno", "uharfbuzz", "xlsxwriter")
#: Code whose change makes what was kept stale.
_ROOMS = ("exports", "embeds", "kinds", "tables", "thai", "words")


def kept_files(
    name: str,
    tables: Collection[PrintedTable],
    make: Callable[[PrintedTable], Mapping[str, bytes]],
    store: Store,
    spread: Spread = IN_TURN,
) -> Iterator[Mapping[str, bytes]]:
    """What ``make`` gives for each table, in their order, from ``store`` where it was made before.

    ``name`` tells apart what is made of the same table.
    """
    items = [(key_of("table", name, code_hash(), repr(table)), table) for table in tables]
    return kept_or_made(items, store.has, store.files, store.put_files, make, spread)


@cache
def code_hash(rooms: tuple[str, ...] = _ROOMS) -> str:
    """A name for what a file's bytes depend on besides what it shows: the code of rooms, fonts, libraries."""
    found = hashlib.sha256()
    for room in rooms:
        for file in _files_in(files("botrian").joinpath(room)):
            found.update(file.read_bytes())
    for library in _LIBRARIES:
        found.update(f"{library}={_version(library)}".encode())
    return found.hexdigest()


def _files_in(folder: Traversable) -> list[Traversable]:
    if not folder.is_dir():
        return []
    found: list[Traversable] = []
    for one in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if one.is_dir() and one.name != "__pycache__":
            found += _files_in(one)
        elif one.is_file():
            found.append(one)
    return found


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
