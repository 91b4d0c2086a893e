"""``kb.py kit KIT``: the files of one training kit, without building the site."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from botrian.addresses import Stamp
from botrian.kits import kit_contents, kit_files
from botrian.kits.labels import label
from botrian.read import Paths
from botrian.records import LANGUAGES
from botrian.site.changes import last_changes
from botrian.site.content import knowledge_or_problems
from botrian.site.settings import site_url
from botrian.tables import build_tables


def add(parser: argparse.ArgumentParser) -> None:
    """Name the options of the command."""
    parser.add_argument("kit", metavar="KIT", help="รหัสหรือไฟล์ของชุดอบรม / id or file of the kit")
    parser.add_argument("--lang", choices=LANGUAGES, default="th", help="ภาษา / language")
    parser.add_argument(
        "--start", default="09:00", metavar="HH:MM", help="เริ่มกี่โมง / when the workshop begins (default 09:00)"
    )
    parser.add_argument("--out", type=Path, default=Path(), metavar="DIR", help="เขียนไว้ที่ไหน / where to write")


def run(options: argparse.Namespace, paths: Paths, today: date) -> int:
    """Write the files; 1 where the content has errors, 2 where there is no such kit or no such time."""
    starts_at = _minute_of_day(options.start)
    if starts_at is None:
        print("\n".join(label("bad_start", language).format(options.start) for language in LANGUAGES), file=sys.stderr)
        return 2
    knowledge, problems = knowledge_or_problems(paths, today)
    if knowledge is None:
        print(problems)
        return 1
    kit = knowledge.kits.get(Path(options.kit).name.removesuffix(".yml"))
    if kit is None:
        print(_unknown(options.kit, knowledge.kits), file=sys.stderr)
        return 2
    stamp = Stamp(site_url(paths.root), None, last_changes(paths.root))
    contents = kit_contents(kit, knowledge, build_tables(knowledge), options.lang, stamp, starts_at)
    options.out.mkdir(parents=True, exist_ok=True)
    for name, data in kit_files(contents).items():
        (options.out / name).write_bytes(data)
        print(label("written", options.lang).format(options.out / name))
    print(label("version", options.lang).format(contents.version))
    return 0


def _minute_of_day(words: str) -> int | None:
    """``13:00`` or ``13.00`` in minutes of the day; None for what is no time of day."""
    found = re.fullmatch(r"([01]?\d|2[0-3])[:.]([0-5]\d)", words.strip(), re.ASCII)
    return int(found[1]) * 60 + int(found[2]) if found else None


def _unknown(name: str, known: Iterable[str]) -> str:
    """That there is no such kit, in Thai and English, with the one that was perhaps meant."""
    near = get_close_matches(name, list(known), n=1)
    lines = []
    for language in LANGUAGES:
        words = "did_you_mean" if near else "there_are"
        hint = label(words, language).format(near[0] if near else ", ".join(known))
        lines.append(f"{label('unknown_kit', language).format(name)} {hint}")
    return "\n".join(lines)
