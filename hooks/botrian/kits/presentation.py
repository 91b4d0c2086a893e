"""Kit contents go in; the slides come out: a title, one slide for each lesson with its question, the tables.

The tables are the exports' own slides, native and editable. Answers are in the notes under the slides.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR

from botrian.exports.office import describe
from botrian.exports.slide_text import (
    lines_across,
    page_number,
    sixteen_to_nine,
    speak,
    text_box,
    theme_fonts,
    write_notes,
)
from botrian.exports.slide_text import place_at as place
from botrian.exports.slide_text import write_text as write
from botrian.exports.slides import appendix
from botrian.exports.steady_zip import steady
from botrian.kits.contents import KitContents, KitLesson
from botrian.kits.facilitator import expectations
from botrian.kits.handout import voice_lines
from botrian.kits.labels import duration, label
from botrian.records import Language
from botrian.words import say

_BIG, _MIDDLE = 32, 24
_FOOT_TOP, _FOOT_HEIGHT = 496, 30
_SMALLEST = 14


def presentation(contents: KitContents) -> bytes:
    """The presentation's bytes. Raises FontMissing: the tables' letters are measured."""
    show = Presentation()
    sixteen_to_nine(show)
    theme_fonts(show)
    _properties(show, contents)
    _title(show, contents)
    for lesson in contents.lessons:
        _lesson(show, lesson, contents)
    for table in contents.tables:
        appendix(show, table)
    _last(show, contents)
    speak(show, contents.language)
    out = io.BytesIO()
    show.save(out)
    return steady(out.getvalue())


def _properties(show: Any, contents: KitContents) -> None:
    core = show.core_properties
    describe(core, contents.title, contents.purpose, contents.publisher, contents.language, contents.stamped)
    core.keywords = contents.version


def _title(show: Any, contents: KitContents) -> None:
    language = contents.language
    slide = _headed(show, contents.title, 150, 90, 40)
    text_box(slide, contents.purpose, 250, 90, _MIDDLE)
    words = (contents.publisher, duration(contents.minutes, language), say("licence.name", language))
    text_box(slide, " · ".join(words), 350, 40, 18, soft=True)
    _foot(slide, contents)
    parts = [f"{part.start}–{part.start + part.minutes}: {part.name}. {part.text}" for part in contents.parts]
    write_notes(slide, [f"{label('timing', language)} ({label('minutes', language)})", *parts])


def _lesson(show: Any, lesson: KitLesson, contents: KitContents) -> None:
    """The situation large, the question under it; what the lesson says is for the notes."""
    language = contents.language
    slide = _headed(show, label("lesson", language).format(lesson.number), 22, 52, 24)
    text_box(slide, f"{label('when', language)} {lesson.when}", 110, 130, _BIG)
    questions = lesson.questions or (label("what_would_we_do", language),)
    text_box(slide, _bullets(questions), 265, 210, _fitting(questions, 210))
    _foot(slide, contents)
    answer = [f"{label(name, language)}: {getattr(lesson, name)}" for name in ("do", "because")]
    voices = [f"{name}: {line}" for name, line in voice_lines(lesson, language)]
    write_notes(
        slide, [lesson.title, *answer, *voices, f"{label('expect', language)}:", *expectations(lesson, language)]
    )


def _last(show: Any, contents: KitContents) -> None:
    language: Language = contents.language
    title = "more_questions" if contents.questions else "sources"
    slide = _headed(show, label(title, language), 22, 52, 28)
    shown = contents.questions or (contents.link,)
    text_box(slide, _bullets(shown), 120, 300, _fitting(shown, 300))
    _foot(slide, contents)
    write_notes(slide, [f"{label('sources', language)}:", *contents.sources, contents.link])


def _bullets(texts: Sequence[str]) -> str:
    if len(texts) == 1:
        return texts[0]
    return "\n".join(f"• {text}" for text in texts)


def _fitting(texts: Sequence[str], height: float) -> int:
    """The largest size in which these lines fit into the height, never under the smallest."""
    for size in (28, 24, 20, 18, 16):
        if sum(len(lines_across(f"• {text}", size)) for text in texts) * size * 1.4 <= height:
            return size
    return _SMALLEST


def _headed(show: Any, title: str, top: float, height: float, size: int) -> Any:
    slide = show.slides.add_slide(show.slide_layouts[5])
    place(slide.shapes.title, top, height)
    write(slide.shapes.title.text_frame, title, size, bold=True, anchor=MSO_ANCHOR.MIDDLE)
    return slide


def _foot(slide: Any, contents: KitContents) -> None:
    box = text_box(slide, contents.stamp_line, _FOOT_TOP, _FOOT_HEIGHT, _SMALLEST, soft=True)
    box.text_frame.paragraphs[-1].runs[0].hyperlink.address = contents.link
    page_number(slide, _SMALLEST)
