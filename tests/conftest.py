"""What tests of all rooms share: a Chromium, the real site built once per run, and a server that shows it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from botrian.commands.browser import find_browser

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
BUILD_SECONDS = 1800

# The same examples in every run, and no deadline: a slow machine is not a failing property.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """The browser to test with. Skips only where the run was told to do without one; else its lack fails."""
    if os.environ.get("BOTRIAN_NO_BROWSER"):
        pytest.skip("--no-browser")
    browser = find_browser()
    if browser is None:
        pytest.fail("no Chromium found: install one, set BOTRIAN_CHROMIUM, or run kb.py test --no-browser")
    return browser.path


@pytest.fixture(scope="session")
def browser(chromium_path: Path) -> Iterator[Browser]:
    """One Chromium for the whole run; a test opens its own context in it."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium_path, args=list(CHROMIUM_OPTIONS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once per run by the command people run; the folder holds index.html and en/."""
    site = tmp_path_factory.mktemp("built") / "site"
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONUTF8": "1"}
    built = subprocess.run(
        [sys.executable, "-P", "-m", "botrian.commands", "build", "--site", str(site)],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=BUILD_SECONDS,
    )
    if built.returncode != 0:
        pytest.fail(f"the real site does not build:\n{built.stdout}\n{built.stderr}", pytrace=False)
    return site


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a line per request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the base class names it so
        """Say nothing."""


@pytest.fixture(scope="session")
def served_site(built_site: Path) -> Iterator[str]:
    """The real site on a free port of the loopback; gives its base address, without a slash at the end."""
    handler = partial(QuietHandler, directory=str(built_site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
