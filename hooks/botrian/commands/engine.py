"""``kb.py engine opensearch|meilisearch``: the library for a search server: as files, or loaded into one that runs."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from botrian.engines import ENGINES, ServerRefused, feed_of, load
from botrian.read import Paths
from botrian.records import LANGUAGES
from botrian.search import documents
from botrian.site.content import knowledge_or_problems
from botrian.site.settings import site_url
from botrian.tables import build_tables

#: The variable with the server's ``user:password`` or key: words of a command can be seen by everybody on a machine.
KEY = "BOTRIAN_ENGINE_KEY"
SERVER_REFUSED = 3


def add(parser: argparse.ArgumentParser) -> None:
    """Name the options of the command."""
    parser.add_argument("engine", choices=ENGINES, help="เซิร์ฟเวอร์ค้นหา / search server")
    ways = parser.add_mutually_exclusive_group(required=True)
    ways.add_argument("--url", help="ที่อยู่เซิร์ฟเวอร์ที่จะโหลดเข้า / address of the server to load into")
    ways.add_argument("--out", type=Path, help="โฟลเดอร์สำหรับเขียนไฟล์ / folder for the files")
    parser.add_argument("--lang", choices=LANGUAGES, help="ภาษาเดียว (ปกติทั้งสอง) / one language (both without it)")


def run(options: argparse.Namespace, paths: Paths, today: date) -> int:
    """Write files or load; 1 where the content has errors, 2 for a wrong address, 3 where the server refuses."""
    knowledge, problems = knowledge_or_problems(paths, today)
    if knowledge is None:
        print(problems)
        return 1
    tables = build_tables(knowledge)
    for language in [options.lang] if options.lang else LANGUAGES:
        found = documents(knowledge, tables, language)
        feed = feed_of(options.engine, knowledge, found, language, site_url(paths.root))
        if options.out is not None:
            options.out.mkdir(parents=True, exist_ok=True)
            for name, data in feed.files().items():
                (options.out / name).write_bytes(data)
                print(options.out / name)
            continue
        try:
            number = load(feed, options.url, os.environ.get(KEY, ""))
        except ValueError:
            words = "ที่อยู่ต้องขึ้นต้นด้วย http:// หรือ https:// / An address begins with http:// or https://"
            print(f"{words}: {options.url}", file=sys.stderr)
            return 2
        except ServerRefused as refused:
            words = "เซิร์ฟเวอร์ไม่รับ ดัชนีเดิมยังอยู่ครบ / The server refused; its old index is as it was"
            print(f"{words}\n  {refused.what}\n  {refused.words}", file=sys.stderr)
            return SERVER_REFUSED
        print(f"{feed.index}: {number:,} → {options.url}")
    return 0
