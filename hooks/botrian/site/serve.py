"""A content tree goes in; a site on this machine that follows every change of it comes out.

The whole site is built once. After a change only the pages whose staged text is different are made again, so that a
corrected lesson shows within seconds however large the site is.
"""

from __future__ import annotations

import functools
import http.server
import sys
from collections.abc import Mapping
from pathlib import Path

from botrian.addresses import Stamp
from botrian.knowledge import Knowledge
from botrian.pages import StagedPage, changed_pages, frame_of
from botrian.read import Paths
from botrian.records import LANGUAGES, Language
from botrian.site.build import BuildFailed, render
from botrian.site.generate import Generated, generate
from botrian.tables import Table, build_tables


class Following:
    """The built site in ``folder``, and what it was made of, so that the next build can be a small one."""

    def __init__(self, paths: Paths, stamp: Stamp, folder: Path) -> None:
        self.paths, self.stamp, self.folder = paths, stamp, folder
        self._knowledge: Knowledge | None = None
        self._tables: Mapping[str, Table] = {}
        self._made: dict[Language, Mapping[str, StagedPage]] = {}

    def show(self, knowledge: Knowledge) -> int:
        """Make the pages of the records that changed, at once; returns how many. Raises BuildFailed.

        The indexes and everything else that depends on them follow with ``follow``.
        """
        if self._knowledge is None:
            return 0
        made = 0
        tables = build_tables(knowledge)
        for language in LANGUAGES:
            frame = frame_of(knowledge, tables, language, self.stamp)
            changed = changed_pages(self._knowledge, self._tables, frame)
            if changed:
                self._make(language, changed, {**self._made[language]}, {})
            made += len(changed)
        return made

    def follow(self, knowledge: Knowledge) -> int:
        """Make everything that changed; returns how many pages were made. Raises BuildFailed."""
        made = 0
        for language in LANGUAGES:
            generated = generate(knowledge, language, self.stamp)
            pages = {page.path: page for page in generated.pages}
            known = self._made.get(language, {})
            changed = tuple(page for path, page in pages.items() if known.get(path) != page)
            self._make(language, changed, pages, generated.files)
            self._remove(language, set(known) - set(pages))
            self._made[language] = pages
            made += len(changed)
        self._knowledge, self._tables = knowledge, build_tables(knowledge)
        return made

    def _make(
        self,
        language: Language,
        changed: tuple[StagedPage, ...],
        pages: Mapping[str, StagedPage],
        files: Mapping[str, bytes],
    ) -> None:
        new = self.folder.parent / f"new-{language}"
        render(self.paths, Generated(language, _with_nav(changed, pages), files, 0, 0), new)
        root = self._root(language)
        for file in sorted(new.rglob("*")):
            if file.is_file():
                target = root / file.relative_to(new)
                target.parent.mkdir(parents=True, exist_ok=True)
                file.replace(target)

    def _remove(self, language: Language, gone: set[str]) -> None:
        for path in gone:
            (self._root(language) / path.removesuffix(".md") / "index.html").unlink(missing_ok=True)

    def _root(self, language: Language) -> Path:
        return self.folder if language == "th" else self.folder / "en"


def _with_nav(changed: tuple[StagedPage, ...], pages: Mapping[str, StagedPage]) -> tuple[StagedPage, ...]:
    """The changed pages, and those the menu leads to: without them MkDocs cannot make the menu."""
    names = {page.path for page in changed}
    menu = (page for path, page in pages.items() if path not in names and _in_menu(path))
    return (*changed, *menu)


def _in_menu(path: str) -> bool:
    return path.count("/") < 2 and (path.endswith("index.md") or path.startswith("guide/"))


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


__all__ = ["BuildFailed", "Following", "PortTaken", "web_server"]
