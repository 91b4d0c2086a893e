"""The folders ``data/`` and ``docs/`` go in; documents come out: YAML trees and Markdown bodies with places."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from botrian.findings import Finding, Place
from botrian.read.layout import FileKind, Paths, kind_of
from botrian.read.nodes import Node, read_yaml
from botrian.thai import decode, normalise

#: No record of ours comes near; a file beyond it is a mistake or an attack.
MAX_BYTES = 2_000_000
TEXT_SUFFIXES = {".yml", ".yaml", ".md"}
FENCE = "---"


@dataclass(frozen=True)
class Document:
    """One content file as it was read.

    ``name`` is its path with ``data/`` or ``docs/`` in front, whatever the folders are called on disk.
    ``root`` is the YAML tree (of the file, or of the front matter); ``body`` the Markdown under it.
    """

    name: str
    kind: FileKind | None
    root: Node | None
    body: str = ""
    body_line: int = 1
    groups: tuple[tuple[str, str], ...] = ()
    english_twin: bool = False
    source_text: str = ""

    def group(self, name: str) -> str | None:
        """A part of the path that says something: ``id`` or ``province``."""
        return dict(self.groups).get(name)


@dataclass(frozen=True)
class Reading:
    """Everything that was read, and what was wrong while reading. ``assets`` are files that are no text."""

    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    assets: tuple[str, ...] = ()


def read_content(paths: Paths) -> Reading:
    """Read every file under the data and docs folders, in the order of their names."""
    documents: list[Document] = []
    findings: list[Finding] = []
    assets: list[str] = []
    for label, folder in (("data", paths.data), ("docs", paths.docs)):
        for file, name in _files(folder, label):
            if not _inside(file, folder):
                findings.append(Finding(Place(name), "file-outside", got=os.fspath(file.name)))
            elif file.suffix.lower() not in TEXT_SUFFIXES:
                assets.append(name)
            else:
                document, wrong = read_document(name, file)
                findings.extend(wrong)
                if document:
                    documents.append(document)
    return Reading(tuple(documents), tuple(findings), tuple(assets))


def read_document(name: str, file: Path) -> tuple[Document | None, tuple[Finding, ...]]:
    """One file as a document, with what was wrong; None where nothing of it can be read."""
    if file.stat().st_size > MAX_BYTES:
        return None, (
            Finding(Place(name), "file-too-large", got=str(file.stat().st_size), expected=str(MAX_BYTES)),
        )
    decoded = decode(file.read_bytes())
    fault = decoded.fault
    if fault is not None:
        values = (("codec", fault.codec), ("preview", fault.preview))
        place = Place(name, fault.line)
        return None, (Finding(place, "file-encoding", got=fault.kind, expected="UTF-8", values=values),)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    return parse_document(name, text)


def parse_document(name: str, text: str) -> tuple[Document, tuple[Finding, ...]]:
    """The document in one text; ``name`` tells by its folder what it should hold."""
    found = kind_of(name)
    kind = found[0] if found else None
    groups = tuple(sorted(found[1].groupdict().items())) if found else ()
    twin = name.endswith(".en.md")
    if not name.endswith(".md"):
        root, findings = read_yaml(text, name)
        return Document(name, kind, root, groups=groups, source_text=text), findings
    head, body, body_line = split_front_matter(text)
    root, findings = read_yaml(head, name, 2) if head else (None, ())
    document = Document(name, kind, root, normalise(body).text, body_line, groups, twin, text)
    return document, findings


def split_front_matter(text: str) -> tuple[str, str, int]:
    """The YAML between the two ``---`` lines, the Markdown after it, and the line the Markdown begins at."""
    lines = text.split("\n")
    if not lines or lines[0].rstrip() != FENCE:
        return "", text, 1
    for number in range(1, len(lines)):
        if lines[number].rstrip() == FENCE:
            return "\n".join(lines[1:number]) + "\n", "\n".join(lines[number + 1 :]), number + 2
    return "\n".join(lines[1:]) + "\n", "", len(lines) + 1


def _files(folder: Path, label: str) -> Iterator[tuple[Path, str]]:
    """Every file below ``folder`` with its name, sorted; links are not followed into folders."""
    for base, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in sorted(files):
            if not file.startswith("."):
                path = Path(base) / file
                yield path, f"{label}/{path.relative_to(folder).as_posix()}"


def _inside(file: Path, folder: Path) -> bool:
    """Whether the file itself, links followed, lies inside the folder."""
    return file.resolve().is_relative_to(folder.resolve())
