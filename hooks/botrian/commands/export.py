"""``kb.py export TABLE``: one table as one file, or frozen, without building the site."""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from botrian.addresses import Stamp
from botrian.embeds import freeze
from botrian.exports import FORMATS, FontMissing, ToolMissing, file_of, printed_table
from botrian.knowledge import Knowledge
from botrian.read import Paths
from botrian.records import LANGUAGES
from botrian.site.changes import last_changes
from botrian.site.content import knowledge_or_problems
from botrian.site.settings import site_url
from botrian.tables import Table, build_table
from botrian.words import say

#: What a table is written as where nobody says how.
_USUAL = "xlsx"


def add(parser: argparse.ArgumentParser) -> None:
    """Name the options of the command."""
    parser.add_argument("table", metavar="TABLE", help="รหัสของตาราง / id of the table")
    formats = f"{', '.join(FORMATS)} (default: as --out ends, else {_USUAL})"
    parser.add_argument("--format", metavar="FORMAT", help=f"รูปแบบไฟล์ / one of: {formats}")
    parser.add_argument("--lang", choices=LANGUAGES, default="th", help="ภาษา / language (default: th)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="ชื่อไฟล์ / the file (default: TABLE.FORMAT here)")
    parser.add_argument("--freeze", action="store_true", help="เก็บสำเนาคงที่ / keep a frozen copy in data/frozen/")


def run(options: argparse.Namespace, paths: Paths, today: date) -> int:
    """Write the file; 1 where the content has errors or a font or tool is missing, 2 for an unknown table or format."""
    format_ = _format(options)
    if format_ and format_ not in FORMATS:
        return _unknown("format", format_, FORMATS)
    knowledge, problems = knowledge_or_problems(paths, today)
    if knowledge is None:
        print(problems)
        return 1
    if options.table not in knowledge.tables:
        return _unknown("table", options.table, knowledge.tables)
    table = build_table(knowledge.tables[options.table], knowledge)
    stamp = Stamp(site_url(paths.root), None, last_changes(paths.root))
    if options.freeze:
        _freeze(table, knowledge, stamp, paths, today)
    return _write(table, knowledge, stamp, format_, options) if format_ else 0


def _format(options: argparse.Namespace) -> str | None:
    """What was asked for, else what the file's name says; None where only a frozen copy is wanted."""
    if options.format is None and options.out:
        return str(options.out.suffix.removeprefix("."))
    return options.format or (None if options.freeze else _USUAL)


def _write(table: Table, knowledge: Knowledge, stamp: Stamp, format_: str, options: argparse.Namespace) -> int:
    ending = format_ if options.lang == "th" else f"{options.lang}.{format_}"
    out: Path = options.out or Path(f"{table.id}.{ending}")
    try:
        content = file_of(printed_table(table, knowledge, options.lang, stamp), format_)
    except FontMissing as missing:
        return _missing("export.no_font", missing.name)
    except ToolMissing as missing:
        return _missing("export.no_tool", missing.format, missing.package)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(content)
    print(f"→ {out} ({len(content):,} bytes)")
    return 0


def _freeze(table: Table, knowledge: Knowledge, stamp: Stamp, paths: Paths, today: date) -> None:
    printed = {language: printed_table(table, knowledge, language, stamp) for language in LANGUAGES}
    kept = freeze(printed, paths.data / "frozen", today)
    print(f"→ {kept}\n→ {stamp.site_url}embed/frozen/{table.id}/{kept.stem}/")


def _unknown(what: str, given: str, known: Iterable[str]) -> int:
    """Say what is not there, what was perhaps meant, and what there is; 2."""
    names = sorted(known) if what == "table" else list(known)
    near = difflib.get_close_matches(given, names, n=3, cutoff=0.5)
    near = near or [name for name in names if given and given in name][:3]
    for language in LANGUAGES:
        print(say(f"export.unknown_{what}", language).format(given), file=sys.stderr)
        if near:
            print(say("export.did_you_mean", language).format(", ".join(near)), file=sys.stderr)
        else:
            print(say("export.there_are", language).format(", ".join(names)), file=sys.stderr)
    return 2


def _missing(words: str, *names: str) -> int:
    """Say in both languages what is missing, by its name; 1."""
    for language in LANGUAGES:
        print(say(words, language).format(*names), file=sys.stderr)
    return 1
