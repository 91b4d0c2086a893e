"""``kb.py stage DIR``: the generated Markdown of both languages on disk, for any other site generator."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from botrian.addresses import Stamp
from botrian.read import Paths, read_content
from botrian.records import LANGUAGES
from botrian.site.changes import last_changes
from botrian.site.content import knowledge_or_problems
from botrian.site.generate import Kept, generate
from botrian.site.settings import site_url
from botrian.site.stage import write_stage


def add(parser: argparse.ArgumentParser) -> None:
    """Name the options of the command."""
    parser.add_argument("--pages-only", action="store_true", help="ไม่ทำไฟล์ตาราง / no table files and no kits")
    parser.add_argument("folder", type=Path, metavar="DIR", help="โฟลเดอร์ใหม่ / a new folder")


def run(options: argparse.Namespace, paths: Paths, today: date) -> int:
    """Write the trees ``DIR/th`` and ``DIR/en``; 1 where the content has errors, 2 where DIR is not empty."""
    folder: Path = options.folder.resolve()
    if folder.exists() and any(folder.iterdir()):
        print(f"โฟลเดอร์นี้มีไฟล์อยู่แล้ว / this folder is not empty: {folder}", file=sys.stderr)
        return 2
    knowledge, problems = knowledge_or_problems(paths, today)
    if knowledge is None:
        print(problems)
        return 1
    stamp = Stamp(site_url(paths.root), None, last_changes(paths.root))
    assets = read_content(paths).assets
    kept = None if options.pages_only else Kept.of(paths.root, paths.data)
    for language in LANGUAGES:
        pages = write_stage(paths, generate(knowledge, language, stamp, kept), folder / language, assets)
        print(f"{language}: {pages} pages → {folder / language}")
    return 0
