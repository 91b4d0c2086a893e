"""``kb.py bench serve EDITS``: what somebody waits for who edits while ``serve`` shows the site, edit after edit.

A copy of the content is edited: a line below one lesson, and every fifth time a number of a fact. Told for each edit:
the seconds until its pages are shown and until all has followed, of the clock and of the processor; the memory of the
process and the files of the served folder, which must not grow.
"""

from __future__ import annotations

import argparse
import gc
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from botrian.addresses import Stamp
from botrian.check import seen_before
from botrian.read import Paths, RememberedParse
from botrian.site.changes import last_changes
from botrian.site.clock import the_day
from botrian.site.content import knowledge_or_problems
from botrian.site.generate import Kept
from botrian.site.serve import Following
from botrian.site.settings import site_url

ROOT = Path(__file__).resolve().parents[2]
_NUMBER = re.compile(r"(?<=number: )\d+")
_FACT_EVERY = 5


@dataclass(frozen=True)
class Spent:
    """Seconds of the clock and of the processor."""

    wall: float
    processor: float

    @classmethod
    def of(cls, work: Callable[[], object]) -> Spent:
        """What a piece of work took."""
        wall, processor = time.perf_counter(), time.process_time()
        work()
        return cls(time.perf_counter() - wall, time.process_time() - processor)


class Edited:
    """A copy of the content below a folder, and its served site."""

    def __init__(self, folder: Path) -> None:
        for name in ("data", "docs"):
            shutil.copytree(ROOT / name, folder / name)
        self.paths = Paths.of(ROOT, folder / "data", folder / "docs")
        self.site = folder / "served" / "site"
        self.site.mkdir(parents=True)
        cache = Kept.of(ROOT, ROOT / "data").cache
        stamp = Stamp(site_url(ROOT), None, last_changes(ROOT))
        self._following = Following(self.paths, stamp, self.site, cache)
        self._parse, self._seen = RememberedParse(), seen_before(cache)

    def edit(self, number: int) -> None:
        """One edit: a line below a lesson, or a number of a fact."""
        if number % _FACT_EVERY:
            file = sorted((self.paths.docs / "lessons").glob("*.md"))[0]
            file.write_text(f"{file.read_text(encoding='utf-8').rstrip()}\n\nเพิ่มข้อความที่ {number}\n", encoding="utf-8")
            return
        files = sorted((self.paths.data / "facts").rglob("*.yml"))
        file = next(one for one in files if _NUMBER.search(one.read_text(encoding="utf-8")))
        text = file.read_text(encoding="utf-8")
        file.write_text(_NUMBER.sub(lambda found: str(int(found[0]) + 1), text, count=1), encoding="utf-8")

    def shown_and_followed(self) -> tuple[Spent, Spent]:
        """What it takes until the pages of an edit are shown, and until all has followed."""
        found = []

        def show() -> None:
            knowledge, problems = knowledge_or_problems(self.paths, the_day(os.environ), self._parse, self._seen)
            assert knowledge is not None, problems
            self._seen.turn()
            self._following.show(knowledge)
            found.append(knowledge)

        shown = Spent.of(show)
        return shown, Spent.of(lambda: self._following.follow(found[0]))


def memory() -> float:
    """Megabytes that this process holds now; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    found = re.search(r"VmRSS:\s+(\d+) kB", status.read_text(encoding="ascii")) if status.exists() else None
    return int(found[1]) / 1000 if found else 0.0


def main(edits: int) -> int:
    """Edit and tell."""
    with tempfile.TemporaryDirectory(prefix="botrian-bench-") as name:
        edited = Edited(Path(name))
        _, first = edited.shown_and_followed()
        print(f"first build: {first.wall:.1f} s, {first.processor:.1f} CPU s", flush=True)
        print("edit  shown s (CPU)  followed s (CPU)  MB  files", flush=True)
        for number in range(1, edits + 1):
            edited.edit(number)
            shown, followed = edited.shown_and_followed()
            gc.collect()
            files = sum(one.is_file() for one in edited.site.rglob("*"))
            times = f"{shown.wall:5.1f} ({shown.processor:4.1f})  {followed.wall:6.1f} ({followed.processor:5.1f})"
            print(f"{number:4}  {times}  {memory():5.0f}  {files}", flush=True)
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="kb.py bench serve", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("edits", type=int)
    sys.exit(main(parser.parse_args().edits))
