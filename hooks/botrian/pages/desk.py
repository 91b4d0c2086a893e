"""One page in the making: its language and address, the citations and terms it has used so far.

A template gets one desk. It turns records into links, citations into markers and texts into HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from botrian.addresses import address, place_address, record_name, up
from botrian.citing import citation_words, short_place
from botrian.knowledge import Knowledge
from botrian.pages.glossary import Glossary
from botrian.pages.strength_words import strength_line
from botrian.pictures import Sheet, strip
from botrian.records import Citation, Language, Lesson, Statement, Text, When
from botrian.tables import Ref, Table
from botrian.thai import format_number
from botrian.words import say

#: A citation's marker in HTML of ours: texts are escaped, so that none of them can look like it.
MARKER = re.compile(r'(<a class="kb-cite" [^>]*>\[\d+\]</a>)')


@dataclass
class Desk:
    """The working place of one page. ``cited``, ``seen``, ``waits`` and ``footnotes`` change while the page is made.

    ``waits``: some of its texts are not translated yet, and are shown in Thai. ``footnotes``: how many it has so far.
    """

    knowledge: Knowledge
    tables: Mapping[str, Table]
    language: Language
    page: str
    glossary: Glossary
    cited: dict[Citation, int] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    waits: bool = False
    #: The page ends with the list of its places (``m.citations``), and its tables are not for the table tools: a marker
    #: is no more than its number then, and ``browser/modules/frame/terms.js`` reads the place in the list.
    listed: bool = False
    footnotes: int = 0
    _markers: dict[Citation, Markup] = field(default_factory=dict)

    @property
    def home(self) -> str:
        """The way to the root of this language."""
        return up(self.page)

    @property
    def sheet(self) -> Sheet:
        """What the pictures of this page are drawn on."""
        return Sheet(self.knowledge, self.language, self.to)

    def t(self, text: Text | None) -> str:
        """A text in the page's language; in Thai where it waits for translation."""
        if text is None:
            return ""
        self.waits = self.waits or text.language_in(self.language) != self.language
        return text.in_(self.language)

    def say(self, name: str) -> str:
        """A fixed word in the page's language."""
        return say(name, self.language)

    def prose(self, text: Text | None) -> Markup:
        """A text as HTML with glossary terms explained at their first place on the page."""
        return self.glossary.explained(self.t(text), self.seen, self.home) if text else Markup("")

    def url(self, kind: str, id_: str) -> str:
        """The way from this page to a record's."""
        return self.home + address(kind, id_, self.knowledge)

    def to(self, page: str) -> str:
        """The way from this page to another address."""
        return self.home + page

    def name(self, kind: str, id_: str) -> str:
        """The name of a record in the page's language."""
        return self.t(record_name(kind, id_, self.knowledge))

    def link(self, kind: str, id_: str) -> Markup:
        """A link to a record with its name."""
        return Markup('<a href="{}">{}</a>').format(self.url(kind, id_), self.name(kind, id_))

    def ref(self, ref: Ref) -> Markup:
        """A link to what a table's value points at."""
        return self.link(ref.kind, ref.id)

    def chip(self, kind: str, id_: str) -> Markup:
        """A link in the form of a label."""
        return Markup('<a class="kb-chip" href="{}">{}</a>').format(self.url(kind, id_), self.name(kind, id_))

    def date(self, date: When) -> str:
        """A date in words of the page's language and its calendar."""
        return date.format(self.language)

    def number(self, number: int) -> str:
        """A whole number with thousands separators."""
        return format_number(number, self.language)

    def strength_line(self, lesson: Lesson) -> str:
        """How many places did it, hold it or limit it, and in how many documents."""
        return strength_line(self.knowledge.strengths[lesson.id], self.language)

    def strip(self, lesson: Lesson) -> Markup:
        """The voices of a lesson as a row of signs; ``strength_line`` says the same."""
        return strip(self.sheet, lesson)

    def cite(self, citations: Iterable[Citation]) -> Markup:
        """Footnote markers; each leads to the source's page at the cited lines."""
        markers = [self._marker(citation) for citation in dict.fromkeys(citations)]
        return Markup("<sup>") + Markup("").join(markers) + Markup("</sup>") if markers else Markup("")

    def statement(self, one: Statement) -> Markup:
        """A statement with its markers, and a word where it is only implied."""
        implied = ""
        if one.basis == "implied":
            implied = Markup(' <span class="kb-basis">({})</span>').format(self.say("basis.implied"))
        return self.prose(one) + implied + self.cite(one.citations)

    def _marker(self, citation: Citation) -> Markup:
        if citation in self._markers:
            return self._markers[citation]
        number = self.cited.setdefault(citation, len(self.cited) + 1)
        if self.listed:
            short_ = Markup('<a class="kb-cite" href="{}">[{}]</a>').format(self.source_url(citation), number)
            return self._markers.setdefault(citation, short_)
        # What the table tools take along: only here are these attributes written, and no HTML of people may carry them.
        source = self.knowledge.sources[citation.source]
        original = Markup(' data-original="{}"').format(source.url) if source.url else ""
        marker = Markup('<a class="kb-cite" href="{}" title="{}" data-source="{}" data-place="{}"{}>[{}]</a>').format(
            self.source_url(citation),
            self.where(citation),
            self.t(source.short),
            short_place(citation, source, self.language),
            original,
            number,
        )
        return self._markers.setdefault(citation, marker)

    def original(self, citation: Citation) -> str:
        """Where the original of a cited place can be opened; empty where that is not known."""
        return self.knowledge.sources[citation.source].url or ""

    def source_url(self, citation: Citation) -> str:
        """The way to the cited lines on the source's page."""
        return self.home + place_address(citation, self.knowledge.sources[citation.source])

    def where(self, citation: Citation) -> str:
        """A citation in words: the short title, section, printed pages, lines."""
        return citation_words(citation, self.knowledge.sources, self.language)
