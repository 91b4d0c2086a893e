"""A built site goes in; what it weighs comes out, by kind of file, beside the budget that is stated here.

A kind's budget is for one file of it, so that it holds for a library of any size: a site grows with what is told, and
only what is told twice makes its files heavier. What a host takes in all is told as well.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

#: What GitHub's pages publish at most (docs.github.com, "GitHub Pages limits"), in bytes.
HOST_LIMIT = 1_000_000_000
#: Seconds in which they have to be published.
HOST_SECONDS = 600
#: From this share of a limit on a build says what can be left out.
NEAR = 0.8
#: Bytes that a file of a kind may weigh on average. Kinds that are not named here have none.
BUDGET: Mapping[str, int] = {
    "html": 38_000,
    "png": 19_000,
    "svg": 125_000,
    "json": 30_000,
    "js": 4_000,
    "pptx": 52_000,
    "docx": 28_000,
    "xlsx": 16_000,
    # With the three long lists of all citations, statements and cells.
    "csv": 42_000,
    "webp": 10_000,
}
#: Folders of a language whose files, pages apart, ``kb.py build --pages-only`` leaves out.
LEFT_OUT = ("tables", "embed", "kits", "data", "offline")


@dataclass(frozen=True)
class Kind:
    """The files of one kind: the ending of their names, how many, and their bytes in all."""

    ending: str
    files: int
    bytes: int

    @property
    def each(self) -> float:
        """The bytes of one, on average."""
        return self.bytes / self.files

    @property
    def budget(self) -> int | None:
        """The bytes that one may have on average, if that is stated."""
        return BUDGET.get(self.ending)

    @property
    def over(self) -> bool:
        """Whether they are heavier than they may be."""
        return self.budget is not None and self.each > self.budget


@dataclass(frozen=True)
class Weight:
    """What a site weighs: its kinds, the heaviest first, and the bytes that go where only pages are made."""

    kinds: tuple[Kind, ...]
    spared: int

    @property
    def bytes(self) -> int:
        """All of it."""
        return sum(kind.bytes for kind in self.kinds)


def weigh(site: Path) -> Weight:
    """What the files of a built site weigh."""
    files: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    spared = 0
    for path, size in _files(site, ()):
        ending = path[-1].rpartition(".")[2].lower()
        files[ending] += 1
        sizes[ending] += size
        folder = path[1:] if path[0] == "en" else path
        if ending != "html" and folder[0] in LEFT_OUT:
            spared += size
    return Weight(tuple(Kind(ending, files[ending], size) for ending, size in sizes.most_common()), spared)


def _files(folder: Path, above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], int]]:
    """Every file below a folder: the steps to it, and its bytes."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(Path(entry.path), (*above, entry.name))
            elif entry.is_file():
                yield (*above, entry.name), entry.stat().st_size


def told(weight: Weight) -> Iterator[str]:
    """Lines for people, Thai and English: a kind a line, where one is over its budget, and what a host takes."""
    total = f"{_mb(weight.bytes)} / {_mb(HOST_LIMIT)} MB"
    yield f"น้ำหนักเว็บไซต์ / weight of the site: {total}"
    for kind in weight.kinds:
        if kind.bytes * 200 < weight.bytes:
            break
        budget = f" (≤ {kind.budget / 1000:.0f})" if kind.budget else ""
        over = "  ← หนักเกินงบ / over its budget" if kind.over else ""
        each = f"{kind.each / 1000:.1f} KB{budget}"
        yield f"  {kind.ending:8}{_mb(kind.bytes):>8} MB  {kind.files:>7,} × {each}{over}"
    if weight.bytes > NEAR * HOST_LIMIT:
        yield (
            f"ใกล้เกินที่ GitHub Pages รับได้ สร้างด้วย --pages-only จะเบาลง {_mb(weight.spared)} MB (ไม่มีไฟล์ของตารางและชุดอบรม) "
            "หรือใช้เครื่องแม่ข่ายอื่น"
        )
        yield (
            f"near what GitHub Pages takes: with --pages-only it is {_mb(weight.spared)} MB lighter "
            "(no files of tables and kits), or use another host"
        )


def told_of_time(seconds: float) -> Iterator[str]:
    """Lines for people on a build that took so long that a host may cut the next one off; none of a shorter one."""
    if seconds > NEAR * HOST_SECONDS:
        yield (
            f"สร้างนานใกล้ {HOST_SECONDS // 60} นาทีที่บางแห่งให้ ที่เก็บร่วม (--store) หรือหลายเครื่อง (--executor) ทำให้เร็วขึ้น "
            "อ่าน docs/guide/scale.md"
        )
        yield (
            f"near the {HOST_SECONDS // 60} minutes that some hosts give: a shared store (--store) or more machines "
            "(--executor) make it quicker, see docs/guide/scale.en.md"
        )


def _mb(size: int) -> str:
    return f"{size / 1_000_000:,.1f}"
