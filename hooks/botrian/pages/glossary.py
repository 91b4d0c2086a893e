"""A text goes in; the same text as HTML comes out, with each glossary term explained where it first stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from botrian.knowledge import Knowledge
from botrian.records import Language, Term

#: Shorter names than this are everyday words as often as terms.
SHORTEST_NAME = 4
SHORTEST_ABBREVIATION = 3
#: Nobody mentions a longer name in full; the pattern of one that is much longer is too deep to be made.
LONGEST_NAME = 100
THAI_LETTER = re.compile("[\u0e01-\u0e4e]")


@dataclass(frozen=True)
class Glossary:
    """The spellings of all terms in one language with the term of each; the longest spelling at a place counts."""

    language: Language
    spellings: Mapping[str, Term]
    pattern: re.Pattern[str] | None

    def explained(self, text: str, seen: set[str], home: str) -> Markup:
        """``text`` escaped, with terms that are not yet in ``seen`` as links to the glossary; ``seen`` grows.

        ``home`` leads from the page to the root of its language.
        """
        out, end = Markup(""), 0
        for start, spelling in self.found(text):
            term = self.spellings[spelling]
            if term.id not in seen:
                seen.add(term.id)
                out += escape(text[end:start]) + self._link(spelling, term, home)
                end = start + len(spelling)
        return out + escape(text[end:]) if end else escape(text)

    def found(self, text: str) -> Iterator[tuple[int, str]]:
        """Every (place, spelling) of a term in a text; none inside another."""
        at = 0
        while self.pattern is not None and (match := self.pattern.search(text, at)):
            whole = _stands_alone(text, match.start(), match.end())
            if whole:
                yield match.start(), match.group()
            at = match.end() if whole else match.start() + 1

    def _link(self, spelling: str, term: Term, home: str) -> Markup:
        name = term.name.in_(self.language)
        definition = f"{name}: {term.definition.in_(self.language)}"
        return Markup('<a class="kb-term" href="{}terms/#{}" data-term="{}" data-definition="{}">{}</a>').format(
            home, term.id, name, definition, spelling
        )


def no_glossary(language: Language) -> Glossary:
    """A glossary that explains nothing."""
    return Glossary(language, {}, None)


def glossary(knowledge: Knowledge, language: Language) -> Glossary:
    """The glossary of one language: abbreviations as they are written, names of some length."""
    spellings: dict[str, Term] = {}
    for term in knowledge.terms.values():
        for spelling in (*term.abbreviations, term.name.in_(language)):
            shortest = SHORTEST_ABBREVIATION if spelling in term.abbreviations else SHORTEST_NAME
            if shortest <= len(spelling) <= LONGEST_NAME:
                spellings.setdefault(spelling, term)
    pattern = re.compile(_trie(sorted(spellings))) if spellings else None
    return Glossary(language, spellings, pattern)


def _trie(words: Sequence[str]) -> str:
    """A pattern for any of the (sorted) words, the longest first, that tries each first letter once.

    A plain list of alternatives is tried from its beginning at every place of every text.
    """
    ends = bool(words) and words[0] == ""
    branches = []
    for letter, group in groupby((word for word in words if word), key=lambda word: word[0]):
        branches.append(re.escape(letter) + _trie([word[1:] for word in group]))
    if not branches:
        return ""
    inner = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return f"{inner}?" if ends else inner


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a spelling is no part of a longer one: Latin words have edges, dotted abbreviations no letter before."""
    first, last, before = text[start], text[end - 1], text[start - 1 : start]
    if first.isascii() and before.isascii() and before.isalnum():
        return False
    if last.isascii() and last.isalnum() and text[end : end + 1].isascii() and text[end : end + 1].isalnum():
        return False
    dotted_thai = "." in text[start:end] and not first.isascii()
    return not (dotted_thai and (before == "." or THAI_LETTER.match(before)))
