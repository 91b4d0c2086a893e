"""Documents enter; for every term the documents that hold it leave, packed into small files of even size.

A packed list is a string: the distance to the document before, in groups of five bits, each group one letter
of ``LETTERS``; a letter of the second half says that another group follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from botrian.search.document import SearchDocument
from botrian.search.keys import abbreviations, key, terms, whole_names

LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
#: Letters of packed lists in one file; with gzip about 1 KB travels, and little of it is not asked for.
SHARD_LETTERS: Final = 700
#: A term in this share of many documents tells little and its list is long: only the number is kept.
COMMON_SHARE: Final = 1 / 6
MANY: Final = 800

Lists = tuple[list[int], list[int]]


def postings(documents: Sequence[SearchDocument]) -> dict[str, Lists]:
    """For each term the numbers of the documents that hold it in a title or alias, and of those that hold it
    elsewhere only.
    """
    found: dict[str, Lists] = {}
    for number, document in enumerate(documents):
        head, rest = _terms_of(document)
        for term in head:
            found.setdefault(term, ([], []))[0].append(number)
        for term in rest - head:
            found.setdefault(term, ([], []))[1].append(number)
    return found


def _terms_of(document: SearchDocument) -> tuple[set[str], set[str]]:
    title, aliases, *others = document.texts
    names = key(f"{title}\n{aliases}")
    heads = terms(names) | abbreviations((title, aliases)) | whole_names(names)
    return heads, terms(key("\n".join(others))) | abbreviations(others)


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


def shard_of(term: str, shards: int) -> int:
    """The file that holds a term: the FNV-1a hash of its UTF-16 units; ``index.js`` counts alike."""
    state = 2166136261
    for letter in term:
        state = (state ^ ord(letter)) * 16777619 & 0xFFFFFFFF
    return (state ^ state >> 15) % shards


def shards(found: Mapping[str, Lists], count: int) -> list[str]:
    """The files' texts: a line for each term with its number of documents and its two lists."""
    common = max(MANY, int(count * COMMON_SHARE))
    lines = {term: _line(term, head, rest, common) for term, (head, rest) in sorted(found.items())}
    number = max(1, sum(map(len, lines.values())) // SHARD_LETTERS)
    files: list[list[str]] = [[] for _ in range(number)]
    for term, line in lines.items():
        files[shard_of(term, number)].append(line)
    return ["\n".join(file) for file in files]


def _line(term: str, head: list[int], rest: list[int], common: int) -> str:
    elsewhere = "" if len(rest) > common else pack(rest)
    return f"{term}\t{len(head) + len(rest)}\t{pack(head)}\t{elsewhere}"
