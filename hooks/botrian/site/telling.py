"""Steps of a build go in as they are done; how far it is, and at the end where the time went, comes out.

The steps of both languages are told to one place, from whichever process makes them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final, TypeVar

from botrian.records import Language

Item = TypeVar("Item")

#: The steps of one language in their order, with the share of the whole that each takes where all is made anew.
STEPS: Final[Mapping[str, int]] = {
    "search": 5,
    "pages": 11,
    "files": 2,
    "tables": 42,
    "kits": 9,
    "archive": 8,
    "cards": 12,
    "html": 11,
}
#: A step of a language, and how much of it is done, from 0 to 1.
Tell = Callable[[Language, str, float], None]


def nobody(language: Language, step: str, done: float) -> None:
    """Tell nobody."""


class Telling:
    """What one language's build is at. ``seconds`` of the processor that each step took, by its name.

    ``others`` tells how many seconds others have worked for it so far.
    """

    def __init__(self, language: Language, tell: Tell = nobody, others: Callable[[], float] = lambda: 0) -> None:
        self._others = others
        self._language, self._tell = language, tell
        self.seconds: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """One step: it is told when it is done."""
        start = time.process_time() + self._others()
        yield
        self.seconds[name] = self.seconds.get(name, 0) + time.process_time() + self._others() - start
        self._tell(self._language, name, 1)

    def each(self, name: str, items: Iterable[Item], count: int) -> Iterator[Item]:
        """The things that a step makes, of which there are ``count``: after each it is told how far it is."""
        for number, item in enumerate(items, start=1):
            yield item
            self._tell(self._language, name, number / (count + 1))


class Share:
    """How much of the whole is done, from what the steps of all languages tell."""

    def __init__(self, languages: int) -> None:
        self._done: dict[tuple[Language, str], float] = {}
        self._languages = languages

    def told(self, language: Language, step: str, done: float) -> float:
        """Take in how far one step is; returns the share of the whole, from 0 to 1."""
        self._done[language, step] = done
        whole = sum(STEPS.values()) * self._languages
        return sum(STEPS.get(name, 0) * part for (_, name), part in self._done.items()) / whole
