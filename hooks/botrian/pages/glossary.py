"""A text goes in; the same text as HTML comes out, with each glossary term explained where it first stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from botrian.knowledge import Knowledge
from botrian.records import Language, Term

#: Shorter names than this are everyday words as often as terms.
SHORTEST_NAME = 4
THAI_LETTER = "[\u0e01-\u0e4e]"


@dataclass(frozen=True)
class Glossary:
    """The spellings of all terms in one language, longest first, with the term of each."""

    language: Language
    spellings: Mapping[str, Term]
    pattern: re.Pattern[str] | None

    def explained(self, text: str, seen: set[str], home: str) -> Markup:
        """``text`` escaped, with terms that are not yet in ``seen`` as links to the glossary; ``seen`` grows.

        ``home`` leads from the page to the root of its language.
        """
        if self.pattern is None:
            return escape(text)
        out, end = Markup(""), 0
        for match in self.pattern.finditer(text):
            term = self.spellings[match.group()]
            if term.id in seen:
                continue
            seen.add(term.id)
            out += escape(text[end : match.start()]) + self._link(match.group(), term, home)
            end = match.end()
        return out + escape(text[end:])

    def _link(self, spelling: str, term: Term, home: str) -> Markup:
        name = term.name.in_(self.language)
        definition = f"{name}: {term.definition.in_(self.language)}"
        return Markup('<a class="kb-term" href="{}terms/#{}" data-term="{}" data-definition="{}">{}</a>').format(
            home, term.id, name, definition, spelling
        )


def glossary(knowledge: Knowledge, language: Language) -> Glossary:
    """The glossary of one language: abbreviations as they are written, names of some length."""
    spellings: dict[str, Term] = {}
    for term in knowledge.terms.values():
        for spelling in (*_abbreviations(term), term.name.in_(language)):
            if len(spelling) >= (3 if spelling in term.abbreviations else SHORTEST_NAME):
                spellings.setdefault(spelling, term)
    longest_first = sorted(spellings, key=lambda spelling: (-len(spelling), spelling))
    pattern = re.compile("|".join(_bounded(one) for one in longest_first)) if longest_first else None
    return Glossary(language, spellings, pattern)


def _abbreviations(term: Term) -> tuple[str, ...]:
    return term.abbreviations


def _bounded(spelling: str) -> str:
    """The spelling where it is not part of a longer one: Latin words have edges, abbreviations no letter before."""
    edge_before = r"(?<![A-Za-z0-9])" if spelling[0].isascii() else ""
    edge_after = r"(?![A-Za-z0-9])" if spelling[-1].isascii() and spelling[-1] != "." else ""
    if "." in spelling and not spelling.isascii():
        edge_before = rf"(?<!{THAI_LETTER})(?<!\.)"
    return edge_before + re.escape(spelling) + edge_after
