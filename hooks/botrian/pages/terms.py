"""The knowledge goes in; the glossary comes out: a page of all names and definitions, and a page for each letter.

The page of all is what terms in texts lead to, and what the filter looks through. What stands behind a definition, its
sources and the records that use the word, is four fifths of the whole and read by few: it is on the pages of letters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import groupby

from botrian.findings import Place
from botrian.kinds.told import TERM
from botrian.pages.facets import SCRIPT, attributes, facets
from botrian.pages.frame import Frame
from botrian.pages.introduction import introduced
from botrian.pages.lengths import too_long
from botrian.pages.staged import StagedPage
from botrian.pages.table_tools import with_tools
from botrian.pages.templates import filled
from botrian.records import Term
from botrian.thai import collation_key, initial

PAGE = "terms/"


def terms_index(frame: Frame) -> Iterator[StagedPage]:
    """The glossary in dictionary order of the page's language, then the page of each Thai letter.

    A page has the same address in both languages, so in both a term is on the page of its Thai name's letter.
    """
    terms = sorted(frame.knowledge.terms.values(), key=lambda term: collation_key(frame.t(term.name)))
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
        page_of=lambda term: letter_page(initial(term.name.th)),
    )
    title = frame.say("collection.terms")
    page = frame.page(PAGE, title, content, description=intro, origin=Place(TERM.home))
    yield with_tools(page, (SCRIPT,), ())
    users = _users(frame)
    by_thai: dict[str, list[Term]] = {}
    for term in sorted(terms, key=lambda term: collation_key(term.name.th)):
        by_thai.setdefault(initial(term.name.th), []).append(term)
    for letter, group in by_thai.items():
        address = letter_page(letter)
        desk = frame.desk(address, listed=True)
        content = filled(
            "terms-letter",
            desk,
            letter=letter,
            letters=list(by_thai),
            terms=[(term, users.get(term.id, ())[:12]) for term in group],
            page_of=letter_page,
        )
        says = frame.say("page.terms_of").format(letter)
        page = frame.page(
            address, says, content, crumbs=((PAGE, title),), description=f"{says}: {intro}", origin=Place(TERM.home)
        )
        # The other language has other letters; search engines find the glossary itself.
        yield replace(page, meta={**page.meta, "twin": PAGE, "robots": "noindex"})


def letter_page(letter: str) -> str:
    """The address of the terms of a letter, by the name that the letter has in Unicode: ``ko-kai`` for ก."""
    name = unicodedata.name(letter).removeprefix("THAI CHARACTER ").removeprefix("LATIN CAPITAL LETTER ")
    return f"{PAGE}letters/{name.lower().replace(' ', '-')}/"


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
    for kind, id_, text in texts:
        for spelling in dict.fromkeys(spelling for _, spelling in frame.glossary.found(text)):
            term: Term = frame.glossary.spellings[spelling]
            users = found.setdefault(term.id, [])
            if (kind, id_) not in users:
                users.append((kind, id_))
    return found
