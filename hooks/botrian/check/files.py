"""What was read goes in; findings about the files themselves come out: name, place, kind, head, English twin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from botrian.addresses import introduction, page_address
from botrian.check.addresses import is_device
from botrian.check.faults import kebab
from botrian.check.near import nearest
from botrian.check.schema import record_findings
from botrian.findings import Finding, Place
from botrian.kinds import kinds
from botrian.read import DATA_FILES, FROZEN_COPY, RECORD_PAGES, Document, Reading
from botrian.read.layout import FROZEN_LOG
from botrian.records import PageHead
from botrian.records.values import ID_PATTERN

#: Pictures and papers that may lie under ``docs/``. SVG can carry programs, so it is not among them.
ASSETS = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".pdf")
#: A name for a file whose own has no letter that is allowed.
_SAMPLE = "start-with-needs"
_NAME = re.compile(ID_PATTERN)


def file_findings(reading: Reading) -> Iterator[Finding]:
    """Every file that is named wrongly, lies where nothing is known, or has no head or no Thai page."""
    names = dict.fromkeys([*(document.name for document in reading.documents), *reading.assets, *reading.unread])
    for name in names:
        yield from _name_findings(name)
    for name in reading.assets:
        yield from _asset_findings(name)
    failed = {finding.place.file for finding in reading.findings if finding.code != "text-normalised"}
    known = {document.name for document in reading.documents} | set(reading.unread)
    for document in reading.documents:
        misplaced = tuple(_place_findings(document))
        yield from misplaced
        if document.name not in failed and not misplaced:
            yield from _head_findings(document)
        if document.english_twin:
            yield from _twin_findings(document, known)


def _name_findings(name: str) -> Iterator[Finding]:
    """Names of files and folders are part of addresses."""
    path = PurePosixPath(name)
    stem = re.sub(r"(\.en)?\.[^.]*$", "", path.name)
    endings = path.name[len(stem) :]
    wrong = [part for part in path.parts[1:-1] if not _NAME.match(part)]
    if not _NAME.match(stem) or endings != endings.lower():
        wrong.append(path.name)
    for part in (*path.parts[1:-1], stem):
        if is_device(part):
            yield Finding(Place(name), "name-device", "", part, f"{part}-1")
    for part in wrong:
        good = f"{kebab(stem) or _SAMPLE}{endings.lower()}" if part == path.name else kebab(part) or _SAMPLE
        yield Finding(Place(name), "file-name", "", part[:80], good)


def _asset_findings(name: str) -> Iterator[Finding]:
    ending = PurePosixPath(name).suffix
    if FROZEN_COPY.match(name):
        return
    if name.startswith("data/"):
        yield Finding(Place(name), "file-kind", "", ending or name, ".yml")
    elif ending.lower() not in ASSETS:
        yield Finding(Place(name), "file-kind", "", ending or name, " ".join((".md", *ASSETS)))


def _place_findings(document: Document) -> Iterator[Finding]:
    """Files from which no record comes although they lie among records."""
    name = document.name
    if document.kind is not None or (name.startswith("docs/") and _may_be_page(name)):
        return
    written = [kind.example for kind in (*DATA_FILES, *RECORD_PAGES) if kind.example != FROZEN_LOG]
    kinds = [example for example in written if example[:5] == name[:5]]
    options = (("options", ", ".join(kinds)),)
    yield Finding(Place(name), "file-place", "", name, _right_place(name, kinds), options)


def _may_be_page(name: str) -> bool:
    """Pages lie among records only as the ``index.md`` that introduces the list of them."""
    if not name.endswith(".md"):
        return False
    path = re.sub(r"(\.en)?\.md$", ".md", name.removeprefix("docs/"))
    homes = tuple(f"{kind.home.removeprefix('docs/')}/" for kind in kinds() if kind.home.startswith("docs/"))
    return not (path.startswith(homes) or _mistyped(path, homes)) or path == introduction(page_address(path))


def _mistyped(path: str, homes: Sequence[str]) -> bool:
    """Whether a page lies where the folder of a kind of record is meant: ``lesson/`` for ``lessons/``."""
    first, slash, _ = path.partition("/")
    return bool(slash) and f"{first}/" not in homes and f"{first}s/" in homes


def _right_place(name: str, examples: Sequence[str]) -> str:
    """The kind of file that was probably meant, by its folder."""
    folder, stem = name.rpartition("/")[0], PurePosixPath(name).stem
    if folder == "docs/cases":
        return f"docs/cases/<province>/{stem}.md"
    top = name.partition("/")[0] + "/"
    kinds = [one.rpartition("/")[0] if "<" in one else one for one in examples]
    wanted = name if "/" not in name[len(top) :] else folder
    near = nearest(wanted.removeprefix(top), [kind.removeprefix(top) for kind in kinds])
    full = next((one for one in examples if one.startswith(top + near)), "") if near else ""
    return re.sub(r"<[a-z]+>(?=\.)", stem, full)


def _head_findings(document: Document) -> Iterator[Finding]:
    """Files that must begin with data, and the head of hand-written pages."""
    page = document.name.endswith(".md")
    if document.english_twin or (document.kind is None and not page):
        return
    if document.root is None:
        expected = "title: {th: …, en: …}" if document.kind is None else document.kind.example
        if document.kind is not None and page:
            expected = f"id: {document.group('id')}"
        yield Finding(Place(document.name), "front-matter-missing" if page else "file-empty", "", "", expected)
    elif document.kind is None:
        yield from record_findings(PageHead, document.root, ())[1]


def _twin_findings(document: Document, known: set[str]) -> Iterator[Finding]:
    thai = document.name.removesuffix(".en.md") + ".md"
    if thai not in known:
        yield Finding(Place(document.name), "twin-alone", "", "", thai)
    if document.root is not None:
        yield Finding(Place(document.name), "twin-front-matter", "", "---")
