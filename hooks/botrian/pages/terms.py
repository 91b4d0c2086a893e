"""The knowledge goes in; the glossary comes out: a page of all names and definitions, and a page for each letter.

The page of all is what terms in texts lead to, and what the filter looks through. What stands behind a definition, its
sources, other names and the records that use the word, is four fifths of the whole and read by few: it is on the pages
of letters. The filter knows the other names too: a script brings them to those who look for something.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from botrian.browser import setting
from botrian.findings import Place
from botrian.kept import key_of
from botrian.kinds.told import TERM
from botrian.knowledge import Knowledge
from botrian.pages.facets import SCRIPT, attributes, facets
from botrian.pages.frame import Frame
from botrian.pages.introduction import introduced
from botrian.pages.lengths import too_long
from botrian.pages.staged import StagedPage
from botrian.pages.table_tools import with_tools
from botrian.pages.templates import filled
from botrian.records import Language, Term
from botrian.thai import collation_key, initial
from botrian.words import say

PAGE = "terms/"
#: Terms on one page with their sources and uses: more of them are too many screens of a telephone.
MOST = 40


def terms_index(frame: Frame) -> Iterator[StagedPage]:
    """The glossary in dictionary order of the page's language, then the page of each Thai letter.

    A page has the same address in both languages, so in both a term is on the page of its Thai name's letter.
    """
    terms = sorted(frame.knowledge.terms.values(), key=lambda term: collation_key(frame.t(term.name)))
    places = letter_places(terms)
    place_of = {term.id: place for place in places for term in place.terms}
    letters = [(letter, list(group)) for letter, group in groupby(terms, key=lambda term: initial(frame.t(term.name)))]
    intro = frame.say("intro.terms")
    desk = frame.desk(PAGE)
    content = filled(
        "terms",
        desk,
        intro=intro,
        introduction=introduced(desk),
        fold=too_long(len(terms)),
        letters=letters,
        choices=facets(frame, TERM.id, terms),
        known=partial(attributes, frame, TERM.id),
        page_of=lambda term: place_of[term.id].address,
        more=desk.to(names_file(frame.language)),
    )
    title = frame.say("collection.terms")
    page = frame.page(PAGE, title, content, description=intro, origin=Place(TERM.home))
    yield with_tools(page, (SCRIPT,), ())
    users = _users(frame)
    for place in places:
        desk = frame.desk(place.address, listed=True)
        content = filled(
            "terms-letter",
            desk,
            here=place,
            places=places,
            terms=[(term, users.get(term.id, ())[:12]) for term in place.terms],
        )
        says = frame.say("page.terms_of").format(place.name)
        page = frame.page(
            place.address,
            says,
            content,
            crumbs=((PAGE, title),),
            description=f"{says}: {intro}",
            origin=Place(TERM.home),
        )
        # The other language has other letters.
        yield replace(page, meta={**page.meta, "twin": PAGE})


def names_file(language: Language) -> str:
    """Where the other names of terms stand below the language's root."""
    return f"assets/terms-{language}.js"


def terms_files(knowledge: Knowledge, language: Language) -> dict[str, bytes]:
    """The other names of terms for the filter, by id: a script that sets one value."""
    label = say("field.synonyms", language)
    names = {one.id: f"{label}: {', '.join(one.synonyms)}" for one in knowledge.terms.values() if one.synonyms}
    return {names_file(language): setting("botrianMore", names)}


@dataclass(frozen=True)
class LetterPlace:
    """A page of terms: those of a Thai letter, or a part of them: ``ก``, ``ก 2``."""

    name: str
    address: str
    terms: Sequence[Term]


def letter_places(terms: Iterable[Term]) -> list[LetterPlace]:
    """The pages in their order; a letter with many terms has several, of about as many terms each."""
    by_thai: dict[str, list[Term]] = {}
    for term in sorted(terms, key=lambda term: collation_key(term.name.th)):
        by_thai.setdefault(initial(term.name.th), []).append(term)
    found = []
    for letter, group in by_thai.items():
        parts = -(-len(group) // MOST)
        for part in range(parts):
            some = group[len(group) * part // parts : len(group) * (part + 1) // parts]
            found.append(LetterPlace(f"{letter} {part + 1}" if part else letter, letter_page(letter, part + 1), some))
    return found


def letter_page(letter: str, part: int = 1) -> str:
    """The address of the terms of a letter, by the name that the letter has in Unicode: ``ko-kai`` for ก.

    ``part`` counts from 1 where a letter has several pages.
    """
    name = unicodedata.name(letter).removeprefix("THAI CHARACTER ").removeprefix("LATIN CAPITAL LETTER ")
    number = f"-{part}" if part > 1 else ""
    return f"{PAGE}letters/{name.lower().replace(' ', '-')}{number}/"


def _users(frame: Frame) -> dict[str, list[tuple[str, str]]]:
    """For each term, the lessons and cases in whose main texts its words stand."""
    found: dict[str, list[tuple[str, str]]] = {}
    texts = [
        *(
            ("lesson", one.id, " ".join(frame.t(text) for text in (one.title, one.when, one.do, one.because)))
            for one in frame.knowledge.lessons.values()
        ),
        *(("case", one.id, f"{frame.t(one.title)} {frame.t(one.summary)}") for one in frame.knowledge.cases.values()),
    ]
    names = key_of(frame.glossary.pattern.pattern if frame.glossary.pattern else "")
    for kind, id_, text in texts:
        for spelling in frame.notes.get(key_of("spellings", names, text), partial(frame.glossary.spellings_in, text)):
            term: Term = frame.glossary.spellings[spelling]
            users = found.setdefault(term.id, [])
            if (kind, id_) not in users:
                users.append((kind, id_))
    return found
