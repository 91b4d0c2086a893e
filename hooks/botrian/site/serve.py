"""A content tree goes in; a site on this machine that follows every change of it comes out.

The whole site is built once. After a change only the pages whose staged text is different are made again, so that a
corrected lesson shows within seconds however large the site is.
"""

from __future__ import annotations

import functools
import http.server
import os
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from botrian.knowledge import Knowledge
from botrian.pages import StagedPage, Stamp
from botrian.read import Paths
from botrian.records import LANGUAGES, Language
from botrian.site.build import BuildFailed, render
from botrian.site.generate import Generated, generate

#: How often the folders are looked at, in seconds.
PAUSE = 0.3


class Following:
    """The built site in ``folder``, and what it was made of, so that the next build can be a small one."""

    def __init__(self, paths: Paths, stamp: Stamp, folder: Path) -> None:
        self.paths, self.stamp, self.folder = paths, stamp, folder
        self._texts: dict[Language, Mapping[str, str]] = {}

    def follow(self, knowledge: Knowledge) -> int:
        """Make what changed; returns how many pages were made. Raises BuildFailed."""
        made = 0
        for language in LANGUAGES:
            generated = generate(knowledge, language, self.stamp)
            texts = {page.path: page.text() for page in generated.pages}
            known = self._texts.get(language, {})
            changed = tuple(page for page in generated.pages if known.get(page.path) != texts[page.path])
            gone = set(known) - set(texts)
            if changed or gone or not known:
                self._make(replace(generated, pages=_with_nav(changed, generated)), gone)
            self._texts[language] = texts
            made += len(changed)
        return made

    def _make(self, generated: Generated, gone: set[str]) -> None:
        root = self.folder if generated.language == "th" else self.folder / "en"
        new = self.folder.parent / f"new-{generated.language}"
        render(self.paths, generated, new)
        for file in sorted(new.rglob("*")):
            if file.is_file():
                target = root / file.relative_to(new)
                target.parent.mkdir(parents=True, exist_ok=True)
                file.replace(target)
        for path in gone:
            page = root / path.removesuffix(".md") / "index.html"
            page.unlink(missing_ok=True)


def _with_nav(changed: tuple[StagedPage, ...], generated: Generated) -> tuple[StagedPage, ...]:
    """The changed pages, and those the menu leads to: without them MkDocs cannot make the menu."""
    names = {page.path for page in changed}
    menu = (page for page in generated.pages if page.path not in names and _in_menu(page.path))
    return (*changed, *menu)


def _in_menu(path: str) -> bool:
    return path.count("/") < 2 and (path.endswith("index.md") or path.startswith("guide/"))


def newest_change(paths: Paths) -> tuple[int, int]:
    """A mark of the content folders that is different after every change: newest time, and how many files."""
    newest = count = 0
    for folder in (paths.data, paths.docs):
        for base, folders, files in os.walk(folder):
            folders.sort()
            for name in files:
                newest = max(newest, (Path(base) / name).stat().st_mtime_ns)
            count += len(files)
    return newest, count


def watch(paths: Paths, changed: Callable[[], None], ended: threading.Event) -> None:
    """Call ``changed`` after each change of the content, until ``ended`` is set."""
    before = newest_change(paths)
    while not ended.wait(PAUSE):
        try:
            now = newest_change(paths)
        except OSError:
            continue
        if now != before:
            before = now
            changed()


def web_server(folder: Path, port: int) -> http.server.ThreadingHTTPServer:
    """A server of the folder on this machine alone; port 0 takes any free one."""
    handler = functools.partial(_Quiet, directory=str(folder))
    return http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files, says nothing, and lets no browser keep an old page."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        return

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


def timed(work: Callable[[], int]) -> tuple[int, float]:
    """What ``work`` gave, and its seconds."""
    start = time.perf_counter()
    return work(), time.perf_counter() - start


__all__ = ["BuildFailed", "Following", "timed", "watch", "web_server"]
