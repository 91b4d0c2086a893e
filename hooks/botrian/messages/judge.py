"""Answers go in; what the rules of checking will say of them comes out, by question: the form says it before sending.

The browser judges alike (``contribute/judge.js``); ``tests/vectors/messages.json`` holds both, and the checker itself,
over the records that the messages make.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from botrian.check.private_data import private_details
from botrian.messages.questions import TEXT_FORMS, UNSURE, Question, asked
from botrian.messages.written import Message
from botrian.messages.years import year_said
from botrian.thai import DateFault, normal, unfilled

_THAI = re.compile("[\u0e01-\u0e2e]")
#: Letters of words: figures, signs and pictures are none.
_LETTER = re.compile("[A-Za-z\u0e01-\u0e3a\u0e40-\u0e4e]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_ENGLISH = re.compile(r"[a-z]{2}[^A-Za-z0-9]+[a-z]{2}")
_DATE_CODES = {
    "form": "date-form",
    "calendar-missing": "date-form",
    "calendar-mixed": "date-calendar-mixed",
    "month": "date-impossible",
    "day": "date-impossible",
}


@dataclass(frozen=True)
class Fault:
    """What is wrong with one answer: the question, the code of the rule, the words that were found."""

    question: str
    code: str
    found: str = ""


def judged(message: Message, known: Mapping[str, frozenset[str]], today: date) -> tuple[Fault, ...]:
    """Everything that is wrong with a message. ``known`` are the ids of records by kind of record."""
    faults: list[Fault] = []
    for question in asked(message.kind):
        if question.asked_if and message.words(question.asked_if[0]) != question.asked_if[1]:
            continue
        faults += _of_answer(question, message, known, today)
    return tuple(faults)


def _of_answer(
    question: Question, message: Message, known: Mapping[str, frozenset[str]], today: date
) -> Iterator[Fault]:
    given = message.list(question.id)
    if question.form == "pictures":
        return
    if not given:
        if not question.optional:
            yield Fault(question.id, "field-missing")
        return
    if question.form == "year":
        yield from _of_year(question.id, given[0], today)
    elif question.answers or question.records:
        yield from _of_choice(question, given, known)
    else:
        for line in given:
            yield from _of_text(question, normal(line))


def _of_text(question: Question, line: str) -> Iterator[Fault]:
    if len(line) > question.most:
        yield Fault(question.id, "text-long", f"{len(line)}")
    if question.private or question.form not in TEXT_FORMS:
        return
    kinds = dict.fromkeys(detail.kind for detail in private_details(line))
    if waiting := unfilled(line):
        yield Fault(question.id, "text-unfilled", waiting)
    elif not question.link and _ADDRESS.fullmatch(line):
        yield Fault(question.id, "text-address")
    elif len(_LETTER.findall(line)) < question.least:
        yield Fault(question.id, "text-short")
    # What must not be published comes before the language in which it is written.
    elif not kinds and not question.latin and not _THAI.search(line) and _ENGLISH.search(line):
        yield Fault(question.id, "language-thai", line[:60])
    for kind in kinds:
        yield Fault(question.id, f"private-{kind}")


def _of_choice(question: Question, given: tuple[str, ...], known: Mapping[str, frozenset[str]]) -> Iterator[Fault]:
    if question.id == "consent":
        if missing := [name for name, _ in question.answers if name not in given]:
            yield Fault(question.id, "field-missing", missing[0])
        return
    allowed = known.get(question.records, frozenset()) | {name for name, _ in question.answers}
    code = "reference-unknown" if question.records else "value-not-in-list"
    yield from (Fault(question.id, code, one) for one in given if one not in allowed)
    if question.form == "many" and len(given) > question.most:
        yield Fault(question.id, "too-many", f"{len(given)}")


def _of_year(id_: str, given: str, today: date) -> Iterator[Fault]:
    if given == UNSURE:
        return
    try:
        year = year_said(given)
    except DateFault as fault:
        yield Fault(id_, _DATE_CODES[fault.kind], given)
        return
    if year.earliest() > today:
        yield Fault(id_, "date-future", str(year))
