"""A text or cell that is too long goes in; what has room for it comes out, and never says another thing than the whole.

A cell is cut between its entries, or where a sentence or phrase of it ends, with a word that says that more follows. Of
several amounts none stands for the others: their number is told. So is that of entries of which not even the first has
room; where nothing of a text has, the reader is sent to the whole table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from botrian.exports.measure import signs
from botrian.exports.printed import PrintedCell, PrintedColumn, PrintedTable
from botrian.exports.thai_lines import pieces
from botrian.records import Language
from botrian.words import say

#: What stands behind a text that we read out of a source, and the sign for it where there is little room.
IMPLIED = "*"
_MORE = "…"
#: What no cut text ends with.
_LOOSE = " ,;:•(—"
_CLOSES = {"(": ")", "“": "”"}
_AMOUNTS = ("number", "money")
#: What may end a clause before a blank: signs in any language, and in Thai each letter; what may follow it;
#: and what it never ends with.
_ENDS = ",;:.)”"
_THAI = ("\u0e01", "\u0e4e")
_GOES_ON = ("และ", "หรือ", "ได้แก่", "คือ", "เช่น", "ว่า", "โดย", "ที่", "กับ", "ของ", "พ.ศ.", "e.g.", "i.e.", "B.E.")
_BEGINS = ("(", "—", "and ", "or ", "but ", "which ", "who ", "because ", "while ", "where ")
_LONGEST_WORD = 8


@dataclass(frozen=True)
class KeyCell(PrintedCell):
    """A cell on one line: the entries that it joins, whether they are amounts, and what a cut one keeps of its text."""

    entries: tuple[str, ...] = ()
    amounts: bool = False
    kept: str = ""


def key_cell(cell: PrintedCell, column: PrintedColumn, table: PrintedTable) -> KeyCell:
    """A list as a sentence; 'read out of the source' as a star, which the slide or picture explains.

    Of an empty cell only why it is empty. What stands in brackets belongs to the entry before it.
    """
    implied = f"({say('basis.implied', table.language)})"
    lines = cell.lines[:1] if cell.absent else cell.lines
    entries: list[str] = []
    for line in lines:
        if entries and line.startswith("("):
            entries[-1] += f", {line}"
        else:
            entries.append(line.removeprefix("• "))
    entries = [one.replace(f", {implied}", IMPLIED).replace(f" {implied}", IMPLIED) for one in entries]
    marks = tuple(sorted({number for line in cell.marks for number in line}))
    own = {"lines": (", ".join(entries),), "marks": (marks,) if marks else ()}
    return KeyCell(**vars(cell) | own, entries=tuple(entries), amounts=column.type in _AMOUNTS)


def cut_cell(cell: PrintedCell, limit: int, language: Language) -> PrintedCell:
    """The cell in about so many letters; why a cell is empty is not cut."""
    if cell.absent or signs(cell.text) <= limit or not isinstance(cell, KeyCell):
        return cell
    words, kept = _cut(cell.entries, cell.amounts, limit, language)
    return replace(cell, lines=(words,), kept=kept)


def cut_at_word(cell: PrintedCell, limit: int, language: Language) -> PrintedCell:
    """The cell in so many letters, its text or first entry cut at a word where no clause ends early enough."""
    cut = cut_cell(cell, limit, language)
    if not isinstance(cut, KeyCell) or cut.text == cell.text or cut.kept or (cut.amounts and len(cut.entries) > 1):
        return cut
    first, more = cut.entries[0], len(cut.entries) - 1
    kept = shortened(first, limit)
    words = say("export.more_entries", language).format(kept, more) if more else kept
    return replace(cut, lines=(words,), kept=kept)


@lru_cache(maxsize=10_000)
def _cut(entries: Sequence[str], amounts: bool, limit: int, language: Language) -> tuple[str, str]:
    """What stands in the cell, and how much of that is its own text."""
    count = len(entries)
    if count < 2:
        return _clauses(entries[0], limit, language)
    if amounts:
        return say("export.many_amounts", language).format(count), ""
    for shown in range(count - 1, 0, -1):
        kept = ", ".join(entries[:shown])
        words = say("export.more_entries", language).format(kept, count - shown)
        if signs(words) <= limit:
            return words, kept
    return say("export.many_entries", language).format(count), ""


def _clauses(text: str, limit: int, language: Language) -> tuple[str, str]:
    """As many whole clauses as have room, with the word that more follows."""
    more = say("export.more_words", language)
    room, found = limit - signs(more), ""
    for end in _ends(text):
        kept = text[:end].rstrip(_LOOSE)
        if signs(kept) > room:
            break
        found = kept
    return (found + more, found) if found else (say("export.long_words", language), "")


def _ends(text: str) -> Iterator[int]:
    """The places of blanks where a clause ends: in no bracket, before no number, after no word that asks for more."""
    for at, sign in enumerate(text):
        if sign != " " or at == 0 or at + 1 == len(text):
            continue
        last, following = text[at - 1], text[at + 1]
        ends = last in _ENDS or _THAI[0] <= last <= _THAI[1] or text.startswith(_BEGINS, at + 1)
        goes_on = following.isdecimal() or following in "ๆฯ" or text[max(0, at - _LONGEST_WORD) : at].endswith(_GOES_ON)
        if ends and not goes_on and not _open(text[:at]):
            yield at


@lru_cache(maxsize=10_000)
def shortened(text: str, limit: int) -> str:
    """The text, cut at the end of a phrase or else of a word where it has more letters than ``limit``.

    A quotation that it leaves open is closed; a bracket goes, as what it says is told beside the rest.
    """
    if signs(text) <= limit:
        return text
    kept = ""
    for piece in pieces(text):
        if signs(kept + piece) > limit - 1:
            break
        kept += piece
    phrase = max(kept.rfind(" "), kept.rfind(","))
    kept = kept[:phrase] if phrase > len(kept) * 0.6 else kept
    kept = kept.rstrip(_LOOSE)
    if "(" in _open(kept):
        kept = kept[: kept.rindex("(")].rstrip(_LOOSE) or kept
    return kept + _MORE + "".join(reversed([_CLOSES[sign] for sign in _open(kept)]))


def _open(text: str) -> list[str]:
    """The brackets and quotations that are open at the end of a text, outermost first."""
    found: list[str] = []
    for sign in text:
        if sign in _CLOSES:
            found.append(sign)
        elif found and sign == _CLOSES[found[-1]]:
            found.pop()
    return found
