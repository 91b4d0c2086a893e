"""Terms, provinces and everyday words enter; groups of spellings that mean the same leave, as search keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from botrian.kept import Ledger, key_of
from botrian.knowledge import Knowledge
from botrian.own import own
from botrian.records import Language
from botrian.search.keys import key

#: A key of fewer letters is not looked for inside a run of letters (``pieces.js``).
SHORTEST_INSIDE: Final = 4
#: A Thai key of more letters is more than a name, where a name stands in it.
LONGEST_NAME: Final = 12
#: A Thai key of more letters is a sentence.
LONGEST_TYPED: Final = 24
#: From how many letters a word may have one wrong letter, two, three; the browser counts by the same list.
CHANGES_FROM: Final = (5, 10, 16)


@dataclass(frozen=True)
class Spellings:
    """Words that stand for each other. ``name`` is shown as a related search; empty for everyday words."""

    name: str
    keys: tuple[str, ...]
    related: tuple[str, ...] = ()
    id: str = ""
    place: bool = False


def spellings(knowledge: Knowledge, language: Language, ledger: Ledger | None = None) -> tuple[Spellings, ...]:
    """All groups: the glossary's, the provinces', and everyday words. ``ledger``: the keys of words read before."""
    ledger = ledger or Ledger()
    groups = (*_terms(knowledge, language, ledger), *_provinces(knowledge, ledger), *_everyday(ledger))
    return tuple(group for group in groups if len(group.keys) > 1 or group.name)


def _terms(knowledge: Knowledge, language: Language, ledger: Ledger) -> Iterator[Spellings]:
    for term in knowledge.terms.values():
        also = (*term.synonyms, *term.misspellings, *term.search_words)
        words = (term.name.th, term.name.en, *term.abbreviations, *also)
        yield Spellings(term.name.in_(language), _kept_keys(words, ledger, apart=True), term.related, term.id)


def _provinces(knowledge: Knowledge, ledger: Ledger) -> Iterator[Spellings]:
    for province in knowledge.provinces.values():
        words = (province.name.th, province.name.en, *province.aliases)
        yield Spellings("", _kept_keys(words, ledger), place=True)


def _everyday(ledger: Ledger) -> Iterator[Spellings]:
    for words in everyday_words():
        yield Spellings("", _kept_keys(words, ledger))


@cache
def everyday_words() -> tuple[tuple[str, ...], ...]:
    """The groups of ``everyday.yml``; the file says which words belong there."""
    raw = own(__package__, "everyday.yml")
    return tuple(tuple(str(word) for word in group) for group in raw["groups"])


@cache
def question_keys() -> tuple[str, ...]:
    """The keys of words that ask and do not say about what: ``question-words.yml``."""
    raw = own(__package__, "question-words.yml")
    return tuple(dict.fromkeys(key(str(word)).strip() for word in raw["words"]))


@cache
def telling_words() -> tuple[str, ...]:
    """Words that tell, though their key is that of a word that asks: the end of ``question-words.yml``."""
    raw = own(__package__, "question-words.yml")
    return tuple(str(word) for word in raw["tells"])


def _kept_keys(words: Sequence[str], ledger: Ledger, *, apart: bool = False) -> tuple[str, ...]:
    """The keys of words, from the ledger where they were read before; ``apart``: those that are far enough alone."""

    def made() -> list[str]:
        keys = _keys(words)
        return list(_far_enough(keys) if apart else keys)

    return tuple(ledger.get(key_of("keys", str(apart), *words), made))


def _keys(words: Iterable[str]) -> tuple[str, ...]:
    """The keys of words, each once. A bracket behind a name is an explanation, not a part of what people type."""
    bare = (word.partition("(")[0].strip() or word for word in words)
    keys = dict.fromkeys(key(word).strip() for word in bare)
    return _typed(one for one in keys if len(one) > 1)


def _typed(keys: Iterable[str]) -> tuple[str, ...]:
    """Keys without Thai ones that nobody types as they are, where others are left: long ones in which another stands,
    by which they are found anyway, and sentences.
    """
    every = tuple(keys)
    inside = tuple(one for one in every if len(one) >= SHORTEST_INSIDE)
    kept = tuple(one for one in every if not (_is_long(one) and any(o != one and o in one for o in inside)))
    return tuple(one for one in kept if not (_is_thai(one) and len(one) > LONGEST_TYPED)) or kept


def _is_long(one: str) -> bool:
    return _is_thai(one) and len(one) > LONGEST_NAME


def _is_thai(one: str) -> bool:
    return "\u0e01" <= one[0] <= "\u0e4e" and " " not in one


def _far_enough(keys: Iterable[str]) -> tuple[str, ...]:
    """Keys without those that the browser finds as misspellings of one before them: they need not travel."""
    kept: list[str] = []
    for one in keys:
        if not any(changes_between(one, other) <= allowed_changes(len(one)) for other in kept):
            kept.append(one)
    return tuple(kept)


def allowed_changes(letters: int) -> int:
    """How many letters of a word of this length may be wrong; ``matching.js`` counts alike."""
    return sum(1 for least in CHANGES_FROM if letters >= least)


def changes_between(one: str, other: str) -> int:
    """The smallest number of letters to put in, take out or exchange (Levenshtein's distance)."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        last, row[0] = row[0], number
        for place, wanted in enumerate(other, 1):
            last, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, last + (letter != wanted))
    return row[-1]
