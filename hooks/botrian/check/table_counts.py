"""A table goes in; the numbers in its answer that none of its own counts gives come out.

Only a number before a word for what rows can be ("สี่จังหวัด", "12 เรื่อง", "nine provinces") is held against the table,
and any count that gives it clears it: rows, filled or empty cells of a column, different values or equal ones, groups,
provinces, rows that hold a word of the answer, rows that it names one after the other, numbers that stand in the table
itself. "More than" a number ("กว่ายี่สิบข้อ", "more than twenty lessons") is held against the counts up to the next ten.
Other rough numbers ("ราวห้าสิบ") are nobody's count, nor is one that sums up what follows ("ทั้งสามเรื่อง"); all provinces
are those of the table ("ทั้งสิบจังหวัด").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Set

from botrian.records import LANGUAGES, Language
from botrian.tables import Cell, Ref, Table

_ONES = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
#: What is counted in answers. A province is held against provinces, anything else against every count.
PROVINCES = "จังหวัด"
_UNITS = (PROVINCES, "แถว", "เรื่อง", "ข้อ", "กรณี", "บทเรียน", "ฉบับ", "กองทุน", "ระบบ")
#: More than the number, by less than would reach the next ten.
_MORE, _MORE_EN = "กว่า", ("over", "than")
_ROUGH = ("ราว", "ประมาณ", "ที่", "มาตรา", "ปี", "อย่างน้อย", "ไม่เกิน", "ทั้ง")
#: Letters of the answer that a row may share with it: as short as a short word.
_WORD = 6
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")


def thai_number_words() -> dict[str, int]:
    """The words for 1 to 99, as they are said."""
    words: dict[str, int] = {}
    for number in range(1, 100):
        tens, ones = divmod(number, 10)
        head = "" if tens == 0 else {1: "สิบ", 2: "ยี่สิบ"}.get(tens, f"{_ONES[tens]}สิบ")
        tail = "เอ็ด" if tens and ones == 1 else _ONES[ones]
        words[head + tail] = number
    return words


_WORDS = thai_number_words()
_SAID = re.compile(
    rf"(?P<number>(?<![\d,])\d[\d,]*|{'|'.join(sorted(_WORDS, key=len, reverse=True))})\s?(?P<unit>{'|'.join(_UNITS)})"
)


_ONES_EN = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TENS_EN = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS_EN = {word: number for number, word in enumerate(_ONES_EN, 1)} | {
    word: 10 * number for number, word in enumerate(_TENS_EN, 2)
}
PROVINCES_EN = "provinces?"
_SAID_EN = re.compile(
    rf"(?<![A-Za-z-])(?P<number>{'|'.join(_WORDS_EN)})\s(?P<unit>{PROVINCES_EN}|rows?|lessons?|pitfalls?|cases?|laws?|funds?)(?![A-Za-z])",
    re.IGNORECASE,
)
_ROUGH_EN = (
    "about",
    "some",
    "nearly",
    "almost",
    "least",
    "most",
    "these",
    "those",
    "the",
    "all",
    "every",
)

#: A number in digits with the word behind it; years and rough numbers are not held against cells.
_ANY = re.compile(r"(?<![\d,.\w-])(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?![,.]?\d)(?![–-])(?P<behind> ?[^\s\d]{0,12})")
#: Spans of years and days of a month are told of what the table holds as dates.
_OF_TIME = re.compile(
    r" ?(?:ปี|years?|year-|มกร|กุมภ|มีน|เมษ|พฤษ|มิถ|กรก|สิงห|กันย|ตุล|ธันว"
    r"|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)


def unheld(table: Table) -> Iterator[tuple[Language, str]]:
    """Numbers in digits of the answer that neither a cell, a heading, a note nor a count of the table holds."""
    held: set[str] | None = None
    told: set[str] = set()
    for language in LANGUAGES:
        text = table.answer.in_(language)
        for said in _ANY.finditer(text):
            number = said["number"].replace(",", "")
            if (
                text[: said.start()].rstrip().endswith((_MORE, *_ROUGH))
                or _YEAR.fullmatch(number)
                or _OF_TIME.match(said["behind"])
            ):
                continue
            if held is None:
                held = _numbers_in(table) | {str(count) for count in _counts(table) | _provinces(table)}
            if number not in held | told:
                told.add(number)
                yield language, said[0].strip()


_YEAR = re.compile(r"(?:19|20|24|25)\d\d")


def _numbers_in(table: Table) -> set[str]:
    """Every number in digits that stands in the table, in either language."""
    texts = [text for column in table.columns for text in (column.name.th, column.name.en)]
    for row in table.rows:
        texts += [row.name.th, row.name.en, *((row.group.th, row.group.en) if row.group else ())]
        for cell in row.cells:
            for value in cell.values:
                texts += [value.text.th, value.text.en, *(part for item in value.items for part in (item.th, item.en))]
    texts += [part for note in table.notes for part in (note.th, note.en)]
    return {number.replace(",", "") for text in texts for number in _DIGITS.findall(text)}


def contradicted(table: Table) -> Iterator[str]:
    """The words of the answer, such as ``สี่จังหวัด``, that no count of the table bears out."""
    text = table.answer.th
    counts: set[int] = set()
    for said in _SAID.finditer(text):
        before = text[: said.start()].rstrip()
        of_provinces = said["unit"] == PROVINCES
        rough = before.endswith(_ROUGH) and not (of_provinces and before.endswith("ทั้ง"))
        if rough or before[-1:] in ("–", "-", "."):
            continue
        if of_provinces and not _names_provinces(table):
            continue
        counts = counts or _counts(table) | _rows_with_words(table, text) | _rows_named(table, text) | _written(table)
        number = int(said["number"].replace(",", "")) if said["number"][0].isdigit() else _WORDS[said["number"]]
        if not _borne_out(number, counts | (_provinces(table) if of_provinces else set()), before.endswith(_MORE)):
            yield said[0]


def contradicted_in_english(table: Table) -> Iterator[str]:
    """The same of the English answer, where it spells a number: ``nine provinces``."""
    text = table.answer.en if table.answer.en_lang == "en" else ""
    for said in _SAID_EN.finditer(text):
        before = text[: said.start()].split()
        of_provinces = said["unit"].lower().startswith("province")
        if (before and before[-1].lower() in _ROUGH_EN) or (of_provinces and not _names_provinces(table)):
            continue
        counts = _counts(table) | _rows_with_words(table, table.answer.th) | _rows_named(table, table.answer.th)
        more = bool(before) and before[-1].lower() in _MORE_EN
        if not _borne_out(_WORDS_EN[said["number"].lower()], counts | _written(table) | _provinces(table), more):
            yield said[0]


def _borne_out(number: int, counts: Set[int], more: bool) -> bool:
    """Whether a count is the number; for ``more``, whether one lies above it and below the next ten."""
    return any(number < count < number // 10 * 10 + 10 for count in counts) if more else number in counts


def _counts(table: Table) -> set[int]:
    """Every count of rows, of groups, and of the cells of a column."""
    rows = len(table.rows)
    groups = Counter(row.group.th for row in table.rows if row.group)
    counts = {rows, len(table.columns), len(groups), *groups.values()}
    for number in range(len(table.columns)):
        cells = [row.cells[number] for row in table.rows]
        filled = sum(1 for cell in cells if cell.values)
        same = Counter(value.text.th for cell in cells for value in cell.values)
        counts |= {filled, rows - filled, len(same), *same.values()}
        counts |= {rows - value for value in same.values()}
        counts.add(sum(len(value.items) or 1 for cell in cells for value in cell.values))
    return counts


def _rows_with_words(table: Table, answer: str) -> set[int]:
    """How many rows hold a word of the answer, whichever it is."""
    texts = [" ".join(value.text.th for cell in row.cells for value in cell.values) for row in table.rows]
    words = {answer[start : start + _WORD] for start in range(len(answer) - _WORD + 1)}
    return {sum(1 for text in texts if word in text) for word in words}


def _rows_named(table: Table, answer: str) -> set[int]:
    """How many rows the answer names one after the other: ``คือ ชัยนาท ตราด และยะลา`` are three."""
    names = sorted({re.escape(row.name.th) for row in table.rows}, key=len, reverse=True)
    name = f"(?:{'|'.join(names)})"
    lists = re.findall(rf"{name}(?:(?:[\s,]|และ|กับ|หรือ)+{name})*", answer)
    return {len(set(re.findall(name, one))) for one in lists}


def _names_provinces(table: Table) -> bool:
    return bool(_provinces(table) - {0, len(table.columns)})


def _provinces(table: Table) -> set[int]:
    """How many provinces the rows name, in their header or their cells."""
    named = {row.ref.id for row in table.rows if row.ref and row.ref.kind == "province"}
    in_cells = {ref.id for row in table.rows for cell in row.cells for ref in _province_refs(cell)}
    by_row = {len({ref.id for cell in row.cells for ref in _province_refs(cell)}) for row in table.rows}
    return {len(named), len(in_cells), *by_row, len(table.columns)}


def _province_refs(cell: Cell) -> Iterator[Ref]:
    return (ref for value in cell.values for ref in value.refs if ref.kind == "province")


def _written(table: Table) -> set[int]:
    """The numbers that stand in the table itself: in cells, headings, names, notes."""
    texts = [column.name.th for column in table.columns]
    for row in table.rows:
        texts.append(row.name.th)
        texts.extend(value.text.th for cell in row.cells for value in cell.values)
    texts.extend(note.th for note in table.notes)
    found = (match.replace(",", "") for text in texts for match in _DIGITS.findall(text))
    return {int(number) for number in found if number.isdigit()}
