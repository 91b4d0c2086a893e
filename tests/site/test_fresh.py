"""A site that is as its inputs would make it is not made again; anything else is noticed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from botrian.read import Paths
from botrian.site.fresh import Inputs, inputs, is_fresh, recall, remember
from tests.conftest import ROOT, kb
from tests.library import TODAY, library_project

NOTHING_CHANGED = "nothing changed"
MADE_OF = Inputs("code", "day", {"data/a.yml": "digest"})


@pytest.fixture
def project(tmp_path: Path) -> Paths:
    """A small project of its own, under git."""
    for name in ("data", "docs", "hooks"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(name, encoding="utf-8")
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        (tmp_path / name).write_text("site_name: a\n", encoding="utf-8")
    _git(tmp_path, "init", "-q")
    _commit(tmp_path)
    return Paths.of(tmp_path)


def _git(folder: Path, *words: str) -> None:
    who = {f"GIT_{one}_{what}": "a@example.org" for one in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    subprocess.run(["git", *words], cwd=folder, env={**os.environ, **who}, check=True, capture_output=True)


def _commit(folder: Path) -> None:
    _git(folder, "add", "data", "docs")
    _git(folder, "commit", "-q", "--allow-empty", "-m", "a")


def _same_size_and_time(file: Path) -> None:
    told = file.stat()
    file.write_bytes(bytes(file.stat().st_size))
    os.utime(file, ns=(told.st_atime_ns, told.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "a content file": lambda root: (root / "data/a.txt").write_text("b"),
    "a content file, same size and time": lambda root: _same_size_and_time(root / "docs/a.txt"),
    "a new file": lambda root: (root / "docs/b.txt").touch(),
    "a removed file": lambda root: (root / "data/a.txt").unlink(),
    "a renamed file": lambda root: (root / "data/a.txt").rename(root / "data/b.txt"),
    "the theme": lambda root: (root / "hooks/a.txt").write_text("b"),
    "the settings": lambda root: (root / "mkdocs.en.yml").write_text("site_name: b\n"),
    "a commit": _commit,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_a_site_rests_on_is_in_the_digest(project: Paths, change: Callable[[Path], object]) -> None:
    before = inputs(project, TODAY, ()).digest
    assert inputs(project, TODAY, ()).digest == before
    change(project.root)

    assert inputs(project, TODAY, ()).digest != before


def test_day_and_options_are_in_the_digest_and_byte_code_is_not(project: Paths) -> None:
    before = inputs(project, TODAY, ()).digest
    (project.root / "hooks" / "__pycache__").mkdir()
    (project.root / "hooks" / "__pycache__" / "a.cpython-311.pyc").touch()

    assert inputs(project, TODAY, ()).digest == before
    assert inputs(project, date(2026, 7, 2), ()).digest != before
    assert inputs(project, TODAY, ("pages-only",)).digest != before


DAMAGE: dict[str, Callable[[Path], object]] = {
    "written": lambda site: (site / "en/index.html").write_text("other"),
    "touched": lambda site: os.utime(site / "en/index.html", (1, 1)),
    "cut off": lambda site: os.truncate(site / "index.html", 1),
    "removed": lambda site: (site / "index.html").unlink(),
    "added": lambda site: (site / "en/more.html").touch(),
    "renamed": lambda site: (site / "index.html").rename(site / "index.htm"),
    "all gone": shutil.rmtree,
    "its memory cut off": lambda site: os.truncate(next(site.parent.glob("cache/*/*.json")), 30),
    "its memory filled with other things": lambda site: next(site.parent.glob("cache/*/*.json")).write_text("[1]"),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_site_that_is_not_as_it_was_published_is_not_fresh(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    site = tmp_path / "site"
    (site / "en").mkdir(parents=True)
    (site / "index.html").write_text("first", encoding="utf-8")
    (site / "en" / "index.html").write_text("second", encoding="utf-8")
    cache = tmp_path / "cache"
    remember(site, cache, MADE_OF, {"index.html": "digest"})
    assert is_fresh(site, recall(site, cache), MADE_OF)
    assert not is_fresh(site, recall(site, cache), replace(MADE_OF, moment="another day"))
    assert recall(tmp_path / "elsewhere", cache) is None
    damage(site)

    assert not is_fresh(site, recall(site, cache), MADE_OF)


def test_only_the_newest_publications_are_remembered(tmp_path: Path) -> None:
    for number in range(12):
        site = tmp_path / f"site-{number}"
        site.mkdir()
        (site / "index.html").touch()
        remember(site, tmp_path / "cache", MADE_OF, {})
        os.utime(next(iter((tmp_path / "cache").rglob("*.json"))))

    assert len(list((tmp_path / "cache" / "published").iterdir())) == 8
    assert is_fresh(tmp_path / "site-11", recall(tmp_path / "site-11", tmp_path / "cache"), MADE_OF)


def test_the_command_builds_when_something_changed_and_only_then(tmp_path: Path) -> None:
    """Told by the command itself, on the tests' base tree in a project of its own."""
    library_project(tmp_path / "project")
    base = ROOT / "tests" / "check" / "base"
    content = ("--data", str(base / "data"), "--docs", str(base / "docs"))
    command = ("--root", str(tmp_path / "project"), *content, "build", "--pages-only", "--site", str(tmp_path / "site"))
    first = kb(*command, today=TODAY)
    assert first.returncode == 0, first.stdout + first.stderr
    assert NOTHING_CHANGED not in first.stdout
    page = tmp_path / "site" / "index.html"
    made, written = page.read_bytes(), page.stat().st_mtime_ns
    again = kb(*command, today=TODAY)
    assert (again.returncode, NOTHING_CHANGED in again.stdout) == (0, True)
    assert page.stat().st_mtime_ns == written
    page.write_bytes(b"damaged")
    mended = kb(*command, today=TODAY)

    assert (mended.returncode, NOTHING_CHANGED in mended.stdout) == (0, False)
    assert page.read_bytes() == made
