"""Sheets to draw on, pictures read back, and knowledge made up of any lessons, cases and events."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from lxml import etree

from botrian.knowledge import Knowledge
from botrian.pictures import Picture, Sheet
from botrian.records import Case, Event, Evidence, Language, Lesson

SVG = "{http://www.w3.org/2000/svg}"
#: A picture costs a slow line less than this, compressed.
MOST_BYTES = 8192


def sheet(knowledge: Knowledge, language: Language = "th") -> Sheet:
    return Sheet(knowledge, language, lambda address: f"../{address}")


def read(picture: Picture) -> Any:
    """The picture as XML: a reader of SVG forgives nothing."""
    return etree.fromstring(str(picture.svg))


def packed(svg: str) -> int:
    return len(gzip.compress(svg.encode("utf-8"), mtime=0))


def of_class(tree: Any, name: str) -> list[Any]:
    return [one for one in tree.iter() if name in (one.get("class") or "").split()]


def words(tree: Any) -> str:
    return " ".join("".join(tree.itertext()).split())


def evidence(places: Sequence[str]) -> st.SearchStrategy[tuple[Evidence, ...]]:
    """Ledgers of any voices of any places; each entry rests on lines of its own."""
    entry = st.tuples(
        st.sampled_from(places),
        st.sampled_from(["supports", "qualifies", "contradicts"]),
        st.sampled_from(["result", "did", "plans", "says"]),
        st.integers(1, 40),
    )
    return st.lists(entry, min_size=1, max_size=12).map(
        lambda found: tuple(
            Evidence.model_validate(
                {
                    "province": place,
                    "stance": stance,
                    "voice": voice,
                    "text": {"th": "ก", "en": "a"},
                    "citations": [{"source": "network-report", "lines": [line, line]}],
                }
            )
            for place, stance, voice, line in found
        )
    )


def with_ledgers(knowledge: Knowledge, ledgers: Sequence[tuple[Evidence, ...]]) -> Knowledge:
    """The library with lessons that have these ledgers, in turn under each of its themes."""
    first = next(iter(knowledge.lessons.values()))
    themes = list(knowledge.themes)
    lessons: dict[str, Lesson] = {}
    for number, own in enumerate(ledgers):
        at = number % len(themes)
        update = {"id": f"lesson-{number}", "evidence": own, "themes": (themes[at], themes[-1 - at])}
        lessons[f"lesson-{number}"] = first.model_copy(update=update)
    return replace(knowledge, lessons=lessons)


def with_cases(knowledge: Knowledge, cases: Sequence[tuple[str, int | None]]) -> Knowledge:
    """Cases of one province: each with its level, and the number of the case before it that it is a part of."""
    first = next(iter(knowledge.cases.values()))
    made: dict[str, Case] = {}
    for number, (level, whole) in enumerate(cases):
        part_of = (f"case-{whole}",) if whole is not None and whole < number else ()
        update = {"id": f"case-{number}", "level": level, "part_of": part_of, "province": "krabi"}
        made[f"case-{number}"] = first.model_copy(update=update)
    return replace(knowledge, cases=made, lessons={})


def events(knowledge: Knowledge, dates: Sequence[tuple[str, str, str | None, bool, bool]]) -> list[Event]:
    """Events from their place, date, end, and whether they are a turning point or a plan; oldest first."""
    made = {}
    for number, (place, date, end, turning, planned) in enumerate(dates):
        made[f"event-{number}"] = Event.model_validate(
            {
                "id": f"event-{number}",
                "title": {"th": "เหตุ", "en": "Event"},
                "date": date,
                "end": end,
                "province": place,
                "turning_point": turning,
                "planned": planned,
                "citations": [{"source": "network-report", "lines": [1, 1]}],
            }
        )
    return list(replace(knowledge, events=made).events_in_time)
