"""What reading and checking say when something is wrong: a rule's code, a place, what was found and expected."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A place in a content file; ``file`` is relative with ``/``, lines and columns count from 1."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, order=True)
class Finding:
    """One broken rule at one place. The words for people come from the catalogue of rules, by ``code``.

    ``field`` is the dotted path of the value (``evidence.2.citations.0.lines``), ``values`` are further
    (name, text) pairs that the rule's words use.
    """

    place: Place
    code: str
    field: str = ""
    got: str = ""
    expected: str = ""
    values: tuple[tuple[str, str], ...] = ()
