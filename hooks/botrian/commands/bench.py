"""``kb.py bench [search|serve|tables] N …`` and ``bench [pages|phone] SITE …``: speed and size, measured in one run.

``bench judged`` asks this search and others the judged queries.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from datetime import date

from botrian.read import Paths

#: The benchmark modules by the word that names them; without a word, the whole site is measured.
MODULES = {
    "judged": "tests.bench.judged",
    "phone": "tests.bench.phone",
    "pages": "tests.bench.pages",
    "search": "tests.bench.search",
    "serve": "tests.bench.serve",
    "site": "tests.bench.site",
    "tables": "tests.bench.tables",
}


def add(parser: argparse.ArgumentParser) -> None:
    """Name the options of the command."""
    parser.add_argument(
        "words",
        nargs="+",
        metavar="[search|serve|tables|pages|phone|judged] N",
        help="จำนวนบทเรียน หรือโฟลเดอร์เว็บไซต์ / how many lessons, or built sites",
    )
    only = "วัดเพียงตัวเดียว / measure one alone: ours, material, properdocs, zensical"
    parser.add_argument("--only", metavar="NAME", help=only)
    parser.add_argument("--keep", metavar="DIR", help="เก็บเนื้อหาจำลองไว้ใช้ครั้งหน้า / keep the made-up tree for next time")


def run(options: argparse.Namespace, paths: Paths, today: date) -> int:
    """Run the benchmark in a process of its own."""
    words: list[str] = options.words
    module = MODULES[words.pop(0)] if words[0] in MODULES else MODULES["site"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(paths.root / "hooks"), str(paths.root)])}
    if module == MODULES["site"]:
        chosen = {"--only": options.only, "--keep": options.keep}
        words += [word for name, value in chosen.items() if value for word in (name, value)]
    command = [sys.executable, "-m", module, *words]
    return subprocess.run(command, cwd=paths.root, env=environment, check=False).returncode
