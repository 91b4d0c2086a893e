"""``kb.py receive FILE|-``: what somebody sent by the form, as files: shown first, written with --write."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from botrian.check import Checked, check_reading
from botrian.check.output import as_text
from botrian.messages import Message, Unreadable, read_message
from botrian.read import Paths
from botrian.receive import Library, Plan, differences, planned, write
from botrian.thai import decode

#: Exit codes: nothing can be written; something is still missing.
REFUSED = 2
MISSING = 3
#: More than any message with its pictures.
MOST_BYTES = 4_000_000
OPTIONS = (
    ("id", "รหัสของบทเรียนหรือกรณี", "id of the lesson or case"),
    ("type", "ประเภทบทเรียน", "type of lesson"),
    ("theme", "รหัสหัวข้อ ใส่ซ้ำได้", "id of a theme; may be given again"),
    ("kind", "ชนิดของกรณี", "kind of case"),
    ("field", "ช่องที่จะแก้", "the field to correct"),
)
_WHY = {
    "no-message": (
        "ไม่พบข้อความจากแบบฟอร์มในนี้ คัดลอกตั้งแต่ #คลังบทเรียน1 ถึง #จบ ถ้าเขาพิมพ์เล่ามาเอง ให้กรอกแบบฟอร์มแทนเขา",
        "There is no message of the form in it: copy from #คลังบทเรียน1 to #จบ, or fill in the form for the sender",
    ),
    "too-long": ("ยาวเกินกว่าข้อความจากแบบฟอร์ม", "It is longer than any message of the form"),
    "file-damaged": ("ไฟล์เสียหาย ขอให้ส่งใหม่", "The file is damaged: ask for it again"),
    "code-parts": ("คิวอาร์ไม่ครบทุกส่วน สแกนส่วนที่เหลือ", "Some of the codes are missing: scan the others too"),
    "code-damaged": ("อ่านรหัสไม่ได้ สแกนใหม่", "The codes cannot be read: scan them again"),
    "kind": ("ไม่รู้จักข้อความชนิดนี้", "It is no kind of message that is known here"),
    "day": ("ไม่มีวันที่ส่ง", "The day it was sent is missing"),
}


def add(parser: argparse.ArgumentParser) -> None:
    """Name the options of the command."""
    parser.add_argument(
        "message", metavar="FILE", help="ไฟล์หรือข้อความที่ได้รับ - คือวางทางแป้นพิมพ์ / what arrived; - reads it from here"
    )
    for name, thai, english in OPTIONS:
        parser.add_argument(f"--{name}", action="append", help=f"{thai} / {english}")
    parser.add_argument(
        "--public",
        action="store_true",
        help="ผลลัพธ์ที่ทุกคนอ่านได้ ไม่บอกวิธีติดต่อ / for output that everybody reads: leaves out how to reach the sender",
    )
    parser.add_argument("--write", action="store_true", help="เขียนไฟล์ / write the files")


def run(options: argparse.Namespace, paths: Paths, today: date) -> int:
    """Show what a message changes and what ``check`` will find; with ``--write`` write it, all or nothing."""
    try:
        message = read_message(_arrived(options.message))
    except (Unreadable, FileNotFoundError) as error:
        thai, english = _WHY[error.why] if isinstance(error, Unreadable) else _not_opened(options.message)
        print(f"{thai}\n{english}", file=sys.stderr)
        return REFUSED
    library = Library(paths)
    said = {name: tuple(getattr(options, name)) for name, _, _ in OPTIONS if getattr(options, name)}
    plan = planned(message, library, said, today)
    asked = _asked(plan) if sys.stdin.isatty() and options.message != "-" else {}
    if asked:
        plan = planned(message, library, said | asked, today)
    _show(message, plan, library, public=options.public)
    if plan.refused:
        return REFUSED
    if plan.missing:
        return MISSING
    if not plan.files:
        return 0
    checked = check_reading(library.with_texts(plan.texts, tuple(plan.pictures)), today, paths.shown)
    errors = _tell_problems(checked, plan, paths)
    if options.write or (sys.stdin.isatty() and _agreed()):
        write(plan, paths)
        print("เขียนแล้ว / Written: " + " ".join(paths.shown(name) for name in plan.files))
    else:
        print("ยังไม่ได้เขียน ใส่ --write เพื่อเขียน / Not written yet; --write writes it.")
    return 1 if errors else 0


def _not_opened(name: str) -> tuple[str, str]:
    thai = f"เปิดไฟล์ {name} ไม่ได้ บันทึกข้อความที่ได้รับเป็นไฟล์ เช่น story.txt ในโฟลเดอร์นี้ก่อน"
    return thai, f"{name} cannot be opened: save what arrived as a file first, such as story.txt in this folder"


def _arrived(name: str) -> str:
    data = sys.stdin.buffer.read(MOST_BYTES + 1) if name == "-" else Path(name).read_bytes()
    if len(data) > MOST_BYTES:
        raise Unreadable("too-long")
    decoded = decode(data)
    if decoded.fault is None:
        return decoded.text
    # Notepad and old mail still write other encodings.
    return data.decode(decoded.fault.codec, "replace") if decoded.fault.codec else decoded.fault.preview


def _show(message: Message, plan: Plan, library: Library, *, public: bool) -> None:
    """The plan in words: what is missing, what changes, and the diff. How to reach the sender is shown here alone."""
    print(plan.title)
    if (contact := message.words("contact")) and not public:
        print(f"ติดต่อผู้ส่ง (ไม่เผยแพร่) / How to reach the sender (never published): {contact}")
    for note in (*plan.refused, *plan.notes):
        print(f"• {note.th}\n  {note.en}")
    for one in plan.missing:
        print(f"• ผู้ส่งไม่แน่ใจเรื่อง{one.words.th} เลือกแทนเขา เติม {one.option} กับรหัสหนึ่ง / ", end="")
        print(f"{one.option} is missing ({one.words.en}): {one.offered}")
    for shown in plan.shown:
        print(f"{shown.place}\n  เดิม / before: {shown.before}\n  ใหม่ / after:  {shown.after}")
    before = {name: library.text(name) for name in plan.texts}
    sys.stdout.writelines(differences(plan, before, library.paths))


def _tell_problems(checked: Checked, plan: Plan, paths: Paths) -> bool:
    """What ``check`` finds in the files that change; whether any of it is an error."""
    shown = {paths.shown(name): text.split("\n") for name, text in plan.texts.items()}
    problems = [one for one in checked.problems if one.file in shown]

    def line_of(file: str, line: int) -> str | None:
        known = shown.get(file, [])
        return known[line - 1] if line <= len(known) else None

    print(as_text(problems, line_of, len(shown)))
    return any(one.severity == "error" for one in problems)


def _asked(plan: Plan) -> dict[str, tuple[str, ...]]:
    """What is missing, asked of the maintainer; an end of the input is no answer."""
    answers = {}
    for one in plan.missing:
        print(f"{one.words.th} / {one.words.en}: {one.offered}")
        try:
            given = input(f"{one.option}: ").strip()
        except EOFError:
            given = ""
        if given:
            answers[one.option.removeprefix("--")] = tuple(given.split())
    return answers


def _agreed() -> bool:
    try:
        return input("เขียนไฟล์เหล่านี้ไหม / Write these files? (y/N) ").strip().lower() in ("y", "yes", "ใช่")
    except EOFError:
        return False
