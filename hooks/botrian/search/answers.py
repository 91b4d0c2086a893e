"""Facts that are numbers or dates enter; what the browser needs to answer a question by one of them leaves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from botrian.citing import citation_words
from botrian.knowledge import Knowledge
from botrian.own import own
from botrian.records import Dimension, Fact, Term
from botrian.search.part_documents import fact_groups, fact_url, value_words
from botrian.search.spellings import SHORTEST_INSIDE
from botrian.search.words_of import Words
from botrian.tables.values import fact_value
from botrian.thai import normal

#: The types of dimensions whose values answer, and the list of words that ask for them.
_ASKED_BY: Final = {"number": "number", "money": "number", "date": "date"}
#: Kinds of case by whose names a place is known.
_KNOWN_KINDS: Final = ("data-system", "charter", "community")


@cache
def answer_words() -> dict[str, list[str]]:
    """The lists of ``answers.yml``, the longest first: number, date, heads, fillers."""
    raw = own(__package__, "answers.yml")
    return {name: sorted(map(_form, words), key=lambda word: (-len(word), word)) for name, words in raw.items()}


def answers(words: Words) -> dict[str, object]:
    """The words that ask, and an entry for each dimension of each place.

    An entry: names of the place, names of what it is about, ``number`` or ``date``, the title, the values in words, the
    address below the language's root, the place in the source. ``places`` are those that the page of comparisons knows.
    """
    asked = {name: some for name, some in answer_words().items() if name != "heads"}
    return {**asked, "entries": list(_entries(words)), "places": list(_places(words))}


def _places(words: Words) -> Iterator[list[object]]:
    """The provinces that can be compared: id, name, what each may be called, and names of what only it has."""
    known = _known_by(words.knowledge)
    for id_ in words.knowledge.profiles:
        province = words.knowledge.provinces[id_]
        own = _forms((province.name.th, province.name.en, *province.aliases))
        yield [id_, words.place(id_), own, _forms(known.get(id_, ()))]


def _known_by(knowledge: Knowledge) -> Mapping[str, Sequence[str]]:
    """For each place other names of its systems of data, charters and communities, where no other case has them."""
    count = Counter(alias for case in knowledge.cases.values() for alias in set(case.aliases))
    found: dict[str, list[str]] = {}
    for case in knowledge.cases.values():
        if case.kind in _KNOWN_KINDS:
            names = (alias for alias in case.aliases if count[alias] == 1 and len(_form(alias)) >= SHORTEST_INSIDE)
            found.setdefault(case.province, []).extend(names)
    return found


def _entries(words: Words) -> Iterator[list[object]]:
    knowledge = words.knowledge
    terms = _terms_by_name(knowledge)
    for (province, dimension_id, case), placed in fact_groups(knowledge):
        dimension = knowledge.dimensions[dimension_id]
        facts = [one.fact for one in placed if one.fact.absent is None]
        kind = _ASKED_BY.get(dimension.type)
        if kind is None or case or not facts:
            continue
        place = knowledge.place_name(province)
        aliases = knowledge.provinces[province].aliases if province in knowledge.provinces else ()
        values = [
            value_words(fact_value(one, dimension), dimension.unit, words) for one in placed if one.fact.absent is None
        ]
        yield [
            _forms((place.th, place.en, *aliases)),
            _forms(_about(dimension, terms)),
            kind,
            f"{words.t(dimension.name)}: {words.place(province)}",
            values,
            fact_url(province, dimension_id, None, words),
            _source(facts, words),
        ]


def _about(dimension: Dimension, terms: Mapping[str, Sequence[Term]]) -> Iterator[str]:
    """What a dimension may be called: its name without the head that says the kind of value, and terms of that name."""
    names = [_bare(_form(name)) for name in (dimension.name.th, dimension.name.en)]
    yield from names
    for term in {term.id: term for name in names for term in terms.get(name, ())}.values():
        yield from (term.name.th, term.name.en, *term.synonyms, *term.abbreviations)


def _terms_by_name(knowledge: Knowledge) -> Mapping[str, Sequence[Term]]:
    """The terms by each form of their names."""
    found: dict[str, list[Term]] = {}
    for term in knowledge.terms.values():
        for form in {_form(term.name.th), _form(term.name.en)}:
            found.setdefault(form, []).append(term)
    return found


def _bare(name: str) -> str:
    head = next((head for head in answer_words()["heads"] if name.startswith(head)), "")
    return name.removeprefix(head).strip()


def _source(facts: Iterable[Fact], words: Words) -> str:
    citation = next((one for fact in facts for one in fact.citations), None)
    return citation_words(citation, words.knowledge.sources, words.language) if citation else ""


def _forms(texts: Iterable[str]) -> list[str]:
    return sorted(dict.fromkeys(filter(None, map(_form, texts))), key=lambda text: (-len(text), text))


def _form(text: str) -> str:
    return normal(text).lower()
