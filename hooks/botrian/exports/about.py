"""A printed table goes in; what every file says under or beside the table comes out, as labelled texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from botrian.exports.printed import PrintedTable
from botrian.words import say


@dataclass(frozen=True)
class Labelled:
    """A label, and one or several texts under it."""

    name: str
    label: str
    texts: tuple[str, ...]


def about(table: PrintedTable) -> tuple[Labelled, ...]:
    """What stands under a table, in the order in which people need it. Labels without a text are left out."""
    return tuple(one for one in _about(table) if one.texts)


def _about(table: PrintedTable) -> Iterator[Labelled]:
    origin = table.provenance

    def labelled(name: str, *texts: str) -> Labelled:
        return Labelled(name, say(f"export.{name}", table.language), tuple(filter(None, texts)))

    yield labelled("notes", *table.notes)
    yield labelled("silence", table.silence)
    yield labelled("definitions", *(f"{one.heading}: {one.definition}" for one in table.columns if one.definition))
    yield labelled("citations", *(f"[{one.number}] {one.words}" for one in table.cited))
    yield labelled("sources", *(source.cite_as for source in origin.sources))
    yield labelled("cite", origin.cite)
    yield labelled("licence", f"{say('licence.words', table.language)} {say('licence.address', table.language)}")
    yield labelled("version", origin.version)
    yield labelled("changed", origin.changed_words)
    yield labelled("link", origin.link)
