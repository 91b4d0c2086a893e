"""A typed table goes in; what every file says of its origin comes out: sources, how to cite, version, link."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal

from pydantic import BaseModel

from botrian.addresses import Stamp
from botrian.citing import many_places
from botrian.knowledge import Knowledge
from botrian.records import Citation, Language
from botrian.tables.typed import Table
from botrian.thai import CalendarDate
from botrian.words import say

VERSION_LENGTH = 10
_NOT_CONTENT = ("file", "line", "key_rows", "key_columns")


@dataclass(frozen=True)
class PrintedSource:
    """One source of a table: how to cite it, and the lines that the table rests on."""

    id: str
    short: str
    cite_as: str
    places: str


@dataclass(frozen=True)
class Provenance:
    """Where a table comes from. ``link`` is its stable page; ``version`` names this state of its content."""

    link: str
    version: str
    cite: str
    changed: date | None
    changed_words: str
    sources: tuple[PrintedSource, ...]
    publisher: str

    @property
    def short_link(self) -> str:
        """The link as people type it: without the protocol."""
        return self.link.split("://", 1)[-1]

    @property
    def short_sources(self) -> str:
        """The sources by their short titles."""
        return "; ".join(source.short for source in self.sources)


def provenance(table: Table, knowledge: Knowledge, language: Language, stamp: Stamp) -> Provenance:
    """What files of this table say of its origin."""
    link = f"{stamp.site_url}{'en/' if language == 'en' else ''}tables/{table.id}/"
    changed = stamp.newest(table.files)
    words = CalendarDate(changed.year, changed.month, changed.day, "CE").format(language) if changed else ""
    version = f"{content_hash(table)} ({changed.isoformat()})" if changed else content_hash(table)
    stand = say("export.cite_version", language).format(version)
    cite = say("page.cite_page", language).format(table.title.in_(language), stand, link)
    return Provenance(
        link=link,
        version=version,
        cite=" ".join(cite.split()),
        changed=changed,
        changed_words=words,
        sources=_sources(table, knowledge, language),
        publisher=say("frame.site", language),
    )


def content_hash(table: Table) -> str:
    """A short name for the content of a table, both languages: another content, another name."""
    return table.once(_content_hash)


def _content_hash(table: Table) -> str:
    return hashlib.sha256(_canonical(table).encode("utf-8")).hexdigest()[:VERSION_LENGTH]


def _canonical(value: object) -> str:
    """One text for one content. Where it is kept in the repository, and what slides show first, is not content."""
    if isinstance(value, BaseModel):
        return _canonical({name: getattr(value, name) for name in type(value).model_fields})
    if is_dataclass(value) and not isinstance(value, CalendarDate):
        names = (one.name for one in fields(value) if one.name not in _NOT_CONTENT)
        return _canonical({name: getattr(value, name) for name in names})
    if isinstance(value, dict):
        return "{" + ",".join(f"{name}:{_canonical(one)}" for name, one in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ",".join(map(_canonical, value)) + "]"
    return repr(str(value)) if isinstance(value, (str, Decimal, CalendarDate)) else repr(value)


def _sources(table: Table, knowledge: Knowledge, language: Language) -> tuple[PrintedSource, ...]:
    """The sources in the order of their first use; the places of each in the order of the source."""
    by_source: dict[str, list[Citation]] = {}
    for citation in table.citations:
        by_source.setdefault(citation.source, []).append(citation)
    found = []
    for id_, citations in by_source.items():
        source = knowledge.sources[id_]
        places = many_places(citations, source, language)
        found.append(PrintedSource(id_, source.short.in_(language), source.cite_as.in_(language), places))
    return tuple(found)
