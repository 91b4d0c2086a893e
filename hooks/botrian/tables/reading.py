"""A value or a cell goes in; the words in which people read it, in one language, come out.

Pages, files and embeds all take their words from here, so that the same cell reads the same everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from botrian.records import Citation, Language
from botrian.tables.typed import Cell, Ref, Value
from botrian.words import say


@dataclass(frozen=True)
class Line:
    """One line of a cell, and what it rests on."""

    text: str
    citations: tuple[Citation, ...] = ()


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


def standing(cell: Cell) -> Value | None:
    """The value that stands for a cell where only one may: its only one; of numbers or dates of several years the last.

    None where a cell is empty, where its sources disagree, and where nothing says which of its values is the last.
    """
    if len(cell.values) == 1:
        return cell.values[0]
    years = [value.year.sort_key() for value in cell.values if value.year and not value.refs]
    typed = all(value.number is not None for value in cell.values) or all(value.date for value in cell.values)
    units = {value.unit for value in cell.values}
    if not cell.values or not typed or len(years) != len(cell.values) or len(units) > 1:
        return None
    return cell.values[years.index(max(years))] if years.count(max(years)) == 1 else None


def leading(cell: Cell) -> Value | None:
    """The value that a cell is sorted by: the one that stands for it, else the first that it tells; None if empty."""
    return standing(cell) or next(iter(cell.values), None)


def cell_lines(cell: Cell, language: Language) -> tuple[str, ...]:
    """A cell as lines of plain text: one for a single value, a list with bullets for several, never empty."""
    return tuple(line.text for line in read_cell(cell, language))


def read_cell(cell: Cell, language: Language, name_of: Callable[[Ref], str] = lambda ref: "") -> tuple[Line, ...]:
    """The lines of a cell with their citations. ``name_of`` says whose a value is, such as a case; empty: nobody's."""
    return tuple(_lines(cell, language, name_of))


def _lines(cell: Cell, language: Language, name_of: Callable[[Ref], str]) -> Iterator[Line]:
    if cell.absent or not cell.values:
        yield Line(say(f"absent.{cell.absent or 'not-looked-up'}", language), cell.citations)
    elif disagrees(cell):
        yield Line(f"({say('table.disagree', language)})")
    for value in cell.values:
        yield from _value_lines(value, language, name_of, alone=len(cell.values) == 1)
    if cell.note:
        yield Line(f"({cell.note.in_(language)})", () if cell.absent or not cell.values else cell.citations)


def _value_lines(value: Value, language: Language, name_of: Callable[[Ref], str], *, alone: bool) -> Iterator[Line]:
    """A list is a line an entry, under whose it is; any other value is one line, an entry of a list beside others."""
    owner = _owner(value, language, name_of)
    if not value.items:
        words = value_words(value, language) + (f" — {owner}" if owner else "")
        yield Line(" ".join((words if alone else f"• {words}", *_asides(value, language))), value.citations)
        return
    whose = " ".join(filter(None, (owner, f"({value.year.format(language)})" if value.year else "")))
    lines = [f"• {item.in_(language)}" for item in value.items]
    if whose:
        lines.insert(0, f"{whose}:")
    lines += _asides(value, language)
    yield from map(Line, lines[:-1])
    yield Line(lines[-1], value.citations)


def _owner(value: Value, language: Language, name_of: Callable[[Ref], str]) -> str:
    """The name of what the value belongs to, where the value's own words do not say it."""
    name = name_of(value.refs[0]) if value.refs else ""
    return "" if name in value.text.in_(language) else name


def _asides(value: Value, language: Language) -> Iterator[str]:
    """What stands behind a value: that it is only implied, and the note on it."""
    if value.basis == "implied":
        yield f"({say('basis.implied', language)})"
    if value.note:
        yield f"({value.note.in_(language)})"
