"""Records go in; what files of kits write of them, in one language, comes out: lines, voices, tables, sources.

Both the kits that are built and those that trainers put together in the browser take their words from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from botrian.addresses import Stamp, address
from botrian.citing import citation_words, many_places
from botrian.exports.printed import PrintedTable, printable, printed_table, unmarked
from botrian.kits.contents import CitedSource, KitLesson, Voice
from botrian.knowledge import Knowledge
from botrian.records import Citation, Evidence, Language, Lesson, Text
from botrian.tables import Table


@dataclass(frozen=True)
class Printer:
    """Prints records in one language; addresses are absolute, from the stamp's ``site_url``."""

    knowledge: Knowledge
    tables: Mapping[str, Table]
    language: Language
    stamp: Stamp

    def line(self, text: Text) -> str:
        """A text on one line, without what breaks a file."""
        return " ".join(printable(text.in_(self.language)).split("\n"))

    def url(self, page: str) -> str:
        """The public address of a page of this language."""
        return self.stamp.site_url + ("en/" if self.language == "en" else "") + page

    def lesson(self, number: int, id_: str) -> KitLesson:
        """One lesson under its number in a kit. Raises KeyError where there is no such lesson."""
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
        """One entry of a ledger."""
        place = self.line(self.knowledge.place_name(entry.province))
        where = (citation_words(one, self.knowledge.sources, self.language) for one in entry.citations)
        return Voice(place, entry.stance, self.line(entry.text), "; ".join(where))

    def table(self, id_: str) -> PrintedTable:
        """A table without the marks of citations: a kit lists its sources once. Raises KeyError."""
        return unmarked(printed_table(self.tables[id_], self.knowledge, self.language, self.stamp))

    def sources(self, cited: Iterable[Citation]) -> Iterator[CitedSource]:
        """Each source with the places in it, in the order of first use."""
        by_source: dict[str, list[Citation]] = {}
        for citation in dict.fromkeys(cited):
            by_source.setdefault(citation.source, []).append(citation)
        for id_, citations in by_source.items():
            source = self.knowledge.sources[id_]
            places = many_places(citations, source, self.language)
            yield CitedSource(id_, printable(source.cite_as.in_(self.language)), printable(places))
