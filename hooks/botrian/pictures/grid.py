"""Rows, columns and cells go in; a shaded grid comes out: each row under its name, each cell with number and signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from botrian.pictures.marks import MARKS, Mark, drawn, legend
from botrian.pictures.picture import (
    WIDTH,
    Behind,
    Picture,
    Sheet,
    box,
    joined,
    linked,
    named_group,
    short,
    stroke,
    text,
)
from botrian.pictures.shades import level_of
from botrian.tables import Cell as TableCell
from botrian.tables import Table
from botrian.tables.pivot import TOTAL
from botrian.thai import clip

#: Heights of the head, of a row's name and of its cells; how many letters of a name stand on one line.
HEAD, NAME, CELL = 18, 20, 26
LETTERS = 46
#: A cell can be touched from 24 pixels on (WCAG 2.5.8): a grid of more columns is wider than a phone, and scrolls.
NARROWEST = 25.0
#: The most columns and rows that a table's grid is drawn for.
MOST_COLUMNS = 16
MOST_ROWS = 20


@dataclass(frozen=True)
class Cell:
    """One cell: what it says, where it leads, its number (shaded) or its signs. ``invites`` marks an empty one.

    ``words`` name neither row nor column: those are named once, by the group of the row and by the grid.
    """

    words: str
    href: str = ""
    number: int | None = None
    marks: tuple[Mark, ...] = ()
    invites: bool = False


@dataclass(frozen=True)
class Line:
    """A row or a column: its name, the letters that stand for it in the head, where it leads, of which record it is."""

    name: str
    letters: str = ""
    href: str = ""
    id: str = ""


@dataclass(frozen=True)
class Grid:
    """Rows and columns with a cell for each pair of them."""

    rows: Sequence[Line]
    columns: Sequence[Line]
    cells: Sequence[Sequence[Cell]]
    signs: Sequence[Mark] = ()
    key: tuple[tuple[Markup, str], ...] = ()

    def _letters(self) -> str:
        """What the letters in the head stand for; numbers are told by the key."""
        told = (one for one in self.columns if one.letters not in ("", one.name) and not one.letters.isdigit())
        return " · ".join(f"{one.letters} {one.name}" for one in told)

    def picture(self, sheet: Sheet, name: str, title: str, description: str, corner: str) -> Picture:
        """The picture, with the same as a table behind it."""
        width = max(NARROWEST, min(44.0, WIDTH / max(1, len(self.columns))))
        most = max((cell.number or 0 for line in self.cells for cell in line), default=0)
        parts = [self._head(0, width)]
        for place, (line, cells) in enumerate(zip(self.rows, self.cells, strict=True)):
            y = HEAD + place * (NAME + CELL)
            parts.append(linked(line.href, line.name, text(0, y + 15, clip(line.name, LETTERS), "line")))
            drawn_cells = [
                _cell(replace(cell, words=f"{column.name}: {cell.words}"), at * width, y + NAME, width, most)
                for at, (column, cell) in enumerate(zip(self.columns, cells, strict=True))
            ]
            parts.append(named_group(line.name, joined([*drawn_cells, _invitations(cells, width, y + NAME)]), line.id))
        behind = [
            ((line.name, line.href), *((cell.words, cell.href) for cell in cells))
            for line, cells in zip(self.rows, self.cells, strict=True)
        ]
        return Picture(
            name,
            title,
            description,
            max(WIDTH, len(self.columns) * width),
            HEAD + len(self.rows) * (NAME + CELL),
            joined(parts),
            columns=tuple(one.id for one in self.columns if one.id),
            legend=(*legend(sheet, [one for one in MARKS if one in self.signs]), *self.key),
            behind=Behind((corner, *(one.name for one in self.columns)), behind),
            remark=self._letters(),
        )

    def _head(self, y: float, width: float) -> Markup:
        heads = [
            linked(one.href, one.name, text((at + 0.5) * width, y + 12, one.letters, "head"))
            for at, one in enumerate(self.columns)
        ]
        return joined(heads)


def _invitations(cells: Sequence[Cell], width: float, y: float) -> Markup:
    """The plus in each cell of a row that asks for what is not known: one path, which lets touches through."""
    centre = short(y + (CELL - 4) / 2)
    plus = [
        f"M{short(at * width + width / 2 - 4)} {centre}h6m-3-3v6"
        for at, cell in enumerate(cells)
        if cell.invites and cell.href
    ]
    return stroke("".join(plus), "plus") if plus else Markup("")


def _cell(cell: Cell, x: float, y: float, width: float, most: int) -> Markup:
    inner, height = width - 2, CELL - 4
    middle, centre = x + inner / 2, y + height / 2
    if cell.invites:
        return linked(cell.href, cell.words, box(x + 0.5, y + 0.5, inner - 1, height - 1, "blank", 3))
    level = level_of(cell.number or 0, most)
    parts = [box(x, y, inner, height, f"tile kb-level--{level}", 3)]
    if cell.number is not None:
        parts.append(
            text(middle, y + height - (7 if not cell.marks else 9), f"{cell.number}", f"tile-count kb-on--{level}")
        )
        signs = [(kind, at) for at, kind in enumerate(cell.marks)]
        step = 8.0
        start = middle - step * (len(signs) - 1) / 2
        parts += [drawn(kind, [(start + at * step, y + height - 4.5)], 2.6) for kind, at in signs]
    else:
        step = min(10.0, inner / max(1, len(cell.marks)))
        start = middle - step * (len(cell.marks) - 1) / 2
        parts += [drawn(kind, [(start + at * step, centre)], 4) for at, kind in enumerate(cell.marks)]
    return linked(cell.href, cell.words, joined(parts))


def table_grid(sheet: Sheet, table: Table) -> Picture | None:
    """A table of whole numbers of one kind, shaded; nothing where it is another table, or too large to be seen.

    Totals are left out: beside them all else would be pale. The table itself stands below, so that none is behind.
    """
    columns = [(at, one) for at, one in enumerate(table.columns) if one.id != TOTAL]
    rows = [one for one in table.rows if one.id != TOTAL]
    if not 2 <= len(columns) <= MOST_COLUMNS or not 2 <= len(rows) <= MOST_ROWS:
        return None
    if len({(one.type, one.unit) for _, one in columns}) > 1:
        return None
    numbers = [[_count(row.cells[at]) for at, _ in columns] for row in rows]
    if any(number is None for line in numbers for number in line):
        return None
    heads = [Line(sheet.t(one.name), str(place)) for place, (_, one) in enumerate(columns, 1)]
    lines = [Line(sheet.t(row.name), href=sheet.url(row.ref.kind, row.ref.id) if row.ref else "") for row in rows]
    cells = [[Cell(str(number), number=number) for number in own] for own in numbers]
    title = sheet.say("picture.table", sheet.t(table.title))
    grid = Grid(lines, heads, cells).picture(sheet, "picture", title, sheet.say("picture.table_words"), "")
    key = tuple((Markup("<b>{}</b>").format(head.letters), head.name) for head in heads)
    return replace(grid, legend=key, behind=None)


def _count(cell: TableCell) -> int | None:
    """The whole number of a cell; 0 for one that says none; nothing where it is something else."""
    if cell.absent == "none":
        return 0
    if len(cell.values) != 1 or cell.values[0].number is None or cell.values[0].type != "number":
        return None
    number = cell.values[0].number
    return int(number) if number == int(number) and 0 <= number < 10_000 else None
