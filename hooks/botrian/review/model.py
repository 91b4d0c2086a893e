"""What a review holds: plain words and numbers, each with a limit, so that one from a stranger can be read safely."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from botrian.changes.compare import Happened, PartHappened
from botrian.records import Text

#: The file of a review, in bytes: more is not read.
MOST_BYTES = 4_000_000

Words = Annotated[str, StringConstraints(max_length=20_000)]
Short = Annotated[str, StringConstraints(max_length=300)]
Path = Annotated[str, StringConstraints(max_length=300, pattern=r"^[^\x00-\x1f\\]+$")]
Code = Annotated[str, StringConstraints(max_length=80, pattern=r"^[a-z]+(?:-[a-z0-9]+)*$")]
Commit = Annotated[str, StringConstraints(pattern=r"^(?:[0-9a-f]{40})?$")]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Said(_Part):
    """Words in both languages."""

    th: Words
    en: Words

    @classmethod
    def of(cls, text: Text) -> Said:
        """The same words as a text of a record."""
        return cls(th=text.in_("th")[:20_000], en=text.in_("en")[:20_000])


class Suggestion(_Part):
    """Lines ``first`` to ``last`` of a file, written anew: what GitHub takes over with one click."""

    first: int = Field(gt=0)
    last: int = Field(gt=0)
    lines: tuple[Words, ...] = Field(max_length=50)


class Trouble(_Part):
    """One problem that ``check`` finds in the new tree and did not find in the old one."""

    severity: Literal["error", "warning"]
    code: Code
    file: Path
    line: int = Field(gt=0)
    message: Said
    fix: Said
    suggestion: Suggestion | None = None


class ChangedPart(_Part):
    """One part of a record that came, went or changed; ``words`` tells it in one sentence."""

    happened: PartHappened
    label: Said
    before: Said | None = None
    after: Said | None = None
    words: Said


class ChangedRecord(_Part):
    """One record that came, went or changed. ``page`` is its address below the language's root, where it has one."""

    happened: Happened
    kind: Said
    title: Said
    page: Short = ""
    parts: tuple[ChangedPart, ...] = Field(default=(), max_length=2_000)


class ChangedStrength(_Part):
    """How strong a lesson was and is; ``before`` is missing for a new one."""

    title: Said
    before: Said | None = None
    after: Said


class ChangedTable(_Part):
    """A table of which cells changed though its own file did not. Its answer was written for the old cells."""

    title: Said
    answer: Said
    page: Short
    places: int = Field(ge=0, description="how many cells, rows and columns are otherwise, also those not in parts")
    parts: tuple[ChangedPart, ...] = Field(max_length=2_000)


class Review(_Part):
    """What a proposed change does. ``compared`` is false where the new content has errors: then only these are told.

    ``errors`` and ``warnings`` count what ``check`` finds in the new tree and not in the old; ``troubles`` are the
    first of them. ``people`` are those whom the new tree names among its contributors and the old one does not.
    """

    version: Literal[1] = 1
    number: int = Field(default=0, ge=0, lt=2**31, description="number of the pull request; 0 outside of one")
    commit: Commit = ""
    compared: bool = True
    errors: int = Field(default=0, ge=0)
    warnings: int = Field(default=0, ge=0)
    older_troubles: int = Field(default=0, ge=0)
    troubles: tuple[Trouble, ...] = Field(default=(), max_length=400)
    records: tuple[ChangedRecord, ...] = Field(default=(), max_length=3_000)
    strengths: tuple[ChangedStrength, ...] = Field(default=(), max_length=1_000)
    tables: tuple[ChangedTable, ...] = Field(default=(), max_length=300)
    people: tuple[Said, ...] = Field(default=(), max_length=500)
    pages: tuple[Short, ...] = Field(default=(), max_length=5_000)
    other_files: tuple[Path, ...] = Field(default=(), max_length=5_000)


class ReviewRefused(ValueError):
    """A file is no review, or larger than one may be."""


def read_review(data: bytes) -> Review:
    """The review in a file that anybody may have written. Raises ReviewRefused."""
    if len(data) > MOST_BYTES:
        raise ReviewRefused(f"{len(data)} bytes, at most {MOST_BYTES}")
    try:
        return Review.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = ".".join(str(step) for step in first["loc"][:6])
        raise ReviewRefused(f"{where}: {first['type']}") from None
