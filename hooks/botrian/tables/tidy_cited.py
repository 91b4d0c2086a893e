"""The knowledge and its tables go in; where statements stand and how strong lessons are come out, as tidy lines.

The other frames name a place by its id (``source:506-508``); the frame of citations says where people find it: section,
printed page, and in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from botrian.citing import citation_id, citation_words, cited_place
from botrian.kinds import kinds
from botrian.knowledge import Knowledge, citations_in
from botrian.knowledge.strength import VOICES, Strength
from botrian.records import Citation, Source, Text
from botrian.tables.tidy_fields import Field, several, text_fields
from botrian.tables.typed import Table


def citations(knowledge: Knowledge, tables: Iterable[Table]) -> Iterator[Mapping[str, Field]]:
    """Every cited place once, in the order of its id."""
    found = {citation_id(one): one for one in _cited(knowledge, tables)}
    return (_place(id_, found[id_], knowledge.sources) for id_ in sorted(found))


def _cited(knowledge: Knowledge, tables: Iterable[Table]) -> Iterator[Citation]:
    for kind in kinds():
        if kind.id not in ("table", "fact"):
            yield from (one for record in knowledge.of(kind.id).values() for one in citations_in(record))
    yield from (one for profile in knowledge.profiles.values() for one in citations_in(profile))
    yield from (one for placed in knowledge.facts for one in placed.fact.citations)
    for table in tables:
        yield from table.citations
        for row in table.rows:
            yield from row.citations
            for cell in row.cells:
                yield from cell.citations
                yield from (one for value in cell.values for one in value.citations)


def _place(id_: str, citation: Citation, sources: Mapping[str, Source]) -> Mapping[str, Field]:
    place = cited_place(citation, sources[citation.source])
    first, last = place.pages or (None, None)
    start, end = place.time or (None, None)
    above, below = place.lines or (None, None)
    words = Text(th=citation_words(citation, sources, "th"), en=citation_words(citation, sources, "en"))
    return {
        "id": id_,
        "source": citation.source,
        **text_fields("section", place.part),
        "first_page": first,
        "last_page": last,
        "pages_are": place.sure if place.pages else None,
        "question": place.question,
        "start_time": start,
        "end_time": end,
        "first_line": above,
        "last_line": below,
        **text_fields("words", words),
    }


def strength_fields(one: Strength) -> dict[str, Field]:
    """How strong a lesson is: its level, then the places by voice, the sources and who speaks against, as ids."""
    return {
        "strength": one.level,
        **{f"places_{voice}": several(one.places[voice]) for voice in VOICES},
        "documents": several(one.documents),
        "accounts": several(one.accounts),
        "qualified": several(one.qualified),
        "contradicted": several(one.contradicted),
    }
