"""Kit contents go in; a guide for the person in front comes out that one who never saw the kit can run.

What the day is for and needs, three agendas by the clock, each part step by step (say, do, ask, watch for), what to do
without a screen and when it grows difficult, the lessons with their answers and voices, what comes after, sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docx.document import Document

from botrian.exports.lean import document_bytes
from botrian.exports.printed import PrintedTable
from botrian.kits.contents import KitContents, KitLesson, PrintedPart
from botrian.kits.guide import STEPS, guide_lines, situations, step_lines
from botrian.kits.labels import duration, label
from botrian.kits.timing import FORMS, Form, Slot
from botrian.kits.word import (
    add_blank_table,
    add_sources,
    labelled,
    lines_of,
    new_document,
    plain_table,
)
from botrian.records import Language

#: How many lessons and tables the shortest form has.
SHORT_LESSONS, SHORT_TABLES = 3, 1


def facilitator(contents: KitContents) -> bytes:
    """The Word file's bytes."""
    language = contents.language
    file = new_document(contents, "facilitator")
    _before(file, contents)
    file.add_heading(label("timing", language), level=2)
    file.add_paragraph(label("start_note", language).format(contents.time(0)))
    for form in FORMS:
        _form(file, contents, form)
    _steps(file, contents)
    _chapter(file, "no_screen", guide_lines("no_screen", language), language)
    file.add_heading(label("situations", language), level=2)
    headings = [label("situation", language), label("then_do", language)]
    add_blank_table(file, plain_table(contents, headings, situations(language)), False, 0, (30, 70))
    _chapter(file, "after", guide_lines("after", language), language)
    file.add_heading(label("lessons", language), level=2)
    file.add_paragraph(label("expect_lead", language))
    for lesson in contents.lessons:
        _lesson(file, lesson, language)
    if contents.questions:
        _chapter(file, "more_questions", contents.questions, language)
    if contents.further:
        _chapter(file, "cases", (f"{one.name}: {one.url}" for one in contents.further), language)
    add_sources(file, contents)
    return document_bytes(file)


def timing_table(contents: KitContents, form: Form) -> PrintedTable:
    """The agenda by the clock: when each part and break begins and ends, how long it takes, what the room does."""
    language = contents.language
    headings = [label(name, language) for name in ("time", "part", "minutes", "activity")]
    rows = [(span(contents, slot), *_slot_words(contents, slot)) for slot in contents.agenda(form)]
    return plain_table(contents, headings, rows)


def span(contents: KitContents, slot: Slot) -> str:
    """From when to when, such as ``09.00 น.–09.20 น.``."""
    return f"{contents.time(slot.start)}–{contents.time(slot.start + slot.minutes)}"


def steps_of(contents: KitContents, part: PrintedPart) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What to say, do, ask and watch for in a part: its own words first, then those of every part of its kind."""
    for step in STEPS:
        own = part.text if step == "do" else dict(part.own).get(step, "")
        common = step_lines(part.kind, step, contents.language)
        lines = (own, *common) if own else common
        filled = (line.replace("{purpose}", contents.purpose) for line in lines)
        yield step, tuple(line.replace("{groups}", str(group_minutes(part))) for line in filled)


def group_minutes(part: PrintedPart) -> int:
    """How long small groups work by themselves in a part: about a half of it, in steps of five minutes."""
    return max(5, part.minutes // 10 * 5)


def expectations(lesson: KitLesson, language: Language) -> Iterator[str]:
    """What someone in the room may say, as each voice that qualifies or contradicts the lesson says it."""
    for voice in lesson.of("contradicts", "qualifies"):
        lead = label(f"expect_{voice.stance}", language).format(voice.place)
        yield f"{lead}: {voice.text} ({voice.where})"
    if not lesson.of("contradicts", "qualifies"):
        yield label("expect_none", language)


def _before(file: Document, contents: KitContents) -> None:
    language = contents.language
    if contents.aims:
        _chapter(file, "aims", contents.aims, language)
    for name in ("size", "people", "room"):
        _chapter(file, f"guide_{name}", guide_lines(name, language), language)
    _chapter(file, "materials", (*guide_lines("materials", language), *contents.materials), language)
    version = label("prepare_version", language)
    _chapter(file, "prepare", (*guide_lines("print", language), version), language)


def _form(file: Document, contents: KitContents, form: Form) -> None:
    language = contents.language
    whole = duration(contents.minutes(form), language)
    file.add_heading(f"{label(form, language)} ({whole})", level=3)
    if form == "short":
        numbers = ", ".join(str(lesson.number) for lesson in contents.lessons[:SHORT_LESSONS])
        titles = ", ".join(table.title for table in contents.tables[:SHORT_TABLES])
        words = label("short_note", language).format(numbers, titles or "–")
        file.add_paragraph(words).paragraph_format.keep_with_next = True
    elif form == "one_day":
        file.add_paragraph(label("day_note", language)).paragraph_format.keep_with_next = True
    add_blank_table(file, timing_table(contents, form), False, 0, (24, 26, 9, 41))


def _slot_words(contents: KitContents, slot: Slot) -> tuple[str, str, str]:
    if slot.part is None:
        return label(slot.pause, contents.language), str(slot.minutes), label(f"{slot.pause}_what", contents.language)
    part = contents.parts[slot.part]
    return part.name, str(slot.minutes), part.text


def _steps(file: Document, contents: KitContents) -> None:
    """Each part in the order of the agenda of half a day, with its breaks."""
    language = contents.language
    file.add_heading(label("step_by_step", language), level=2)
    number = 0
    for slot in contents.agenda():
        if slot.part is None:
            file.add_heading(f"{label(slot.pause, language)} · {span(contents, slot)}", level=3)
            file.add_paragraph(label(f"{slot.pause}_what", language))
            continue
        number += 1
        part = contents.parts[slot.part]
        file.add_heading(f"{number}. {part.name} · {span(contents, slot)}", level=3)
        for step, lines in steps_of(contents, part):
            labelled(file, label(f"step_{step}", language), "").paragraph_format.keep_with_next = True
            lines_of(file, lines)
        if part.sheet:
            labelled(file, label("uses_sheet", language), part.sheet.title)


def _lesson(file: Document, lesson: KitLesson, language: Language) -> None:
    file.add_heading(f"{lesson.number}. {lesson.title}", level=3)
    labelled(file, label("answer", language), lesson.do)
    labelled(file, label("questions", language), "").paragraph_format.keep_with_next = True
    lines_of(file, questions_of(lesson, language))
    labelled(file, label("expect", language), "").paragraph_format.keep_with_next = True
    lines_of(file, expectations(lesson, language))


def questions_of(lesson: KitLesson, language: Language) -> tuple[str, ...]:
    """The lesson's own questions; where it has none, those that its voices raise."""
    if lesson.questions:
        return lesson.questions
    differ = lesson.of("contradicts", "qualifies")
    second = label("ask_differ", language).format(differ[0].place) if differ else label("ask_obstacle", language)
    return label("what_would_we_do", language), second


def _chapter(file: Document, name: str, lines: Iterable[str], language: Language) -> None:
    file.add_heading(label(name, language), level=2)
    lines_of(file, lines)
