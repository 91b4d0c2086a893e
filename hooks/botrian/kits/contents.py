"""A kit and the knowledge go in; all that the kit's files write, in one language, comes out.

Every file of a kit takes its words from one ``KitContents`` and from nothing else: that is why the handout, the
worksheet, the slides and the facilitator notes say the same and carry one version.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from botrian.addresses import Stamp, address
from botrian.citing import citation_words, many_places
from botrian.exports.printed import PrintedTable, printable, printed_table, unmarked
from botrian.kits.labels import label
from botrian.kits.timing import MORNING, Form, Slot, agenda, clock
from botrian.kits.version import kit_version, last_change_of_kit
from botrian.knowledge import Knowledge, citations_in
from botrian.records import Citation, Evidence, Kit, KitPart, KitSheet, Language, Lesson, PartKind, Stance, Text
from botrian.tables import Table
from botrian.words import say


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

    @property
    def minutes(self) -> int:
        """How long all parts take together."""
        return sum(part.minutes for part in self.parts)

    @property
    def stamped(self) -> date:
        """The day files are stamped with: the last change, or the first day a zip file can hold."""
        return self.changed or date(1980, 1, 1)

    @property
    def stamp_line(self) -> str:
        """What stands at the foot of every page and slide: version and address."""
        return f"{label('version', self.language).format(self.version)} · {self.link.split('://', 1)[-1]}"


def kit_contents(
    kit: Kit,
    knowledge: Knowledge,
    tables: Mapping[str, Table],
    language: Language,
    stamp: Stamp,
    starts_at: int = MORNING,
) -> KitContents:
    """The kit as its files write it. Addresses are absolute, from the stamp's ``site_url``.

    ``starts_at`` is the minute of the day at which the workshop begins.
    """
    return replace(_Printer(kit, knowledge, tables, language, stamp).contents(), starts_at=starts_at)


@dataclass(frozen=True)
class _Printer:
    kit: Kit
    knowledge: Knowledge
    tables: Mapping[str, Table]
    language: Language
    stamp: Stamp

    def contents(self) -> KitContents:
        changed = last_change_of_kit(self.kit, self.knowledge, self.tables, self.stamp)
        version = kit_version(self.kit, self.knowledge, self.tables)
        version = f"{version} ({changed.isoformat()})" if changed else version
        return KitContents(
            id=self.kit.id,
            language=self.language,
            title=self.line(self.kit.title),
            purpose=self.line(self.kit.purpose),
            aims=tuple(map(self.line, self.kit.aims)),
            materials=tuple(map(self.line, self.kit.materials)),
            parts=tuple(map(self.part, self.kit.parts)),
            lessons=tuple(self.lesson(number, id_) for number, id_ in enumerate(self.kit.lessons, start=1)),
            tables=tuple(self.table(id_, version) for id_ in self.kit.tables),
            further=tuple(self.further()),
            questions=tuple(map(self.line, self.kit.questions)),
            sources=tuple(self.sources()),
            version=version,
            changed=changed,
            link=self.url(f"kits/{self.kit.id}/"),
            publisher=say("frame.site", self.language),
        )

    def line(self, text: Text) -> str:
        """A text on one line, without what breaks a file."""
        return " ".join(printable(text.in_(self.language)).split("\n"))

    def url(self, page: str) -> str:
        return self.stamp.site_url + ("en/" if self.language == "en" else "") + page

    def part(self, part: KitPart) -> PrintedPart:
        own = tuple(
            (step, self.line(text)) for step in ("say", "ask", "watch") if (text := getattr(part, step)) is not None
        )
        sheet = self.sheet(part.sheet) if part.sheet else None
        return PrintedPart(self.line(part.name), part.kind, part.minutes, self.line(part.text), own, sheet)

    def sheet(self, sheet: KitSheet) -> PrintedSheet:
        rows = (*map(self.line, sheet.rows), *[""] * sheet.blank)
        prompts, headings = map(self.line, sheet.prompts), map(self.line, sheet.headings)
        return PrintedSheet(self.line(sheet.title), self.line(sheet.text), tuple(prompts), tuple(headings), rows)

    def lesson(self, number: int, id_: str) -> KitLesson:
        lesson: Lesson = self.knowledge.lessons[id_]
        return KitLesson(
            number=number,
            id=id_,
            title=self.line(lesson.title),
            when=self.line(lesson.when),
            do=self.line(lesson.do),
            because=self.line(lesson.because),
            voices=tuple(map(self.voice, lesson.evidence)),
            questions=tuple(map(self.line, lesson.questions)),
            url=self.url(address("lesson", id_, self.knowledge)),
        )

    def voice(self, entry: Evidence) -> Voice:
        place = self.line(self.knowledge.place_name(entry.province))
        where = (citation_words(one, self.knowledge.sources, self.language) for one in entry.citations)
        return Voice(place, entry.stance, self.line(entry.text), "; ".join(where))

    def table(self, id_: str, version: str) -> PrintedTable:
        """The table with the kit's version in the place of its own, so that the kit has one."""
        printed = unmarked(printed_table(self.tables[id_], self.knowledge, self.language, self.stamp))
        return replace(printed, provenance=replace(printed.provenance, version=version))

    def further(self) -> Iterator[Linked]:
        for id_ in self.kit.cases:
            case = self.knowledge.cases[id_]
            url = self.url(address("case", id_, self.knowledge))
            yield Linked(self.line(case.title), self.line(case.summary), url)
        if self.kit.path:
            path = self.knowledge.paths[self.kit.path]
            name = f"{label('path', self.language)}: {self.line(path.question)}"
            yield Linked(name, self.line(path.summary), self.url(address("path", path.id, self.knowledge)))

    def sources(self) -> Iterator[str]:
        """Each source as it is cited, with the places the kit rests on, in the order of first use."""
        by_source: dict[str, list[Citation]] = {}
        records = (self.knowledge.lessons[id_] for id_ in self.kit.lessons)
        cited = [one for record in records for one in citations_in(record)]
        cited += [one for id_ in self.kit.tables for one in self.tables[id_].citations]
        for citation in dict.fromkeys(cited):
            by_source.setdefault(citation.source, []).append(citation)
        for id_, citations in by_source.items():
            source = self.knowledge.sources[id_]
            places = many_places(citations, source, self.language)
            yield printable(f"{source.cite_as.in_(self.language)} ({places})")
