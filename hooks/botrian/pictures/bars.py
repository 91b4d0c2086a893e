"""Numbers with their names go in; bars come out, each with its number in words.

One rule says which numbers become bars: those of a column or dimension that is ``comparable``, in the unit of the
column, one to a row. A bound (at least, at most) has a dashed bar; rows that have none are named below.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from botrian.pictures.marks import in_words
from botrian.pictures.picture import WIDTH, Behind, Picture, Sheet, box, joined, linked, text
from botrian.tables import Cell, Row, Table, Value
from botrian.tables.pivot import TOTAL
from botrian.tables.values import fact_value
from botrian.thai import clip
from botrian.words import with_unit

#: Heights of a bar's name and of the bar; how many letters of a name stand on a line.
NAME, BAR = 19, 17
LETTERS = 44
FEWEST_BARS, MOST_BARS = 3, 20
#: What the sources give as a bound, not as the number itself.
BOUNDS = ("more-than", "at-least", "less-than", "at-most", "up-to")


@dataclass(frozen=True)
class Bar:
    """One bar: its name, its length, the number as people read it, where its name leads, whether it is a bound."""

    name: str
    number: Decimal
    words: str
    href: str = ""
    open: bool = False


def bar_picture(
    sheet: Sheet, name: str, title: str, bars: Sequence[Bar], *, told_below: bool = False, remark: str = ""
) -> Picture:
    """Bars from zero, below their names. ``told_below``: the table of the same numbers stands on the page.

    ``remark`` stands below the picture: who has no bar.
    """
    most = max((bar.number for bar in bars), default=Decimal(0)) or Decimal(1)
    parts = []
    for place, bar in enumerate(bars):
        y = place * (NAME + BAR + 6)
        length = float(bar.number / most) * (WIDTH - 120)
        parts.append(linked(bar.href, bar.name, text(0, y + 14, clip(bar.name, LETTERS), "line")))
        parts.append(box(0, y + NAME, max(1.0, length), BAR, "bar kb-bar--open" if bar.open else "bar", 2))
        parts.append(text(length + 6, y + NAME + 13, bar.words, "caption"))
    height = len(bars) * (NAME + BAR + 6)
    behind = Behind((sheet.say("picture.what"), title), [((bar.name, bar.href), (bar.words, "")) for bar in bars])
    words = sheet.say("picture.bars_words", len(bars))
    sign = in_words(box(1, 2, 12, 10, "bar kb-bar--open", 2))
    legend = ((sign, sheet.say("picture.open_bar")),) if any(bar.open for bar in bars) else ()
    return Picture(
        name,
        title,
        words,
        WIDTH,
        height,
        joined(parts),
        legend=legend,
        behind=None if told_below else behind,
        remark=remark,
    )


def table_bars(sheet: Sheet, table: Table) -> Picture | None:
    """The comparable column of numbers of which most rows tell, as bars; nothing where too few do.

    Rows with no number, or several, or one in another unit, have no bar, and are named with the reason.
    """
    numbered = [at for at, one in enumerate(table.columns) if one.type in ("number", "money") and one.comparable]
    found = [(at, [bar for row in table.rows if (bar := _bar(sheet, row, at))]) for at in numbered]
    best = max(found, key=lambda one: len(one[1]), default=None)
    if best is None or not FEWEST_BARS <= len(best[1]) <= MOST_BARS:
        return None
    column = table.columns[best[0]]
    title = with_unit(sheet.t(column.name), sheet.t(column.unit))
    return bar_picture(sheet, "picture", title, best[1], told_below=True, remark=_without(sheet, table, best[0]))


def _bar(sheet: Sheet, row: Row, at: int) -> Bar | None:
    if row.id == TOTAL or _why_none(row.cells[at]):
        return None
    (value,) = row.cells[at].values
    href = sheet.url(row.ref.kind, row.ref.id) if row.ref else ""
    return Bar(sheet.t(row.name), value.number or Decimal(0), _words(sheet, value), href, value.qualifier in BOUNDS)


def _why_none(cell: Cell) -> str:
    """Why a cell can have no bar: the end of a fixed word, or nothing where it has one."""
    if not any(value.number is not None for value in cell.values):
        return "no_number"
    if len(cell.values) > 1:
        return "several_numbers"
    (value,) = cell.values
    return "other_unit" if value.unit or value.qualifier == "over-time" or (value.number or 0) < 0 else ""


def _without(sheet: Sheet, table: Table, at: int) -> str:
    """The rows without a bar, by reason."""
    found: dict[str, list[str]] = {}
    for row in table.rows:
        if row.id != TOTAL and (why := _why_none(row.cells[at])):
            found.setdefault(why, []).append(sheet.t(row.name))
    told = [f"{', '.join(names)} ({sheet.say(f'picture.{why}')})" for why, names in found.items()]
    return sheet.say("picture.no_bar", "; ".join(told)) if told else ""


def _words(sheet: Sheet, value: Value) -> str:
    """A number as people read it, with what the source says of how exact it is."""
    words = sheet.t(value.text)
    return words if value.qualifier == "exact" else sheet.say(f"qualifier.{value.qualifier}", words)


def budget_bars(sheet: Sheet, province: str) -> Picture | None:
    """Money of a province by year, where the sources give one dimension of money for three years or more."""
    for dimension in sheet.knowledge.dimensions.values():
        if dimension.type != "money" or not dimension.comparable:
            continue
        facts = [
            one
            for one in sheet.knowledge.facts_by_province.get(province, ())
            if one.fact.dimension == dimension.id and one.fact.number is not None and one.fact.unit is None
        ]
        dated = sorted((one for one in facts if one.fact.year), key=lambda one: one.fact.year.earliest())  # type: ignore[union-attr]
        if len(dated) >= FEWEST_BARS:
            bars = [
                Bar(
                    _name(sheet, value),
                    value.number or Decimal(0),
                    _words(sheet, value),
                    open=value.qualifier in BOUNDS,
                )
                for value in (fact_value(one, dimension) for one in dated)
            ]
            return bar_picture(sheet, "money", with_unit(sheet.t(dimension.name), sheet.t(dimension.unit)), bars)
    return None


def _name(sheet: Sheet, value: Value) -> str:
    year = value.year.format(sheet.language) if value.year else ""
    notes: Iterable[str] = (year, sheet.t(value.note))
    return " · ".join(one for one in notes if one)
