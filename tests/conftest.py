"""What tests of all rooms share: a Chromium, the sites built once per run, and servers that show them."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from botrian.check import Checked, check, seen_before
from botrian.commands.browser import find_browser
from botrian.commands.test import NO_BROWSER, PAGES_ONLY
from botrian.knowledge import Knowledge
from botrian.read import Paths
from botrian.site.clock import the_day
from botrian.site.generate import Kept
from tests.library import TODAY, library_project
from tests.once import made_once

pytest_plugins = ("tests.durations",)

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
    if os.environ.get(NO_BROWSER):
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


@contextmanager
def tidied(context: BrowserContext) -> Iterator[BrowserContext]:
    """A context that others used before, as good as new: a new one for each test would cost three times as much.

    Afterwards what its pages stored is gone. They themselves stay until the next test has pages of its own: with the
    last page of a site Chromium would end the process that the next one needs.
    """
    before = context.pages
    yield context
    for page in context.pages:
        if page in before:
            page.close()
        elif page.url.startswith(("http:", "file:")):
            place = urlsplit(page.url)
            what = {"origin": f"{place.scheme}://{place.netloc}", "storageTypes": "local_storage,session_storage"}
            context.new_cdp_session(page).send("Storage.clearDataForOrigin", what)
    context.set_offline(False)
    context.clear_cookies()


@pytest.fixture(scope="session")
def today() -> date:
    """The day of the real content: the machine's, or that of BOTRIAN_TODAY for a rehearsal of another year."""
    return the_day(os.environ)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once per run by the command people run; the folder holds index.html and en/.

    Its files of tables and kits may be left out (``kb.py test --content``).
    """
    options = ["--pages-only"] if pages_only() else []
    return made_once(tmp_path_factory, "real", lambda folder: build_site(folder / "site", *options)) / "site"


@pytest.fixture(scope="session")
def whole_site(built_site: Path) -> Path:
    """The real site with all its files; who asks for it is left out where they were not made."""
    if pages_only():
        pytest.skip("files of tables and kits are looked at in CI and by kb.py test without --content")
    return built_site


def pages_only() -> bool:
    """Whether the run was told to look at pages alone."""
    return bool(os.environ.get(PAGES_ONLY))


@pytest.fixture(scope="session")
def real_check(today: date) -> Checked:
    """What checking the real content finds, and its knowledge.

    What ``kb.py check`` or a build before saw of its texts is taken, as these commands take it: for each process to
    check again takes a third of the time of handing the knowledge over.
    """
    seen = seen_before(Kept.of(ROOT, ROOT / "data").cache)
    found = check(Paths.of(ROOT), today, ledger=seen)
    seen.save()
    return found


@pytest.fixture(scope="session")
def real_knowledge(real_check: Checked) -> Knowledge:
    """The knowledge of the real content."""
    assert real_check.knowledge is not None, "the content has errors: kb.py check"
    return real_check.knowledge


@pytest.fixture(scope="session")
def library_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the tests' own library (``tests/library.py``), whole, built once per run on a day of its own.

    Beside it lie its ``project``, with what it keeps for the next build, what it handed over to other machines
    (``shared``), and what the command said (``said.txt``). They are to be copied, not changed.
    """

    def build(folder: Path) -> None:
        library_project(folder / "project")
        store = ("--store", f"file://{(folder / 'shared').as_posix()}")
        said = build_site(folder / "site", *store, root=folder / "project", today=TODAY)
        (folder / "said.txt").write_text(said, encoding="utf-8")

    return made_once(tmp_path_factory, "library", build) / "site"


def kb(*words: str, today: date | None = None, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a command as people do, but in the environment of the tests."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONUTF8": "1"}
    if today:
        environ["BOTRIAN_TODAY"] = today.isoformat()
    return subprocess.run(
        [sys.executable, "-P", "-m", "botrian.commands", *words],
        cwd=cwd,
        env=environ,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=BUILD_SECONDS,
    )


def build_site(site: Path, *options: str, root: Path = ROOT, today: date | None = None) -> str:
    """Build the project in ``root`` into ``site`` and return what the builder said; with its words fail."""
    built = kb("--root", str(root), "build", *options, "--site", str(site), today=today)
    if built.returncode != 0:
        pytest.fail(f"the site does not build:\n{built.stdout}\n{built.stderr}", pytrace=False)
    return built.stdout


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a line per request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the base class names it so
        """Say nothing."""


class QuietServer(ThreadingHTTPServer):
    """A server to which a browser that leaves in the middle of a file is no error."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a broken connection; everything else as ever."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def served(folder: Path, handler: type[QuietHandler] = QuietHandler) -> Iterator[str]:
    """A folder on a free port of the loopback; gives its base address, without a slash at the end."""
    with QuietServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def served_library(library_site: Path) -> Iterator[str]:
    """The site of the tests' own library, at an address."""
    with served(library_site) as address:
        yield address
