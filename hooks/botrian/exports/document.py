"""A printed table goes in; a Word document comes out: a native table on A4, ready for a handout.

Thai in Word is complex script: without ``w:cs`` fonts and sizes Word ignores what is set for Latin letters.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from statistics import median

from docx.document import Document
from docx.shared import Cm, Emu
from docx.text.paragraph import Paragraph

from botrian.addresses.qr import qr_png
from botrian.exports import limits
from botrian.exports.about import Labelled, about
from botrian.exports.lean import document_bytes
from botrian.exports.measure import letters
from botrian.exports.office import describe
from botrian.exports.printed import PrintedCitation, PrintedTable
from botrian.exports.word_file import MARGIN, empty_file, room_across, room_down
from botrian.exports.word_font import SMALL
from botrian.exports.word_parts import linked, made_at, page_foot, relation, styled
from botrian.exports.word_table import native_table
from botrian.exports.word_under import LAST_LINE, Below, Under
from botrian.exports.word_xml import elements, labelled, link, plain
from botrian.words import say

_BODY = "BodyText"
_BESIDE_CODE = ("cite", "licence", "version", "changed", "link")
#: Letters of a source's places after which the next section begins a paragraph.
_PIECE = 700
#: Letters in a row of four columns from which the page lies across.
_LONG_ROW = 260


def document(table: PrintedTable) -> bytes:
    """The document's bytes."""
    across = lies_across(table)
    widest = _widest(table, across)
    file = empty_file(table.language, across)
    _properties(file, table)
    origin = table.provenance
    page_foot(file, file.sections[0], f"{origin.short_link} · {origin.version}", origin.link)
    file.add_heading(table.title, level=1)
    file.add_paragraph(table.answer)
    _code_block(file, table, [one for one in about(table) if one.name in _BESIDE_CODE])
    parts = limits.column_parts(table, widest)
    for number, columns in enumerate(parts, start=1):
        shown = limits.part(table, slice(0, limits.DOCX_ROWS), columns)
        caption = f"{say('kind.table', table.language)}: {table.title}"
        if len(parts) > 1:
            caption = say("export.part", table.language).format(caption, number, len(parts))
        _caption(file, caption)
        last = number == len(parts)
        below = Below(list(_under(file, table)), room_down(across), table.language) if last else None
        native = native_table(
            shown, room_across(across), lambda url: relation(file.part, url), longest=True, below=below
        )
        for one in (native, *elements([LAST_LINE if last else "<w:p/>"])):
            file.element.body.insert(len(file.element.body) - 1, one)
    return document_bytes(file)


def lies_across(table: PrintedTable) -> bool:
    """Whether the page lies across: for many columns, and for as many as stand upright where their texts are long."""
    if len(table.columns) != limits.DOCX_COLUMNS_UPRIGHT:
        return len(table.columns) > limits.DOCX_COLUMNS_UPRIGHT
    return median([sum(letters(cell.text) for cell in row.cells) for row in table.rows] or [0]) > _LONG_ROW


def _properties(file: Document, table: PrintedTable) -> None:
    core = file.core_properties
    describe(core, table.title, table.answer, table.provenance.publisher, table.language, table.changed)
    core.comments = ""


def _caption(file: Document, text: str) -> None:
    """The caption above a table; it stays with it on one page."""
    paragraph = styled(file.add_paragraph(text), "Caption")
    paragraph.paragraph_format.keep_with_next = True


def _widest(table: PrintedTable, across: bool) -> int:
    """How many columns a table of the document may have."""
    if not across:
        return limits.DOCX_COLUMNS_UPRIGHT
    return limits.DOCX_NUMBER_COLUMNS if limits.only_numbers(table) else limits.DOCX_COLUMNS_ACROSS


def _under(file: Document, table: PrintedTable) -> Iterator[Under]:
    """Notes, silence, definitions, the numbered list and the sources."""
    rest = limits.rest_words(table, min(len(table.rows), limits.DOCX_ROWS), len(table.columns))
    if rest:
        yield Under(plain(rest), letters(rest))
    for one in about(table):
        if one.name in _BESIDE_CODE:
            continue
        if one.name == "citations":
            yield from _cited(file, table, one.label)
            continue
        if len(one.texts) == 1:
            yield Under(labelled(one.label) + plain(one.texts[0]), letters(one.label) + letters(one.texts[0]))
            continue
        yield Under(labelled(one.label), letters(one.label), head=True)
        for text in one.texts:
            yield Under(plain(text), letters(text), "ListBullet")


def _cited(file: Document, table: PrintedTable, label: str) -> Iterator[Under]:
    """What the numbers in the cells stand for: paragraphs by source, each number a link to the place on the site.

    A section that several places share is named once. Many places of a source take several paragraphs, each beginning
    with a section, so that a long list goes on from sheet to sheet.
    """
    yield Under(labelled(label), letters(label), head=True)
    by_source: dict[str, list[PrintedCitation]] = {}
    for one in table.cited:
        by_source.setdefault(one.source, []).append(one)
    for source, places in by_source.items():
        section, runs, size = "", [labelled(source)], letters(source)
        for one in places:
            if one.section and one.section != section:
                if size > _PIECE:
                    yield Under("".join(runs), size)
                    runs, size = [], 0
                runs.append(plain(f"{one.section}: "))
                size += letters(one.section)
            section = one.section
            runs.append(link(f"[{one.number}]", relation(file.part, one.url)))
            place = one.short if one.section else one.place
            runs.append(plain(f" {place}; "))
            size += letters(f"[{one.number}] {place}; ")
        yield Under("".join(runs), size)


def _code_block(file: Document, table: PrintedTable, beside: Sequence[Labelled]) -> None:
    """A line of two cells that stays on one page: words on the left, the code on the right."""
    block = file.add_table(1, 2)
    block.autofit = False
    row = block.rows[0]
    row._tr.get_or_add_trPr().append(made_at("w:cantSplit"))
    section = file.sections[0]
    whole = int(section.page_width or 0) - 2 * int(MARGIN)
    for place, width in enumerate((whole - int(Cm(3.2)), int(Cm(3.2)))):
        block.columns[place].width = row.cells[place].width = Emu(width)
    words, code = row.cells
    for number, one in enumerate(beside):
        paragraph = bold_label(styled(words.add_paragraph() if number else words.paragraphs[0], _BODY), one.label)
        if one.name == "link":
            linked(paragraph, " ".join(one.texts), table.provenance.link, file.part, SMALL)
        else:
            paragraph.add_run(" ".join(one.texts))
    picture = code.paragraphs[0].add_run().add_picture(io.BytesIO(qr_png(table.provenance.link)), width=Cm(2.6))
    words_of_code = say("export.code", table.language).format(table.provenance.short_link)
    picture._inline.docPr.set("descr", words_of_code)


def bold_label(paragraph: Paragraph, label: str) -> Paragraph:
    run = paragraph.add_run(f"{label}: ")
    run.bold = run.font.cs_bold = True
    return paragraph
