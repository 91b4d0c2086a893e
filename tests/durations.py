"""Reports of tests enter; a line for each room leaves: how many tests, seconds, and seconds of the processor.

A plugin of pytest, loaded by ``tests/conftest.py``. A room is the folder of ``tests/`` that a test lies in. A browser
that goes on for other tests is counted where it is used, on Linux; elsewhere with the last test of the process.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

_clock = pytest.StashKey["Clock"]()
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


class Clock:
    """The processor's seconds of a process and of all that it started, those that have ended and those that go on."""

    def __init__(self) -> None:
        self._ended = self._living = 0.0
        self._passed = 0.0
        self.since(look=True)

    def since(self, *, look: bool) -> float:
        """The seconds since the last call. What goes on is looked at where that is asked, or where something ended."""
        times = os.times()
        ended = times.children_user + times.children_system
        if look or ended != self._ended:
            self._ended, self._living = ended, living_seconds(os.getpid())
        before, self._passed = self._passed, times.user + times.system + ended + self._living
        return max(self._passed - before, 0.0)


def living_seconds(process: int) -> float:
    """The processor's seconds of all that a process started and that goes on, as far as the system tells."""
    seconds = 0.0
    for child in _children(process):
        try:
            told = Path(f"/proc/{child}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        seconds += sum(map(int, told[11:15])) / os.sysconf("SC_CLK_TCK") + living_seconds(child)
    return seconds


def _children(process: int) -> list[int]:
    """What a process started and has not taken leave of; each of its threads and itself may end meanwhile."""
    found: list[int] = []
    with suppress(OSError):
        for thread in os.listdir(f"/proc/{process}/task"):  # noqa: PTH208 -- names alone
            with suppress(OSError):
                text = Path(f"/proc/{process}/task/{thread}/children").read_text(encoding="ascii")
                found += map(int, text.split())
    return found


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Iterator[None]:  # pytest.TestReport comes back through the generator
    """Note in each report what the processor did since the one before."""
    report = yield
    browser = "browser" in getattr(item, "fixturenames", ())
    report.processor = item.config.stash[_clock].since(look=browser and call.when == "teardown")  # type: ignore[attr-defined]
    return report


def pytest_configure(config: pytest.Config) -> None:
    """Begin to count; the sums are kept where the summary is printed."""
    config.stash[_clock] = Clock()
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(RoomTimes(), "room-times")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The rooms' order; within a room tests stay as they are."""
    places = {room: place for place, room in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(room_of(item.nodeid), len(places)))
