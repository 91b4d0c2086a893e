"""``kb.py bench N``: build a made-up library of N lessons, and the same pages with others' generators, in one run.

    kb.py bench 1000 3000                 ours and all others, sizes one after the other
    kb.py bench 10000 --only ours         one of them alone: ours, material, properdocs, zensical
    kb.py bench 10000 --keep DIR          keeps the tree and the staged pages for the next run

Ours is both languages, with search and API, from nothing; then again with one lesson edited, and with nothing changed.
The others make the Thai pages of the same staged tree (``kb.py stage``), with Material as it comes and its own search.
Told are pages, seconds by the clock and of the processor, memory of all processes at the worst moment, bytes of the
site and a page, and of several sizes how the seconds a page grow. The files of tables (Word, slides …), which the
others do not make at all, are left out here and measured by ``bench tables``. Zensical is the one that BOTRIAN_ZENSICAL
names, else the one of the tests.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.bench.synthetic import write_tree

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = ("mkdocs.yml", "mkdocs.en.yml")
OURS = "ours"
#: The other generators, by their command for a settings file.
PEERS: Mapping[str, list[str]] = {
    "material": [sys.executable, "-m", "mkdocs", "build", "-q", "-f"],
    "properdocs": [sys.executable, "-m", "properdocs", "build", "-q", "-f"],
    "zensical": [*os.environ.get("BOTRIAN_ZENSICAL", f"{sys.executable} -m zensical").split(), "build", "-f"],
}
KB = [sys.executable, "-m", "botrian.commands"]


@dataclass(frozen=True)
class Measure:
    """What one command took, and what it left on disk."""

    name: str
    seconds: float
    cpu: float
    peak_mb: float
    pages: int
    megabytes: float

    @property
    def line(self) -> str:
        """All of it in a line."""
        return (
            f"  {self.name:24} {self.pages:7,} pages {self.seconds:8.1f} s {self.cpu:8.1f} CPU s "
            f"({1000 * self.cpu / self.pages:5.2f} ms a page) {self.peak_mb:7,.0f} MB memory "
            f"{self.megabytes:7,.1f} MB site ({1000 * self.megabytes / self.pages:.1f} KB a page)"
        )


def measure(name: str, command: list[str], site: Path) -> Measure:
    """Run a command in a process of its own and measure it and its children."""
    runner = Path(__file__).with_name("peak.py")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, str(runner), *command], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    told = json.loads(done.stderr.strip().rpartition("\n")[2])
    files = [file for file in site.rglob("*") if file.is_file()]
    pages = sum(file.suffix == ".html" for file in files)
    size = sum(file.stat().st_size for file in files) / 1e6
    return Measure(name, told["seconds"], told["cpu"], told["mb"], pages, size)


def project(work: Path, lessons: int) -> Path:
    """A project of so many lessons, with the code and the settings of this one."""
    root = work / "project"
    if not root.exists():
        write_tree(ROOT, root, lessons)
        for name in SETTINGS:
            shutil.copy(ROOT / name, root / name)
        (root / "hooks").symlink_to(ROOT / "hooks", target_is_directory=True)
    return root


def ours(work: Path, root: Path) -> Iterator[Measure]:
    """Both languages: from nothing, after an edit, and with nothing changed."""
    shutil.rmtree(root / ".cache", ignore_errors=True)
    shutil.rmtree(work / "site", ignore_errors=True)
    command = [*KB, "--root", str(root), "build", "--pages-only", "--site", str(work / "site")]
    yield measure(OURS, command, work / "site")
    lesson = root / "docs/lessons/lesson-1.md"
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(f"{text}\nอีกบรรทัดหนึ่ง\n", encoding="utf-8")
    yield measure(f"{OURS}, a lesson edited", command, work / "site")
    yield measure(f"{OURS}, nothing changed", command, work / "site")
    lesson.write_text(text, encoding="utf-8")


def staged(work: Path, root: Path) -> Path:
    """The Thai pages as Markdown, for others: without our frame, our scripts and our search."""
    tree = work / "peers"
    if not tree.exists():
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
        command = [*KB, "--root", str(root), "stage", "--pages-only", str(work / "staged")]
        subprocess.run(command, env=environment, check=True, capture_output=True)
        for file in (work / "staged/th/docs").rglob("*.md"):
            there = tree / "docs" / file.relative_to(work / "staged/th/docs")
            there.parent.mkdir(parents=True, exist_ok=True)
            file.rename(there)
        settings = yaml.safe_load((work / "staged/th/mkdocs.yml").read_text(encoding="utf-8"))
        (tree / "mkdocs.yml").write_text(yaml.safe_dump(as_it_comes(settings), allow_unicode=True), encoding="utf-8")
        shutil.rmtree(work / "staged")
    return tree


def as_it_comes(settings: Mapping[str, Any]) -> dict[str, Any]:
    """The settings with Material as it comes, its own search, and our menu: one of all pages would be slower."""
    kept = ("site_name", "site_url", "nav", "markdown_extensions")
    return {
        **{name: settings[name] for name in kept},
        "theme": {"name": "material", "language": "th", "font": False},
        "plugins": [{"search": {"lang": "th"}}],
    }


def peer(name: str, tree: Path) -> Measure:
    """One language by another generator."""
    shutil.rmtree(tree / "site", ignore_errors=True)
    return measure(f"{name}, Thai alone", [*PEERS[name], str(tree / "mkdocs.yml")], tree / "site")


def bench(lessons: int, only: str | None, work: Path) -> Measure | None:
    """Build and print one size; our build from nothing, where it was made."""
    root = project(work, lessons)
    print(f"N={lessons}", flush=True)
    first = stock = None
    if only in (None, OURS):
        for one in ours(work, root):
            first = first or one
            print(one.line, flush=True)
    for name in PEERS if only is None else [only] if only in PEERS else []:
        one = peer(name, staged(work, root))
        stock = stock or one
        print(one.line, flush=True)
    if first and stock:
        print(f"  ours in both languages, to {stock.name}: {first.cpu / stock.cpu:.2f} of the processor", flush=True)
    return first


@contextmanager
def folder(kept: Path | None, lessons: int) -> Iterator[Path]:
    """Where one size is made: a folder that stays, or one that goes."""
    if kept:
        (kept / str(lessons)).mkdir(parents=True, exist_ok=True)
        yield kept / str(lessons)
        return
    with tempfile.TemporaryDirectory(prefix="botrian-bench-") as name:
        yield Path(name)


def main() -> int:
    """Bench each size that is named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lessons", nargs="+", type=int)
    parser.add_argument("--only", choices=[OURS, *PEERS])
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    before = None
    for lessons in options.lessons:
        with folder(options.keep, lessons) as work:
            made = bench(lessons, options.only, work)
        if made and before:
            growth = (made.cpu / made.pages) / (before.cpu / before.pages)
            print(f"  a page costs {growth:.2f} of what it cost in the size before", flush=True)
        before = made or before
    return 0


if __name__ == "__main__":
    sys.exit(main())
