"""The head of a page that people write by hand: a guide, the front page."""

from __future__ import annotations

from pydantic import Field

from botrian.records.values import Record, Text


class PageHead(Record):
    """Front matter of a hand-written page. The Markdown under it is Thai; an ``.en.md`` twin holds the English."""

    title: Text = Field(description="ชื่อหน้า / title of the page")
    description: Text | None = Field(
        default=None, description="หน้านี้บอกอะไร หนึ่งประโยค / what the page tells, in one sentence"
    )
