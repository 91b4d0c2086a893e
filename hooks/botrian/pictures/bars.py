"""Numbers with their names go in; bars come out, each with its number in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from botrian.pictures.picture import WIDTH, Behind, Picture, Sheet, box, joined, linked, text
from botrian.tables import Row, Table, Value
from botrian.tables.pivot import TOTAL
from botrian.tables.values import fact_value
from botrian.thai import clip

#: Heights of a bar's name and of the bar; how many letters of a name stand on a line.
NAME, BAR = 19, 17
LETTERS = 44
FEWEST_BARS, MOST_BARS = 3, 20


@dataclass(frozen=True)
class Bar:
    """One bar: its name, its length, the number as people read it, where its name leads."""

    name: str
    number: Decimal
    words: str
    href: str = ""


def bar_picture(sheet: Sheet, name: str, title: str, bars: Sequence[Bar], *, told_below: bool = False) -> Picture:
    """Bars from zero, below their names. ``told_below``: the table of the same numbers stands on the page."""
    most = max((bar.number for bar in bars), default=Decimal(0)) or Decimal(1)
    parts = []
    for place, bar in enumerate(bars):
        y = place * (NAME + BAR + 6)
        length = float(bar.number / most) * (WIDTH - 120)
        parts.append(linked(bar.href, bar.name, text(0, y + 14, clip(bar.name, LETTERS), "line")))
        parts.append(box(0, y + NAME, max(1.0, length), BAR, "bar", 2))
        parts.append(text(length + 6, y + NAME + 13, bar.words, "caption"))
    height = len(bars) * (NAME + BAR + 6)
    behind = Behind((sheet.say("picture.what"), title), [((bar.name, bar.href), (bar.words, "")) for bar in bars])
    words = sheet.say("picture.bars_words", len(bars))
    return Picture(name, title, words, WIDTH, height, joined(parts), behind=None if told_below else behind)


def table_bars(sheet: Sheet, table: Table) -> Picture | None:
    """The column of numbers of a table of which most rows tell, as bars; nothing where too few do.

    Rows with no number, or several, or one in another unit, have no bar: the table below says why.
    """
    numbered = [at for at, one in enumerate(table.columns) if one.type in ("number", "money")]
    found = [(at, [bar for row in table.rows if (bar := _bar(sheet, row, at))]) for at in numbered]
    best = max(found, key=lambda one: len(one[1]), default=None)
    if best is None or not FEWEST_BARS <= len(best[1]) <= MOST_BARS:
        return None
    column = table.columns[best[0]]
    unit = f" ({sheet.t(column.unit)})" if column.unit else ""
    return bar_picture(sheet, "picture", f"{sheet.t(column.name)}{unit}", best[1], told_below=True)


def _bar(sheet: Sheet, row: Row, at: int) -> Bar | None:
    values = row.cells[at].values
    if row.id == TOTAL or len(values) != 1 or values[0].unit or values[0].number is None or values[0].number < 0:
        return None
    href = sheet.url(row.ref.kind, row.ref.id) if row.ref else ""
    return Bar(sheet.t(row.name), values[0].number, _words(sheet, values[0]), href)


def _words(sheet: Sheet, value: Value) -> str:
    """A number as people read it, with what the source says of how exact it is."""
    words = sheet.t(value.text)
    return words if value.qualifier == "exact" else sheet.say(f"qualifier.{value.qualifier}", words)


def budget_bars(sheet: Sheet, province: str) -> Picture | None:
    """Money of a province by year, where the sources give one dimension of money for three years or more."""
    for dimension in sheet.knowledge.dimensions.values():
        if dimension.type != "money":
            continue
        facts = [
            one
            for one in sheet.knowledge.facts_by_province.get(province, ())
            if one.fact.dimension == dimension.id and one.fact.number is not None and one.fact.unit is None
        ]
        dated = sorted((one for one in facts if one.fact.year), key=lambda one: one.fact.year.earliest())  # type: ignore[union-attr]
        if len(dated) >= FEWEST_BARS:
            bars = [
                Bar(_name(sheet, value), value.number or Decimal(0), _words(sheet, value))
                for value in (fact_value(one, dimension) for one in dated)
            ]
            unit = f" ({sheet.t(dimension.unit)})" if dimension.unit else ""
            return bar_picture(sheet, "money", f"{sheet.t(dimension.name)}{unit}", bars)
    return None


def _name(sheet: Sheet, value: Value) -> str:
    year = value.year.format(sheet.language) if value.year else ""
    notes: Iterable[str] = (year, sheet.t(value.note))
    return " · ".join(one for one in notes if one)
