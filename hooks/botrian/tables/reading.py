"""A value or a cell goes in; the words in which people read it, in one language, come out.

Pages, files and embeds all take their words from here, so that the same cell reads the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from botrian.records import Language
from botrian.tables.typed import Cell, Value
from botrian.words import say


def value_words(value: Value, language: Language) -> str:
    """A value with 'about', its own unit, and the year it is of (B.E. in Thai, C.E. in English)."""
    words = say(f"qualifier.{value.qualifier}", language).format(value.text.in_(language))
    if value.unit:
        words = f"{words} {value.unit.in_(language)}"
    if value.year:
        words = f"{words} ({value.year.format(language)})"
    return words


def disagrees(cell: Cell) -> bool:
    """Whether the sources give different numbers or dates for the same year and unit."""
    seen: dict[tuple[str, str, tuple[str, ...]], str] = {}
    for value in cell.values:
        if value.number is None and value.date is None:
            continue
        refs = tuple(ref.id for ref in value.refs)
        key = (str(value.year), value.unit.en if value.unit else "", refs)
        if seen.setdefault(key, value.text.th) != value.text.th and value.note is None:
            return True
    return False


def cell_lines(cell: Cell, language: Language) -> tuple[str, ...]:
    """A cell as lines of plain text: one for a single value, a list with bullets for several, never empty."""
    return tuple(_lines(cell, language))


def _lines(cell: Cell, language: Language) -> Iterator[str]:
    if cell.absent or not cell.values:
        yield say(f"absent.{cell.absent or 'not-looked-up'}", language)
    elif len(cell.values) == 1:
        value = cell.values[0]
        if value.items:
            yield from (f"• {item.in_(language)}" for item in value.items)
            yield from _asides(value, language)
        else:
            yield " ".join((value_words(value, language), *_asides(value, language)))
    else:
        if disagrees(cell):
            yield f"({say('table.disagree', language)})"
        for value in cell.values:
            yield " ".join((f"• {value_words(value, language)}", *_asides(value, language)))
    if cell.note:
        yield f"({cell.note.in_(language)})"


def _asides(value: Value, language: Language) -> Iterator[str]:
    """What stands behind a value: that it is only implied, and the note on it."""
    if value.basis == "implied":
        yield f"({say('basis.implied', language)})"
    if value.note:
        yield f"({value.note.in_(language)})"
