"""What is compared: dimensions, the facts that fill them, and dated events."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from botrian.records.values import (
    Absence,
    Basis,
    CaseId,
    Citation,
    DimensionGroupId,
    DimensionId,
    Id,
    Line,
    PlaceId,
    Qualifier,
    Record,
    Text,
    When,
)

DimensionType = Literal["number", "money", "date", "text", "list", "choice"]
FACT_VALUES = ("number", "date", "text", "list", "choice", "absent")


class Choice(Record):
    """One answer of a dimension with a fixed set of answers."""

    id: Id
    name: Text


class DimensionGroup(Record):
    """A group of dimensions: structure, plan, data, money …"""

    id: Id
    name: Text


class Dimension(Record):
    """One thing by which provinces or cases are compared."""

    id: Id
    name: Text
    definition: Text
    type: DimensionType
    group: DimensionGroupId
    unit: Text | None = None
    choices: tuple[Choice, ...] = ()


class Fact(Record):
    """One value of one dimension for one province or case, by the dimension's type.

    ``number`` also holds money (in the dimension's unit, baht unless it says otherwise). ``year`` is
    the year the value is of. Exactly one of the value fields is given; ``absent`` is a value too.
    """

    dimension: DimensionId
    case: CaseId | None = None
    number: Decimal | None = None
    qualifier: Qualifier = "exact"
    unit: Text | None = Field(default=None, description="only where it differs from the dimension's unit")
    date: When | None = None
    text: Text | None = None
    list: tuple[Text, ...] = ()
    choice: Id | None = None
    absent: Absence | None = None
    year: When | None = None
    note: Text | None = None
    basis: Basis = "stated"
    citations: tuple[Citation, ...] = ()

    @property
    def given(self) -> tuple[str, ...]:
        """The names of the value fields that are filled; one in a fact that is whole."""
        return tuple(name for name in FACT_VALUES if getattr(self, name) not in (None, ()))

    @model_validator(mode="after")
    def _one_value(self) -> Fact:
        if len(self.given) != 1:
            raise PydanticCustomError(
                "fact_value",
                "one value is expected",
                {"found": ", ".join(self.given) or "-", "expected": " | ".join(FACT_VALUES)},
            )
        if not self.citations and self.absent not in ("unknown", "not-applicable"):
            raise PydanticCustomError("fact_citation", "a value needs a citation", {"found": self.given[0]})
        return self


class FactFile(Record):
    """One file of facts: all of one province or area."""

    province: PlaceId
    facts: tuple[Fact, ...]


class Event(Record):
    """Something that happened, with a date as exact as the source gives it."""

    id: Id
    title: Text
    date: When
    end: When | None = None
    about: bool = Field(default=False, description="the source says 'about' this date")
    province: PlaceId
    case: CaseId | None = None
    text: Text | None = None
    turning_point: bool = False
    planned: bool = Field(default=False, description="เป็นเป้าหมายในอนาคต / a goal set for the future, not something that happened")
    basis: Basis = "stated"
    aliases: tuple[Line, ...] = ()
    citations: tuple[Citation, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _in_order(self) -> Event:
        if self.end and self.end.latest() < self.date.earliest():
            raise PydanticCustomError(
                "period_order", "the end comes before the start", {"found": f"{self.date} – {self.end}"}
            )
        return self
