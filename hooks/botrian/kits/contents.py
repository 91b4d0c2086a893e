"""All that a kit's files write, in one language; ``kit_contents`` (``printing.py``) makes it of the records.

Every file of a kit takes its words from one ``KitContents`` and from nothing else: that is why the handout, the
worksheet, the slides and the facilitator notes say the same and carry one version.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from botrian.exports.printed import PrintedTable
from botrian.kits.labels import label
from botrian.kits.timing import MORNING, Form, Slot, agenda, clock, whole_length
from botrian.records import Language, PartKind, Stance


@dataclass(frozen=True)
class Voice:
    """One entry of a ledger: who says it, how it stands to the lesson, the sentence, and where it is written."""

    place: str
    stance: Stance
    text: str
    where: str


@dataclass(frozen=True)
class KitLesson:
    """One lesson of the kit; ``number`` counts from 1 and is the same in all files."""

    number: int
    id: str
    title: str
    when: str
    do: str
    because: str
    voices: tuple[Voice, ...]
    questions: tuple[str, ...]
    url: str

    def of(self, *stances: Stance) -> tuple[Voice, ...]:
        """The voices with one of these stances, in the order of the ledger."""
        return tuple(voice for voice in self.voices if voice.stance in stances)


@dataclass(frozen=True)
class PrintedSheet:
    """A sheet to fill in: prompts with room under them, and a table of which some rows have a name already."""

    title: str
    text: str
    prompts: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()


@dataclass(frozen=True)
class PrintedPart:
    """One part of the workshop as half a day gives it time; ``own`` are its own words to say, ask and watch for."""

    name: str
    kind: PartKind
    minutes: int
    text: str
    own: tuple[tuple[str, str], ...]
    sheet: PrintedSheet | None


@dataclass(frozen=True)
class Linked:
    """A record to read on: its name, a sentence, and its address."""

    name: str
    text: str
    url: str


@dataclass(frozen=True)
class CitedSource:
    """A source as it is cited, with the places in it that a kit rests on."""

    id: str
    cited_as: str
    places: str

    @property
    def line(self) -> str:
        """As an entry of a list."""
        return f"{self.cited_as} ({self.places})"


@dataclass(frozen=True)
class KitContents:
    """A whole kit in one language. ``changed`` is the last day on which any of its records was changed."""

    id: str
    language: Language
    title: str
    purpose: str
    aims: tuple[str, ...]
    materials: tuple[str, ...]
    parts: tuple[PrintedPart, ...]
    lessons: tuple[KitLesson, ...]
    tables: tuple[PrintedTable, ...]
    further: tuple[Linked, ...]
    questions: tuple[str, ...]
    sources: tuple[str, ...]
    version: str
    changed: date | None
    link: str
    publisher: str
    starts_at: int = MORNING

    def agenda(self, form: Form = "half_day") -> tuple[Slot, ...]:
        """The parts with the breaks between them."""
        return agenda([part.minutes for part in self.parts], form)

    def time(self, after: int) -> str:
        """The time of day so many minutes after the workshop began."""
        return clock(self.starts_at, after, self.language)

    def minutes(self, form: Form = "half_day") -> int:
        """How long it takes from beginning to end, breaks included: the one length that every page and file tells."""
        return whole_length([part.minutes for part in self.parts], form)

    @property
    def stamped(self) -> date:
        """The day files are stamped with: the last change, or the first day a zip file can hold."""
        return self.changed or date(1980, 1, 1)

    @property
    def stamp_line(self) -> str:
        """What stands at the foot of every page and slide: version and address."""
        return f"{label('version', self.language).format(self.version)} · {self.link.split('://', 1)[-1]}"
