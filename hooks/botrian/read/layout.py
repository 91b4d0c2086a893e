"""Which file holds which kind of record, as the kinds say: what lies where under ``data/`` and ``docs/``."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from botrian.kinds import kinds
from botrian.records import FrozenEntry, Record


@dataclass(frozen=True)
class Paths:
    """Where the content is. ``root`` is what the places of findings are relative to."""

    root: Path
    data: Path
    docs: Path

    @classmethod
    def of(cls, root: Path, data: Path | None = None, docs: Path | None = None) -> Paths:
        """The paths of a project folder, with another content tree where it is given."""
        return cls(root, data or root / "data", docs or root / "docs")

    def on_disk(self, name: str) -> Path:
        """The file of a document's name (``data/…`` or ``docs/…``)."""
        label, _, rest = name.partition("/")
        return (self.data if label == "data" else self.docs) / rest

    def shown(self, name: str) -> str:
        """A document's path as a person has it: relative to the project where it can be, with ``/``."""
        file = self.on_disk(name).absolute()
        try:
            return Path(os.path.relpath(file, self.root.absolute())).as_posix()
        except ValueError:  # another drive of a Windows machine
            return file.as_posix()


@dataclass(frozen=True)
class FileKind:
    """One kind of content file.

    ``pattern`` is matched against the path with ``data/`` or ``docs/`` in front. ``lists`` names the
    top-level keys of a file of many records with the model of their items; ``model`` is the model of
    a file that is one record. ``kind`` is the kind of record (the one word used everywhere).
    """

    kind: str
    pattern: re.Pattern[str]
    example: str
    model: type[Record] | None = None
    lists: tuple[tuple[str, str, type[Record]], ...] = ()


def _file_kinds() -> Iterator[FileKind]:
    """One kind of file for each kind of record, or for those that share one file."""
    shared = groupby(kinds(), key=lambda kind: (kind.files.example, kind.files.matched()))
    for (example, pattern), found in shared:
        together = tuple(found)
        first = together[0]
        if first.files.key:
            lists = tuple((kind.files.key, kind.id, kind.model) for kind in together)
            yield FileKind(first.id, re.compile(pattern), example, None, lists)
        else:
            yield FileKind(first.id, re.compile(pattern), example, first.files.model or first.model)


#: The log of frozen copies: written by our command, read by checking alone, no record of the library.
FROZEN_LOG = "data/frozen/log.yml"

#: What lies under ``data/``, and which Markdown under ``docs/`` is a record.
DATA_FILES: tuple[FileKind, ...] = (
    *(one for one in _file_kinds() if one.example.startswith("data/")),
    FileKind(
        "frozen-copy",
        re.compile(r"^data/frozen/log\.yml$"),
        FROZEN_LOG,
        lists=(("copies", "frozen-copy", FrozenEntry),),
    ),
)
RECORD_PAGES: tuple[FileKind, ...] = tuple(one for one in _file_kinds() if one.example.startswith("docs/"))


#: A frozen copy of a table, written by our command and by nobody else.
FROZEN_COPY = re.compile(r"^data/frozen/[^/]+/[^/]+\.json$")


def kind_of(name: str) -> tuple[FileKind, re.Match[str]] | None:
    """The kind of the file with this path (``data/…`` or ``docs/…``, an English twin as its Thai page)."""
    name = re.sub(r"\.en\.md$", ".md", name)
    for kind in (*DATA_FILES, *RECORD_PAGES):
        if match := kind.pattern.match(name):
            return kind, match
    return None
