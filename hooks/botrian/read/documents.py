"""The folders ``data/`` and ``docs/`` go in; documents come out: YAML trees and Markdown bodies with places."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from botrian.findings import Finding, Place
from botrian.read import limits
from botrian.read.garbled import garbled_findings
from botrian.read.joined import conflict_findings, second_record
from botrian.read.layout import FROZEN_COPY, FileKind, Paths, kind_of
from botrian.read.left_behind import left_behind
from botrian.read.nodes import Node
from botrian.read.pictures import picture_findings
from botrian.read.published import Published, published
from botrian.read.settings import own_address
from botrian.read.stored_form import stored_form
from botrian.read.translations import Remembered, remembered
from botrian.read.yaml_text import read_yaml
from botrian.thai import EncodingFault, decode

TEXT_SUFFIXES = {".yml", ".yaml", ".md"}
FENCE = "---"
#: Hidden files that our commands write, and those that keep an empty folder in git.
OUR_HIDDEN = ("data/changes/.state.json", "data/changes/.translations", "docs/.gitkeep", "data/.gitkeep")


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
    """Everything that was read, and what was wrong while reading. ``assets`` are files that are no text.

    ``published`` are the titles of the last publication, by kind and id; None where its record is damaged.
    ``frozen`` are the bytes of the frozen copies among them; ``site`` is the public address, where there is one.
    ``translations`` is what earlier English was made from.
    """

    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    assets: tuple[str, ...] = ()
    published: Published | None = field(default_factory=dict)
    frozen: tuple[tuple[str, bytes], ...] = ()
    site: str = ""
    translations: Remembered = field(default_factory=dict)

    @property
    def torn(self) -> tuple[str, ...]:
        """The names of documents without a tree for a mistake of YAML: there may be more wrong in them."""
        told = {finding.place.file for finding in self.findings if finding.code.startswith("yaml-")}
        return tuple(one.name for one in self.documents if one.root is None and one.name in told)

    @property
    def unread(self) -> tuple[str, ...]:
        """The names of files that something was found in and that gave no document."""
        known = {document.name for document in self.documents}
        told = (finding.place.file for finding in self.findings if finding.code != "file-hidden")
        return tuple(dict.fromkeys(name for name in told if name not in known))


_OF_FILES = (("what_en", "files in this folder"), ("what_th", "ไฟล์ในโฟลเดอร์นี้"))

#: Makes the document of a file's name and text.
Parse = Callable[[str, str], tuple[Document, tuple[Finding, ...]]]


class RememberedParse:
    """``parse_document``, or another, that parses a file again only when its text is another."""

    def __init__(self, parse: Parse | None = None) -> None:
        self._parse = parse or parse_document
        self._known: dict[str, tuple[str, tuple[Document, tuple[Finding, ...]]]] = {}

    def __call__(self, name: str, text: str) -> tuple[Document, tuple[Finding, ...]]:
        """The document in one text, as ``parse_document`` gives it."""
        known = self._known.get(name)
        if known is None or known[0] != text:
            known = self._known[name] = (text, self._parse(name, text))
        return known[1]


def read_content(paths: Paths, parse: Parse | None = None) -> Reading:
    """Read every file under the data and docs folders, in the order of their names.

    ``parse`` stands in for ``parse_document``: one that remembers makes reading again after a small change quick.
    """
    documents: list[Document] = []
    findings: list[Finding] = []
    assets: list[str] = []
    frozen: list[tuple[str, bytes]] = []
    for label, folder in (("data", paths.data), ("docs", paths.docs)):
        for number, (file, name) in enumerate(_files(folder, label)):
            if number >= limits.FILES:
                findings.append(Finding(Place(name), "too-many", "", "", f"{limits.FILES:,}", _OF_FILES))
                break
            if name in OUR_HIDDEN:
                continue
            if _hidden(name):
                findings.append(Finding(Place(name), "file-hidden", "", name.rpartition("/")[2][:80]))
            elif wrong := _unreadable(file, folder, name):
                findings.append(wrong)
            elif file.suffix.lower() not in TEXT_SUFFIXES:
                assets.append(name)
                findings.extend(picture_findings(name, file))
                if FROZEN_COPY.match(name):
                    frozen.append((name, file.read_bytes()))
            else:
                document, faults = read_document(name, file, parse or parse_document)
                findings.extend(faults)
                if document:
                    documents.append(document)
    return Reading(
        tuple(documents),
        tuple(findings),
        tuple(assets),
        published(paths.data),
        tuple(frozen),
        own_address(paths.root),
        remembered(paths.data),
    )


def read_document(name: str, file: Path, parse: Parse) -> tuple[Document | None, tuple[Finding, ...]]:
    """One file as a document, with what was wrong; None where nothing of it can be read."""
    try:
        data = file.read_bytes()
    except OSError as error:
        return None, (Finding(Place(name), "file-unreadable", got=error.strerror or "?"),)
    decoded = decode(data)
    if decoded.fault is not None:
        return None, (_encoding_finding(name, decoded.fault),)
    return parse(name, decoded.text.replace("\r\n", "\n").replace("\r", "\n"))


def parse_document(name: str, text: str) -> tuple[Document, tuple[Finding, ...]]:
    """The document in one text; ``name`` tells by its folder what it should hold. The text is normalised first."""
    text, joined = conflict_findings(name, text)
    garbled = garbled_findings(name, text)
    text, changed = stored_form(name, text)
    # Signs that are taken out of garbled text are no second mistake.
    changed = (*joined, *(garbled or changed))
    if not name.endswith(".md"):
        root, findings = read_yaml(text, name)
        return document_of(name, text, root), (*changed, *findings)
    head, body, body_line = split_front_matter(text)
    root, findings = read_yaml(head, name, 2) if head else (None, ())
    if head and not body and body_line > text.count("\n") + 1:
        findings = (Finding(Place(name), "front-matter-open"), *findings)
    document = document_of(name, text, root)
    if document.kind is not None and head and (second := second_record(name, body, body_line)) is not None:
        findings = (second, *findings)
    return document, (*changed, *findings)


def document_of(name: str, text: str, root: Node | None) -> Document:
    """The document of a text in its stored form, and of the tree in it."""
    found = kind_of(name)
    kind = found[0] if found else None
    groups = tuple(sorted(found[1].groupdict().items())) if found else ()
    if not name.endswith(".md"):
        return Document(name, kind, root, groups=groups, source_text=text)
    _, body, body_line = split_front_matter(text)
    return Document(name, kind, root, body, body_line, groups, name.endswith(".en.md"), text)


def _unreadable(file: Path, folder: Path, name: str) -> Finding | None:
    """Why a file is not read at all: it leads outside, it is no plain file, or it is too large."""
    try:
        if not _inside(file, folder):
            return Finding(Place(name), "file-outside", got=file.name)
        size = file.stat().st_size
        if not file.is_file():
            return Finding(Place(name), "file-unreadable", got=file.name)
    except (OSError, RuntimeError) as error:
        return Finding(Place(name), "file-unreadable", got=str(getattr(error, "strerror", None) or file.name))
    most = limits.ASSET_BYTES if file.suffix.lower() == ".pdf" else limits.PICTURE_BYTES
    if file.suffix.lower() in TEXT_SUFFIXES:
        most = limits.most_bytes(name)
    elif FROZEN_COPY.match(name):
        most = limits.FROZEN_BYTES
    if size > most:
        return Finding(Place(name), "file-too-large", got=f"{size:,}", expected=f"{most:,}")
    return None


def _encoding_finding(name: str, fault: EncodingFault) -> Finding:
    """Which rule broken bytes break: text in another encoding can be converted, the others cannot."""
    code = {"mojibake": "file-mojibake", "damaged": "file-damaged"}.get(fault.kind)
    if code is None:
        code = "file-encoding" if fault.codec else "file-binary"
    shown = {"tis-620": "TIS-620", "windows-874": "Windows-874", "utf-16": "UTF-16", "utf-32": "UTF-32"}
    values = (("codec", fault.codec), ("preview", fault.preview))
    return Finding(
        Place(name, fault.line), code, got=shown.get(fault.kind, fault.kind), expected="UTF-8", values=values
    )


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
    """Every file below ``folder`` with its name, sorted. A link to a folder is named, not followed.

    What desktops and editors leave behind is passed over. A hidden folder is named and not looked into.
    """
    for base, folders, files in os.walk(folder):
        above = f"{PurePath(label, Path(base).relative_to(folder)).as_posix()}/"
        folders[:] = sorted(name for name in folders if not left_behind(name))
        named = [name for name in folders if name.startswith(".") or (Path(base) / name).is_symlink()]
        folders[:] = [name for name in folders if not name.startswith(".")]
        for file in sorted([*files, *named]):
            if not left_behind(file):
                yield Path(base, file), f"{above}{file}"


def _hidden(name: str) -> bool:
    """Whether a file is hidden by its name, and therefore neither checked nor published."""
    return name.rpartition("/")[2].startswith(".") and name not in OUR_HIDDEN


def _inside(file: Path, folder: Path) -> bool:
    """Whether the file itself, links followed, lies inside the folder. (Folders that are links are not walked.)"""
    return not file.is_symlink() or file.resolve().is_relative_to(folder.resolve())
