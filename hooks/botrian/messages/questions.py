"""``questions.yml`` and the models of records go in; the messages that people send and their questions come out."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from botrian.check.fields import bare, hints, options_of
from botrian.own import own
from botrian.records import Case, Evidence, Lesson, Period, Profile, Record, Source, Speaker, Text
from botrian.words import words

Form = Literal["line", "long", "lines", "year", "place", "choice", "many", "lesson", "about", "pictures"]
#: Answers that are running text: these are held against the rules of texts.
TEXT_FORMS: tuple[Form, ...] = ("line", "long", "lines", "about")
#: The models whose fields questions fill, by the name that ``questions.yml`` gives them.
MODELS: Mapping[str, type[Record]] = {
    "lesson": Lesson,
    "evidence": Evidence,
    "case": Case,
    "profile": Profile,
    "period": Period,
    "source": Source,
    "speaker": Speaker,
}
#: What is said instead of an answer.
UNSURE = "unsure"


@dataclass(frozen=True)
class Question:
    """One question of the form.

    ``of`` is the field that its answer fills, ``lesson.when``; ``most`` the letters that it may have, of each line for
    ``lines``, or how many may be chosen. ``answers`` are the ids to choose from where the words have them, with their
    names; ``records`` the kind of record whose ids they are. ``latin``: it may be in English;
    ``least``: the letters that it has at least; ``link``: it may be a web address alone. ``asked_if``: another answer
    that it is asked after.
    """

    id: str
    form: Form
    of: str
    ask: Text
    more: Text | None
    example: Text | None
    optional: bool
    most: int
    answers: tuple[tuple[str, Text], ...]
    records: str
    latin: bool
    least: int
    link: bool
    private: bool
    asked_if: tuple[str, str] | None


@dataclass(frozen=True)
class MessageKind:
    """One kind of message: how it is offered, what it is called once sent, and its questions in order."""

    id: str
    one: Text
    more: Text
    sends: Text
    asks: tuple[str, ...]


@cache
def questions() -> Mapping[str, Question]:
    """Every question by its id."""
    return {id_: _question(id_, raw) for id_, raw in _raw()["questions"].items()}


@cache
def message_kinds() -> Mapping[str, MessageKind]:
    """The kinds of message, in the order in which they are offered."""
    raw = _raw()
    found = {}
    for id_, one in raw["kinds"].items():
        end = raw["end_of_question" if id_ == "question" else "end"]
        one_, more, sends = (_text(one[name]) for name in ("one", "more", "sends"))
        found[id_] = MessageKind(id_, one_, more, sends, (*one["asks"], *end))
    return found


def asked(kind: str) -> Iterator[Question]:
    """The questions of a kind of message, in order."""
    return (questions()[id_] for id_ in message_kinds()[kind].asks)


def _raw() -> Any:
    return own(__package__, "questions.yml")


def _text(pair: list[str]) -> Text:
    return Text(th=pair[0], en=pair[1])


def _question(id_: str, raw: Mapping[str, Any]) -> Question:
    group = raw.get("answers", "")
    records = group.removeprefix("records:") if group.startswith("records:") else ""
    answers = () if records or not group else _answers(group, raw["of"])
    if raw.get("unsure"):
        answers = (*answers, (UNSURE, words()["answer.unsure"]))
    return Question(
        id=id_,
        form=raw["form"],
        of=raw["of"],
        ask=_text(raw["ask"]),
        more=_text(raw["more"]) if "more" in raw else None,
        example=_text(raw["example"]) if "example" in raw else None,
        optional=raw.get("optional", False),
        most=raw.get("most", 0),
        answers=answers,
        records=records or {"place": "province", "lesson": "lesson"}.get(raw["form"], ""),
        latin=raw.get("latin", False),
        least=raw.get("least", 0),
        link=raw.get("link", False),
        private=raw.get("private", False),
        asked_if=next(iter(raw["if"].items())) if "if" in raw else None,
    )


def _answers(group: str, of: str) -> tuple[tuple[str, Text], ...]:
    """The answers that the field's model allows, with their words; those of the words where it names none."""
    kind, _, name = of.partition(".")
    allowed = _literals(hints(MODELS[kind])[name]) if kind in MODELS and name in MODELS[kind].model_fields else ()
    named = tuple(name.partition(".")[2] for name in words() if name.startswith(f"{group}."))
    ids = tuple(one for one in allowed if one in named) or named
    return tuple((one, words()[f"{group}.{one}"]) for one in ids)


def _literals(hint: object) -> tuple[str, ...]:
    options = (bare(option) for option in options_of(hint))
    return tuple(
        value for option in options if typing.get_origin(option) is Literal for value in typing.get_args(option)
    )
