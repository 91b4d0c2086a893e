"""Documents enter; for every term the documents that hold it leave, packed into small files of even size.

A packed list is a string: the distance to the document before, in groups of five bits, each group one letter
of ``LETTERS``; a letter of the second half says that another group follows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from typing import Final

from botrian.kept import Ledger, key_of
from botrian.search.document import SearchDocument
from botrian.search.keys import abbreviations, beginnings, key, terms, whole_names

LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
#: Letters of packed lists in one file, on the average; words of no group are asked for in some three to five of them.
SHARD_LETTERS: Final = 600
#: How many pairs of letters name no file where there is another.
COMMON_PAIRS: Final = 40
#: A term in this share of many documents tells little and its list is long: only the number is kept.
COMMON_SHARE: Final = 1 / 6
MANY: Final = 800

#: Stands between terms that are kept in one; no key holds it.
_PARTS: Final = "\n"

Lists = tuple[list[int], list[int]]


def postings(documents: Sequence[SearchDocument], ledger: Ledger | None = None) -> dict[str, Lists]:
    """For each term the numbers of the documents that hold it in a title or alias, and of those that hold it
    elsewhere only. ``ledger``: the terms of documents that were read before.
    """
    heads: defaultdict[str, list[int]] = defaultdict(list)
    others: defaultdict[str, list[int]] = defaultdict(list)
    ledger = ledger or Ledger()
    for number, document in enumerate(documents):
        head, rest = ledger.get(key_of(*document.texts), partial(_terms_of, document.texts))
        for term in head.split(_PARTS) if head else ():
            heads[term].append(number)
        for term in rest.split(_PARTS) if rest else ():
            others[term].append(number)
    return {term: (heads.get(term, []), others.get(term, [])) for term in {**heads, **others}}


def _terms_of(texts: Sequence[str]) -> list[str]:
    """The terms of names and, besides, those of the other texts, each in one."""
    title, aliases, *others = texts
    names = key(f"{title}\n{aliases}")
    heads = terms(names) | abbreviations((title, aliases)) | whole_names(names) | beginnings(names)
    rest = terms(key("\n".join(others))) | abbreviations(others)
    return [_PARTS.join(sorted(heads)), _PARTS.join(sorted(rest - heads))]


def pack(numbers: Iterable[int]) -> str:
    """An ascending list of numbers as a string."""
    out: list[str] = []
    last = -1
    for number in numbers:
        gap = number - last - 1
        last = number
        while gap >= 32:
            out.append(LETTERS[32 + (gap & 31)])
            gap >>= 5
        out.append(LETTERS[gap])
    return "".join(out)


def shard_of(term: str, shards: int, common: str = "") -> int:
    """The file that holds a term: terms that follow each other in a word mostly share theirs.

    Of two pairs of letters the one whose hash is smaller names the file, and of a pair in ``common`` and another one
    the other; ``index.js`` counts alike.
    """
    return min((pair in pairs_of(common), _hash(pair)) for pair in _pairs(term))[1] % shards


def _pairs(term: str) -> list[str]:
    """The pairs of letters that may name a term's file; a name is kept with its first letters, a figure alone."""
    if term[0] == "#":
        return [term]
    letters = term[1:4] if term[0] in "=~^" else term
    return [letters[:2], letters[1:]] if len(letters) == 3 else [letters]


@cache
def pairs_of(common: str) -> frozenset[str]:
    """Pairs of letters that are written one after the other."""
    return frozenset(common[at : at + 2] for at in range(0, len(common), 2))


def common_pairs(found: Mapping[str, Lists]) -> str:
    """The pairs of letters whose terms have the longest lists: a file that bears such a name would be too large."""
    weights: Counter[str] = Counter()
    for term, (head, rest) in found.items():
        for pair in _pairs(term):
            if len(pair) == 2:
                weights[pair] += len(head) + len(rest)
    return "".join(sorted(pair for pair, _ in weights.most_common(COMMON_PAIRS)))


@cache
def _hash(letters: str) -> int:
    """The FNV-1a hash of UTF-16 units."""
    state = 2166136261
    for letter in letters:
        state = (state ^ ord(letter)) * 16777619 & 0xFFFFFFFF
    return state ^ state >> 15


def lines_of(found: Mapping[str, Lists], count: int) -> dict[str, str]:
    """A line for each term with its number of documents and its two lists; ``count`` is the number of documents."""
    most = max(MANY, int(count * COMMON_SHARE))
    return {term: _line(term, head, rest, most) for term, (head, rest) in sorted(found.items())}


def shards(lines: Mapping[str, str], pairs: str = "") -> list[str]:
    """The files' texts, of the lines of all terms; ``pairs`` is what ``common_pairs`` gave."""
    number = max(1, sum(map(len, lines.values())) // SHARD_LETTERS)
    files: list[list[str]] = [[] for _ in range(number)]
    for term, line in lines.items():
        files[shard_of(term, number, pairs)].append(line)
    return ["\n".join(file) for file in files]


def _line(term: str, head: list[int], rest: list[int], most: int) -> str:
    """A term's line: its number of documents, those that have it in a name, those that have it elsewhere only.

    ``most``: of a longer list only the number is kept, for the term tells little.
    """
    elsewhere = "" if len(rest) > most else pack(rest)
    return f"{term}\t{len(head) + len(rest)}\t{pack(head)}\t{elsewhere}"
