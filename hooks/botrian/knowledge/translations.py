"""Records, the Markdown under them and what earlier English was made from go in; what waits for translation comes out.

English is wanted, not required. A text waits where it has none, or where its Thai is another one than its English was
made from. What English was made from is *remembered*: short digests of both texts, kept by record, written at each
publication. So nobody who writes needs to note anything, and a build needs no history:

- English that is remembered with another Thai is *behind*;
- English that is not remembered is new: it was made from the Thai that stands beside it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal

from botrian.findings import Place
from botrian.knowledge.found import Found, Path, with_paths
from botrian.read import Document, Remembered
from botrian.records import FactFile, Record, Text

Why = Literal["missing", "behind"]
#: Kinds that our commands write, and pieces of broken records: nobody translates these.
NOT_TRANSLATED = frozenset({"part", "release", "frozen-entry"})
#: Letters of a digest; it is only held against those of the same record.
_DIGEST = 6


@dataclass(frozen=True)
class Bilingual:
    """A Thai text and its English, empty where there is none: a field of a record, or the Markdown under it.

    ``record`` is its kind and id (``lesson/data-first``; of facts the province), ``field`` the dotted way to it; empty
    for Markdown, whose two texts lie in two files.
    """

    record: str
    place: Place
    field: str
    th: str
    en: str


@dataclass(frozen=True)
class Waiting:
    """A text that waits for translation, and why."""

    text: Bilingual
    why: Why


def waiting(texts: Iterable[Bilingual], memory: Remembered) -> Iterator[Waiting]:
    """The texts without English, and those whose Thai was changed since."""
    for one in texts:
        if why := _why(one.record, one.th, one.en, memory):
            yield Waiting(one, why)


def waiting_in(found: Iterable[Found], documents: Iterable[Document], memory: Remembered) -> Iterator[Waiting]:
    """``waiting`` of ``bilingual_texts``; only the places of what waits are looked for."""
    for record, thai, english, where in _texts(found, documents):
        if why := _why(record, thai, english, memory):
            yield Waiting(Bilingual(record, *where(), thai, english), why)


def _why(record: str, thai: str, english: str, memory: Remembered) -> Why | None:
    if not english:
        return "missing"
    made_from = memory.get(record, {}).get(digest(english))
    return "behind" if made_from is not None and digest(thai) not in made_from else None


def is_behind(text: Bilingual, memory: Remembered) -> bool:
    """Whether the English is remembered as made from other Thai."""
    return _why(text.record, text.th, text.en, memory) == "behind"


def memory_of(texts: Iterable[Bilingual], memory: Remembered) -> Remembered:
    """What is to be remembered from now on. What is behind stays so."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for one in texts:
        if one.en:
            english = digest(one.en)
            made_from = memory[one.record][english] if is_behind(one, memory) else frozenset({digest(one.th)})
            own = found.setdefault(one.record, {})
            own[english] = own.get(english, frozenset()) | made_from
    return found


def still_right(texts: Iterable[Bilingual], memory: Remembered, files: Iterable[str]) -> Remembered:
    """The memory in which the English of ``files`` is right for the Thai beside it; all else is as it was.

    Two people who say it of two files change other lines, and what nobody looked at is not remembered by the way.
    """
    right = frozenset(files)
    found = {record: dict(own) for record, own in memory.items()}
    for one in texts:
        if one.en and one.place.file in right and is_behind(one, memory):
            own = found[one.record]
            own[digest(one.en)] |= {digest(one.th)}
    return found


def digest(text: str) -> str:
    """A short name of a text; line ends and blanks around it do not count."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8")).hexdigest()[:_DIGEST]


def bilingual_texts(found: Iterable[Found], documents: Iterable[Document]) -> Iterator[Bilingual]:
    """Every text that is wanted in both languages."""
    return (Bilingual(record, *where(), thai, english) for record, thai, english, where in _texts(found, documents))


#: The record of a text, its Thai, its English, and what looks up its place and field.
_Found = tuple[str, str, str, Callable[[], tuple[Place, str]]]


def _texts(found: Iterable[Found], documents: Iterable[Document]) -> Iterator[_Found]:
    for one in found:
        if one.kind not in NOT_TRANSLATED:
            record = f"{one.kind}/{_owner(one.record)}"
            for path, text in with_paths(one.record, Text):
                yield record, text.th, text.en if text.en_lang == "en" else "", partial(_where, one, path)
    yield from _markdown({document.name: document for document in documents})


def _where(one: Found, path: Path) -> tuple[Place, str]:
    return one.locate(path), one.field(path)


def _owner(record: Record) -> str:
    return record.province if isinstance(record, FactFile) else str(getattr(record, "id", ""))


def _markdown(documents: Mapping[str, Document]) -> Iterator[_Found]:
    """The Markdown of records and of hand-written pages; English lies in the twin."""
    for name, document in sorted(documents.items()):
        if not name.endswith(".md") or document.english_twin or not document.body.strip():
            continue
        twin = documents.get(re.sub(r"\.md$", ".en.md", name))
        id_ = document.group("id")
        record = f"{document.kind.kind}/{id_}" if document.kind and id_ else f"page/{name.removeprefix('docs/')}"
        yield record, document.body, twin.body.strip() if twin else "", partial(_in_markdown, document)


def _in_markdown(document: Document) -> tuple[Place, str]:
    return Place(document.name, document.body_line), ""
