"""Text and an ordered list of rewriting steps enter; the rewritten text, where each character came from,
and what was changed leave.

One table of steps serves Python and the browser. So a step is data: an operation, and a pattern that
means the same to Python's `re` (with `re.ASCII`) and to a JavaScript `RegExp` with the flags `gu`. No
look-behind: phones with an old browser stop at it. A replacement is written as JavaScript writes it
(`$1`); a group that did not match is empty.

Operations
    letters  each character that is a key of `table` becomes its value
    sub      a match becomes `replace`
    table    a match that is a key of `table` becomes its value; any other match stays
    drop     the characters of `replace` are taken out of a match
    order    the characters of a match are sorted, stably, by the number in `table`
    lower    a match becomes lower case, one character at a time (so that a final sigma has no say)
    form     the whole text takes the Unicode normalisation form `replace` (NFC or NFD)
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

Operation = Literal["letters", "sub", "table", "drop", "order", "lower", "form"]

# Any Unicode form may be taken piece by piece when each piece begins with a letter that joins nothing
# before it.
_FORM_PIECE = "[\\u0000-\\u007fก-ฮ]?[^\\u0000-\\u007fก-ฮ]+"


@dataclass(frozen=True)
class Step:
    """One rewriting step. `kind` names the result for people and code; `why` is the rule behind it, in
    one sentence.
    """

    kind: str
    why: str
    operation: Operation
    pattern: str = ""
    replace: str = ""
    table: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Change:
    """One place that a step changed: `found` and `offset` (in characters) are of the text as it came
    in.
    """

    kind: str
    found: str
    became: str
    offset: int


@dataclass(frozen=True)
class Traced:
    """Rewritten text; `origins[i]` is the offset, in the text as it came in, of the rewritten character
    `i`.

    `origins` has one number more than `text` has characters: the last one is the length of the text that
    came in.
    """

    text: str
    origins: tuple[int, ...]
    changes: tuple[Change, ...]


def rewrite(steps: Iterable[Step], text: str) -> str:
    """The text after all steps, each taken once, in order."""
    for step in steps:
        text = _apply(step, text)
    return text


def settle(steps: tuple[Step, ...], text: str) -> str:
    """The text after the steps were taken again and again until they change nothing more."""
    while (after := rewrite(steps, text)) != text:
        text = after
    return text


def trace_settled(steps: tuple[Step, ...], text: str) -> Traced:
    """Like `settle`, and tells where each character came from and what was changed, in order of place."""
    current, origins, changes = _traced_pass(steps, text, text, list(range(len(text) + 1)))
    while settle(steps, current) != current:
        current, origins, more = _traced_pass(steps, text, current, origins)
        changes += more
    return _finish(text, current, origins, changes)


def as_data(steps: Iterable[Step]) -> list[dict[str, object]]:
    """The steps as JSON-able data for the browser; a step without a pattern matches the keys of its
    table.
    """
    return [
        {
            "kind": step.kind,
            "why": step.why,
            "operation": step.operation,
            "pattern": _pattern(step),
            "replace": step.replace,
            "table": dict(step.table),
        }
        for step in steps
    ]


def _finish(text: str, current: str, origins: list[int], changes: list[Change]) -> Traced:
    in_place = sorted(changes, key=lambda change: change.offset)
    return Traced(current, (*origins[:-1], len(text)), tuple(in_place))


def _traced_pass(
    steps: tuple[Step, ...], source: str, text: str, origins: list[int]
) -> tuple[str, list[int], list[Change]]:
    changes: list[Change] = []
    for step in steps:
        if _apply(step, text) != text:
            text, origins = _traced_step(step, source, text, origins, changes)
    return text, origins, changes


def _traced_step(
    step: Step, source: str, text: str, origins: list[int], changes: list[Change]
) -> tuple[str, list[int]]:
    pieces: list[str] = []
    places: list[int] = []
    end = 0
    become = _becoming(step)
    for match in _compiled(step).finditer(text):
        became = become(match)
        if became == match[0]:
            continue
        start, stop = match.span()
        found = source[origins[start] : origins[stop]] or match[0]
        changes.append(Change(step.kind, found, became, origins[start]))
        pieces += (text[end:start], became)
        places += origins[end:start]
        # A character keeps its own place where it can; more characters than before share the last place.
        places += (origins[min(start + at, max(start, stop - 1))] for at in range(len(became)))
        end = stop
    return "".join((*pieces, text[end:])), places + origins[end:]


def _apply(step: Step, text: str) -> str:
    match step.operation:
        case "letters":
            return _exchange(step.table, text)
        case "form":
            return unicodedata.normalize(_form(step), text)
        case "sub":
            return _compiled(step).sub(_template(step), text)
        case _:
            return _compiled(step).sub(_becoming(step), text)


@lru_cache(maxsize=256)
def _compiled(step: Step) -> re.Pattern[str]:
    return re.compile(_pattern(step), re.ASCII)


def _pattern(step: Step) -> str:
    if step.operation == "letters":
        return "[" + "".join(key for key, _ in step.table) + "]"
    return _FORM_PIECE if step.operation == "form" else step.pattern


def _exchange(table: tuple[tuple[str, str], ...], text: str) -> str:
    """One replacement after the other: five times as fast as `str.translate`; no value holds another key."""
    for key, value in table:
        if key in text:
            text = text.replace(key, value)
    return text


@lru_cache(maxsize=256)
def _becoming(step: Step) -> Callable[[re.Match[str]], str]:
    table = dict(step.table)
    match step.operation:
        case "letters" | "table":
            return lambda match: table.get(match[0], match[0])
        case "sub":
            return lambda match: match.expand(_template(step))
        case "drop":
            return lambda match: "".join(letter for letter in match[0] if letter not in step.replace)
        case "order":
            return lambda match: "".join(sorted(match[0], key=lambda letter: int(table[letter])))
        case "lower":
            return lambda match: match[0].lower()
        case "form":
            return lambda match: unicodedata.normalize(_form(step), match[0])


def _template(step: Step) -> str:
    return step.replace.replace("$", "\\")


def _form(step: Step) -> Literal["NFC", "NFD"]:
    return cast(Literal["NFC", "NFD"], step.replace)
