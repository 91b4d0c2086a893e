"""A content tree on disk goes in; what has one right answer is mended in its files, and told.

Rounds of checking and mending: a mistake that hides others is mended first. A file in which a mending brings a new
error is put back as it was, so that what is written is never worse than before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from botrian.check.canonical import canonical_text
from botrian.check.mending import mended_line
from botrian.check.problems import Problem
from botrian.check.report import Checked, check
from botrian.read import Paths
from botrian.read.rewrite import write_whole
from botrian.thai import normal

#: A file that is not clean after so many rounds is for people.
ROUNDS = 12
#: What programs write has the form that they give it.
_WRITTEN = ("data/changes/", "data/frozen/")
_CODECS = {"TIS-620": "tis-620", "Windows-874": "cp874", "UTF-16": "utf-16", "UTF-32": "utf-32"}
#: Letters of these files are not touched before people have looked at them.
_FOR_PEOPLE = ("conflict-marks", "text-garbled", "file-damaged", "file-mojibake", "two-records")


@dataclass(frozen=True)
class Mended:
    """One line that was changed: by which rule, what stood there and what stands there now."""

    code: str
    file: str
    line: int
    before: str
    after: str


@dataclass(frozen=True)
class Fixed:
    """What was changed, and the tree as it is checked now."""

    changes: tuple[Mended, ...]
    checked: Checked


def fix(paths: Paths, today: date, wanted: Callable[[str], bool] = lambda _: True) -> Fixed:
    """Mend what is sure in the files that are ``wanted`` (as people have their paths). Raises OSError."""
    checked = check(paths, today)
    changes: list[Mended] = []
    left_alone: set[str] = set()
    for _ in range(ROUNDS):
        old: dict[str, bytes] = {}
        made: dict[str, list[Mended]] = {}
        for file, problems in _by_file(checked.problems).items():
            if file in left_alone or not wanted(file):
                continue
            disk = paths.root / file
            data = disk.read_bytes()
            new, lines = _mended(file, data, problems)
            if lines:
                old[file], made[file] = data, lines
                write_whole(disk, new)
        if not made:
            break
        before = checked.problems
        checked = check(paths, today)
        worse = {file for file, lines in made.items() if _worse(file, lines, before, checked.problems)}
        for file in worse:
            write_whole(paths.root / file, old[file])
            left_alone.add(file)
        if worse:
            checked = check(paths, today)
        changes += [one for file, lines in made.items() if file not in worse for one in lines]
    return Fixed(tuple(changes), checked)


def canonically(
    paths: Paths, today: date, wanted: Callable[[str], bool] = lambda _: True
) -> tuple[tuple[str, ...], Checked]:
    """Write the ``wanted`` files without an error in their canonical form; which were changed, and the tree now.

    A file in which ``check`` finds something new is put back. Raises OSError.
    """
    before = check(paths, today)
    wrong = {one.file for one in before.problems if one.severity == "error"}
    old: dict[str, bytes] = {}
    for document in before.reading.documents:
        file = paths.shown(document.name)
        if document.name.startswith(_WRITTEN) or file in wrong or not wanted(file):
            continue
        data = paths.on_disk(document.name).read_bytes()
        made = canonical_text(document.name, data.decode("utf-8")).encode()
        if made != data:
            old[file] = data
            write_whole(paths.root / file, made)
    checked = check(paths, today)
    known = {(one.file, one.code) for one in before.problems}
    worse = {one.file for one in checked.problems if one.file in old and (one.file, one.code) not in known}
    for file in worse:
        write_whole(paths.root / file, old[file])
    return tuple(file for file in old if file not in worse), check(paths, today) if worse else checked


def _by_file(problems: Iterable[Problem]) -> Mapping[str, list[Problem]]:
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.file, []).append(problem)
    return {file: ones for file, ones in found.items() if not any(one.code in _FOR_PEOPLE for one in ones)}


def _worse(file: str, lines: Iterable[Mended], before: Iterable[Problem], after: Iterable[Problem]) -> bool:
    """Whether a mended file breaks a rule of form that it did not break, at a mended line or before.

    Further down it may: what could not be read before has its own mistakes.
    """
    known = {one.code for one in before if one.file == file}
    last = max(one.line for one in lines) + 1
    new = (one for one in after if one.file == file and one.severity == "error" and one.code not in known)
    return any(one.line <= last and one.code.startswith(("yaml-", "front-matter-", "file-")) for one in new)


def _mended(file: str, data: bytes, problems: Iterable[Problem]) -> tuple[bytes, list[Mended]]:
    """The bytes with one mending on each line, each line's own ending kept, and what was changed."""
    changed: list[Mended] = []
    if encoding := next((one for one in problems if one.code == "file-encoding"), None):
        codec = _CODECS.get(encoding.got)
        if codec is None:
            return data, []
        return data.decode(codec).encode(), [Mended("file-encoding", file, 1, encoding.got, "UTF-8")]
    lines = data.decode("utf-8").split("\n")
    if stored := next((one for one in problems if one.code == "text-normalised"), None):
        for number, line in enumerate(lines):
            bare = line.rstrip("\r")
            form = normal(bare)
            if form != bare and "\n" not in form:
                changed.append(Mended(stored.code, file, number + 1, bare, form))
                lines[number] = form + line[len(bare) :]
        return "\n".join(lines).encode(), changed
    touched: set[int] = set()
    for problem in problems:
        at = problem.line - 1
        if at in touched or at >= len(lines):
            continue
        bare = lines[at].rstrip("\r").removeprefix("\ufeff")
        better = mended_line(problem, bare)
        if better is not None:
            touched.add(at)
            changed.append(Mended(problem.code, file, problem.line, bare, better))
            lines[at] = lines[at].replace(bare, better, 1)
    return "\n".join(lines).encode(), changed
