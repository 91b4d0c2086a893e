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
from botrian.exports.word_file import MARGIN, empty_file, room_across
from botrian.exports.word_parts import linked, made_at, page_foot, relation, styled
from botrian.exports.word_table import native_table
from botrian.exports.word_xml import elements, link, plain
from botrian.words import say

_SMALL = 9
_BODY = "BodyText"
_BESIDE_CODE = ("cite", "licence", "version", "changed", "link")
#: Letters, about, of what stands together at the end: a dozen lines across, twenty upright, half a sheet at most.
_TOGETHER = 2400
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
        native = native_table(shown, room_across(across), lambda url: relation(file.part, url), longest=True)
        file.element.body.insert(len(file.element.body) - 1, native)
        if number < len(parts):
            file.add_paragraph()
    _end_together([(file.add_paragraph(), 0), *_under(file, table)])
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


def _under(file: Document, table: PrintedTable) -> Iterator[tuple[Paragraph, int]]:
    """Notes, silence, definitions, the numbered list and the sources: each paragraph with about how many letters."""
    rest = limits.rest_words(table, min(len(table.rows), limits.DOCX_ROWS), len(table.columns))
    if rest:
        yield file.add_paragraph(rest), len(rest)
    for one in about(table):
        if one.name in _BESIDE_CODE:
            continue
        if one.name == "citations":
            yield from _cited(file, table, one.label)
            continue
        paragraph = bold_label(styled(file.add_paragraph(), _BODY), one.label)
        if len(one.texts) == 1:
            paragraph.add_run(one.texts[0])
            yield paragraph, len(one.label) + len(one.texts[0])
            continue
        paragraph.paragraph_format.keep_with_next = True
        yield paragraph, len(one.label)
        for text in one.texts:
            yield styled(file.add_paragraph(text), "ListBullet"), len(text)


def _end_together(blocks: Sequence[tuple[Paragraph, int]]) -> None:
    """What stands last stays together, with the last rows where all of it is short (``_body``).

    So no sheet holds two lines of sources alone.
    """
    behind = 0
    for number, (paragraph, size) in enumerate(reversed(blocks)):
        behind += size
        if behind > _TOGETHER:
            break
        if number:
            paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.keep_together = True


def _cited(file: Document, table: PrintedTable, label: str) -> Iterator[tuple[Paragraph, int]]:
    """What the numbers in the cells stand for: paragraphs by source, each number a link to the place on the site.

    A section that several places share is named once. Many places of a source take several paragraphs, each beginning
    with a section, so that the end of a long list stays together as well.
    """
    first = bold_label(styled(file.add_paragraph(), _BODY), label)
    first.paragraph_format.keep_with_next = True
    yield first, len(label)
    by_source: dict[str, list[PrintedCitation]] = {}
    for one in table.cited:
        by_source.setdefault(one.source, []).append(one)
    for source, places in by_source.items():
        paragraph, size = bold_label(styled(file.add_paragraph(), _BODY), source), len(source)
        section, runs = "", list[str]()
        for one in places:
            if one.section and one.section != section:
                if size > _PIECE:
                    paragraph._p.extend(elements(runs))
                    yield paragraph, size
                    paragraph, size, runs = styled(file.add_paragraph(), _BODY), 0, []
                runs.append(plain(f"{one.section}: "))
                size += len(one.section)
            section = one.section
            runs.append(link(f"[{one.number}]", relation(file.part, one.url), _SMALL))
            place = one.short if one.section else one.place
            runs.append(plain(f" {place}; "))
            size += len(place)
        paragraph._p.extend(elements(runs))
        yield paragraph, size


def _code_block(file: Document, table: PrintedTable, labelled: Sequence[Labelled]) -> None:
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
    for number, one in enumerate(labelled):
        paragraph = bold_label(styled(words.add_paragraph() if number else words.paragraphs[0], _BODY), one.label)
        if one.name == "link":
            linked(paragraph, " ".join(one.texts), table.provenance.link, file.part, _SMALL)
        else:
            paragraph.add_run(" ".join(one.texts))
    picture = code.paragraphs[0].add_run().add_picture(io.BytesIO(qr_png(table.provenance.link)), width=Cm(2.6))
    words_of_code = say("export.code", table.language).format(table.provenance.short_link)
    picture._inline.docPr.set("descr", words_of_code)


def bold_label(paragraph: Paragraph, label: str) -> Paragraph:
    run = paragraph.add_run(f"{label}: ")
    run.bold = run.font.cs_bold = True
    return paragraph
