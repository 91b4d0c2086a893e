"""The places that speak in lessons, in the order of a map, with the letters that stand for each in a narrow head."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from markupsafe import Markup

from botrian.addresses.fixed import CONTRIBUTE
from botrian.pictures.grid import Line
from botrian.pictures.picture import Sheet
from botrian.pictures.tiles import tiles
from botrian.records import Lesson
from botrian.thai import collation_key


def places_of(sheet: Sheet, lessons: Iterable[Lesson], *, areas: bool = True) -> tuple[str, ...]:
    """Provinces with a profile and all places that speak in these lessons: provinces by their name, then areas."""
    knowledge = sheet.knowledge
    heard = {entry.province for lesson in lessons for entry in lesson.evidence}
    provinces = [one for one in knowledge.provinces if one in heard or one in knowledge.profiles]
    ordered = sorted(provinces, key=lambda one: collation_key(sheet.name("province", one)))
    return (*ordered, *(one for one in knowledge.areas if areas and one in heard))


def letters_of(sheet: Sheet, places: Sequence[str]) -> tuple[dict[str, str], tuple[tuple[Markup, str], ...]]:
    """The letters that stand for each place in a narrow head, and the key to those that are not official.

    An area has no official letters: it has a number, and the key says whose it is.
    """
    official = tiles(sheet.knowledge.provinces.values())[0]
    areas = [place for place in places if place not in official]
    numbers = {place: str(number) for number, place in enumerate(areas, 1)}
    letters = {place: numbers.get(place) or sheet.t(official[place].letters) for place in places}
    return letters, tuple((Markup("<b>{}</b>").format(numbers[one]), sheet.name("province", one)) for one in areas)


def heads(sheet: Sheet, places: Sequence[str]) -> tuple[list[Line], tuple[tuple[Markup, str], ...]]:
    """The columns of places: name, letters, the list of the lessons that are heard there; and the key to letters."""
    letters, key = letters_of(sheet, places)
    return [Line(sheet.name("province", one), letters[one], lessons_address(sheet, one), one) for one in places], key


def invitation(sheet: Sheet, kind: str, id_: str, place: str) -> str:
    """The form for everybody, begun for a lesson or theme and a place: the way out of an empty cell."""
    return sheet.to(f"{CONTRIBUTE}?{urlencode({kind: id_, 'province': place})}")


def lessons_address(sheet: Sheet, place: str, theme: str = "") -> str:
    """The list of the lessons that are heard in a place, at one theme; nothing where there are none."""
    if place not in sheet.knowledge.lessons_by_province:
        return ""
    return sheet.to(f"lessons/by-province/{place}/") + (f"#{theme}" if theme else "")
