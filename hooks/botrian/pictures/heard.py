"""A lesson goes in; a small map comes out of the places that speak of it, each with the sign of its voice."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from botrian.knowledge.strength import Strength
from botrian.pictures.marks import MARKS, Mark, drawn, sign
from botrian.pictures.picture import Picture, Sheet, boxes, joined
from botrian.pictures.tiles import tiles
from botrian.records import Lesson

SIDE = 12


def voices(strength: Strength) -> dict[str, tuple[Mark, ...]]:
    """The signs of each place that speaks: its best voice for the lesson, then what limits it or speaks against it."""
    found: dict[str, tuple[Mark, ...]] = {}
    for mark, place in _spoken(strength):
        found[place] = (*found.get(place, ()), mark)
    return dict(sorted(found.items(), key=lambda one: (MARKS.index(one[1][0]), one[0])))


def _spoken(strength: Strength) -> Iterator[tuple[Mark, str]]:
    for voice, places in strength.places.items():
        kind: Mark = "result" if voice == "result" else "did" if voice == "did" else "view"
        yield from ((kind, place) for place in places)
    yield from (("qualifies", place) for place in strength.qualified)
    yield from (("contradicts", place) for place in strength.contradicted)


def heard_picture(sheet: Sheet, lesson: Lesson) -> tuple[Picture, list[tuple[str, Markup, str]]]:
    """The map, without links; and the list beside it: place by id, its signs, the words of its voices."""
    speaking = voices(sheet.knowledge.strengths[lesson.id])
    places, columns, rows = tiles(sheet.knowledge.provinces.values())
    silent = sorted((tile.row, tile.column) for id_, tile in places.items() if id_ not in speaking)
    ground = boxes(((column * SIDE, row * SIDE) for row, column in silent), SIDE - 1, "tile")
    on = [(places[one], marks[-1] if len(marks) > 1 else marks[0]) for one, marks in speaking.items() if one in places]
    signs = [
        drawn(
            kind,
            [((tile.column + 0.5) * SIDE - 0.5, (tile.row + 0.5) * SIDE - 0.5) for tile, own in on if own == kind],
            5,
        )
        for kind in MARKS
    ]
    names = [sheet.name("province", one) for one in speaking]
    picture = Picture(
        "heard",
        sheet.say("picture.heard"),
        sheet.say("picture.heard_words", ", ".join(names)),
        columns * SIDE,
        rows * SIDE,
        ground + joined(signs),
        links=False,
    )
    listed = [
        (place, joined([sign(one) for one in marks]), " · ".join(sheet.say(f"picture.{one}") for one in marks))
        for place, marks in speaking.items()
    ]
    return picture, listed
