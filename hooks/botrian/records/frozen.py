"""A frozen copy of a table, and the log of all copies: fixed shapes, so that nobody's file can say more than a table.

A copy is published for good and shown on other people's pages. It is therefore a shape without free names: what
becomes the name of an attribute stands here, and never in the file.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from botrian.records.values import Id, Record, When

DIGEST = r"^[0-9a-f]{64}$"


def _plain(text: str) -> str:
    """The text, where nothing in it steers a terminal, a file or the direction of a line."""
    if any((letter < " " and letter not in "\n\t") or letter in "\x7f\u202a\u202b\u202d\u202e" for letter in text):
        raise PydanticCustomError("frozen_text", "control characters in a text", {})
    return text


#: A text of a record has at most 5,000 letters (see ``read/limits.py``); a heading joins two, a way to cite several.
ShownText = Annotated[str, StringConstraints(max_length=30_000), AfterValidator(_plain)]
ShortText = Annotated[str, StringConstraints(max_length=12_000), AfterValidator(_plain)]
Picture = Annotated[str, StringConstraints(pattern=r"^data:image/png;base64,[A-Za-z0-9+/]+={0,2}$", max_length=20_000)]


class FrozenPart(Record):
    """A part of a frozen copy; its texts are kept to the letter, for the digest is of the letters."""

    model_config = ConfigDict(str_strip_whitespace=False, strict=True)


class FrozenWords(FrozenPart):
    """The words of the page around the table, as they were on the day."""

    changed: ShortText
    changed_one: ShortText
    column_added: ShortText
    column_removed: ShortText
    frozen: ShortText
    live: ShortText
    now: ShortText
    row_added: ShortText
    row_removed: ShortText
    same: ShortText
    scroll: ShortText
    was: ShortText


class FrozenColumn(FrozenPart):
    """One column."""

    heading: ShortText
    id: ShortText


class FrozenCell(FrozenPart):
    """One cell: its lines, and whether it is a number or says that there is nothing."""

    lines: Annotated[list[ShownText], Field(max_length=1_000)]
    look: Literal["", "number", "absent"]


class FrozenRow(FrozenPart):
    """One row."""

    cells: Annotated[list[FrozenCell], Field(max_length=200)]
    group: ShortText
    id: ShortText
    name: ShortText


class FrozenAbout(FrozenPart):
    """A note, the sources, how to cite."""

    label: ShortText
    texts: Annotated[list[ShownText], Field(max_length=200)]


class FrozenTable(FrozenPart):
    """The table in one language."""

    about: Annotated[list[FrozenAbout], Field(max_length=20)]
    answer: ShownText
    code: Picture
    columns: Annotated[list[FrozenColumn], Field(max_length=200)]
    day: ShortText
    id: Id
    language: Literal["th", "en"]
    link: ShortText
    publisher: ShortText
    rest: ShortText
    row_heading: ShortText
    rows: Annotated[list[FrozenRow], Field(max_length=1_000)]
    title: ShortText
    version: ShortText
    words: FrozenWords

    @model_validator(mode="after")
    def _as_wide_as_its_head(self) -> FrozenTable:
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                raise PydanticCustomError("frozen_cells", "a row has another number of cells than the head", {})
        return self


class FrozenCopy(FrozenPart):
    """One frozen copy in one or both languages; ``sha256`` is of all the rest, as it is written."""

    format: Literal[1]
    sha256: Annotated[str, StringConstraints(pattern=DIGEST)]
    th: FrozenTable | None = None
    en: FrozenTable | None = None

    @property
    def tables(self) -> tuple[FrozenTable, ...]:
        """The languages there are."""
        return tuple(one for one in (self.th, self.en) if one is not None)


class FrozenEntry(Record):
    """One line of the log of frozen copies. Written by ``kb.py export TABLE --freeze``, not by hand."""

    table: Id = Field(description="รหัสตาราง / id of the table")
    date: When = Field(description="วันที่เก็บสำเนา / day of the copy")
    edition: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{10}$")] = Field(
        description="รุ่นของข้อมูลในตาราง / edition of the table's data"
    )
    sha256: Annotated[str, StringConstraints(pattern=DIGEST)] = Field(
        description="ลายนิ้วมือเต็มของสำเนา / the whole fingerprint of the copy"
    )
    withdrawn: When | None = Field(
        default=None,
        description="ถอนสำเนาเมื่อ ไฟล์ไม่อยู่แล้ว ที่อยู่ยังบอกว่าถอน / withdrawn on: the file is gone, its address says so",
    )
