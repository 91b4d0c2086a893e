"""How the site is built: the same bytes twice, all or nothing, with other generators, and from outside the tree."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

ROOT = Path(__file__).resolve().parents[2]


def _run(*command: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    words = [sys.executable, *command]
    return subprocess.run(words, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)


def _kb(*words: str) -> subprocess.CompletedProcess[str]:
    return _run("-m", "botrian.commands", *words)


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
        text = html.fromstring(file.read_bytes().decode("utf-8")).xpath("string(//article)")
        found[file.relative_to(folder).as_posix()] = " ".join(str(text).split())
    return found


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """A small content tree of two lessons, as arguments of the command."""
    folder = tmp_path_factory.mktemp("small")
    for part in ("data", "docs"):
        shutil.copytree(ROOT / "tests" / "check" / "base" / part, folder / part)
    shutil.copytree(ROOT / "docs" / "guide", folder / "docs" / "guide", dirs_exist_ok=True)
    for guide in (folder / "docs" / "guide").glob("*.md"):
        text = guide.read_text(encoding="utf-8")
        head = text.split("---\n")[1] if text.startswith("---\n") else ""
        guide.write_text(f"---\n{head}---\nเนื้อหา\n" if head else "Text\n", encoding="utf-8")
    return ["--data", str(folder / "data"), "--docs", str(folder / "docs")]


def test_two_builds_of_the_same_input_are_equal_to_the_byte(built_site: Path, tmp_path: Path) -> None:
    again = _kb("build", "--site", str(tmp_path / "again"))

    assert again.returncode == 0, again.stdout + again.stderr
    assert _digest(built_site) == _digest(tmp_path / "again")


def test_a_broken_record_leaves_the_last_site_untouched(small: list[str], tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert _kb(*small, "build", "--site", str(site)).returncode == 0
    before = _digest(site)
    broken = Path(small[3]) / "lessons" / "broken.md"
    broken.write_text("---\nid: broken\ntitle: บทเรียน: น้ำชุมชน\n---\n", encoding="utf-8")
    failed = _kb(*small, "build", "--site", str(site))
    broken.unlink()

    assert failed.returncode == 1
    assert "broken.md:3" in failed.stdout
    assert "Traceback" not in failed.stdout + failed.stderr
    assert _digest(site) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("generator", ["mkdocs", "properdocs"])
def test_the_same_settings_build_strictly_with_no_wrapper(built_site: Path, generator: str, tmp_path: Path) -> None:
    built = _run(
        "-m", generator, "build", "--strict", "-q", "-f", str(ROOT / "mkdocs.yml"), "-d", str(tmp_path / "out")
    )

    assert built.returncode == 0, built.stdout + built.stderr
    ours = {page: text for page, text in _articles(built_site).items() if not page.startswith("en/")}
    assert _articles(tmp_path / "out") == ours


def test_the_staged_tree_is_built_by_stock_mkdocs_without_a_hook(built_site: Path, tmp_path: Path) -> None:
    staged = _kb("stage", str(tmp_path / "staged"))
    assert staged.returncode == 0, staged.stdout + staged.stderr
    settings = tmp_path / "staged" / "th" / "mkdocs.yml"
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
    ours = {page: text for page, text in _articles(built_site).items() if not page.startswith("en/")}
    assert _articles(tmp_path / "out") == ours
