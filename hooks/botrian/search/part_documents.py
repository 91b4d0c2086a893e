"""Facts, tables and rules enter; documents for tables, for their rows, for single facts and for rules leave."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from botrian.addresses import address, fixed
from botrian.knowledge import Knowledge, PlacedFact
from botrian.records import TableDefinition, Text
from botrian.rules import catalogue
from botrian.search.document import RULE, SearchDocument
from botrian.search.words_of import Words, years
from botrian.tables import Cell, Row, Table, Value
from botrian.tables.values import fact_value
from botrian.words import say


def table_documents(words: Words, tables: Mapping[str, Table]) -> Iterator[SearchDocument]:
    """A document for every table, and for every filled row that holds what no page of its own says."""
    for id_, table in tables.items():
        yield _table(table, words)
        if has_rows_of_its_own(words.knowledge.tables[id_]):
            yield from (made for row in table.rows if (made := _row(table, row, words)).summary)


def has_rows_of_its_own(definition: TableDefinition) -> bool:
    """Whether rows say more than the records they are made of: written by hand, or filled with facts.

    A row that repeats a record's fields (or counts records) would stand beside that record's page in the results.
    """
    return definition.literal is not None or any(column.dimension for column in definition.columns)


def _table(table: Table, words: Words) -> SearchDocument:
    return SearchDocument(
        "table",
        table.id,
        address("table", table.id, words.knowledge),
        words.t(table.title),
        aliases=words.t(table.question),
        summary=words.t(table.answer),
        labels=words.lines(*words.themes(table.themes), *(column.name for column in table.columns)),
        body=words.lines(*(row.name for row in table.rows[:200]), *table.notes, table.silence),
        other=words.other(table.title, table.answer),
        themes=table.themes,
        records=(table,),
    )


def _row(table: Table, row: Row, words: Words) -> SearchDocument:
    cells = [
        f"{words.t(column.name)}: {text}"
        for column, cell in zip(table.columns, row.cells, strict=True)
        if (text := cell_words(cell, column.unit, words))
    ]
    return SearchDocument(
        "row",
        f"{table.id}-{row.id}",
        f"{address('table', table.id, words.knowledge)}#{table.id}-{row.id}",
        f"{words.t(row.name)}: {words.t(table.title)}",
        summary="\n".join(cells),
        labels=words.t(row.group),
        other="\n".join((words.other(row.name), *_cells_otherwise(row, words))),
        provinces=_places(row, words),
        themes=table.themes,
        years=years(*(value.year for cell in row.cells for value in cell.values)),
        records=(row,),
    )


def _cells_otherwise(row: Row, words: Words) -> Iterator[str]:
    """The words of cells in the other language; a figure is the same in both."""
    for cell in row.cells:
        for value in cell.values:
            if value.number is None and value.date is None:
                yield words.other(value.text, *value.items, value.note)


def _places(row: Row, words: Words) -> tuple[str, ...]:
    if row.ref is None:
        return ()
    if row.ref.kind in ("province", "area"):
        return (row.ref.id,)
    return (words.knowledge.cases[row.ref.id].province,) if row.ref.kind == "case" else ()


def cell_words(cell: Cell, unit: Text | None, words: Words) -> str:
    """A cell as people read it; empty where the sources are silent."""
    notes = [words.t(cell.note)] if cell.note and cell.values else []
    return "; ".join((*(value_words(value, unit, words) for value in cell.values), *notes))


def value_words(value: Value, unit: Text | None, words: Words) -> str:
    """A value with 'about', its unit, its year and its note."""
    text = say(f"qualifier.{value.qualifier}", words.language).format(words.t(value.text))
    of = words.t(value.unit or (unit if value.number is not None else None))
    year = f"({words.date(value.year)})" if value.year else ""
    return " ".join(filter(None, (text, of, year, words.t(value.note))))


#: The province, the dimension, and the case if the facts are of one.
FactGroup = tuple[str, str, str | None]


def fact_groups(knowledge: Knowledge) -> list[tuple[FactGroup, list[PlacedFact]]]:
    """The facts that say something, by what they are of: those of a group share a row of the page's list of facts."""
    groups: dict[FactGroup, list[PlacedFact]] = {}
    for placed in knowledge.facts:
        fact = placed.fact
        if fact.absent not in ("unknown", "not-applicable"):
            groups.setdefault((placed.province, fact.dimension, fact.case), []).append(placed)
    return sorted(groups.items(), key=lambda item: str(item[0]))


def fact_documents(words: Words) -> Iterator[SearchDocument]:
    """A document for each dimension of each province or case."""
    for (province, dimension, case), facts in fact_groups(words.knowledge):
        yield _fact(province, dimension, case, facts, words)


def _fact(
    province: str, dimension_id: str, case: str | None, facts: Iterable[PlacedFact], words: Words
) -> SearchDocument:
    knowledge = words.knowledge
    dimension = knowledge.dimensions[dimension_id]
    facts = tuple(facts)
    whose = words.t(knowledge.cases[case].title) if case else words.place(province)
    values = [
        value_words(fact_value(placed, dimension), dimension.unit, words)
        for placed in facts
        if placed.fact.absent is None
    ]
    return SearchDocument(
        "fact",
        ".".join(filter(None, (province, dimension_id, case))),
        fact_url(province, dimension_id, case, words),
        f"{words.t(dimension.name)}: {whose}",
        context=words.place(province),
        summary=words.lines(*values, *(None if one.fact.absent is None else one.fact.note for one in facts)),
        labels=words.lines(words.place(province), knowledge.cases[case].title if case else None),
        other=words.other(dimension.name, *(one.fact.text for one in facts)),
        provinces=(province,),
        themes=knowledge.cases[case].themes if case else (),
        years=years(*(date for one in facts for date in (one.fact.date, one.fact.year))),
        records=tuple(one.fact for one in facts),
    )


def fact_url(province: str, dimension: str, case: str | None, words: Words) -> str:
    """The row in the list of facts on the case's or the province's page."""
    if case:
        return f"{address('case', case, words.knowledge)}#fact-{dimension}"
    if province in words.knowledge.profiles:
        return f"{address('province', province, words.knowledge)}#fact-{dimension}"
    return address("province" if province in words.knowledge.provinces else "area", province, words.knowledge)


#: What a rule's words say of the case at hand, and marks of what may be left out.
_FILLED_IN: Final = re.compile(r"\{[a-z_]+\}|\[\[|\]\]")


def rule_documents(words: Words) -> Iterator[SearchDocument]:
    """A document for each rule of checking: who is told of a problem finds its page by the code or by the words."""
    for rule in catalogue():
        told, fix = (_FILLED_IN.sub(" ", words.t(text)) for text in (rule.message, rule.fix))
        yield SearchDocument(
            RULE,
            rule.code,
            f"{fixed.RULES}{rule.code}/",
            words.t(rule.title),
            aliases=rule.code,
            summary=told,
            body=words.lines(fix, rule.why),
            other=words.other(rule.title),
        )
