"""``kb.py check``: every problem of the content, in a form for people, programs or GitHub."""

from __future__ import annotations

import argparse
from datetime import date

from botrian.check import check
from botrian.read import Paths


def add(parser: argparse.ArgumentParser) -> None:
    """Name the options of the command."""
    parser.add_argument("--format", choices=("text", "json", "github"), default="text")
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="บอกเฉพาะไฟล์เหล่านี้ / tell of these files only"
    )


def run(options: argparse.Namespace, paths: Paths, today: date) -> int:
    """Print the problems; 1 where one is an error."""
    checked = check(paths, today)
    for f in checked.findings:
        if not options.paths or any(f.place.file.startswith(str(p)) for p in options.paths):
            print(
                f"{f.place.file}:{f.place.line}:{f.place.column} {f.code} {f.field} got={f.got!r} expected={f.expected!r} {dict(f.values)}"
            )
    return 0 if checked.knowledge else 1
