"""How the site is built: all or nothing, with other generators. The same bytes on another day: test_executors.py."""

from __future__ import annotations

import hashlib
import os
import posixpath
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.conftest import ROOT, kb
from tests.library import TODAY


def _run(*command: str, today: date = TODAY) -> subprocess.CompletedProcess[str]:
    clock = {"BOTRIAN_TODAY": today.isoformat(), "NO_MKDOCS_2_WARNING": "1"}
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONUTF8": "1", **clock}
    words = [sys.executable, *command]
    return subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)


def _digest(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def _articles(folder: Path) -> dict[str, str]:
    """The text of each page's article, which is what a reader reads."""
    found = {}
    for file in sorted(folder.rglob("index.html")):
        if "embed" in file.relative_to(folder).parts:
            continue
        tree: html.HtmlElement = html.fromstring(file.read_bytes().decode("utf-8"))
        # The links of headings: elsewhere the theme writes them, with us a script.
        for link in tree.find_class("headerlink"):
            link.drop_tree()
        text = tree.xpath("string(//article)")
        found[file.relative_to(folder).as_posix()] = " ".join(str(text).split())
    return found


@pytest.fixture(scope="module")
def project(library_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tests' own library as a project of its own, with what was kept when its site was built."""
    folder = tmp_path_factory.mktemp("projects") / "library"
    shutil.copytree(library_site.parent / "project", folder, symlinks=True)
    return folder


@pytest.fixture(scope="module")
def ours(library_site: Path) -> dict[str, str]:
    """The articles of our own Thai site."""
    return {page: text for page, text in _articles(library_site).items() if not page.startswith("en/")}


@pytest.fixture(scope="module")
def staged(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Thai half of the staged tree, for other generators."""
    folder = tmp_path_factory.mktemp("staged") / "tree"
    done = kb("--root", str(project), "stage", str(folder), today=TODAY)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "th"


def test_no_list_of_pages_but_ours_is_published(library_site: Path) -> None:
    """MkDocs would write one for each language, dated by the day of the build."""
    found = {file.relative_to(library_site).as_posix() for file in library_site.rglob("sitemap*")}

    assert found == {"sitemap.xml"}


def test_a_broken_record_leaves_the_last_site_untouched(library_site: Path, project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(library_site, site)
    before = _digest(site)
    broken = project / "docs" / "lessons" / "broken.md"
    broken.write_text("---\nid: broken\ntitle: บทเรียน: น้ำชุมชน\n---\n", encoding="utf-8")
    failed = kb("--root", str(project), "build", "--site", str(site), today=TODAY)
    broken.unlink()

    assert failed.returncode == 1
    assert "broken.md:3" in failed.stdout
    assert "Traceback" not in failed.stdout + failed.stderr
    assert _digest(site) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("generator", ["mkdocs", "properdocs"])
def test_the_same_settings_build_strictly_with_no_wrapper(
    ours: dict[str, str], project: Path, generator: str, tmp_path: Path
) -> None:
    settings = str(project / "mkdocs.yml")
    built = _run("-m", generator, "build", "--strict", "-q", "-f", settings, "-d", str(tmp_path / "out"))

    assert built.returncode == 0, built.stdout + built.stderr
    assert _articles(tmp_path / "out") == ours


def test_the_staged_tree_is_built_by_stock_mkdocs_without_a_hook(
    ours: dict[str, str], staged: Path, tmp_path: Path
) -> None:
    settings = staged / "mkdocs.yml"
    assert "hooks" not in settings.read_text(encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-f", str(settings), "-d", str(tmp_path / "out")],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert built.returncode == 0, built.stdout + built.stderr
    assert _articles(tmp_path / "out") == ours


def test_the_staged_tree_is_built_by_the_successor_of_material_with_the_same_articles_in_the_same_frame(
    library_site: Path, ours: dict[str, str], staged: Path, tmp_path: Path
) -> None:
    """Material ends in 2027; Zensical runs no hooks, and its templates are minijinja's."""
    tree = tmp_path / "th"
    shutil.copytree(staged, tree)
    built = _run("-m", "zensical", "build", "--strict", "-f", str(tree / "mkdocs.yml"))

    assert built.returncode == 0, built.stdout + built.stderr
    assert _articles(tree / "site") == ours
    for page in ours:
        same = [_frame(folder / page) for folder in (library_site, tree / "site")]
        assert same[0] == same[1], page


def _frame(page: Path) -> tuple[list[str], list[str]]:
    """The ids of the headings of a page, and where its menu, path and footer lead, in their order."""
    tree: Any = html.fromstring(page.read_bytes().decode("utf-8"))
    headings: list[str] = tree.xpath("//article//*[self::h2 or self::h3 or self::h4]/@id")
    ways: list[str] = tree.xpath(
        "//*[contains(@class, 'md-tabs') or contains(@class, 'md-path') or @class='md-footer']//a/@href"
    )
    return [str(one) for one in headings], [posixpath.normpath(str(one)) for one in ways]
