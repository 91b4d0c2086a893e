"""``kb.py translations``: what waits for translation; ``--record``: remember what all English was made from.

``--still-right FILE`` says that the English of a file is right though its Thai was changed.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date

from botrian.check import Checked, check
from botrian.check.output import safe_json, safe_lines
from botrian.knowledge.translations import Waiting, bilingual_texts, memory_of, still_right
from botrian.read import TRANSLATIONS, Paths, written
from botrian.words import say


def add(parser: argparse.ArgumentParser) -> None:
    """Name the options of the command."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="รูปแบบ / format")
    parser.add_argument(
        "--record",
        action="store_true",
        help="จำไว้ว่าภาษาอังกฤษทุกข้อแปลจากภาษาไทยข้อความใด / remember what all English was made from",
    )
    parser.add_argument(
        "--still-right",
        nargs="+",
        default=(),
        metavar="FILE",
        help="ภาษาไทยเปลี่ยนแล้ว แต่ภาษาอังกฤษของไฟล์นี้ยังถูก / the English of these files is right still",
    )


def run(options: argparse.Namespace, paths: Paths, today: date) -> int:
    """List what waits, or remember; 1 where content has errors and nothing is remembered."""
    checked = check(paths, today)
    if checked.knowledge is None:
        print("เนื้อหามีจุดที่ต้องแก้ก่อน ดูด้วยคำสั่ง check / The content has errors: see the command check", file=sys.stderr)
        return 1
    if options.record or options.still_right:
        remember(checked, paths, tuple(options.still_right))
        print(f"จำแล้ว / Remembered: {paths.shown(f'data/{TRANSLATIONS}')}")
        return 0
    waiting = checked.knowledge.untranslated
    sys.stdout.write(_as_json(waiting, paths) if options.format == "json" else safe_lines(_as_text(waiting, paths)))
    return 0


def remember(checked: Checked, paths: Paths, right: Sequence[str] = ()) -> None:
    """Write what English is made from now; what is behind stays so. With files ``right`` (as on disk): these alone."""
    reading = checked.reading
    texts = list(bilingual_texts(checked.found, reading.documents))
    files = {text.place.file for text in texts if paths.shown(text.place.file) in right}
    memory = reading.translations
    file = paths.data / TRANSLATIONS
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(written(still_right(texts, memory, files) if right else memory_of(texts, memory)))


def _as_text(waiting: Sequence[Waiting], paths: Paths) -> str:
    lines = []
    for one in waiting:
        words = " ".join(one.text.th.split())
        short = words if len(words) <= 80 else words[:79] + "…"
        why = " / ".join(say(f"translation.{one.why}", language) for language in ("th", "en"))
        lines.append(f"{paths.shown(one.text.place.file)}:{one.text.place.line}  {why}\n    {short}\n")
    return "".join(lines) + f"{say('translation.title', 'th')} / {say('translation.title', 'en')}: {len(waiting):,}\n"


def _as_json(waiting: Sequence[Waiting], paths: Paths) -> str:
    items = [
        {
            "record": one.text.record,
            "file": paths.shown(one.text.place.file),
            "line": one.text.place.line,
            "field": one.text.field,
            "why": one.why,
            "th": one.text.th,
            "en": one.text.en,
        }
        for one in waiting
    ]
    return safe_json(json.dumps(items, ensure_ascii=False, indent=2)) + "\n"
