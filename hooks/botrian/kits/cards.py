"""Kit contents go in; cards to cut out come out: lessons without their answer, and voices to speak in pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell

from botrian.exports.colours import EDGE_INK
from botrian.exports.lean import document_bytes
from botrian.exports.word_parts import made_at
from botrian.kits.contents import KitContents, KitLesson, Voice
from botrian.kits.facilitator import questions_of
from botrian.kits.labels import label
from botrian.kits.word import new_document, new_page, sized
from botrian.records import Language

_ACROSS, _DOWN = 2, 3
_HEIGHT = Cm(7.6)
#: A card holds so many letters of a voice; a longer one is printed smaller.
_LONG = 260


@dataclass(frozen=True)
class Card:
    """A card: what it is, its text, and what is written small at its foot."""

    head: str
    text: str
    task: str
    foot: str


def cards(contents: KitContents) -> bytes:
    """The Word file's bytes: lesson cards, then role cards in pairs."""
    language = contents.language
    file = new_document(contents, "cards")
    file.add_paragraph(label("cards_lead", language))
    pages = [("lesson_cards", tuple(lesson_cards(contents))), ("role_cards", tuple(role_cards(contents)))]
    for name, found in pages:
        for number, some in enumerate(_pages(found, first=_ACROSS * (_DOWN - (name == pages[0][0])))):
            if number or name != pages[0][0]:
                new_page(file, label(name, language), False, contents)
            else:
                file.add_heading(label(name, language), level=2)
            _grid(file, some)
    return document_bytes(file)


def lesson_cards(contents: KitContents) -> Iterator[Card]:
    """One for each lesson: the situation and the questions; what others did stays in the handout."""
    for lesson in contents.lessons:
        head = label("lesson", contents.language).format(lesson.number)
        asked = "\n".join(questions_of(lesson, contents.language))
        yield Card(head, f"{label('when', contents.language)}: {lesson.when}", asked, contents.title)


def role_cards(contents: KitContents) -> Iterator[Card]:
    """For each lesson where voices differ, a pair: one that confirms it, one that contradicts or qualifies it."""
    for lesson in contents.lessons:
        pair = role_pair(lesson)
        if pair:
            number = label("lesson", contents.language).format(lesson.number)
            for card in role_cards_of(pair, contents.language):
                yield replace(card, head=f"{number} · {card.head}")


def role_cards_of(pair: tuple[Voice, Voice], language: Language) -> Iterator[Card]:
    """The two cards of a pair; their heads do not say of which lesson."""
    for name, voice in zip(("role_for", "role_against"), pair, strict=True):
        yield _role(name, voice, language)


def role_pair(lesson: KitLesson) -> tuple[Voice, Voice] | None:
    """The first voice that confirms, and the first that contradicts, else qualifies; None where there is no pair."""
    confirms, differs = lesson.of("supports"), lesson.of("contradicts") or lesson.of("qualifies")
    return (confirms[0], differs[0]) if confirms and differs else None


def _pages(found: Sequence[Card], first: int) -> Iterator[Sequence[Card]]:
    """The cards page by page; the first page of the file has its title, so it holds fewer."""
    if found:
        yield found[:first]
    for start in range(first, len(found), _ACROSS * _DOWN):
        yield found[start : start + _ACROSS * _DOWN]


def _role(name: str, voice: Voice, language: Language) -> Card:
    if name == "role_against" and voice.stance == "qualifies":
        name = "role_depends"
    head = f"{label(name, language)}: {voice.place}"
    return Card(head, f"“{voice.text}”", label(f"{name}_task", language), voice.where)


def _grid(file: Document, found: Sequence[Card]) -> None:
    """The cards of a page, with broken lines between them to cut along."""
    rows = -(-len(found) // _ACROSS)
    table = file.add_table(rows, _ACROSS)
    table.autofit = False
    _cutting_lines(table)
    for number, card in enumerate(found):
        _card(table.cell(number // _ACROSS, number % _ACROSS), card)
    for row in table.rows:
        row.height = _HEIGHT
        row._tr.get_or_add_trPr().append(made_at("w:cantSplit"))


def _card(cell: _Cell, card: Card) -> None:
    first = cell.paragraphs[0]
    long = len(card.text) > _LONG
    sized(first.add_run(card.head), 11).bold = True
    sized(cell.add_paragraph().add_run(card.text), 11 if long else 13)
    for line in card.task.split("\n"):
        sized(cell.add_paragraph().add_run(f"→ {line}"), 11)
    sized(cell.add_paragraph().add_run(card.foot), 8)
    for paragraph in cell.paragraphs:
        paragraph.paragraph_format.space_after = Pt(4)


def _cutting_lines(table: Any) -> None:
    properties = table._tbl.tblPr
    borders = made_at("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(made_at(f"w:{side}", val="dashed", sz=6, space=0, color=EDGE_INK))
    margins = made_at("w:tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        margins.append(made_at(f"w:{side}", w=170, type="dxa"))
    layout = properties.find(qn("w:tblLayout"))
    if layout is not None:
        layout.addprevious(borders)
        layout.addnext(margins)
