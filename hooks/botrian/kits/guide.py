"""A language goes in; what every facilitator needs, whatever the subject, comes out. Its words: ``guide.yml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from botrian.own import own
from botrian.records import Language

Pair = Sequence[str]
#: What the guide says of each part, in this order.
STEPS = ("say", "do", "ask", "watch")


@cache
def _guide() -> Mapping[str, Any]:
    found: Mapping[str, Any] = own(__package__, "guide.yml")
    return found


def guide_lines(name: str, language: Language) -> tuple[str, ...]:
    """The lines of one chapter, such as ``room``. Raises KeyError for a name that is not there: our mistake."""
    return _in(_guide()[name], language)


def guide_sheet(name: str, part: str, language: Language) -> tuple[str, ...]:
    """The headings, rows or prompts of a sheet that all kits share: ``evaluation`` or ``follow_up``."""
    return _in(_guide()[name][part], language)


def step_lines(kind: str, step: str, language: Language) -> tuple[str, ...]:
    """What the guide says in a part of this kind: ``say``, ``do``, ``ask`` or ``watch``."""
    return _in(_guide()["parts"][kind][step], language)


def situations(language: Language) -> tuple[tuple[str, str], ...]:
    """What may go wrong in the room, and what to do then."""
    place = 0 if language == "th" else 1
    return tuple((entry[place], entry[place + 2]) for entry in _guide()["situations"])


def guide_words(language: Language) -> dict[str, Any]:
    """All of it in one language, for the browser: lists of lines where the file has lists of pairs."""
    return {name: _spoken(value, 0 if language == "th" else 1) for name, value in _guide().items()}


def _spoken(value: Any, place: int) -> Any:
    if isinstance(value, Mapping):
        return {name: _spoken(one, place) for name, one in value.items()}
    return [entry[place] if len(entry) == 2 else [entry[place], entry[place + 2]] for entry in value]


def _in(pairs: Sequence[Pair], language: Language) -> tuple[str, ...]:
    return tuple(pair[0 if language == "th" else 1] for pair in pairs)
