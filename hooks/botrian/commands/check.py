"""``kb.py check``: every problem of the content, in a form for people, programs or GitHub."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from botrian.check import Checked, Mended, Problem, canonically, check, fix, seen_before
from botrian.check.output import as_github, as_json, as_text, safe_lines, summary
from botrian.check.report import no_collecting
from botrian.kept import cache_of
from botrian.read import Paths
from botrian.read.settings import own_address

FORMATS = ("text", "json", "github")


def add(parser: argparse.ArgumentParser) -> None:
    """Name the options of the command."""
    parser.add_argument(
        "--format", choices=FORMATS, default="text", help="รูปแบบผลลัพธ์ / form of the result (default: text)"
    )
    parser.add_argument(
        "--fix",
        action="store_true",
        help="แก้สิ่งที่มีคำตอบเดียว แล้วบอกว่าแก้อะไร / mend what has one right answer, and tell what was mended",
    )
    parser.add_argument(
        "--canonical",
        action="store_true",
        help="แก้ แล้วเรียงช่องตามลำดับ เอาเครื่องหมายคำพูดที่เกินออก / mend, then put keys in order and drop needless quotes",
    )
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="บอกเฉพาะไฟล์หรือโฟลเดอร์เหล่านี้ / tell of these files or folders only",
    )


def run(options: argparse.Namespace, paths: Paths, today: date) -> int:
    """Print the problems; 1 where one that is shown is an error, 2 where a PATH does not exist."""
    with no_collecting():
        code = _run(options, paths, today)
        # It goes with the process: nobody need look through it again.
        gc.freeze()
        return code


def _run(options: argparse.Namespace, paths: Paths, today: date) -> int:
    wanted, missing = _wanted(options.paths, paths)
    for path in missing:
        print(f"ไม่พบไฟล์หรือโฟลเดอร์ {path}\nThere is no file or folder {path}", file=sys.stderr)
    if missing:
        return 2
    if options.fix or options.canonical:
        checked = _fixed(options, paths, today, wanted)
    else:
        cache = cache_of(paths.root)
        seen = seen_before(cache / "kept" if cache else None)
        checked = check(paths, today, ledger=seen, asked=_asked(wanted, paths))
        seen.save(rest=bool(wanted))
    problems = [one for one in checked.problems if not wanted or _within(_on_disk(one, paths), wanted)]
    print(_printed(options.format, problems, checked, paths), end="")
    return 1 if any(problem.severity == "error" for problem in problems) else 0


def _fixed(options: argparse.Namespace, paths: Paths, today: date, wanted: Sequence[Path]) -> Checked:
    """Mend, and with ``--canonical`` write anew, the files that are wanted; tell what was done."""
    out = sys.stderr if options.format == "json" else sys.stdout

    def mine(file: str) -> bool:
        return not wanted or _within((paths.root / file).resolve(), wanted)

    fixed = fix(paths, today, mine)
    print(_told(fixed.changes), end="", file=out)
    if not options.canonical:
        return fixed.checked
    files, checked = canonically(paths, today, mine)
    lines = "".join(f"  {file}\n" for file in files)
    words = f"เรียงใหม่ตามแบบ {len(files)} ไฟล์ / {len(files)} files in canonical form\n\n"
    print(safe_lines(lines) + words, end="", file=out)
    return checked


def _printed(form: str, problems: Sequence[Problem], checked: Checked, paths: Paths) -> str:
    files = len(checked.reading.documents) + len(checked.reading.assets)
    torn = [paths.shown(name) for name in checked.reading.torn]
    if form == "github":
        lines = as_github(problems, own_address(paths.root))
        return (lines + "\n" if lines else "") + summary(problems, files, torn) + "\n"
    shown = {problem.file for problem in problems}
    texts = {paths.shown(document.name): document.source_text for document in checked.reading.documents}
    by_file = {file: text.split("\n") for file, text in texts.items() if file in shown}

    def line_of(file: str, line: int) -> str | None:
        known = by_file.get(file, [])
        return known[line - 1] if line <= len(known) else None

    if form == "json":
        return as_json(problems, line_of) + "\n"
    return as_text(problems, line_of, files, own_address(paths.root), torn) + "\n"


def _told(changes: Sequence[Mended]) -> str:
    """What was mended, line by line, before and after."""
    told = []
    for one in changes:
        told.append(f"  {one.file}:{one.line}  [{one.code}]\n    - {one.before[:200]}\n    + {one.after[:200]}\n")
    words = f"แก้ให้แล้ว {len(changes)} บรรทัด / {len(changes)} lines mended\n\n"
    return safe_lines("".join(told)) + words


def _wanted(given: Iterable[Path], paths: Paths) -> tuple[list[Path], list[Path]]:
    """The paths given, resolved against this folder or the project's, and those that exist in neither."""
    wanted: list[Path] = []
    missing: list[Path] = []
    for path in given:
        found = next((one for one in (path, paths.root / path) if one.exists()), None)
        if found is None:
            missing.append(path)
        else:
            wanted.append(found.resolve())
    return wanted, missing


def _asked(wanted: Sequence[Path], paths: Paths) -> Callable[[str], bool] | None:
    """Whether a document is among the files that are wanted, by its name; None where all are."""
    # A file that is itself a link is never read.
    there = Paths(paths.root, paths.data.resolve(), paths.docs.resolve())
    return (lambda name: _within(there.on_disk(name), wanted)) if wanted else None


def _on_disk(problem: Problem, paths: Paths) -> Path:
    return (paths.root / problem.file).resolve()


def _within(file: Path, wanted: Iterable[Path]) -> bool:
    return any(file == path or path in file.parents for path in wanted)
