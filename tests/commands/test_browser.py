"""The order in which a browser is looked for, with small programs in the place of browsers."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from botrian.commands import browser
from botrian.commands.browser import CHOSEN, Browser, find_browser

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the made-up browsers are scripts")


def program(place: Path, works: bool = True) -> Path:
    """A program that answers --version, or fails."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(f"#!/bin/sh\nexit {0 if works else 1}\n", encoding="utf-8")
    place.chmod(0o755)
    return place


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where Playwright's own browser would be; a download fails."""
    place = tmp_path / "playwright" / "chrome"
    monkeypatch.setattr(browser, "playwright_place", lambda: place)
    monkeypatch.setattr(browser, "download", lambda: False)
    return place


def test_the_chosen_browser_comes_before_all_others(tmp_path: Path, own: Path) -> None:
    chosen, _ = program(tmp_path / "my chrome"), program(tmp_path / "bin" / "chromium")

    assert find_browser({CHOSEN: str(chosen), "PATH": str(tmp_path / "bin")}) == Browser(chosen, CHOSEN)


def test_a_chosen_browser_that_does_not_start_is_not_replaced(
    tmp_path: Path, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program(own)
    chosen = program(tmp_path / "chrome", works=False)

    assert find_browser({CHOSEN: str(chosen), "PATH": ""}) is None
    assert f"{chosen} เปิดไม่ได้ / does not start" in capsys.readouterr().out


def test_one_on_the_path_that_does_not_start_is_passed_over(tmp_path: Path, own: Path) -> None:
    program(tmp_path / "bin" / "chromium", works=False)
    good = program(tmp_path / "bin" / "msedge")
    program(own)

    assert find_browser({"PATH": str(tmp_path / "bin")}) == Browser(good, "installed")


def test_playwrights_own_comes_last(own: Path) -> None:
    program(own)

    assert find_browser({"PATH": "/nowhere"}) == Browser(own, "playwright")


def test_where_there_is_none_playwright_downloads_its_own(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "download", lambda: program(own).is_file())

    assert find_browser({"PATH": "/nowhere"}) == Browser(own, "playwright install chromium")


def test_without_any_the_answer_is_none(own: Path) -> None:
    assert find_browser({"PATH": "/nowhere"}) is None
