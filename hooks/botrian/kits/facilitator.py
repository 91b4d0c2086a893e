"""Kit contents go in; the notes for the person in front come out: timing, questions, voices that differ, sources."""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document

from botrian.exports.printed import PrintedTable
from botrian.kits.contents import KitContents, KitLesson
from botrian.kits.labels import duration, label
from botrian.kits.word import (
    add_bare_table,
    add_sources,
    finished,
    labelled,
    lines_of,
    new_document,
    plain_table,
)
from botrian.records import Language


def facilitator(contents: KitContents) -> bytes:
    """The Word file's bytes."""
    language = contents.language
    file = new_document(contents, "facilitator")
    file.add_heading(label("prepare", language), level=2)
    lines_of(file, (label(f"prepare_{name}", language) for name in ("print", "order", "version")))
    file.add_heading(label("timing", language), level=2)
    file.add_paragraph(label("total", language).format(duration(contents.minutes, language)))
    add_bare_table(file, timing_table(contents), False)
    file.add_heading(label("lessons", language), level=2)
    for lesson in contents.lessons:
        _lesson(file, lesson, language)
    if contents.questions:
        file.add_heading(label("more_questions", language), level=2)
        lines_of(file, contents.questions)
    _further(file, contents)
    add_sources(file, contents)
    return finished(file)


def timing_table(contents: KitContents) -> PrintedTable:
    """The parts with the minute they start at, how long they take and what the room does."""
    headings = [label(name, contents.language) for name in ("part", "starts", "minutes", "activity")]
    rows = [(part.name, str(part.start), str(part.minutes), part.text) for part in contents.parts]
    return plain_table(contents, headings, rows)


def expectations(lesson: KitLesson, language: Language) -> Iterator[str]:
    """What someone in the room may say, as each voice that qualifies or contradicts the lesson says it."""
    for voice in lesson.of("contradicts", "qualifies"):
        lead = label(f"expect_{voice.stance}", language).format(voice.place)
        yield f"{lead}: {voice.text} ({voice.where})"
    if not lesson.of("contradicts", "qualifies"):
        yield label("expect_none", language)


def _lesson(file: Document, lesson: KitLesson, language: Language) -> None:
    file.add_heading(f"{lesson.number}. {lesson.title}", level=3)
    labelled(file, label("answer", language), lesson.do)
    labelled(file, label("questions", language), "").paragraph_format.keep_with_next = True
    lines_of(file, lesson.questions or (label("what_would_we_do", language),))
    labelled(file, label("expect", language), "").paragraph_format.keep_with_next = True
    lines_of(file, expectations(lesson, language))


def _further(file: Document, contents: KitContents) -> None:
    if contents.further:
        file.add_heading(label("cases", contents.language), level=2)
        lines_of(file, (f"{one.name}: {one.url}" for one in contents.further))
