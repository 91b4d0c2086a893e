"""Files that were made before, kept in a folder by the hash of all that they are made of."""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from botrian.exports.printed import PrintedTable

#: Libraries whose next version may write other bytes.
_LIBRARIES = ("deflate", "jinja2", "lxml", "pillow", "python-docx", "python-pptx", "segno", "uharfbuzz", "xlsxwriter")
#: Code whose change makes what was kept stale.
_ROOMS = ("exports", "embeds", "kinds", "tables", "thai", "words")
_KEY_LENGTH = 20


def kept_files(
    name: str, table: PrintedTable, folder: Path | None, make: Callable[[PrintedTable], Mapping[str, bytes]]
) -> Mapping[str, bytes]:
    """What ``make`` gives for this table, from ``folder`` where it was made before; None for the folder keeps nothing.

    ``name`` tells apart what is made of the same table; one state of each is kept. A damaged file is made again.
    """
    if folder is None:
        return make(table)
    key = hashlib.sha256(f"{code_hash()}{table!r}".encode()).hexdigest()[:_KEY_LENGTH]
    prefix = f"{table.language}.{table.id}.{name}."
    path = folder / f"{prefix}{key}.zip"
    found = read_kept(path)
    if found is not None:
        return found
    made = make(table)
    for old in folder.glob(f"{prefix}*.zip"):
        old.unlink(missing_ok=True)
    write_kept(path, made)
    return made


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


def read_kept(path: Path) -> Mapping[str, bytes] | None:
    """The files that were kept there; None where there are none, or they are damaged."""
    try:
        with zipfile.ZipFile(path) as kept:
            return {name: kept.read(name) for name in kept.namelist()}
    except (OSError, zipfile.BadZipFile):
        return None


def write_kept(path: Path, made: Mapping[str, bytes]) -> None:
    """Keep files. Whole or not at all: another build may read the folder at the same time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as kept:
        for name, content in made.items():
            kept.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    beside = path.with_name(f"{path.name}.{os.getpid()}.part")
    beside.write_bytes(out.getvalue())
    beside.replace(path)
