"""A printed table goes in; PowerPoint slides come out that teach: the answer, the key rows, then the whole table.

The first slides are for the back of a room: letters of 24 points and more, at most 250 of them. What follows is the
whole table as native tables that can be edited. Rows where no source says anything are named, not shown.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.util import Pt

from botrian.addresses.qr import qr_png
from botrian.exports import limits
from botrian.exports.about import about
from botrian.exports.key_cut import IMPLIED, shortened
from botrian.exports.key_part import (
    FEWEST_ROWS,
    TELLING,
    TELLING_BRIEFLY,
    Fitting,
    each_column,
    halves,
    is_cut,
    key_table,
    names_rows,
    spoken,
    starred,
    untold,
)
from botrian.exports.lean import presentation_bytes
from botrian.exports.measure import column_needs, longest_words, shares, signs
from botrian.exports.office import describe
from botrian.exports.printed import PrintedCell, PrintedTable
from botrian.exports.slide_pages import SlidePage, SlidePages, SlideShape, head_room, marked_text, row_room, slide_pages
from botrian.exports.slide_table import native_table
from botrian.exports.slide_text import (
    EDGE,
    ROOM,
    WIDTH,
    empty_show,
    lines_across,
    page_number,
    place_at,
    speak,
    text_box,
    text_room,
    write_lines,
    write_notes,
    write_text,
)
from botrian.exports.slide_xml import BULLET, line
from botrian.words import say

#: What a slide for the back of a room may hold, and the smallest of its letters in points.
ROOM_LETTERS, ROOM_SIZE = 250, 24
#: How many slides of key rows come before the appendix.
_MOST_KEY_SLIDES = 4
#: The smallest letters under a table of the appendix.
SMALLEST = 11
#: Letters of the title where key rows take several slides; all of it stands on the first slide.
_SHORT_TITLE = 36
_BIG_SIZES = (40, 36, 32, 28, ROOM_SIZE)
_TOP, _FOOT_TOP, _CODE = 28, 500, 104
_PAGE_TOP = 66
_KEY_TOP, _KEY_BOTTOM, _STAR_ROOM = _TOP + 78, _FOOT_TOP - 14, 40
#: The height for a table of the appendix, in points.
TABLE_HEIGHT = _FOOT_TOP - _PAGE_TOP - 2


def slides(table: PrintedTable) -> bytes:
    """The presentation's bytes. Raises FontMissing: letters are measured to know how many rows a slide takes."""
    show = empty_show()
    origin = table.provenance
    describe(show.core_properties, table.title, table.answer, origin.publisher, table.language, table.changed)
    opening(show, table)
    appendix(show, table)
    speak(show, table.language)
    return presentation_bytes(show)


def opening(show: Any, table: PrintedTable) -> None:
    """What a room sees first of a table: its answer large, then its key rows."""
    _answer_slide(show, table)
    if table.rows:
        _key_slides(show, table)


def appendix(show: Any, table: PrintedTable) -> None:
    """The whole table on as many slides as it takes, without the rows that nothing is said of."""
    said, silent = spoken(table)
    cut = slide_pages(said, TABLE_HEIGHT)
    for number, page in enumerate(cut.pages, start=1):
        _table_slide(show, table, page, number, cut, silent)


def _answer_slide(show: Any, table: PrintedTable) -> None:
    """The answer large; the code that leads to the table's page. A very long answer takes two slides."""
    link = say("export.slide_link", table.language)
    parts = _answer_parts(table.answer, ROOM_LETTERS - signs(table.title + link + table.picked) - 6)
    parts[0] += f"\n{table.picked}" if table.picked else ""
    for number, part in enumerate(parts, start=1):
        title = table.title
        if len(parts) > 1:
            title = say("export.part", table.language).format(title, number, len(parts))
        slide = _titled(show, title, _BIG_SIZES[3:], 2)
        top = _TOP + 96
        height = _FOOT_TOP - _CODE + 20 - top
        size = next((one for one in _BIG_SIZES if text_room(part, one) <= height), ROOM_SIZE)
        text_box(slide, part, top, height, size)
        _code(slide, table)
        _link(slide, link, table, ROOM - _CODE - 130)
        page_number(slide, ROOM_SIZE)
        write_notes(slide, _all_notes(table))


def _answer_parts(answer: str, room: int) -> list[str]:
    """The answer, or its halves, parted where a sentence or a phrase of it ends."""
    if signs(answer) <= room:
        return [answer]
    middle = len(answer) // 2
    places = [at for at, sign in enumerate(answer) if sign == " " and at > middle] or [middle]
    ends = [at for at in places if answer[at - 1] in ";.:"]
    cut = (ends or places)[0]
    return [answer[:cut], answer[cut:].strip()]


def _link(slide: Any, words: str, table: PrintedTable, room: int) -> None:
    box = text_box(slide, words, _FOOT_TOP - 10, 32, ROOM_SIZE, soft=True, room=room)
    box.text_frame.paragraphs[-1].runs[0].hyperlink.address = table.provenance.link


def _code(slide: Any, table: PrintedTable) -> None:
    picture = slide.shapes.add_picture(
        io.BytesIO(qr_png(table.provenance.link)), Pt(WIDTH - EDGE - _CODE - 60), Pt(_FOOT_TOP + 20 - _CODE), Pt(_CODE)
    )
    picture.name = "QR"
    words = say("export.code", table.language).format(table.provenance.short_link)
    picture._element.nvPicPr.cNvPr.set("descr", words)


def _key_slides(show: Any, table: PrintedTable) -> None:
    """The three to six rows that matter, for the back of a room: a table, or a list where the names say it all.

    Columns stand side by side where all that they say has room; else each has a slide of its own, with the rows that
    are named or that it tells most of. Rows of which hardly anything would be left stand on several. Where text must
    be cut, the title is short.
    """
    title = say("export.slide_key", table.language).format(table.title)
    key = key_table(table)
    part, size = _fitting(key, title)
    numbered = say("export.part", table.language).format
    columns = each_column(replace(key, rows=key.rows[: len(part.rows)]), table)
    short = say("export.slide_key", table.language).format(shortened(table.title, _SHORT_TITLE))
    shares = _few([_key_shares(column, numbered(short, 1, 2)) for column in columns])
    if not is_cut(part, key):
        _key_slide(show, table, title, part, size)
        return
    if len(shares) < 2:
        _key_slide(show, table, short, *_fitting(key, short))
        return
    for number, share in enumerate(shares, start=1):
        words = numbered(short, number, len(shares))
        _key_slide(show, table, words, *_fitting(share, words))


def _few(shares: Sequence[list[PrintedTable]]) -> list[PrintedTable]:
    """At most four slides: of more the first of each column, as many as have room; rows that are named all stay."""
    whole = [share for column in shares for share in column]
    if len(whole) <= _MOST_KEY_SLIDES or names_rows(whole[0]):
        return whole
    return [share for column in shares for share in column[: max(1, _MOST_KEY_SLIDES // len(shares))]]


def _key_shares(column: PrintedTable, title: str) -> list[PrintedTable]:
    """What one column says, on one slide, or on more where too little of a cell would be left.

    Of two rows less is enough; three and two are parted only where their cells tell more then.
    """
    count = len(column.rows)
    least = TELLING if count >= FEWEST_ROWS else TELLING_BRIEFLY
    left = _untold(column, title, least)
    if not left or count < 2:
        return [column]
    if count > FEWEST_ROWS and not names_rows(column):
        column = replace(column, rows=column.rows[: FEWEST_ROWS + 1])
    shares = [share for half in halves(column) for share in _key_shares(half, title)]
    return shares if count > FEWEST_ROWS or sum(_untold(one, title, least) for one in shares) < left else [column]


def _untold(key: PrintedTable, title: str, least: int) -> int:
    """How many cells would keep fewer letters than that on a slide."""
    return untold(_fitting(key, title)[0], key, least)


def _key_slide(show: Any, table: PrintedTable, title: str, key: PrintedTable, size: int) -> None:
    slide = _titled(show, title, (28, ROOM_SIZE), 2)
    if key.columns:
        shape = SlideShape(_KEY_BOTTOM - _KEY_TOP, size, padding_y=4)
        native_table(slide, SlidePage(key, _widths(key, shape), shape), _KEY_TOP, _alt(key))
    else:
        box = text_box(slide, "", _KEY_TOP, _KEY_BOTTOM - _KEY_TOP, size)
        aligned = ("l", *[""] * len(key.rows))
        lines = (
            line(f"{BULLET}{row.name}", size, mark=row.mark, below=6, align=align)
            for row, align in zip(key.rows, aligned, strict=False)
        )
        write_lines(box.text_frame._txBody, lines)
    if starred(key):
        text_box(slide, _implied(table), _FOOT_TOP - 50, 32, ROOM_SIZE, soft=True)
    _link(slide, say("export.slide_link", table.language), table, ROOM - 120)
    page_number(slide, ROOM_SIZE)
    write_notes(slide, _page_notes(key, table))


def _implied(table: PrintedTable) -> str:
    return f"{IMPLIED} {say('basis.implied', table.language)}"


def _fitting(key: PrintedTable, title: str) -> tuple[PrintedTable, int]:
    """The key table in the largest letters that fit under its title; where even the smallest do not, fewer letters."""
    star = _implied(key) if starred(key) else ""
    room = ROOM_LETTERS - signs(title + say("export.slide_link", key.language) + star)
    height = _KEY_BOTTOM - _KEY_TOP - (_STAR_ROOM if star else 0)
    fitting = Fitting(key)
    while True:
        part = fitting.within(room)
        for size in (32, 28, ROOM_SIZE):
            if _height(part, size) <= height:
                return part, size
        if room < 60:
            return part, ROOM_SIZE
        room -= 15


def _height(key: PrintedTable, size: int) -> float:
    if not key.columns:
        return sum(text_room(row.name + row.mark, size, ROOM - size) + 6 for row in key.rows)
    shape = SlideShape(0, size, padding_y=4)
    widths = _widths(key, shape)
    texts = [[row.name + row.mark, *map(marked_text, row.cells)] for row in key.rows]
    return head_room(key, widths, shape) + sum(row_room(row, widths, shape) for row in texts)


def _widths(key: PrintedTable, shape: SlideShape) -> tuple[int, ...]:
    least = [int(2 * shape.padding_x + letters * shape.font * 0.62) for letters in longest_words(key)]
    return tuple(shares(column_needs(key), shape.width, least))


def _table_slide(
    show: Any, table: PrintedTable, page: SlidePage, number: int, cut: SlidePages, silent: Sequence[str]
) -> None:
    title = say("export.slide_whole", table.language).format(table.title)
    if len(cut.pages) > 1:
        title = say("export.part", table.language).format(title, number, len(cut.pages))
    slide = _titled(show, title, (ROOM_SIZE, 20, 18, 16), 1, _PAGE_TOP - 24)
    native_table(slide, page, _PAGE_TOP, _alt(page.table))
    _foot(slide, table, cut, silent, last=number == len(cut.pages))
    page_number(slide, SMALLEST)
    write_notes(slide, _page_notes(page.table, table))


def _titled(show: Any, title: str, sizes: Sequence[int], lines: int, height: float = 80) -> Any:
    slide = show.slides.add_slide(show.slide_layouts[5])
    place_at(slide.shapes.title, _TOP - 10, height)
    size = next((one for one in sizes if len(lines_across(title, one, weight="Bold")) <= lines), sizes[-1])
    write_text(slide.shapes.title.text_frame, title, size, bold=True, anchor=MSO_ANCHOR.MIDDLE)
    return slide


def _alt(part: PrintedTable) -> str:
    """What a table on a slide is, for those who do not see it."""
    words = ", ".join(column.heading for column in part.columns)
    return say("export.alt", part.language).format(part.title, len(part.rows), part.row_heading, words)


def _foot(slide: Any, table: PrintedTable, cut: SlidePages, silent: Sequence[str], last: bool) -> None:
    """The sources and the short link on every slide; on the last one also what is not here."""
    origin, language = table.provenance, table.language
    first = f"{say('export.sources', language)}: {origin.short_sources}" if origin.sources else origin.publisher
    if last and silent:
        first = say("export.silent_rows", language).format(", ".join(silent))
    second = f"{origin.short_link} · {origin.version} · {say('licence.name', language)}"
    if last:
        second = limits.rest_words(table, cut.rows + len(silent), cut.columns) or second
    words = f"{_on_one_line(first)}\n{_on_one_line(second)}"
    box = text_box(slide, words, _FOOT_TOP, 34, SMALLEST, soft=True, room=ROOM - 60)
    box.text_frame.paragraphs[-1].runs[0].hyperlink.address = origin.link


def _on_one_line(text: str) -> str:
    lines = lines_across(text, SMALLEST, ROOM - 60)
    return text if len(lines) == 1 else lines[0].rstrip(" ;,") + " …"


def _all_notes(table: PrintedTable) -> list[str]:
    """What a speaker needs: the question, definitions, notes, what the sources do not say, sources, how to cite."""
    lines = [f"{say('export.question', table.language)}: {table.question}"] if table.question else []
    for one in about(table):
        lines.append(f"{one.label}: {one.texts[0]}" if len(one.texts) == 1 else f"{one.label}:")
        lines += [f"• {text}" for text in one.texts] if len(one.texts) > 1 else []
    return lines


def _page_notes(part: PrintedTable, table: PrintedTable) -> list[str]:
    """What the marks on this slide stand for, and how to cite the table."""
    marks = {number for row in part.rows for number in (*row.marks, *_numbers(row.cells))}
    cited = [f"[{one.number}] {one.words}" for one in table.cited if one.number in marks]
    return [*cited, f"{say('export.cite', table.language)}: {table.provenance.cite}"]


def _numbers(cells: Sequence[PrintedCell]) -> list[int]:
    return [number for cell in cells for line in cell.marks for number in line]
