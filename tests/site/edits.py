"""Edits such as people make, by chance, and what a site built after each of them must be: the same as one built anew.

    PYTHONPATH=hooks:. python -m tests.site.edits EDITS [SEED]

makes as many edits as one likes to the tests' library, builds after every tenth, and compares with a build from
nothing after every fiftieth. The suite makes two hundred (``test_incremental.py``).
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

from botrian.addresses import Stamp
from botrian.knowledge import Knowledge
from botrian.read import RememberedParse
from botrian.site.build import Work, build_languages
from botrian.site.content import knowledge_or_problems
from botrian.site.fresh import Inputs, recall, remember
from botrian.site.generate import Kept
from tests.library import TODAY, library_project

#: The files of an edit, by path: the new text, or None where the file goes.
Edit = Mapping[Path, str | None]
_THAI = re.compile("[\u0e01-\u0e2e][\u0e01-\u0e4e]{4,}")
_NUMBER = re.compile(r"(?<=number: )\d+")
_COLUMN = re.compile(r"^ +- (?:dimension|field|count): .*\n", re.MULTILINE)
#: So many edits are made before each check; where it refuses them, others are.
AT_ONCE = 4
_WORDS = ("ใหม่", "ของชุมชน", "ตามที่เล่า", "ด้วยกัน")


def _changed_word(random: Random, files: Sequence[Path], number: int) -> Edit:
    """A word somewhere is said otherwise."""
    file = random.choice(files)
    text = file.read_text(encoding="utf-8")
    found = list(_THAI.finditer(text))
    if not found:
        return {}
    at = random.choice(found)
    return {file: text[: at.end()] + random.choice(_WORDS) + text[at.end() :]}


def _changed_number(random: Random, files: Sequence[Path], number: int) -> Edit:
    """A figure is corrected."""
    file = random.choice([one for one in files if _NUMBER.search(one.read_text(encoding="utf-8"))])
    text = file.read_text(encoding="utf-8")
    at = random.choice(list(_NUMBER.finditer(text)))
    return {file: f"{text[: at.start()]}{int(at[0]) + random.randint(1, 9)}{text[at.end() :]}"}


def _another_line(random: Random, files: Sequence[Path], number: int) -> Edit:
    """A sentence is added below a record or a page."""
    file = random.choice([one for one in files if one.suffix == ".md"])
    return {file: f"{file.read_text(encoding='utf-8').rstrip()}\n\nเพิ่มข้อความที่ {number} ไว้ตรงนี้\n"}


def _another_record(random: Random, files: Sequence[Path], number: int) -> Edit:
    """A lesson, case or table like another one."""
    file = random.choice([one for one in files if one.parent.name in ("lessons", "tables") or "cases" in one.parts])
    text = file.read_text(encoding="utf-8").replace(f"id: {file.stem}\n", f"id: more-{number}\n", 1)
    title = _THAI.search(text)
    if title is None:
        return {}
    text = f"{text[: title.start()]}เรื่องที่{'กขคงจฉชซดต'[number % 10] * (number // 10 + 2)}{text[title.end() :]}"
    return {file.with_stem(f"more-{number}"): text}


def _one_record_less(random: Random, files: Sequence[Path], number: int) -> Edit:
    """A file goes; often something still names it, and the edit is refused."""
    added = [one for one in files if one.stem.startswith("more-")]
    return {random.choice(added or files): None}


def _other_columns(random: Random, files: Sequence[Path], number: int) -> Edit:
    """The columns of a table in another order."""
    tables = {one: one.read_text(encoding="utf-8") for one in files if one.parent.name == "tables"}
    found = [one for one in tables.items() if len(_COLUMN.findall(one[1])) > 1]
    if not found:
        return {}
    file, text = random.choice(found)
    columns = _COLUMN.findall(text)
    first, last = columns[0], columns[-1]
    return {file: text.replace(first, "\0", 1).replace(last, first, 1).replace("\0", last, 1)}


EDITS: Sequence[Callable[[Random, Sequence[Path], int], Edit]] = (
    *(_changed_word, _changed_word, _changed_number, _another_line),
    *(_another_record, _one_record_less, _other_columns),
)


class Edited:
    """A project that is edited, and its site, which is built of what was made before."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 -- chance, no secret
        self.folder = folder
        self.paths = library_project(folder / "project")
        self.cache = folder / "project" / ".cache"
        self.stamp = Stamp("https://example.org/kb/", None, {})
        self.made: dict[str, int] = {}
        self._parse = RememberedParse()
        self._number = 0

    def edit(self, times: int = 1) -> Knowledge:
        """So many edits that checking does not refuse, with one check for a few; sometimes another day of a change."""
        assert times > 0
        for left in range(times, 0, -AT_ONCE):
            knowledge = self._edited_together(min(left, AT_ONCE))
        return knowledge

    def _edited_together(self, times: int) -> Knowledge:
        while True:
            before: dict[Path, bytes | None] = {}
            made = [self._made(before) for _ in range(times)]
            knowledge, _ = knowledge_or_problems(self.paths, TODAY, self._parse)
            if knowledge is not None:
                break
            for file, data in before.items():
                _write(file, data)
        for name in made:
            self.made[name] = self.made.get(name, 0) + 1
            if self.random.random() < 0.1:
                self.stamp = self._another_day()
        return knowledge

    def _made(self, before: dict[Path, bytes | None]) -> str:
        """Make one edit and tell its name; what its files held at first is put into ``before``."""
        while True:
            self._number += 1
            make = self.random.choice(EDITS)
            edit = make(self.random, list(self._files()), self._number)
            for file, text in edit.items():
                before.setdefault(file, file.read_bytes() if file.exists() else None)
                _write(file, None if text is None else text.encode("utf-8"))
            if edit:
                return make.__name__

    def _another_day(self) -> Stamp:
        """The stamp, to which another file of content was changed last on another day."""
        name = self.random.choice(list(self._files())).relative_to(self.paths.root).as_posix()
        day = TODAY - timedelta(days=self.random.randint(0, 300))
        return replace(self.stamp, changed={**self.stamp.changed, name: day})

    def built(self, knowledge: Knowledge, *, files: bool) -> Mapping[str, bytes]:
        """Every file of the site, built of what was made before."""
        site = self.folder / "site"
        told = recall(site, self.cache)
        kept = Kept.of(self.paths.root, self.paths.data, files=files)
        work = Work(self.paths, knowledge, self.stamp, kept, site, told.files if told else {})
        digests = self._build(work, self.folder / "new")
        shutil.rmtree(site, ignore_errors=True)
        (self.folder / "new").rename(site)
        remember(site, self.cache, Inputs("", "", {}), digests)
        return _content(site)

    def built_anew(self, knowledge: Knowledge, *, files: bool) -> Mapping[str, bytes]:
        """The same, built from nothing."""
        kept = replace(Kept.of(self.paths.root, self.paths.data, files=files), cache=None)
        out = self.folder / "anew"
        self._build(Work(self.paths, knowledge, self.stamp, kept), out)
        found = _content(out)
        shutil.rmtree(out)
        return found

    def _build(self, work: Work, out: Path) -> dict[str, str]:
        parts = out.with_name(f"{out.name}-parts")
        made = build_languages(work, parts, alone=True)
        (parts / "en").rename(parts / "th" / "en")
        (parts / "th").rename(out)
        parts.rmdir()
        return {name: digest for one in made for name, digest in one.digests.items()}

    def _files(self) -> Iterator[Path]:
        for folder in (self.paths.data, self.paths.docs):
            yield from sorted(one for one in folder.rglob("*") if one.suffix in (".yml", ".md"))


def _write(file: Path, data: bytes | None) -> None:
    if data is None:
        file.unlink(missing_ok=True)
    else:
        file.write_bytes(data)


def _content(folder: Path) -> Mapping[str, bytes]:
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


def different(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """The paths at which two sites differ."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def main(edits: int, seed: int) -> int:
    """Edit and compare; 1 where a site was not what it should be."""
    with tempfile.TemporaryDirectory() as name:
        edited = Edited(Path(name), seed)
        for number in range(10, edits + 1, 10):
            knowledge = edited.edit(10)
            files = number % 100 == 0
            site = edited.built(knowledge, files=files)
            if number % 50 == 0:
                wrong = different(site, edited.built_anew(knowledge, files=files))
                print(f"{number} edits, {len(site)} files, {len(wrong)} differ {wrong[:5]}", flush=True)
                if wrong:
                    return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else time.time_ns()))
