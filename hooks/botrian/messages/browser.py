"""The knowledge goes in; what the form in the browser must know comes out: its questions, names, words and rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from botrian.check.private_data import KINDS, SAME, written_patterns
from botrian.knowledge import Knowledge
from botrian.messages.labels import fault_words, sayings
from botrian.messages.questions import Question, message_kinds, questions
from botrian.messages.years import ERAS
from botrian.records import Coordinator, Language
from botrian.thai import BE_MINUS_CE, UNFILLED_ALONE, UNFILLED_WITHIN
from botrian.thai.dates import BE_YEARS, CE_YEARS


def form_rules() -> Mapping[str, object]:
    """How answers are judged: the module ``#data/contribute.js``."""
    return {
        "PRIVATE": written_patterns(),
        "PRIVATE_KINDS": KINDS,
        "PRIVATE_SAME": SAME,
        "UNFILLED_WITHIN": UNFILLED_WITHIN,
        "UNFILLED_ALONE": UNFILLED_ALONE,
        "ERAS": ERAS,
        "BE_YEARS": (BE_YEARS[0], BE_YEARS[-1]),
        "CE_YEARS": (CE_YEARS[0], CE_YEARS[-1]),
        "BE_MINUS_CE": BE_MINUS_CE,
    }


def form_data(knowledge: Knowledge, language: Language, repository: str) -> dict[str, Any]:
    """The form of one language, as ``contribute/form.js`` says."""
    return {
        "language": language,
        "repository": repository,
        "kinds": {
            id_: {
                "one": one.one.in_(language),
                "more": one.more.in_(language),
                "sends": one.sends.in_(language),
                "asks": one.asks,
            }
            for id_, one in message_kinds().items()
        },
        "questions": {id_: _question(one, language) for id_, one in questions().items()},
        "records": _records(knowledge, language),
        "coordinators": [_coordinator(one, language) for one in knowledge.coordinators.values()],
        "say": {name: text.in_(language) for name, text in sayings().items()},
        "faults": {code: text.in_(language) for code, text in fault_words().items()},
    }


def bare_form() -> dict[str, Any]:
    """The form of no library: what its tests ask, for what may be chosen they say themselves."""
    return form_data(Knowledge(), "th", "")


def _question(one: Question, language: Language) -> dict[str, Any]:
    """One question; what is empty is left out."""
    found = {
        "form": one.form,
        "ask": one.ask.in_(language),
        "askTh": "" if language == "th" else one.ask.th,
        "more": one.more.in_(language) if one.more else "",
        "example": one.example.in_(language) if one.example else "",
        "optional": one.optional,
        "most": one.most,
        "answers": [(id_, name.in_(language)) for id_, name in one.answers],
        "records": one.records,
        "latin": one.latin,
        "least": one.least,
        "link": one.link,
        "private": one.private,
        "if": one.asked_if,
    }
    return {name: value for name, value in found.items() if value}


def _coordinator(one: Coordinator, language: Language) -> dict[str, str]:
    """Who takes it in, of which province, and how they are reached; what is empty is left out."""
    ways = {"province": one.province, "mail": one.mail, "line": one.line, "phone": one.phone}
    return {"name": one.name.in_(language)} | {name: way for name, way in ways.items() if way}


#: Kinds of records that a link may name and few messages do, and of which there are many.
OF_LINKS = ("lesson", "dimension", "case", "event", "term", "table", "source")


def _records(knowledge: Knowledge, language: Language) -> dict[str, list[tuple[str, ...]]]:
    """Names by id of what may be chosen, and of what links may name; themes with the theme that they are below."""
    return {
        "province": [(one.id, one.name.in_(language)) for one in knowledge.provinces.values()],
        "theme": [(one.id, one.name.in_(language), one.parent or "") for one in knowledge.themes.values()],
        "case-kind": [(one.id, one.name.in_(language)) for one in knowledge.case_kinds.values()],
        **{kind: _named(knowledge, kind, language) for kind in OF_LINKS},
    }


def _named(knowledge: Knowledge, kind: str, language: Language) -> list[tuple[str, ...]]:
    """Every record of a kind by its id, with its name."""
    return [(id_, knowledge.name_of(kind, id_).in_(language)) for id_ in knowledge.of(kind)]
