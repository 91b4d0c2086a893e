"""The words of the command line: which commands there are, what they take, and who carries them out."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from botrian.commands.refused import words_of
from botrian.read import Paths
from botrian.site.clock import the_day

#: The module of each command, its help in Thai and in English. The module's ``add(parser)`` names its options,
#: ``run(options, paths, today)`` does the work and returns the exit code.
COMMANDS = {
    "build": ("สร้างเว็บไซต์ไทยและอังกฤษ", "build the site in Thai and English"),
    "serve": ("สร้าง เปิดดู และสร้างใหม่เมื่อแก้ไข", "build, serve on this machine, rebuild on change"),
    "check": ("ตรวจเนื้อหา บอกทุกปัญหาพร้อมวิธีแก้", "check the content, tell all problems and how to fix them"),
    "new": (
        "สร้างไฟล์บทเรียน กรณี จังหวัด หรือแหล่งข้อมูล พร้อมคำอธิบาย",
        "write a commented file for a lesson, source …",
    ),
    "receive": (
        "รับเรื่องที่คนส่งทางแบบฟอร์ม แสดงไฟล์ที่จะเปลี่ยนก่อนเขียน",
        "take in what somebody sent by the form: shows the files before it writes them",
    ),
    "export": ("ส่งออกตารางหนึ่งเป็นไฟล์เดียว", "export one table as one file"),
    "kit": (
        "เขียนชุดอบรมหนึ่งชุด: ใบความรู้ ใบงาน สไลด์ คู่มือวิทยากร",
        "write one training kit: handout, worksheet, slides, notes",
    ),
    "diff": ("บอกว่าอะไรเปลี่ยนระหว่างสองชุด หรือตั้งแต่เผยแพร่ครั้งก่อน", "tell what changed between two checkouts or APIs"),
    "translations": ("บอกว่าข้อความใดรอแปลเป็นภาษาอังกฤษ", "tell what waits for translation into English"),
    "withdraw": (
        "ถอนเรื่องที่เจ้าของขอถอน แสดงก่อนว่าจะเปลี่ยนอะไร",
        "withdraw what somebody takes back: shows what it changes before it writes",
    ),
    "review": ("เขียนความเห็นว่าข้อเสนอหนึ่งเปลี่ยนอะไร", "write the comment that tells what a proposal changes"),
    "stage": ("เขียนหน้า Markdown ที่เครื่องมืออื่นสร้างต่อได้", "write the generated Markdown tree"),
    "engine": (
        "ส่งคลังให้เซิร์ฟเวอร์ค้นหา (OpenSearch หรือ Meilisearch)",
        "the library for a search server (OpenSearch or Meilisearch)",
    ),
    "worker": (
        "ให้เครื่องนี้ช่วยสร้างเว็บไซต์ของเครื่องอื่น หรือเปิดตัวกลาง (Dask)",
        "lend this machine to builds of others, or start where they meet (Dask)",
    ),
    "schema": ("เขียน JSON Schema ของไฟล์ข้อมูลและ API", "write the JSON Schemas of the data files and the API"),
    "bench": ("วัดความเร็วและขนาด", "measure speed and size"),
}


#: Exit codes: the disk refused something; Ctrl-C; nobody reads on (``kb.py check | head``), as shells count it.
REFUSED = 4
INTERRUPTED = 130
UNREAD = 141


def main(words: Sequence[str], today: date | None = None) -> int:
    """Run one command. ``today`` is the clock; without it, that of BOTRIAN_TODAY or the day it is in Thailand."""
    if words and words[0] == "test":
        from botrian.commands import test

        return test.run(list(words[1:]))
    options = _parser(words).parse_args(words)
    module = importlib.import_module(f"botrian.commands.{options.command}")
    paths = Paths.of(options.root, options.data, options.docs)
    try:
        code: int = module.run(options, paths, today or the_day(os.environ))
        sys.stdout.flush()
    except BrokenPipeError:
        # What Python would still print at its end goes nowhere, instead of into a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNREAD
    except KeyboardInterrupt:
        print("\nหยุดตามคำสั่ง ของเดิมยังอยู่ / Stopped; what was there before is still there.", file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        told = words_of(error)
        if told is None:
            raise
        print(told, file=sys.stderr)
        return REFUSED
    return code


def project_root() -> Path:
    """The folder of the project: the one that holds ``hooks/``."""
    return Path(__file__).resolve().parents[3]


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """The parser; of all the command modules only the one that is named is imported."""
    parser = argparse.ArgumentParser(prog="kb.py", description="คลังบทเรียนจังหวัดจัดการตนเอง")
    parser.add_argument("--root", type=Path, default=project_root(), help=argparse.SUPPRESS)
    _add_folders(parser, default=None)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (thai, english) in COMMANDS.items():
        command = commands.add_parser(name, help=f"{thai} / {english}", description=f"{thai} / {english}")
        _add_folders(command, default=argparse.SUPPRESS)
        if name in words:
            importlib.import_module(f"botrian.commands.{name}").add(command)
    return parser


def _add_folders(parser: argparse.ArgumentParser, default: str | None) -> None:
    """``--data`` and ``--docs``, before or after the name of the command."""
    for name in ("data", "docs"):
        parser.add_argument(
            f"--{name}", type=Path, default=default, metavar="DIR", help=f"เนื้อหาอีกชุด / another {name} folder"
        )
