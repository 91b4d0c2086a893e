"""Items go in; the same come out with each citation's place as people find it: section, printed pages, then lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field

from botrian.citing import cited_place
from botrian.records import Citation, Record, Source, Text
from botrian.records.values import SourceId

_KEYS = frozenset(Citation.model_fields)


class PublishedCitation(Record):
    """Where a statement comes from. Pages are derived from the source's record; ``pages_of`` says how near they are."""

    source: SourceId = Field(description="รหัสแหล่งข้อมูล / id of the source")
    section: Text | None = Field(description="ตอน มาตรา หรือวาระ / section, article or item")
    pages: tuple[int, int] | None = Field(description="หน้าแรกและหน้าสุดท้ายที่พิมพ์ไว้ / first and last printed page")
    pages_certain: bool | None = Field(
        description="หน้าที่พิมพ์แน่นอนหรือประมาณ ว่างเมื่อไม่รู้หน้า / certain or about; null where no page is known"
    )
    pages_of: Literal["place", "chapter"] | None = Field(
        description="หน้าของข้อความเอง หรือของทั้งบท / pages of the place itself, or only of its chapter"
    )
    question: int | None = Field(description="ข้อที่เท่าไรของคำถาม / number of the question that was asked")
    time: tuple[str, str] | None = Field(description="เวลาในเสียงหรือวิดีโอ / time in a recording")
    lines: tuple[int, int] | None = Field(description="บรรทัดของข้อความที่เราเก็บไว้ / lines of the text that we keep")
    page: str | None = Field(
        description="หน้าแรก ใช้ pages แทน / first page; use pages", json_schema_extra={"deprecated": True}
    )


def published(citation: Citation, source: Source) -> PublishedCitation:
    """A citation with its place."""
    place = cited_place(citation, source)
    return PublishedCitation(
        source=citation.source,
        section=place.part,
        pages=place.pages,
        pages_certain=place.sure == "certain" if place.pages else None,
        pages_of=("chapter" if place.sure == "chapter" else "place") if place.pages else None,
        question=place.question,
        time=place.time,
        lines=place.lines,
        page=str(place.pages[0]) if place.pages and place.sure != "chapter" else None,
    )


def with_places(value: Any, sources: Mapping[str, Source]) -> Any:
    """The plain values of an item, with every citation in them, however deep, as it is published.

    Of several citations of one place all are the same value.
    """
    return _with_places(value, sources, {})


def _with_places(value: Any, sources: Mapping[str, Source], known: dict[Any, Any]) -> Any:
    if isinstance(value, list):
        return [_with_places(one, sources, known) for one in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == _KEYS:
        key = tuple(tuple(one) if isinstance(one, list) else one for one in value.values())
        if key not in known:
            citation = Citation.model_validate(value)
            known[key] = published(citation, sources[citation.source]).model_dump(mode="json")
        return known[key]
    return {name: _with_places(one, sources, known) for name, one in value.items()}
