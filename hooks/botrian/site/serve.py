"""A content tree goes in; a site on this machine that follows every change of it comes out.

The whole site is built once, of what an earlier build left where there was one. After a change the pages of the record
are shown first; what else rests on it follows, unless something newer is saved meanwhile: that comes first then.
"""

from __future__ import annotations

import functools
import http.server
import shutil
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from botrian.addresses import Stamp
from botrian.kept import Store
from botrian.knowledge import Knowledge
from botrian.pages import StagedPage, changed_pages, frame_of
from botrian.read import Paths
from botrian.records import LANGUAGES, Language
from botrian.site.build import memory_of
from botrian.site.generate import Generated, Kept, generate
from botrian.site.kept_parts import LostPage
from botrian.site.laying import digest_of
from botrian.site.memory import page_key
from botrian.site.rendering import BuildFailed, html_file, in_menu, render, rendered
from botrian.tables import Table, build_tables


class Overtaken(Exception):
    """Something newer was saved while the site followed: that comes first."""


class Following:
    """The built site in ``folder``, and what it was made of, so that the next build can be a small one.

    ``cache``: the folder of what was made before; without one, each change makes all pages again.
    """

    def __init__(self, paths: Paths, stamp: Stamp, folder: Path, cache: Path | None = None) -> None:
        self.paths, self.stamp, self.folder = paths, stamp, folder
        self._kept = Kept(cache, None, files=False)
        self._store = Store(cache)
        self._memories = {language: memory_of(self._store, language, stamp, self._kept) for language in LANGUAGES}
        self._knowledge: Knowledge | None = None
        self._tables: Mapping[str, Table] = {}
        self._pages: dict[Language, Mapping[str, StagedPage]] = {}
        self._keys: dict[Language, Mapping[str, str]] = {}
        self._ahead: dict[Language, bool] = {}
        self._laid: dict[Language, dict[str, str]] = {}
        self._around: dict[Language, frozenset[str]] = {}

    def show(self, knowledge: Knowledge) -> int:
        """Make the pages of the records that changed, at once; returns how many. Raises BuildFailed.

        The indexes and everything else that depends on them follow with ``follow``.
        """
        if self._knowledge is None:
            return 0
        made = 0
        tables = knowledge.once(build_tables)
        for language in LANGUAGES:
            frame = frame_of(knowledge, tables, language, self.stamp)
            changed = changed_pages(self._knowledge, self._tables, frame)
            if changed:
                there = self._pages[language]
                names = {page.path for page in changed}
                pages = [_as_there(page, there.get(page.path)) for page in changed]
                menu = [replace(page, parts=()) for path, page in there.items() if in_menu(path) and path not in names]
                with self._new(language) as new:
                    render(self.paths, Generated(language, (*pages, *menu), {}, 0, 0), new)
                    html = {html_file(page): (new / html_file(page)).read_bytes() for page in pages}
                self._lay(language, html)
                self._ahead[language] = True
            made += len(changed)
        return made

    def follow(self, knowledge: Knowledge, overtaken: Callable[[], bool] = lambda: False) -> int:
        """Make everything that changed; returns how many pages were made. Raises BuildFailed.

        ``overtaken`` tells whether something newer waits; then it raises Overtaken, and what follows makes the rest.
        """
        made = 0
        for language in LANGUAGES:
            try:
                made += self._follow(language, knowledge, overtaken)
            except LostPage:
                self._memories[language] = memory_of(self._store, language, self.stamp, self._kept, anew=True)
                made += self._follow(language, knowledge, overtaken)
        self._knowledge, self._tables = knowledge, knowledge.once(build_tables)
        return made

    def save(self) -> None:
        """Keep what was made for the next start."""
        for memory in self._memories.values():
            memory.save()
        self._store.sweep()

    def _follow(self, language: Language, knowledge: Knowledge, overtaken: Callable[[], bool]) -> int:
        memory = self._memories[language]
        memory.pause = partial(_let_past, overtaken)
        generated = generate(knowledge, language, self.stamp, self._kept, memory)
        pages = {html_file(page): page_key(page) for page in generated.pages}
        known = self._keys.get(language, {})
        changed = [path for path, key in pages.items() if known.get(path) != key]
        # What was shown ahead stands there whether or not it was taken back since.
        ahead = self._ahead.pop(language, False)
        if changed or ahead:
            with self._new(language) as new:
                html = dict(rendered(self.paths, generated, new, self._store))
                made = {file.relative_to(new).as_posix(): file for file in new.rglob("*") if file.is_file()}
                around = {path: file.read_bytes() for path, file in made.items() if path not in html}
            self._lay(language, {**around, **html})
            self._around[language] = frozenset(around) - set(pages)
        self._lay(language, generated.files)
        self._sweep(language, {*self._around[language], *pages, *generated.files})
        self._pages[language] = {page.path: page for page in generated.pages}
        self._keys[language] = pages
        memory.turn()
        return len(changed)

    def _lay(self, language: Language, files: Mapping[str, bytes]) -> None:
        """Write the files that are not there as they are."""
        laid = self._laid.setdefault(language, {})
        for path, data in files.items():
            digest = digest_of(data)
            if laid.get(path) != digest:
                target = self._root(language) / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
                laid[path] = digest

    def _sweep(self, language: Language, wanted: Collection[str]) -> None:
        """Take away the files that are not wanted any more, and folders that are empty then."""
        laid, root = self._laid[language], self._root(language)
        for path in laid.keys() - set(wanted):
            del laid[path]
            (root / path).unlink(missing_ok=True)
            folder = (root / path).parent
            while folder != root and not any(folder.iterdir()):
                folder.rmdir()
                folder = folder.parent

    @contextmanager
    def _new(self, language: Language) -> Iterator[Path]:
        """A folder that MkDocs writes into; what of it is served is laid into the served one."""
        folder = self.folder.parent / f"new-{language}"
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _root(self, language: Language) -> Path:
        return self.folder if language == "th" else self.folder / "en"


def _as_there(page: StagedPage, before: StagedPage | None) -> StagedPage:
    """The page with what stood around it, such as the pages beside it, until all follows."""
    return page if before is None else replace(page, meta={**before.meta, **page.meta})


def _let_past(newer: Callable[[], bool]) -> None:
    if newer():
        raise Overtaken


class PortTaken(Exception):
    """The site cannot be shown at this port; ``words`` tells why and what to type, in Thai and English."""

    def __init__(self, port: int, reason: str) -> None:
        other = port + 1 if 1023 < port < 65535 else 8001
        self.words = (
            f"เปิดเว็บไซต์ที่พอร์ต {port} ไม่ได้ มีโปรแกรมอื่นใช้อยู่หรือเครื่องไม่อนุญาต ({reason}) ยังไม่ได้สร้างอะไร\n"
            f"ปิดโปรแกรมนั้น หรือเลือกพอร์ตอื่น: kb.py serve --port {other}\n\n"
            f"Port {port} is in use by another program or not allowed here ({reason}). Nothing was built.\n"
            f"Close that program, or choose another port: kb.py serve --port {other}"
        )
        super().__init__(self.words)


class _Server(http.server.ThreadingHTTPServer):
    """On Windows the option that frees a port early would let two servers have the same one."""

    allow_reuse_address = sys.platform != "win32"


def web_server(folder: Path, port: int) -> http.server.ThreadingHTTPServer:
    """A server of the folder on this machine alone; port 0 takes any free one. Raises PortTaken."""
    handler = functools.partial(_Quiet, directory=str(folder))
    try:
        return _Server(("127.0.0.1", port), handler)
    except OSError as error:
        raise PortTaken(port, error.strerror or str(error)) from error
    except OverflowError as error:
        raise PortTaken(port, "0-65535") from error


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files, says nothing, and lets no browser keep an old page."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        return

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


__all__ = ["BuildFailed", "Following", "Overtaken", "PortTaken", "web_server"]
