"""The small values that every record is made of: two-language text, citations, statements, dates."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
    computed_field,
    model_validator,
)
from pydantic_core import PydanticCustomError

from botrian.thai import CalendarDate, DateFault, parse_date

Language = Literal["th", "en"]
LANGUAGES: tuple[Language, ...] = ("th", "en")

ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"

#: Letters of an id: it is also the name of a file, and a path on Windows has 260.
ID_LENGTH = 80
#: An id: ASCII, kebab-case, romanised. It is part of a URL, so it never changes once published.
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=ID_LENGTH)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


@dataclass(frozen=True)
class RefTo:
    """Marks an id as a reference to a record of one of these kinds; checking and schemas read it."""

    kinds: tuple[str, ...]


SourceId = Annotated[Id, RefTo(("source",))]
ProvinceId = Annotated[Id, RefTo(("province",))]
PlaceId = Annotated[Id, RefTo(("province", "area"))]
ThemeId = Annotated[Id, RefTo(("theme",))]
CaseKindId = Annotated[Id, RefTo(("case-kind",))]
CaseId = Annotated[Id, RefTo(("case",))]
LessonId = Annotated[Id, RefTo(("lesson",))]
TermId = Annotated[Id, RefTo(("term",))]
DimensionId = Annotated[Id, RefTo(("dimension",))]
DimensionGroupId = Annotated[Id, RefTo(("dimension-group",))]
TableId = Annotated[Id, RefTo(("table",))]
PathId = Annotated[Id, RefTo(("path",))]

#: A moment in a recording, as players show it: ``0:12:30`` or ``12:30``.
Moment = Annotated[str, StringConstraints(pattern=r"^(?:\d{1,3}:)?[0-5]?\d:[0-5]\d$")]

#: How sure a statement is: the source says it, or we read it out of what the source says.
Basis = Literal["stated", "implied"]
#: How a number stands to the true one, as the source words it ("about 2,000", "more than 800").
Qualifier = Literal["exact", "about", "more-than", "at-least", "less-than", "at-most", "up-to", "nearly", "over-time"]
#: Three different empty values: nobody says, there is none, the question does not apply.
Absence = Literal["unknown", "none", "not-applicable"]


def _date(value: Any) -> CalendarDate:
    if isinstance(value, CalendarDate):
        return value
    try:
        return parse_date(str(value))
    except DateFault as fault:
        raise PydanticCustomError(
            "calendar_date",
            "{expected}",
            {"kind": fault.kind, "found": fault.found, "expected": fault.expected},
        ) from fault


#: A year, month or day with its calendar written out: ``2551 BE``, ``2551-08 BE``, ``2551-08-06 BE``, ``2008 CE``.
When = Annotated[
    CalendarDate,
    BeforeValidator(_date),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^\d{4}(-\d{2}(-\d{2})?)? (BE|CE)$",
            "description": "Year, month or day with its calendar: 2551 BE, 2551-08 BE, 2551-08-06 BE, 2008 CE",
        }
    ),
]


class Record(BaseModel):
    """What every record and value shares: it cannot change, and it knows all of its keys."""

    model_config = ConfigDict(
        # A command validates some of the kinds: of the others nothing is made.
        defer_build=True,
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        arbitrary_types_allowed=True,
        protected_namespaces=(),
        # What is published holds every field, also those that a writer may leave out.
        json_schema_serialization_defaults_required=True,
    )


_THAI_LETTER = re.compile("[\u0e01-\u0e2e]")


def _thai_instead(given: dict[str, Any]) -> str:
    thai: str = given.get("th", "")
    return thai


class Text(Record):
    """One text in both languages, Thai first. English is wanted, not required: Thai stands for it until it is there."""

    th: Line = Field(description="ข้อความภาษาไทย / text in Thai")
    en: Line = Field(
        default_factory=_thai_instead,
        description="ข้อความภาษาอังกฤษ เว้นไว้ได้ถ้ายังไม่มีคนแปล / text in English; leave it out until somebody translates",
    )

    @model_validator(mode="before")
    @classmethod
    def _begun(cls, value: Any) -> Any:
        """An ``en:`` with nothing behind it is one that waits, as one that is left out."""
        if isinstance(value, dict) and "en" in value and value["en"] in (None, ""):
            return {key: one for key, one in value.items() if key != "en"}
        return value

    @computed_field(  # type: ignore[prop-decorator]  # mypy knows no decorated property, pydantic asks for one
        description="ภาษาของข้อความในช่อง en: th คือยังไม่มีคำแปล จึงใช้ภาษาไทยแทน / language of what stands in en: "
        "th where it is not translated yet and the Thai stands for it"
    )
    @property
    def en_lang(self) -> Language:
        """The language of what stands in ``en``; what has no Thai letter (61%, a name in Latin letters) is no Thai."""
        return "en" if "en" in self.model_fields_set or not _THAI_LETTER.search(self.th) else "th"

    def in_(self, language: Language) -> str:
        """The text in one language; in Thai where it waits for translation."""
        return self.th if language == "th" else self.en

    def language_in(self, language: Language) -> Language:
        """The language of what ``in_`` gives."""
        return "th" if language == "th" else self.en_lang

    @classmethod
    def made(cls, make: Callable[[Language], str], *of: Text) -> Text:
        """A text made of others in each language; where one of them waits for translation, so does what is made."""
        if any(one.en_lang == "th" for one in of):
            return cls(th=make("th"))
        return cls(th=make("th"), en=make("en"))


class Citation(Record):
    """Where a statement comes from: a source and the place in it that this kind of source has.

    ``lines`` of a stored text, printed ``pages``, a ``section`` (an article of a law, an item of minutes), the
    number of a ``question``, ``time`` in a recording (hours:minutes:seconds), or nothing: a testimony is its own place.
    """

    source: SourceId = Field(description="รหัสแหล่งข้อมูล / id of the source")
    lines: tuple[int, int] | None = Field(
        default=None, description="บรรทัดแรกและบรรทัดสุดท้ายของข้อความที่เก็บไว้ / first and last line of the stored text"
    )
    pages: tuple[int, int] | None = Field(
        default=None, description="หน้าแรกและหน้าสุดท้ายที่พิมพ์ไว้ / first and last printed page"
    )
    section: Line | None = Field(
        default=None, description="มาตรา วาระ หรือคำถาม เช่น มาตรา 21 / article, item or question, such as section 21"
    )
    question: int | None = Field(
        default=None, gt=0, description="ข้อที่เท่าไรของคำถามที่ถาม / number of the question that was asked"
    )
    time: tuple[Moment, Moment] | None = Field(
        default=None, description="เวลาในเสียงหรือวิดีโอ เช่น [0:12:30, 0:13:05] / time in a recording"
    )


class Statement(Text):
    """One sentence of ours with the lines it rests on."""

    citations: tuple[Citation, ...] = Field(
        default=(), description="แหล่งอ้างอิงของข้อความนี้ / what this statement rests on"
    )
    basis: Basis = Field(
        default="stated",
        description="แหล่งข้อมูลพูดตรง (stated) หรือเราตีความ (implied) / said by the source, or read out of it",
    )


class Actor(Record):
    """Someone who takes part, and what they do."""

    name: Text = Field(description="ชื่อคนหรือกลุ่ม / name of the person or group")
    role: Text | None = Field(default=None, description="ทำหน้าที่อะไร / what they do")
    citations: tuple[Citation, ...] = Field(default=(), description="แหล่งอ้างอิง / citations")


class Part(Record):
    """A named part that a source gives only a clause; it has no page of its own."""

    name: Text = Field(description="ชื่อส่วนประกอบ / name of the part")
    text: Text | None = Field(default=None, description="อธิบายสั้น ๆ / a short explanation")
    citations: tuple[Citation, ...] = Field(
        min_length=1, description="แหล่งอ้างอิง อย่างน้อยหนึ่งข้อ / citations, at least one"
    )
    basis: Basis = Field(
        default="stated", description="แหล่งข้อมูลพูดตรงหรือเราตีความ / said by the source, or read out of it"
    )


class Period(Record):
    """From when to when; either end may be open or unknown."""

    start: When | None = Field(default=None, description="เริ่มเมื่อ เช่น 2558 BE / start, such as 2558 BE")
    end: When | None = Field(default=None, description="สิ้นสุดเมื่อ / end")
    note: Text | None = Field(default=None, description="หมายเหตุของช่วงเวลา / note on the period")

    @model_validator(mode="after")
    def _in_order(self) -> Period:
        if self.start and self.end and self.end.latest() < self.start.earliest():
            raise PydanticCustomError(
                "period_order",
                "the end comes before the start",
                {"found": f"{self.start} – {self.end}"},
            )
        return self
