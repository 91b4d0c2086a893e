"""Writes ``expected.json`` of golden cases that have none, to be read before it is committed; ``--all``: of all."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from botrian.check import check
from botrian.check.output import as_json
from tests.check.trees import GOLDEN, TODAY, golden_tree


def write(again: bool) -> None:
    """Write the problems of each case as they are found now."""
    for case in sorted(folder for folder in GOLDEN.iterdir() if folder.is_dir()):
        expected = case / "expected.json"
        if again or not expected.exists():
            with tempfile.TemporaryDirectory() as folder:
                problems = check(golden_tree(case, Path(folder)), TODAY).problems
            expected.write_text(as_json(problems) + "\n", encoding="utf-8", newline="\n")
            print(f"{case.name}: {', '.join(problem.code for problem in problems)}")


if __name__ == "__main__":
    write("--all" in sys.argv)
