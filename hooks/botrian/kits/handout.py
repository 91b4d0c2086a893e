"""Kit contents go in; the handout for everyone in the room comes out: lessons, tables, room for notes."""

from __future__ import annotations

from docx.document import Document

from botrian.exports.lean import document_bytes
from botrian.exports.printed import PrintedTable
from botrian.kits.contents import KitContents, KitLesson, Voice
from botrian.kits.labels import label
from botrian.kits.word import (
    add_sources,
    add_table,
    is_wide,
    labelled,
    lines_of,
    new_document,
    new_page,
    writing_lines,
)
from botrian.records import Language
from botrian.words import say

_NOTE_LINES = 6


def handout(contents: KitContents) -> bytes:
    """The Word file's bytes."""
    file = new_document(contents, "handout")
    file.add_heading(label("lessons", contents.language), level=2)
    for lesson in contents.lessons:
        _lesson(file, lesson, contents.language)
    for table in contents.tables:
        _table(file, table, contents)
    new_page(file, label("notes", contents.language), False, contents)
    writing_lines(file, _NOTE_LINES)
    _further(file, contents)
    add_sources(file, contents)
    return document_bytes(file)


def voice_lines(lesson: KitLesson, language: Language) -> tuple[tuple[str, str], ...]:
    """Label and line for who confirms, who qualifies and who contradicts; the last says so where nobody does."""
    lines = [
        (label(name, language), _one_line(voices, language))
        for name, voices in (("for", lesson.of("supports")), ("depends", lesson.of("qualifies")))
        if voices
    ]
    against = lesson.of("contradicts")
    if against or not lesson.of("qualifies"):
        words = _one_line(against, language) if against else label("nobody_against", language)
        lines.append((label("against", language), words))
    return tuple(lines)


def _one_line(voices: tuple[Voice, ...], language: Language) -> str:
    """The first voice in full, and how many more there are with their places."""
    first, rest = voices[0], voices[1:]
    line = f"{first.place}: {first.text}"
    if rest:
        places = ", ".join(dict.fromkeys(voice.place for voice in rest))
        line += f" ({label('and_more', language).format(len(rest))}: {places})"
    return line


def _lesson(file: Document, lesson: KitLesson, language: Language) -> None:
    file.add_heading(f"{lesson.number}. {lesson.title}", level=3)
    for name in ("when", "do", "because"):
        labelled(file, label(name, language), getattr(lesson, name)).paragraph_format.keep_with_next = True
    lines_of(file, (f"{name} — {line}" for name, line in voice_lines(lesson, language)), with_next=True)
    paragraph = labelled(file, label("notes", language), "")
    paragraph.paragraph_format.keep_with_next = True
    writing_lines(file, 2)


def _table(file: Document, table: PrintedTable, contents: KitContents) -> None:
    """Each table on a page of its own, across where it is wide; what belongs to it stands above it.

    Below it would be two lines alone on a sheet wherever the table fills its own.
    """
    across = is_wide(table)
    new_page(file, table.title, across, contents)
    said = [file.add_paragraph(table.answer)]
    if table.silence:
        said.append(labelled(file, say("export.silence", contents.language), table.silence))
    lines_of(file, table.notes, with_next=True)
    said.append(labelled(file, say("export.link", contents.language), table.provenance.link))
    for paragraph in said:
        paragraph.paragraph_format.keep_with_next = True
    add_table(file, table, across)


def _further(file: Document, contents: KitContents) -> None:
    if not contents.further:
        return
    file.add_heading(label("cases", contents.language), level=2)
    for one in contents.further:
        labelled(file, one.name, f"{one.text} ({one.url.split('://', 1)[-1]})")
