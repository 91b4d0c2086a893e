"""Records' texts enter; lines of plain text in one language leave."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from botrian.knowledge import Knowledge
from botrian.markup.plain import plain_lines
from botrian.records import Actor, Language, Part, Period, Text, When
from botrian.tables import text_of_period


@dataclass(frozen=True)
class Words:
    """Texts of one language, and of the other one, of records in one store."""

    knowledge: Knowledge
    language: Language

    @property
    def other_language(self) -> Language:
        """The language of the other site."""
        return "en" if self.language == "th" else "th"

    def t(self, text: Text | None) -> str:
        """A text in this language."""
        return text.in_(self.language) if text else ""

    def lines(self, *texts: Text | str | None) -> str:
        """Texts one below the other; those that are empty take no line."""
        words = (text if isinstance(text, str) else self.t(text) for text in texts)
        return "\n".join(line for line in words if line)

    def other(self, *texts: Text | None) -> str:
        """The same in the other language."""
        other = self.other_language
        return "\n".join(text.in_(other) for text in texts if text and text.language_in(other) == other)

    def named(self, parts: Iterable[Part | Actor]) -> list[str]:
        """Actors or parts: the name, and what is said of it."""
        return [
            ": ".join(filter(None, (self.t(one.name), self.t(one.text if isinstance(one, Part) else one.role))))
            for one in parts
        ]

    def body(self, kind: str, id_: str) -> str:
        """The long text of a record in this language."""
        return plain_lines(self.knowledge.body(kind, id_).in_(self.language))

    def themes(self, ids: Iterable[str]) -> list[str]:
        """Names of themes."""
        return [self.t(self.knowledge.themes[id_].name) for id_ in ids]

    def place(self, id_: str) -> str:
        """The name of a province or area."""
        return self.t(self.knowledge.place_name(id_))

    def date(self, date: When | None) -> str:
        """A date in words, in the calendar of the language."""
        return date.format(self.language) if date else ""

    def period(self, period: Period | None) -> str:
        """A period in words."""
        return self.t(text_of_period(period)) if period and (period.start or period.end) else ""


def years(*dates: When | None) -> tuple[int, ...]:
    """The C.E. years of dates, each once."""
    return tuple(dict.fromkeys(date.ce_year for date in dates if date))
