"""Find a Chromium for the browser tests: the one that is named, else one on PATH, else Playwright's own.

Enters: environment variables. Leaves: a `Browser`, or None. A download is announced.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

CHOSEN = "BOTRIAN_CHROMIUM"
#: The last may be a stub on Ubuntu that only tells to install a snap.
NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge", "chromium-browser")
CHECK_SECONDS = 60
DOWNLOAD_SECONDS = 900


@dataclass(frozen=True)
class Browser:
    """A Chromium-like browser that starts. path: its program. found: how it was found, for people to read."""

    path: Path
    found: str


def find_browser(environ: Mapping[str, str] = os.environ) -> Browser | None:
    """The first browser that starts.

    A BOTRIAN_CHROMIUM that does not start ends the search: a person chose it, so no other takes its place.
    """
    chosen = environ.get(CHOSEN)
    if chosen:
        if _starts(Path(chosen)):
            return Browser(Path(chosen), CHOSEN)
        print(f"  {CHOSEN}={chosen} เปิดไม่ได้ / does not start", flush=True)
        return None
    return next((one for one in _candidates(environ) if _starts(one.path)), None)


def installed_browser(environ: Mapping[str, str] = os.environ) -> Browser | None:
    """The chosen browser, or the first installed one that starts; nothing is downloaded."""
    chosen = environ.get(CHOSEN)
    named = [Browser(Path(chosen), CHOSEN)] if chosen else list(_installed(environ))
    return next((one for one in named if _starts(one.path)), None)


def _installed(environ: Mapping[str, str]) -> Iterator[Browser]:
    for name in NAMES:
        if found := shutil.which(name, path=environ.get("PATH")):
            yield Browser(Path(found), "installed")


def _candidates(environ: Mapping[str, str]) -> Iterator[Browser]:
    yield from _installed(environ)
    own = playwright_place()
    yield Browser(own, "playwright")
    print("  ไม่พบเบราว์เซอร์ กำลังดาวน์โหลด / No browser found: running `playwright install chromium` …", flush=True)
    if download():
        yield Browser(own, "playwright install chromium")


def _starts(program: Path) -> bool:
    """True if the program is there and answers --version (not asked on Windows: it opens a window)."""
    if sys.platform == "win32" or not program.is_file():
        return program.is_file()
    try:
        return subprocess.run([str(program), "--version"], capture_output=True, timeout=CHECK_SECONDS).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def playwright_place() -> Path:
    """Where Playwright's own Chromium is or would be."""
    from playwright.sync_api import sync_playwright  # only in the test environment, so not at import

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def download() -> bool:
    """Let Playwright download its Chromium, in view."""
    try:
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        return subprocess.run(command, timeout=DOWNLOAD_SECONDS).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
