"""Reports of tests enter; a line for each room leaves: how many tests, seconds, and seconds of the processor.

A plugin of pytest, loaded by ``tests/conftest.py``. A room is the folder of ``tests/`` that a test lies in. What a
browser or another program that still runs has used is not in the processor's seconds.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest

_passed = pytest.StashKey[float]()
#: Rooms whose tests take longest come first, so that no process is left alone with them at the end.
LONGEST = ("site", "search", "table_tools", "addresses")


class RoomTimes:
    """Sums the times of all tests by room, in the process that hears of every test."""

    def __init__(self) -> None:
        self.tests: Counter[str] = Counter()
        self.seconds: dict[str, float] = defaultdict(float)
        self.processor: dict[str, float] = defaultdict(float)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """One phase of one test, from this process or from a worker."""
        room = room_of(report.nodeid)
        self.tests[room] += report.when == "call" or (report.when == "setup" and report.outcome != "passed")
        self.seconds[room] += report.duration
        self.processor[room] += getattr(report, "processor", 0.0)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """The rooms, the slowest first; pytest's own last line stays the last."""
        if len(self.tests) > 1:
            terminalreporter.write_line("")
            for line in self.lines():
                terminalreporter.write_line(line)

    def lines(self) -> list[str]:
        """The table of rooms, with a sum."""
        rows = [(room, self.tests[room], self.seconds[room], self.processor[room]) for room in self.tests]
        rows.sort(key=lambda row: (-row[2], row[0]))
        rows.append(("all", self.tests.total(), sum(self.seconds.values()), sum(self.processor.values())))
        head = f"{'room':<14}{'tests':>7}{'seconds':>10}{'CPU':>9}"
        return [head, *(f"{room:<14}{tests:>7}{seconds:>10.1f}{cpu:>9.1f}" for room, tests, seconds, cpu in rows)]


def room_of(nodeid: str) -> str:
    """The folder below ``tests/`` of a test's id (``tests/search/test_keys.py::…``)."""
    steps = nodeid.partition("::")[0].split("/")
    return steps[1] if len(steps) > 2 else steps[0]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Iterator[None]:  # pytest.TestReport comes back through the generator
    """Note in each report what the processor did since the one before."""
    report = yield
    now = _processor_seconds()
    report.processor = now - item.config.stash.get(_passed, now)  # type: ignore[attr-defined]
    item.config.stash[_passed] = now
    return report


def pytest_configure(config: pytest.Config) -> None:
    """Begin to count; the sums are kept where the summary is printed."""
    config.stash[_passed] = _processor_seconds()
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(RoomTimes(), "room-times")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The rooms' order; within a room tests stay as they are."""
    places = {room: place for place, room in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(room_of(item.nodeid), len(places)))


def _processor_seconds() -> float:
    """Of this process and of all that it started and that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
