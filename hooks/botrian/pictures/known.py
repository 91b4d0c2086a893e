"""How much is known of each province goes in; the map of Thailand comes out, a tile a province, shaded and numbered; or
what is known of each theme in each place, as a grid.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from markupsafe import Markup

from botrian.addresses.fixed import SEARCH
from botrian.pictures.grid import Cell, Grid, Line
from botrian.pictures.picture import WIDTH, Behind, Picture, Sheet, box, joined, linked, text
from botrian.pictures.places import letters_of
from botrian.pictures.shades import level_of, ranges
from botrian.pictures.tiles import Tile, tiles

GAP = 2


def known_map(sheet: Sheet, name: str = "map", *, filtered: bool = False) -> Picture:
    """Every province with the number of lessons that are heard there; those with a page or a list lead to it.

    ``filtered``: beside it stands a list that can be filtered, so that each tile says whose it is.
    """
    knowledge = sheet.knowledge
    counts = {id_: len(knowledge.lessons_by_province.get(id_, ())) for id_ in knowledge.provinces}
    places, columns, rows = tiles(knowledge.provinces.values())
    side = WIDTH / columns
    most = max(counts.values(), default=0)
    pieces = ((id_, _tile(sheet, id_, tile, side, counts[id_], most)) for id_, tile in _in_reading_order(places))
    body = [Markup('<g data-of="{}">{}</g>').format(*one) if filtered else one[1] for one in pieces]
    body.append(_legend(sheet, side, most))
    heard = [id_ for id_ in knowledge.provinces if counts[id_]]
    behind = [
        ((sheet.name("province", one), _address(sheet, one)), (sheet.number(counts[one]), ""))
        for one in sorted(heard, key=lambda one: (-counts[one], one))
    ]
    return Picture(
        name,
        sheet.say("picture.map"),
        sheet.say("picture.map_words", len(places), len(heard)),
        WIDTH,
        rows * side,
        joined(body),
        behind=Behind((sheet.say("kind.province"), sheet.say("collection.lessons")), behind),
    )


def known_grid(sheet: Sheet, counts: Mapping[str, Mapping[str, int]], name: str = "known") -> Picture:
    """Themes of the first level by places: how many records there are, by place and theme; each leads to its search."""
    themes = [one for one in sheet.knowledge.themes.values() if one.parent is None]
    letters, key = letters_of(sheet, tuple(counts))
    rows = [Line(sheet.t(one.name), href=_search(sheet, theme=one.id), id=one.id) for one in themes]
    cells = [
        [_count(sheet, counts[place].get(theme.id, 0), province=place, theme=theme.id) for place in counts]
        for theme in themes
    ]
    places = [Line(sheet.name("province", one), letters[one], _search(sheet, province=one), one) for one in counts]
    words = sheet.say("picture.known_words", len(themes), len(places))
    grid = Grid(rows, places, cells, key=key)
    return grid.picture(sheet, name, sheet.say("picture.known"), words, sheet.say("kind.theme"))


def _search(sheet: Sheet, **filters: str) -> str:
    return sheet.to(f"{SEARCH}?{urlencode(filters)}")


def _count(sheet: Sheet, number: int, **filters: str) -> Cell:
    words = sheet.number(number) if number else sheet.say("picture.none_yet")
    return Cell(words, _search(sheet, **filters) if number else "", number or None)


def _in_reading_order(places: Mapping[str, Tile]) -> list[tuple[str, Tile]]:
    return sorted(places.items(), key=lambda one: (one[1].row, one[1].column))


def _address(sheet: Sheet, province: str) -> str:
    """Its page; without one its list of lessons; without any, nothing."""
    if province in sheet.knowledge.profiles:
        return sheet.url("province", province)
    return sheet.to(f"lessons/by-province/{province}/") if province in sheet.knowledge.lessons_by_province else ""


def _tile(sheet: Sheet, id_: str, tile: Tile, side: float, count: int, most: int) -> Markup:
    x, y, inner = tile.column * side, tile.row * side, side - GAP
    middle = x + inner / 2
    letters = sheet.t(tile.letters)
    level = level_of(count, most)
    if not count:
        return joined([box(x, y, inner, inner, "tile", 4), text(middle, y + inner / 2 + 3.5, letters, "tile-none")])
    piece = joined(
        [
            box(x, y, inner, inner, f"tile kb-level--{level}", 4),
            text(middle, y + inner * 0.42, letters, f"tile-name kb-on--{level}"),
            text(middle, y + inner * 0.84, sheet.number(count), f"tile-count kb-on--{level}"),
        ]
    )
    label = sheet.say("picture.tile", sheet.name("province", id_), sheet.number(count))
    return linked(_address(sheet, id_), label, piece)


def _legend(sheet: Sheet, side: float, most: int) -> Markup:
    """What the shades mean, in the sea beside the south."""
    x, y = 5.4 * side, 10.65 * side
    parts = [text(x, y, sheet.say("picture.lessons_heard"), "caption")]
    for place, (level, first, last) in enumerate(ranges(most)):
        top = y + 10 + place * 22
        words = sheet.number(first) if first == last else f"{sheet.number(first)}–{sheet.number(last)}"
        parts += [box(x, top, 16, 16, f"tile kb-level--{level}", 3), text(x + 24, top + 12.5, words, "caption")]
    top = y + 10 + len(ranges(most)) * 22
    parts += [box(x, top, 16, 16, "tile", 3), text(x + 24, top + 12.5, sheet.say("picture.none_yet"), "caption")]
    return joined(parts)
