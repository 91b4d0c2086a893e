"""A pivot definition and the knowledge go in; a grid of counts comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

import pandas as pd

from botrian.knowledge import Knowledge
from botrian.records import Case, Event, Lesson, Pivot, Record, RowFilter, Text
from botrian.tables.rows import matching, places_of, themes_of
from botrian.tables.typed import Cell, Column, Ref, Row, Value
from botrian.thai import format_number
from botrian.words import word


def pivot(definition: Pivot, knowledge: Knowledge) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """Columns and rows of the counts. Each record counts once in each cell that it belongs to."""
    pairs = sorted(set(_pairs(definition, knowledge)))
    frame = pd.DataFrame(pairs, columns=["row", "column", "record"], dtype=object)
    # The values leave pandas at once, as whole numbers: what a cell holds is never guessed by a data frame.
    counts = {
        (str(row), str(column)): int(number)
        for row, numbers in pd.crosstab(frame["row"], frame["column"]).to_dict("index").items()
        for column, number in numbers.items()
    }
    row_ids = _in_order(definition.rows, set(frame["row"]), knowledge)
    column_ids = _in_order(definition.columns, set(frame["column"]), knowledge)
    columns = tuple(
        Column(id_, _name(definition.columns, id_, knowledge), "number", word(f"unit.{definition.of}"))
        for id_ in column_ids
    )
    rows = tuple(
        Row(
            id_,
            _name(definition.rows, id_, knowledge),
            tuple(_count(counts[id_, column]) for column in column_ids),
            _ref(definition.rows, id_, knowledge),
        )
        for id_ in row_ids
    )
    return columns, rows


def counted(of: str, where: RowFilter | None, knowledge: Knowledge, **only: str) -> int:
    """How many records of a kind pass the filter and belong to a province, case or theme."""
    total = 0
    for record in _records(of, where or RowFilter(), knowledge):
        total += all(value in _values(key, record, knowledge) for key, value in only.items())
    return total


def _count(number: int) -> Cell:
    text = Text(th=format_number(number, "th"), en=format_number(number, "en"))
    return Cell(values=(Value("number", text, number=Decimal(number)),))


def _records(of: str, where: RowFilter, knowledge: Knowledge) -> tuple[Record, ...]:
    return matching("lessons" if of == "evidence" else of, where, knowledge) if of != "facts" else ()


def _pairs(definition: Pivot, knowledge: Knowledge) -> Iterator[tuple[str, str, str]]:
    """(row, column, record) for each place in the grid that a record takes."""
    for record in _records(definition.of, definition.where or RowFilter(), knowledge):
        if definition.of == "evidence" and isinstance(record, Lesson):
            yield from _evidence_pairs(definition, record, knowledge)
            continue
        for row in _values(definition.rows, record, knowledge):
            for column in _values(definition.columns, record, knowledge):
                yield row, column, str(getattr(record, "id", ""))


def _evidence_pairs(definition: Pivot, lesson: Lesson, knowledge: Knowledge) -> Iterator[tuple[str, str, str]]:
    for number, entry in enumerate(lesson.evidence):
        own = {
            "province": (entry.province,),
            "stance": (entry.stance,),
            "source": tuple(dict.fromkeys(citation.source for citation in entry.citations)),
        }
        for row in own.get(definition.rows) or _values(definition.rows, lesson, knowledge):
            for column in own.get(definition.columns) or _values(definition.columns, lesson, knowledge):
                yield row, column, f"{lesson.id}.{number}"


def _values(key: str, record: Record, knowledge: Knowledge) -> tuple[str, ...]:
    """Where a record stands on one key; several places where it belongs to several."""
    readers: dict[str, Callable[[], tuple[str, ...]]] = {
        "province": lambda: places_of(record),
        "theme": lambda: themes_of(record),
        "top-theme": lambda: tuple(
            dict.fromkeys(knowledge.themes[theme].parent or theme for theme in themes_of(record))
        ),
        "kind": lambda: (record.kind,) if isinstance(record, Case) else (),
        "type": lambda: (record.type,) if isinstance(record, Lesson) else (),
        "status": lambda: (record.status,) if isinstance(record, Case) else (),
        "level": lambda: (record.level,) if isinstance(record, Case) else (),
        "stance": lambda: (
            tuple(dict.fromkeys(entry.stance for entry in record.evidence)) if isinstance(record, Lesson) else ()
        ),
        "decade": lambda: (f"{record.date.be_year // 10 * 10}",) if isinstance(record, Event) else (),
        "source": lambda: (),
    }
    return readers[key]()


def _in_order(key: str, ids: set[str], knowledge: Knowledge) -> list[str]:
    """The ids in the order of their vocabulary; decades by number."""
    order: dict[str, list[str]] = {
        "province": [*knowledge.provinces, *knowledge.areas],
        "theme": list(knowledge.themes),
        "top-theme": list(knowledge.themes),
        "kind": list(knowledge.case_kinds),
        "type": ["practice", "recommendation", "pitfall", "open-question"],
        "stance": ["supports", "qualifies", "contradicts"],
        "status": ["active", "ended", "proposed", "failed", "unknown"],
        "level": ["village", "tambon", "district", "zone", "province", "region", "national", "international"],
        "source": list(knowledge.sources),
    }
    known = order.get(key) or sorted(ids)
    return [id_ for id_ in known if id_ in ids]


def _name(key: str, id_: str, knowledge: Knowledge) -> Text:
    if key == "province":
        return knowledge.place_name(id_)
    if key in ("theme", "top-theme"):
        return knowledge.themes[id_].name
    if key == "kind":
        return knowledge.case_kinds[id_].name
    if key == "source":
        return knowledge.sources[id_].short
    if key == "decade":
        first = int(id_) - 543
        return Text(th=f"พ.ศ. {id_}–{int(id_) + 9}", en=f"{first}–{first + 9}")
    return word(f"{key}.{id_}")


def _ref(key: str, id_: str, knowledge: Knowledge) -> Ref | None:
    kinds = {"province": "province", "theme": "theme", "top-theme": "theme", "source": "source"}
    if key == "province" and id_ not in knowledge.profiles:
        return None
    return Ref(kinds[key], id_) if key in kinds else None
