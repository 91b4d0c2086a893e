"""``kb.py serve``: build, show on this machine, and build again whenever a file changes."""

from __future__ import annotations

import argparse
import sys
import threading
import time
from datetime import date
from http.server import ThreadingHTTPServer
from pathlib import Path

from botrian.addresses import Stamp
from botrian.check import seen_before
from botrian.check.output import safe_lines
from botrian.commands.refused import words_of
from botrian.read import KeptParse, Paths, RememberedParse
from botrian.site.changes import last_changes
from botrian.site.content import knowledge_or_problems
from botrian.site.generate import Kept
from botrian.site.publish import passing_folder
from botrian.site.serve import BuildFailed, Following, Overtaken, PortTaken, web_server
from botrian.site.settings import site_url
from botrian.site.watching import watch


def add(parser: argparse.ArgumentParser) -> None:
    """Name the options of the command."""
    parser.add_argument("--port", type=int, default=8000, help="พอร์ต / port (8000)")


def run(options: argparse.Namespace, paths: Paths, today: date) -> int:
    """Serve until Ctrl-C; 1 where the port cannot be had, told before anything is built."""
    with passing_folder("botrian-serve") as passing:
        folder = passing / "site"
        folder.mkdir()
        try:
            server = web_server(folder, options.port)
        except PortTaken as taken:
            print(taken.words, file=sys.stderr)
            return 1
        cache = Kept.of(paths.root, paths.data).cache
        with server:
            site = Following(paths, Stamp(site_url(paths.root), None, last_changes(paths.root)), folder, cache)
            _Serving(site, paths, today, cache).serve(server)
    return 0


class _Serving:
    """Builds, then serves and follows every change until Ctrl-C. What is saved while something follows overtakes it."""

    def __init__(self, site: Following, paths: Paths, today: date, cache: Path | None) -> None:
        self._site, self._paths, self._today = site, paths, today
        self._changed, self._ended = threading.Event(), threading.Event()
        self._seen = seen_before(cache)
        self._parse = RememberedParse(KeptParse(self._seen))

    def serve(self, server: ThreadingHTTPServer) -> None:
        """Show the site at the server's port."""
        try:
            # Watched from before the first build, so that what is saved meanwhile is not missed.
            threading.Thread(target=watch, args=(self._paths, self._changed.set, self._ended), daemon=True).start()
            self._follow()
            self._site.save()
            threading.Thread(target=self._keep_following, daemon=True).start()
            print(f"เปิดดูที่ / open http://127.0.0.1:{server.server_port}/  (Ctrl-C = หยุด / stop)", flush=True)
            server.serve_forever()
        except KeyboardInterrupt:
            print()
        finally:
            self._ended.set()
            self._changed.set()

    def _keep_following(self) -> None:
        while True:
            self._changed.wait()
            if self._ended.is_set():
                return
            self._follow()

    def _follow(self) -> None:
        """Build what changed, or tell what is wrong and leave the pages as they are."""
        self._changed.clear()
        start = time.perf_counter()
        knowledge, problems = knowledge_or_problems(self._paths, self._today, self._parse, self._seen)
        self._seen.turn()
        if knowledge is None:
            print(problems, flush=True)
            return
        try:
            _tell(self._site.show(knowledge), start)
            _tell(self._site.follow(knowledge, self._changed.is_set), start)
        except Overtaken:
            return
        except BuildFailed as failure:
            print(safe_lines(failure.words), flush=True)
        except OSError as error:
            told = words_of(error)
            if told is None:
                raise
            print(told, flush=True)  # and go on: the next change may find room


def _tell(made: int, start: float) -> None:
    if made:
        seconds = time.perf_counter() - start
        print(f"สร้าง {made} หน้า ใน {seconds:.1f} วินาที / made {made} pages in {seconds:.1f} s", flush=True)
