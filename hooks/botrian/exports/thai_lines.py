"""Text goes in; the pieces between which a line may end come out, and lines that fit a width.

Thai has no spaces between words. A line ends best at a space, else between words of the lists in ``words/``,
else before a syllable that shows its start; only a piece wider than the line itself is broken inside, between
signs that must stay whole.

The list is a kept one; the search in it is ours, for of the libraries that search so nlpo3 has no wheels for Linux and
Windows on ARM, and PyThaiNLP is 68 MB and writes into people's home folder. ICU's own list parts ท้อง|ถิ่น.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from botrian.thai import LEADING_VOWELS, clusters

_THAI = re.compile("[\u0e00-\u0e7f]+")
_WORD = re.compile(f"[ก-ฮ{LEADING_VOWELS}][\u0e01-\u0e4e]+")
#: An abbreviation such as พ.ศ., a run of Thai letters, other letters and signs with their blank, blanks.
_PIECE = re.compile("(?:[ก-ฮ]\\.){2,}[ ]?|[\u0e00-\u0e7f]+|[^\\s\u0e00-\u0e7f]+[ ]?|\\s+")
#: Signs that never begin a line: they belong to the syllable before.
_NEVER_FIRST = "ะาำๅๆฯ"
_STAYS_BEHIND = ")]}”’!?,.;:%" + _NEVER_FIRST
_LISTS = ("words_th.txt", "own_words.txt")
#: One letter is no word, though the list has some.
_SHORTEST = 2
#: Letters in unknown words weigh most; among equal ways the one with fewer, so longer, words wins.
_UNKNOWN = 1000


@cache
def words() -> frozenset[str]:
    """The known words: those entries of the lists that are one run of Thai letters and can begin a line."""
    folder = files(__package__).joinpath("words")
    entries = (line for name in _LISTS for line in folder.joinpath(name).read_text(encoding="utf-8").splitlines())
    return frozenset(entry for entry in entries if len(entry) >= _SHORTEST and _WORD.fullmatch(entry))


@cache
def _lengths() -> Mapping[str, tuple[int, ...]]:
    """The lengths that words have, by their first two letters: so only those are tried."""
    found: dict[str, set[int]] = {}
    for word in words():
        found.setdefault(word[:_SHORTEST], set()).add(len(word))
    return {start: tuple(sorted(lengths)) for start, lengths in found.items()}


@lru_cache(maxsize=10_000)
def pieces(text: str) -> tuple[str, ...]:
    """The text as pieces that a line keeps whole; joined again they are the text."""
    found: list[str] = []
    for match in _PIECE.finditer(text):
        run = match[0]
        parts = _thai_pieces(run) if _THAI.fullmatch(run) else (run,)
        if found and run[0] in _NEVER_FIRST and found[-1].isspace():
            found[-2:] = ["".join(found[-2:])]
        if found and (run[0] in _STAYS_BEHIND or found[-1][-1] in "([{“‘"):
            found[-1] += parts[0]
            parts = parts[1:]
        found.extend(parts)
    return tuple(found)


def cut_thai(text: str, between: str) -> str:
    """The text with a sign between the pieces of each run of Thai letters, for those who do not know the words."""
    return _THAI.sub(lambda run: between.join(_thai_pieces(run[0])), text)


@lru_cache(maxsize=10_000)
def _thai_pieces(run: str) -> tuple[str, ...]:
    """A run of Thai letters cut into the fewest known words and unknown pieces."""
    known, lengths, end = words(), _lengths(), len(run)
    ends = [True, *(_may_begin(run, place) for place in range(1, end)), True]
    best: list[tuple[int, int]] = [(0, end)] * (end + 1)
    for start in range(end - 1, -1, -1):
        if not ends[start]:
            continue
        stop = next(place for place in range(start + 1, end + 1) if ends[place])
        ways = [(_UNKNOWN * (stop - start) + best[stop][0], -stop)]
        for length in lengths.get(run[start : start + _SHORTEST], ()):
            stop = start + length
            if stop <= end and ends[stop] and run[start:stop] in known:
                ways.append((1 + best[stop][0], -stop))
        cost, stop = min(ways)
        best[start] = (cost, -stop)
    return tuple(_known_together(run, best, known))


def _may_begin(run: str, place: int) -> bool:
    """Whether a line may begin at this letter: with a consonant or leading vowel, not after a leading vowel."""
    letter, before = run[place], run[place - 1]
    begins = "ก" <= letter <= "ฮ" or letter in LEADING_VOWELS or letter.isdigit()
    return begins and before not in LEADING_VOWELS


def _known_together(run: str, best: list[tuple[int, int]], known: frozenset[str]) -> Iterator[str]:
    """The pieces; what is unknown stays in one piece with its unknown neighbours, cut before leading vowels only."""
    unknown, start = "", 0
    while start < len(run):
        stop = best[start][1]
        piece = run[start:stop]
        if piece in known:
            if unknown:
                yield from _syllables(unknown)
                unknown = ""
            yield piece
        else:
            unknown += piece
        start = stop
    if unknown:
        yield from _syllables(unknown)


def _syllables(unknown: str) -> Iterator[str]:
    start = 0
    for place in range(2, len(unknown) - 1):
        if unknown[place] in LEADING_VOWELS and place - start >= 2:
            yield unknown[start:place]
            start = place
    yield unknown[start:]


def lines_within(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """The text on lines no wider than ``width``, as ``measure`` tells; its own line ends are kept."""
    return [line for own in text.split("\n") for line in _wrapped(own, width, measure)]


def beginning(text: str, lines: Sequence[str]) -> str:
    """The text up to the end of the last of its first ``lines``, with the blanks and line ends that stand between."""
    end = 0
    for line in lines:
        end = text.index(line, end) + len(line)
    return text[:end]


def _wrapped(text: str, width: float, measure: Callable[[str], float]) -> Iterator[str]:
    line, used = "", 0.0
    for piece in pieces(text):
        wide = measure(piece)
        bare = measure(piece.rstrip()) if piece[-1].isspace() else wide
        if line and used + bare > width:
            yield line.rstrip()
            line, used = "", 0.0
            if piece.isspace():
                continue
        if bare > width:
            *whole, piece = _broken(piece, width, measure)
            yield from whole
            wide = measure(piece)
        line, used = line + piece, used + wide
    yield line.rstrip()


def _broken(piece: str, width: float, measure: Callable[[str], float]) -> Iterator[str]:
    """A piece wider than the line, broken between signs; a leading vowel stays with its consonant."""
    line, used = "", 0.0
    for sign in _unbreakable(piece):
        wide = measure(sign)
        if line and used + wide > width:
            yield line
            line, used = "", 0.0
        line, used = line + sign, used + wide
    yield line


def _unbreakable(piece: str) -> Iterator[str]:
    held = ""
    for sign in clusters(piece):
        if held and (held[-1] in LEADING_VOWELS or sign[0] in _NEVER_FIRST):
            held += sign
            continue
        if held:
            yield held
        held = sign
    if held:
        yield held
