"""``kb.py serve``: build, show on this machine, and build again whenever a file changes."""

from __future__ import annotations

import argparse
import sys
import threading
import time
from datetime import date
from http.server import ThreadingHTTPServer

from botrian.addresses import Stamp
from botrian.check.output import safe_lines
from botrian.commands.refused import words_of
from botrian.read import Paths, RememberedParse
from botrian.site.changes import last_changes
from botrian.site.content import knowledge_or_problems
from botrian.site.publish import passing_folder
from botrian.site.serve import BuildFailed, Following, PortTaken, web_server
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
        with server:
            site = Following(paths, Stamp(site_url(paths.root), None, last_changes(paths.root)), folder)
            _serve(site, server, paths, today)
    return 0


def _serve(site: Following, server: ThreadingHTTPServer, paths: Paths, today: date) -> None:
    """Build, then serve and follow every change until Ctrl-C."""
    ended, one_build, parse = threading.Event(), threading.Lock(), RememberedParse()

    def changed() -> None:
        with one_build:
            _follow(site, paths, today, parse)

    try:
        with one_build:
            # Watched from before the first build, so that what is saved meanwhile is not missed.
            threading.Thread(target=watch, args=(paths, changed, ended), daemon=True).start()
            _follow(site, paths, today, parse)
        print(f"เปิดดูที่ / open http://127.0.0.1:{server.server_port}/  (Ctrl-C = หยุด / stop)", flush=True)
        server.serve_forever()
    except KeyboardInterrupt:
        print()
    finally:
        ended.set()


def _follow(site: Following, paths: Paths, today: date, parse: RememberedParse) -> None:
    """Build what changed, or tell what is wrong and leave the pages as they are."""

    start = time.perf_counter()
    knowledge, problems = knowledge_or_problems(paths, today, parse)
    if knowledge is None:
        print(problems, flush=True)
        return
    try:
        for make in (site.show, site.follow):
            made = make(knowledge)
            if made:
                seconds = time.perf_counter() - start
                print(f"สร้าง {made} หน้า ใน {seconds:.1f} วินาที / made {made} pages in {seconds:.1f} s", flush=True)
    except BuildFailed as failure:
        print(safe_lines(failure.words), flush=True)
    except OSError as error:
        told = words_of(error)
        if told is None:
            raise
        print(told, flush=True)  # and go on: the next change may find room
