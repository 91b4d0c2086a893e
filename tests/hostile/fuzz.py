"""Damaged content trees through checking, printing and staging, for as long as one likes.

    PYTHONPATH=hooks:. python -m tests.hostile.fuzz MINUTES [FIRST-SEED]

Each tree that ends in an exception, or takes longer than its seconds, is kept below ``.cache/fuzz/<seed>/`` with
what happened. Running again with that seed makes the same tree. The suite runs a few of them (``test_fuzz.py``).
"""

from __future__ import annotations

import sys
import tempfile
import time
import traceback
from datetime import date
from pathlib import Path
from random import Random

from botrian.addresses import Stamp
from botrian.check import Checked, check
from botrian.check.output import as_github, as_json, as_text
from botrian.read import Paths
from botrian.records import LANGUAGES
from botrian.site.generate import generate
from tests.check.trees import TODAY
from tests.hostile.mutations import base_files, mutated, write

FOUND = Path(__file__).resolve().parents[2] / ".cache" / "fuzz"
#: CPU seconds for one tree of a few KB.
SLOW = 10.0
STAMP = Stamp("https://example.org/kb/", date(2026, 7, 1), {})


def tried(folder: Path, seed: int, stage: bool = True) -> Checked:
    """Check the tree of this seed, print what was found in every form, and make its pages where nothing is wrong."""
    write(folder, mutated(Random(seed), base_files()))  # noqa: S311 -- chance, no secret
    checked = check(Paths.of(folder), TODAY)
    for problem in checked.problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.message.th and problem.message.en
    as_json(checked.problems)
    as_github(checked.problems)
    as_text(checked.problems, lambda file, line: None, 1)
    if stage and checked.knowledge is not None:
        for language in LANGUAGES:
            generate(checked.knowledge, language, STAMP)
    return checked


def main(minutes: float, seed: int) -> int:
    """Try trees until the time is over; 1 where one of them was kept."""
    end = time.monotonic() + minutes * 60
    trees = clean = kept = 0
    while time.monotonic() < end:
        trees, seed = trees + 1, seed + 1
        with tempfile.TemporaryDirectory() as name:
            start = time.process_time()
            try:
                clean += tried(Path(name), seed).knowledge is not None
                said = f"{time.process_time() - start:.1f} s" if time.process_time() - start > SLOW else ""
            except Exception:  # what is looked for
                said = traceback.format_exc()
        if said:
            kept += 1
            write(FOUND / str(seed), mutated(Random(seed), base_files()))  # noqa: S311
            (FOUND / str(seed) / "what-happened.txt").write_text(said, encoding="utf-8")
            print(f"{seed}: {said.strip().splitlines()[-1]}", flush=True)
    print(f"{trees:,} trees, {clean:,} without an error, {kept:,} kept in {FOUND}")
    return 1 if kept else 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0))
