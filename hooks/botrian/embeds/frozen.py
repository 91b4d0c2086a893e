"""A printed table goes in and is frozen: a file that holds all that its page needs; from it the same page, for good.

A frozen file carries its own words and addresses, and its page comes from a template that is never changed
(``frozen-1.html``; another look gets another number). So neither new data nor new code changes the page's bytes.
The whole digest of a copy stands in the file and in ``log.yml`` beside the copies; checking holds them together.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from botrian.addresses import fixed
from botrian.check.frozen import NAME_LENGTH, NotACopy, canonical, digest_of, frozen_copy
from botrian.check.problems import problem_of
from botrian.embeds.live import code_address
from botrian.embeds.withdrawn import withdrawn_page
from botrian.exports import limits
from botrian.exports.about import about
from botrian.exports.printed import PrintedTable
from botrian.markup import thai_marked
from botrian.records import FrozenCopy, Language
from botrian.records.frozen import FrozenWords
from botrian.templating import environment
from botrian.thai import parse_date
from botrian.words import say

FORMAT = 1
LOG = "log.yml"
LOG_HEAD = (
    "# สำเนาคงที่ทุกชุดที่เผยแพร่แล้ว kb.py export TABLE --freeze เขียนให้ ห้ามแก้ด้วยมือ\n"
    "# All frozen copies that are published. kb.py export TABLE --freeze writes here; do not edit.\n"
    "copies:\n"
)
_WORDS = tuple(FrozenWords.model_fields)


#: Bytes that all copies may have in the repository. A copy has some 15,000, and its two pages in the site as many: a
#: publication that changes a third of a hundred tables adds a megabyte to both. No copy is ever taken away again.
MOST_BYTES = 40_000_000


@dataclass(frozen=True)
class Frozen:
    """What a freezing of all tables did: the files written, the bytes of all copies, and those not kept for weight."""

    paths: tuple[Path, ...]
    bytes: int
    left_out: int
    more: int


class FrozenName(NamedTuple):
    """A frozen copy by the hash in its address, and the day it was made as the log writes it; empty if it has none."""

    hash: str
    day: str


class FrozenDamaged(Exception):
    """A frozen file is not what its name says: it was edited, cut off, or put elsewhere.

    ``path`` is the file, ``why`` the reason in Thai and English.
    """

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why


def freeze(tables: Mapping[Language, PrintedTable], folder: Path, day: date) -> Path:
    """Keep a table as it is now, in all languages, below ``folder``; the file is named by the hash of its content.

    The copy is put into the folder's log with the day. Freezing the same content twice gives the same file and one
    entry.
    """
    text = _text(tables)
    digest = digest_of(json.loads(text))
    first = next(iter(tables.values()))
    path = folder / first.id / f"{digest[:NAME_LENGTH]}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    write_entry(folder / LOG, first.id, day, _edition(first), digest)
    return path


def _text(tables: Mapping[Language, PrintedTable]) -> str:
    """The file of a copy, with its digest in it."""
    content: dict[str, Any] = {"format": FORMAT, **{language: _content(table) for language, table in tables.items()}}
    return canonical({**content, "sha256": digest_of(content)})


def freeze_all(tables: Iterable[Mapping[Language, PrintedTable]], folder: Path, day: date) -> Frozen:
    """Keep every table whose content is in no copy yet; none of them where all copies would be over ``MOST_BYTES``."""
    log = (folder / LOG).read_text(encoding="utf-8") if (folder / LOG).exists() else ""
    new = [one for one in tables if not _is_kept(next(iter(one.values())), log)]
    size = sum(path.stat().st_size for path in folder.glob("*/*.json"))
    more = sum(len(_text(one).encode("utf-8")) for one in new)
    if size + more > MOST_BYTES:
        return Frozen((), size, len(new), more)
    return Frozen(tuple(freeze(one, folder, day) for one in new), size + more, 0, more)


def _is_kept(table: PrintedTable, log: str) -> bool:
    """Whether the log has a copy of this content; another day of its last change alone makes no other copy."""
    return f"- table: {table.id}\n" in log and f"  edition: {_edition(table)}\n" in log


def _edition(table: PrintedTable) -> str:
    return table.provenance.version.partition(" ")[0]


def write_entry(log: Path, table: str, day: date, edition: str, digest: str) -> None:
    """Put one copy at the end of the log, where it is not in it."""
    text = log.read_text(encoding="utf-8") if log.exists() else LOG_HEAD
    if digest not in text:
        entry = f"- table: {table}\n  date: {day.isoformat()} CE\n  edition: {edition}\n  sha256: {digest}\n"
        log.write_text(text + entry, encoding="utf-8", newline="\n")


def without_copies(log: str, names: Iterable[str], day: date) -> str:
    """The text of the log, where the copies in these files are marked as withdrawn on this day (C.E.)."""
    gone = tuple(f"  sha256: {Path(name).stem}" for name in names)
    lines = log.splitlines(keepends=True)
    mark = f"  withdrawn: {day.isoformat()} CE\n"
    return "".join(line + mark if line.startswith(gone) else line for line in lines)


def frozen_copies(folder: Path) -> Mapping[str, tuple[FrozenName, ...]]:
    """Each table's frozen copies by the table's id, oldest first, as the log has them; those it lacks come before."""
    days = _logged_days(folder / LOG)
    found: dict[str, list[FrozenName]] = {}
    for path in sorted(folder.glob("*/*.json")):
        found.setdefault(path.parent.name, []).append(FrozenName(path.stem, days.get(path.stem, "")))
    order = list(days)
    return {
        id_: tuple(sorted(names, key=lambda one: order.index(one.hash) if one.hash in days else -1))
        for id_, names in found.items()
    }


def _logged_days(log: Path) -> Mapping[str, str]:
    """The day of each copy in the log by its hash, as it is written."""
    return {one["sha256"][:NAME_LENGTH]: one["date"] for one in _logged(log)}


def _logged(log: Path) -> list[Mapping[str, str]]:
    """The entries of the log as texts; checking has seen to its shape."""
    if not log.exists():
        return []
    copies: list[Mapping[str, str]] = yaml.load(log.read_text(encoding="utf-8"), yaml.BaseLoader)["copies"]  # noqa: S506 -- texts alone
    return copies


def frozen_embeds(folder: Path, language: Language) -> Mapping[str, bytes]:
    """The page of every frozen table in one language, by its path below the language's root. Raises FrozenDamaged."""
    return dict(_withdrawn(folder, language)) | dict(_pages(folder, language))


def _withdrawn(folder: Path, language: Language) -> Iterator[tuple[str, bytes]]:
    """The page at the address of each copy that the log says was withdrawn."""
    for one in _logged(folder / LOG):
        if "withdrawn" in one:
            page = withdrawn_page(
                language,
                say("withdrawn.frozen_title", language),
                say("withdrawn.frozen", language).format(parse_date(one["withdrawn"]).format(language)),
                [(f"../../../../tables/{one['table']}/", say("withdrawn.live", language))],
                "../../../../assets/embed.css",
                framed=True,
            )
            yield f"{fixed.FROZEN}{one['table']}/{one['sha256'][:NAME_LENGTH]}/index.html", page


def _pages(folder: Path, language: Language) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.glob("*/*.json")):
        copy = _checked(path)
        table = copy.th if language == "th" else copy.en
        if table is not None:
            page = (
                environment("embeds", whole_files=True).get_template(f"frozen-{FORMAT}.html").render(table.model_dump())
            )
            page = thai_marked(page) if language == "en" else page
            yield f"{fixed.FROZEN}{path.parent.name}/{path.stem}/index.html", page.encode("utf-8")


def _checked(path: Path) -> FrozenCopy:
    """The copy in a frozen file, in its fixed shape and held against its name."""
    try:
        return frozen_copy(f"data/frozen/{path.parent.name}/{path.name}", path.read_bytes())
    except NotACopy as fault:
        said = problem_of(fault.finding)
        raise FrozenDamaged(path, f"{said.message.th} {said.fix.th} / {said.message.en} {said.fix.en}") from fault


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
            if one.name in ("notes", "silence", "citations", "sources", "cite")
        ],
        "link": origin.link,
        "publisher": origin.publisher,
        "version": origin.version,
        "day": origin.changed_words or origin.version,
        "code": code_address(origin.link),
        "words": {name: say(f"embed.{name}", table.language) for name in _WORDS},
    }
