"""``kb.py new KIND …``: a commented file for a new record, in the right place; it never overwrites one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date

from botrian.new import FORMS, Form, Refused, Written, write_new
from botrian.new.forms import WISHES
from botrian.read import Paths


def add(parser: argparse.ArgumentParser) -> None:
    """Name the kinds of record and what may be said of each."""
    kinds = parser.add_subparsers(dest="form", required=True, metavar="KIND")
    for form in FORMS.values():
        words = f"{form.words.th} / {form.words.en}"
        one = kinds.add_parser(form.kind, help=words, description=words)
        for name in (*form.needed, *form.more):
            wish = WISHES[name]
            help_ = f"{wish.words.th} / {wish.words.en}: {wish.example}"
            if name == "id":
                one.add_argument("id", nargs="?", help=help_)
            else:
                one.add_argument(wish.option, dest=name, metavar=wish.example, help=help_)


def run(options: argparse.Namespace, paths: Paths, today: date) -> int:
    """Write the file; 2 where something is missing or wrong, and nothing was written."""
    form = FORMS[options.form]
    said = {name: (getattr(options, name) or "").strip() for name in (*form.needed, *form.more)}
    if sys.stdin.isatty():
        said |= asked(form, said, input)
    missing = [WISHES[name] for name in form.needed if not said[name]]
    for wish in missing:
        print(f"ยังไม่ได้บอก {wish.option} ({wish.words.th}) เช่น {wish.example}", file=sys.stderr)
        print(f"{wish.option} is missing ({wish.words.en}), such as {wish.example}", file=sys.stderr)
    if missing:
        return 2
    try:
        written = write_new(options.form, said, paths)
    except Refused as refused:
        for reason in refused.reasons:
            print(f"{reason.th}\n{reason.en}", file=sys.stderr)
        return 2
    _tell(written, paths)
    return 0


def asked(form: Form, said: dict[str, str], ask: Callable[[str], str]) -> dict[str, str]:
    """What is needed and was not said, asked in both languages; an end of the input is no answer."""
    answers = {}
    for name in form.needed:
        if not said[name]:
            wish = WISHES[name]
            try:
                answers[name] = ask(f"{wish.words.th} / {wish.words.en} ({wish.example}): ").strip()
            except EOFError:
                answers[name] = ""
    return answers


def _tell(written: Written, paths: Paths) -> None:
    shown = paths.shown(written.name)
    thai, english = ("เพิ่มท้ายไฟล์", "Added to the end of") if written.added else ("เขียนไฟล์", "Written:")
    print(f"{thai} {shown}\nเติมช่องที่ว่าง แล้วตรวจด้วย: python3 scripts/kb.py check {shown}")
    print(f"{english} {shown}\nFill what is empty, then: python3 scripts/kb.py check {shown}")
