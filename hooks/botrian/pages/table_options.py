"""What tables can do goes in; the guide page comes out that names every field, count, group, filter and grid."""

from __future__ import annotations

from dataclasses import dataclass

from botrian.addresses import fixed
from botrian.findings import Place
from botrian.pages.frame import Frame
from botrian.pages.lengths import too_long
from botrian.pages.staged import StagedPage
from botrian.pages.templates import filled
from botrian.tables import ROWS, Ability, RowsOf

ADDRESS = fixed.TABLE_OPTIONS
#: Where what tables can do is written.
ORIGIN = Place("hooks/botrian/tables/abilities.py")
#: The parts of a definition, as its keys are written; with the part of ``ROWS`` that fills each.
PARTS = {"field": "fields", "count": "counts", "group_by": "groups", "where": "filters", "pivot": "pivots"}

#: A list of more names than this is folded where the page has too many of them.
MOST_NAMES = 12


@dataclass(frozen=True)
class Option:
    """One name that may be written, its name for people, and what stands there in words."""

    id: str
    name: str
    what: str
    #: The fixed answers: as they are written, and in words.
    answers: tuple[tuple[str, str], ...]


def table_options_page(frame: Frame) -> StagedPage:
    """The page of one language."""
    groups = [(rows, frame.t(rows.name), _parts(frame, rows)) for rows in ROWS.values()]
    title, intro = frame.say("ability.title"), frame.say("ability.intro")
    names = sum(len(options) for _, _, parts in groups for _, _, options in parts)
    content = filled("table-options", frame.desk(ADDRESS), groups=groups, fold=too_long(names), most=MOST_NAMES)
    guide = ("guide/", frame.say("collection.guide"))
    return frame.page(ADDRESS, title, content, crumbs=(guide,), description=intro, origin=ORIGIN)


def _parts(frame: Frame, rows: RowsOf) -> list[tuple[str, str, list[Option]]]:
    """The parts that these rows have: the key in a definition, its name, and what may stand there."""
    found = []
    for key, part in PARTS.items():
        options = [_option(frame, one) for one in getattr(rows, part).values()]
        if options:
            found.append((key, frame.say(f"ability.{part}"), options))
    return found


def _option(frame: Frame, ability: Ability) -> Option:
    what = frame.say(f"ability.type-{ability.type}")
    if ability.records:
        kinds = ", ".join(frame.say(f"kind.{kind}") for kind in ability.records)
        what = frame.say("ability.of").format(what, kinds)
    answers = tuple((answer, frame.say(f"{ability.key}.{answer}")) for answer in ability.answers)
    return Option(ability.id, frame.t(ability.name), what, answers)
