"""Kit contents go in; the slides come out in the order of the agenda, so that the file runs as the day does.

Title, agenda; then each part with its task, and what it shows: tables by their answer and key rows, lessons as a
question and then as what others did, voices side by side, the sheet to fill in, closing questions. The whole tables
stand at the end as an appendix. What the facilitator says is in the notes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from botrian.exports.lean import presentation_bytes
from botrian.exports.office import describe
from botrian.exports.slide_text import empty_show, speak, write_notes
from botrian.exports.slides import appendix, opening
from botrian.kits.cards import role_pair
from botrian.kits.contents import KitContents, KitLesson, PrintedPart
from botrian.kits.facilitator import expectations, group_minutes, questions_of, span, steps_of
from botrian.kits.handout import voice_lines
from botrian.kits.labels import duration, label
from botrian.kits.slide import BIG, MIDDLE, SIZES, SOFT, UNDER_LINK, headed, listed, stamped, two_columns
from botrian.kits.timing import Slot
from botrian.records import PartKind
from botrian.words import say


def presentation(contents: KitContents) -> bytes:
    """The presentation's bytes. Raises FontMissing: letters are measured."""
    show = empty_show()
    core = show.core_properties
    describe(core, contents.title, contents.purpose, contents.publisher, contents.language, contents.stamped)
    core.keywords = contents.version
    _title(show, contents)
    _agenda(show, contents)
    left: dict[PartKind, Callable[[Any, KitContents], None]] = dict(_SHOWN)
    for slot in contents.agenda():
        _slot(show, slot, contents)
        if slot.part is not None and contents.parts[slot.part].kind in left:
            left.pop(contents.parts[slot.part].kind)(show, contents)
    for rest in left.values():
        rest(show, contents)
    for table in contents.tables:
        appendix(show, table)
    speak(show, contents.language)
    return presentation_bytes(show)


def _title(show: Any, contents: KitContents) -> None:
    slide = headed(show, contents.title, contents, top=120, size=40)
    words = (
        contents.publisher,
        duration(contents.minutes(), contents.language),
        say("licence.name", contents.language),
    )
    listed(slide, [contents.purpose], 220, 150, (BIG, MIDDLE))
    listed(slide, [" · ".join(words)], 400, 40, (SOFT,), soft=True)
    write_notes(slide, [f"{label('sources', contents.language)}:", *contents.sources, contents.link])


def _agenda(show: Any, contents: KitContents) -> None:
    """The parts and breaks with the time at which each begins; two slides where one is too small for the room."""
    lines = [f"{contents.time(slot.start)}  {_name(slot, contents)}" for slot in contents.agenda()]
    slide = headed(show, label("agenda", contents.language), contents)
    listed(slide, lines, 90, 390, SIZES, bullets=False)
    write_notes(slide, [*contents.aims, label("start_note", contents.language).format(contents.time(0))])


def _name(slot: Slot, contents: KitContents) -> str:
    return label(slot.pause, contents.language) if slot.part is None else contents.parts[slot.part].name


def _slot(show: Any, slot: Slot, contents: KitContents) -> None:
    """The task of a part, with the clock; or a break, with the time to be back."""
    language = contents.language
    minutes = label("some_minutes", language).format(slot.minutes)
    slide = headed(show, f"{_name(slot, contents)} · {minutes}", contents, size=36)
    if slot.part is None:
        listed(slide, [span(contents, slot), label(f"{slot.pause}_what", language)], 150, 250, SIZES, bullets=False)
        return
    part = contents.parts[slot.part]
    listed(slide, [span(contents, slot)], 92, 40, (MIDDLE,), soft=True)
    listed(slide, [part.text], 150, 250, SIZES)
    if part.kind == "lessons":
        listed(slide, [label("group_work", language).format(group_minutes(part))], 410, 60, (28, MIDDLE), soft=True)
    write_notes(slide, list(_step_notes(part, contents)))
    if part.sheet:
        sheet = headed(show, part.sheet.title, contents)
        prompts = part.sheet.prompts or part.sheet.headings
        listed(sheet, [part.sheet.text], 88, 90, (28, MIDDLE))
        listed(sheet, prompts, 190, 290, SIZES[1:])
        write_notes(sheet, [part.sheet.text, *part.sheet.prompts, *part.sheet.headings])


def _step_notes(part: PrintedPart, contents: KitContents) -> Iterator[str]:
    for step, lines in steps_of(contents, part):
        yield f"{label(f'step_{step}', contents.language)}:"
        yield from (f"• {line}" for line in lines)


def _tables(show: Any, contents: KitContents) -> None:
    first = len(show.slides)
    for table in contents.tables:
        opening(show, table)
    for slide in list(show.slides)[first:]:
        stamped(slide, contents, *UNDER_LINK)


def _lessons(show: Any, contents: KitContents) -> None:
    for lesson in contents.lessons:
        _question(show, lesson, contents)
        _reveal(show, lesson, contents)


def _question(show: Any, lesson: KitLesson, contents: KitContents) -> None:
    """The situation large, and as many of its questions as can be read from the back; all of them in the notes."""
    language = contents.language
    slide = headed(show, label("lesson", language).format(lesson.number), contents)
    listed(slide, [f"{label('when', language)}: {lesson.when}"], 96, 150, SIZES)
    listed(slide, questions_of(lesson, language), 262, 220, SIZES[1:])
    write_notes(
        slide, [*questions_of(lesson, language), f"{label('expect', language)}:", *expectations(lesson, language)]
    )


def _reveal(show: Any, lesson: KitLesson, contents: KitContents) -> None:
    language = contents.language
    title = f"{label('lesson', language).format(lesson.number)}: {label('others_did', language)}"
    slide = headed(show, title, contents)
    lines = [f"{label(name, language)}: {getattr(lesson, name)}" for name in ("do", "because")]
    listed(slide, lines, 96, 380, SIZES)
    write_notes(slide, [lesson.title, *lines, *(f"{name}: {line}" for name, line in voice_lines(lesson, language))])


def _voices(show: Any, contents: KitContents) -> None:
    """For each lesson where voices differ, both side by side; where each is written stands in the notes."""
    language = contents.language
    for lesson in contents.lessons:
        pair = role_pair(lesson)
        if pair is None:
            continue
        slide = headed(show, f"{lesson.number}. {lesson.title}", contents, size=28)
        other = "role_against" if pair[1].stance == "contradicts" else "role_depends"
        heads = [
            f"{label(name, language)}: {voice.place}" for name, voice in zip(("role_for", other), pair, strict=True)
        ]
        two_columns(slide, heads, [voice.text for voice in pair])
        write_notes(slide, [f"{voice.place}: {voice.text} ({voice.where})" for voice in pair])


def _close(show: Any, contents: KitContents) -> None:
    if contents.questions:
        slide = headed(show, label("more_questions", contents.language), contents)
        listed(slide, contents.questions, 96, 380, SIZES)
        write_notes(slide, [*contents.questions, contents.link])


#: What each kind of part shows after its task. What no part of a kit shows comes after its last part.
_SHOWN: Mapping[PartKind, Callable[[Any, KitContents], None]] = {
    "tables": _tables,
    "lessons": _lessons,
    "voices": _voices,
    "close": _close,
}
