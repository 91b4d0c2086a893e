"""``kb.py new KIND …``: a commented file for a new record, in the right place; it never overwrites one."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from datetime import date

from botrian.new import FORMS, Form, Refused, Written, write_new
from botrian.new.forms import WISHES, Wish
from botrian.read import Paths
from botrian.records.values import ID_PATTERN

#: How often an answer that cannot stand is asked for again.
TRIES = 3


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
    """What is needed and was not said, asked in both languages; an end of the input is no answer.

    An answer that cannot stand is told at once and asked for again, up to ``TRIES`` times.
    """
    answers = {}
    for name in form.needed:
        if not said[name]:
            answers[name] = _answer(WISHES[name], ask, free=form.kind != "province")
    return answers


def _answer(wish: Wish, ask: Callable[[str], str], *, free: bool) -> str:
    """One answer; ``free``: an id is the writer's to choose, not the name of something that there is."""
    question = f"{wish.words.th} / {wish.words.en} เช่น / such as {wish.example}"
    if wish.choices:
        question = f"{wish.words.th} / {wish.words.en}\n  {wish.offered}\n"
    answer = ""
    for _ in range(TRIES):
        try:
            answer = wish.meant(ask(f"{question}: ").strip())
        except EOFError:
            return ""
        if wish.choices and answer not in wish.choices:
            print(f"ไม่มี “{answer}” เลือกหนึ่งคำข้างบน / There is no “{answer}”: choose one of these")
        elif wish.name == "id" and free and not re.match(ID_PATTERN, answer):
            print("ใช้ตัวอักษรอังกฤษตัวเล็ก เลข และขีด - เท่านั้น / Only small letters a-z, digits and hyphens")
        else:
            break
    return answer


def _tell(written: Written, paths: Paths) -> None:
    shown = paths.shown(written.name)
    thai, english = ("เพิ่มท้ายไฟล์", "Added to the end of") if written.added else ("เขียนไฟล์", "Written:")
    print(f"{thai} {shown}\nเติมช่องที่ว่าง แล้วตรวจด้วย: python3 scripts/kb.py check {shown}")
    print(f"{english} {shown}\nFill what is empty, then: python3 scripts/kb.py check {shown}")
