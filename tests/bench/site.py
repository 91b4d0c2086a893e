"""``kb.py bench N``: build a synthetic tree of N lessons, and the same Thai pages with stock MkDocs, in one run.

Prints pages, seconds, peak memory and bytes of the site, and the ratio of the two times. Run with several numbers
to see whether time per page and bytes grow with the pages or faster. The files of tables (Word, slides, pictures …),
which stock MkDocs does not make at all, are left out here and measured by ``bench tables``.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.synthetic import write_tree

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Measure:
    """One command's time and memory (the largest of its processes), and what it left on disk."""

    seconds: float
    peak_mb: float
    pages: int
    megabytes: float


def measure(command: list[str], folder: Path) -> Measure:
    """Run a command in a process of its own and measure it and its children."""
    start = time.perf_counter()
    runner = Path(__file__).with_name("peak.py")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, str(runner), *command], env=environment, capture_output=True, text=True, check=False
    )
    seconds = time.perf_counter() - start
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    peak = float(done.stderr.strip().rsplit("peak_mb=", 1)[1])
    files = [file for file in folder.rglob("*") if file.is_file()]
    pages = sum(file.suffix == ".html" for file in files)
    return Measure(seconds, peak, pages, sum(file.stat().st_size for file in files) / 1e6)


def bench(lessons: int) -> None:
    """Build and print one size."""
    with tempfile.TemporaryDirectory(prefix="botrian-bench-") as name:
        work = Path(name)
        write_tree(ROOT, work / "content", lessons)
        content = ["--data", str(work / "content/data"), "--docs", str(work / "content/docs")]
        kb = [sys.executable, "-m", "botrian.commands"]
        ours = measure([*kb, "build", "--pages-only", *content, "--site", str(work / "site")], work / "site")
        subprocess.run(
            [*kb, "stage", "--pages-only", *content, str(work / "staged")],
            env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
            check=True,
            capture_output=True,
        )
        stock_site = work / "stock"
        settings = str(work / "staged/th/mkdocs.yml")
        stock = measure(
            [sys.executable, "-m", "mkdocs", "build", "-q", "-f", settings, "-d", str(stock_site)], stock_site
        )
    per_page = 1000 * ours.seconds / ours.pages
    print(
        f"N={lessons}: both languages {ours.pages} pages, {ours.seconds:.1f} s ({per_page:.2f} ms a page), "
        f"peak {ours.peak_mb:.0f} MB, site {ours.megabytes:.1f} MB ({1000 * ours.megabytes / ours.pages:.1f} KB a page)"
    )
    print(f"  stock MkDocs, Thai only: {stock.pages} pages, {stock.seconds:.1f} s, peak {stock.peak_mb:.0f} MB")
    print(f"  ratio of times: {ours.seconds / stock.seconds:.2f}", flush=True)


def main() -> int:
    """Bench each size that is named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lessons", nargs="+", type=int)
    for lessons in parser.parse_args().lessons:
        bench(lessons)
    return 0


if __name__ == "__main__":
    sys.exit(main())
