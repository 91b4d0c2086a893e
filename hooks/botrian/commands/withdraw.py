"""``kb.py withdraw KIND:ID``: what somebody takes back goes, everywhere: shown first, written with --write."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from typing import get_args

from botrian.changes.withdraw import LOG, REGISTER, NotThere, Withdrawing, withdrawing
from botrian.check import check
from botrian.check.output import safe_lines
from botrian.read import Paths
from botrian.records.redirect import WithdrawnFor


def add(parser: argparse.ArgumentParser) -> None:
    """Name the options of the command."""
    parser.add_argument("record", metavar="KIND:ID", help="สิ่งที่ถอน เช่น source:told-by-one / what is withdrawn")
    parser.add_argument(
        "--why",
        choices=get_args(WithdrawnFor),
        default="consent",
        help="เพราะอะไร / why: consent taken back, private, or no right to publish it (default: consent)",
    )
    parser.add_argument("--write", action="store_true", help="เขียนและลบไฟล์ / write and delete the files")


def run(options: argparse.Namespace, paths: Paths, today: date) -> int:
    """Show or do a withdrawal; 1 where something rests on the record still, 2 where there is no such record."""
    texts = {name: file.read_text("utf-8") for name in (REGISTER, LOG) if (file := paths.on_disk(name)).is_file()}
    try:
        plan = withdrawing(check(paths, today), options.record, options.why, today, texts)
    except NotThere as error:
        print(safe_lines(f"ไม่มี {error.named} ให้ถอน / There is no {error.named} to withdraw"), file=sys.stderr)
        return 2
    _show(plan, paths)
    if options.write:
        for name, text in plan.written.items():
            paths.on_disk(name).write_text(text, encoding="utf-8", newline="\n")
        for name in plan.deleted:
            paths.on_disk(name).unlink()
        print("ถอนแล้ว / Withdrawn.")
    else:
        print("ยังไม่ได้ถอน ใส่ --write เพื่อถอน / Not withdrawn yet; --write does it.")
    print("สำเนาเก่าทำอย่างไร / Old copies: docs/guide/private-data.md")
    return 1 if plan.rests or plan.by_hand else 0


def _show(plan: Withdrawing, paths: Paths) -> None:
    for name in plan.deleted:
        print(safe_lines(f"ลบ / delete  {paths.shown(name)}"))
    for name in plan.written:
        print(safe_lines(f"แก้ / change  {paths.shown(name)}"))
    if plan.by_hand:
        where = f"{paths.shown(plan.by_hand.file)}:{plan.by_hand.line}"
        print(safe_lines(f"ลบเองด้วยมือ / take out by hand  {where}"))
    if plan.rests:
        print(f"ยังอ้างถึงอยู่ {len(plan.rests)} แห่ง ต้องแก้เอง / still rests on it, for you to mend: {len(plan.rests)}")
    for place, field in plan.rests:
        print(safe_lines(f"  {paths.shown(place.file)}:{place.line}  {field}"))
