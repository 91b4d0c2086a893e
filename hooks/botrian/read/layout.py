"""Which file holds which kind of record: the only room that knows the folders of ``data/`` and ``docs/``."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from botrian.records import (
    Area,
    Case,
    CaseKind,
    Dimension,
    DimensionGroup,
    Event,
    FactFile,
    Kit,
    Lesson,
    Profile,
    Province,
    ReadingPath,
    Record,
    Release,
    Source,
    TableDefinition,
    Term,
    Theme,
)


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


def _kind(kind: str, pattern: str, example: str, model: type[Record]) -> FileKind:
    return FileKind(kind, re.compile(pattern), example, model)


def _listed(pattern: str, example: str, *lists: tuple[str, str, type[Record]]) -> FileKind:
    return FileKind(lists[0][1], re.compile(pattern), example, None, lists)


ID = r"(?P<id>[^/]+?)"

DATA_FILES: tuple[FileKind, ...] = (
    _kind("source", rf"^data/sources/{ID}\.ya?ml$", "data/sources/<id>.yml", Source),
    _kind("table", rf"^data/tables/{ID}\.ya?ml$", "data/tables/<id>.yml", TableDefinition),
    _kind("kit", rf"^data/kits/{ID}\.ya?ml$", "data/kits/<id>.yml", Kit),
    _kind("release", rf"^data/changes/{ID}\.ya?ml$", "data/changes/<date>.yml", Release),
    _kind("fact", r"^data/facts/(?P<province>[^/]+?)\.ya?ml$", "data/facts/<province>.yml", FactFile),
    _listed(r"^data/events/[^/]+\.ya?ml$", "data/events/<province>.yml", ("events", "event", Event)),
    _listed(r"^data/provinces\.yml$", "data/provinces.yml", ("provinces", "province", Province)),
    _listed(r"^data/areas\.yml$", "data/areas.yml", ("areas", "area", Area)),
    _listed(r"^data/themes\.yml$", "data/themes.yml", ("themes", "theme", Theme)),
    _listed(r"^data/case-kinds\.yml$", "data/case-kinds.yml", ("case_kinds", "case-kind", CaseKind)),
    _listed(
        r"^data/dimensions\.yml$",
        "data/dimensions.yml",
        ("groups", "dimension-group", DimensionGroup),
        ("dimensions", "dimension", Dimension),
    ),
    _listed(r"^data/terms\.yml$", "data/terms.yml", ("terms", "term", Term)),
)

RECORD_PAGES: tuple[FileKind, ...] = (
    _kind("profile", rf"^docs/provinces/(?!index\.md){ID}\.md$", "docs/provinces/<id>.md", Profile),
    _kind("case", rf"^docs/cases/(?P<province>[^/]+)/{ID}\.md$", "docs/cases/<province>/<id>.md", Case),
    _kind("lesson", rf"^docs/lessons/(?!index\.md){ID}\.md$", "docs/lessons/<id>.md", Lesson),
    _kind("path", rf"^docs/paths/(?!index\.md){ID}\.md$", "docs/paths/<id>.md", ReadingPath),
)


def kind_of(name: str) -> tuple[FileKind, re.Match[str]] | None:
    """The kind of the file with this path (``data/…`` or ``docs/…``, an English twin as its Thai page)."""
    name = re.sub(r"\.en\.md$", ".md", name)
    for kind in (*DATA_FILES, *RECORD_PAGES):
        if match := kind.pattern.match(name):
            return kind, match
    return None
