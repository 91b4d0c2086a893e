"""In which words people ask for what a record answers. Only the search reads them; no page shows them.

Records tell in our words, people ask in theirs: "who teaches us to keep fish" finds nothing on a page that says
"occupational development". Questions that a document answers, written beside it, make it findable by them (document
expansion: Nogueira and others, Document Expansion by Query Prediction, 2019).
"""

from __future__ import annotations

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from botrian.records.values import CaseId, LessonId, Line, PathId, Record, TableId, TermId

#: The kinds of record that answer, as the fields that name one.
_KINDS = ("lesson", "case", "table", "path", "term")


class Asked(Record):
    """Words with which people ask for one record, in Thai, each a line of its own."""

    lesson: LessonId | None = Field(default=None, description="รหัสบทเรียน / id of the lesson")
    case: CaseId | None = Field(default=None, description="รหัสกรณี / id of the case")
    table: TableId | None = Field(default=None, description="รหัสตาราง / id of the table")
    path: PathId | None = Field(default=None, description="รหัสเส้นทางอ่าน / id of the reading path")
    term: TermId | None = Field(default=None, description="รหัสคำศัพท์ / id of the term")
    words: tuple[Line, ...] = Field(
        min_length=1,
        max_length=8,
        description="คำถามหรือคำพูดของคนที่กำลังหาเรื่องนี้ ภาษาไทย ข้อละบรรทัด"
        " / questions or sayings of people who look for it, in Thai, each as they say it, without courtesies",
    )

    @property
    def about(self) -> tuple[str, str]:
        """Kind and id of the record that answers."""
        return self._named()[0]

    @property
    def id(self) -> str:
        """A name of its own, made of what answers."""
        return "-".join(self.about)

    def _named(self) -> list[tuple[str, str]]:
        return [(kind, id_) for kind in _KINDS if (id_ := getattr(self, kind))]

    @model_validator(mode="after")
    def _one(self) -> Asked:
        named = self._named()
        if len(named) != 1:
            found = ", ".join(f"{kind}: {id_}" for kind, id_ in named)
            raise PydanticCustomError("asked_about", "words are for one record", {"found": found})
        return self
