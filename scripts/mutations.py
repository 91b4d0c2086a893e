"""Do the tests notice when the code is wrong? Break it on purpose, one place at a time, and see: tests/mutations.yml.

For maintainers; a command, no part of the tests. Each mutation is put into a copy of the project, the tests of its room
run until the first that fails, and a table says which mutations were killed. One that survived is a test that is
missing, or a change that nobody could notice: then take another.

    .venv/bin/python scripts/mutations.py            all of them, room by room
    .venv/bin/python scripts/mutations.py thai read  those of some rooms

Leaves 0 where nine of ten are killed, 1 where fewer are, 2 where a mutation does not apply or a room's tests fail on
the code as it is.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "tests" / "mutations.yml"
ENOUGH = 0.9
#: pytest's answers: tests failed, or could not even be collected.
FAILED = (1, 2)
SECONDS = 900


class DoesNotApply(ValueError):
    """The old text of a mutation does not stand in its file exactly once."""


@dataclass(frozen=True)
class Mutation:
    """One wrong line: in which file what becomes what, which room's tests should see it, what it would do to people."""

    file: str
    old: str
    new: str
    room: str
    harm: str
    tests: tuple[str, ...]

    def put_into(self, text: str) -> str:
        """The file's text with the wrong line. Raises DoesNotApply."""
        if text.count(self.old) != 1:
            raise DoesNotApply(f"{self.file}: stands {text.count(self.old)} times, not once: {self.old!r}")
        return text.replace(self.old, self.new)


def mutations(file: Path = LIST) -> tuple[Mutation, ...]:
    """The list, in its order: ``tests`` are those named by the mutation, by its room, or the room's whole folder."""
    raw = yaml.safe_load(file.read_text(encoding="utf-8"))
    tests = {room: tuple(names) for room, names in raw["tests"].items()}
    return tuple(
        Mutation(
            one["file"],
            one["old"],
            one["new"],
            one["room"],
            one["harm"],
            tuple(one.get("tests", tests.get(one["room"], (f"tests/{one['room']}",)))),
        )
        for one in raw["mutations"]
    )


def copied(folder: Path) -> None:
    """A copy of everything that git knows or would take, as it lies here now."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in filter(None, listed.stdout.decode("utf-8").split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    # Some tests ask git what it leaves out.
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)


def tried(mutation: Mutation, project: Path) -> bool:
    """Whether the room's tests notice the mutation in this copy of the project; the copy is whole again afterwards."""
    file = project / mutation.file
    text = file.read_text(encoding="utf-8")
    file.write_text(mutation.put_into(text), encoding="utf-8", newline="")
    try:
        return answer(mutation.tests, project) in FAILED
    finally:
        file.write_text(text, encoding="utf-8", newline="")


def answer(tests: Iterable[str], project: Path) -> int:
    """pytest's exit code for some tests of this copy; tests that take too long have noticed something."""
    # No byte code is kept: two files of one size and second would be taken for the same.
    environ = {**os.environ, "PYTHONPATH": str(project / "hooks"), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    words = ["-x", "-q", "-p", "no:cacheprovider", "-m", "not site", *tests]
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *words], cwd=project, env=environ, capture_output=True, timeout=SECONDS
        )
    except subprocess.TimeoutExpired:
        return FAILED[0]
    return done.returncode


def main(rooms: list[str]) -> int:
    """Try the mutations of these rooms, or all; print a line for each and the sum."""
    chosen = [one for one in mutations() if not rooms or one.room in rooms]
    with tempfile.TemporaryDirectory() as name:
        project = Path(name)
        copied(project)
        for wrong in wrongs(chosen, project):
            print(wrong, file=sys.stderr)
            return 2
        killed = [killed_one(one, project) for one in chosen]
    print(f"{sum(killed)} of {len(chosen)} killed")
    return 0 if sum(killed) >= ENOUGH * len(chosen) else 1


def wrongs(chosen: Iterable[Mutation], project: Path) -> Iterator[str]:
    """What makes the table worthless: a mutation that does not apply, tests that fail by themselves."""
    for one in chosen:
        try:
            one.put_into((project / one.file).read_text(encoding="utf-8"))
        except (DoesNotApply, OSError) as error:
            yield str(error)
    for tests in dict.fromkeys(one.tests for one in chosen):
        if answer(tests, project) != 0:
            yield f"these tests fail on the code as it is: {' '.join(tests)}"


def killed_one(one: Mutation, project: Path) -> bool:
    """Try one and print its line."""
    start = time.monotonic()
    killed = tried(one, project)
    seconds = time.monotonic() - start
    print(
        f"{'killed' if killed else 'SURVIVED':<9} {seconds:6.1f} s  {one.room:<10} {one.harm}  [{one.file}]", flush=True
    )
    return killed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
