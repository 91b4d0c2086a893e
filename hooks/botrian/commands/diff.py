"""``kb.py diff OLD NEW``: what changed between two checkouts or APIs; ``--release``: since the last publication."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from functools import partial
from pathlib import Path

from botrian.addresses import Stamp
from botrian.api import api_files
from botrian.changes import (
    STATE_FILE,
    Edition,
    NotAnApi,
    as_json,
    compare,
    edition_of_files,
    edition_of_folder,
    edition_of_state,
    markdown,
    release_file,
    release_of,
    state_of,
)
from botrian.changes.labels import label
from botrian.check import check
from botrian.check.output import safe_json, safe_lines
from botrian.commands.translations import remember
from botrian.embeds import MOST_BYTES, freeze_all
from botrian.exports import printed_table
from botrian.knowledge import Knowledge
from botrian.knowledge.told_names import told_name
from botrian.read import Paths
from botrian.records import LANGUAGES, Language
from botrian.site.changes import last_changes
from botrian.site.content import knowledge_or_problems
from botrian.site.settings import site_url
from botrian.tables import build_tables


class ContentHasErrors(ValueError):
    """A checkout cannot be compared; ``problems`` says why, in words."""

    def __init__(self, place: str, problems: str) -> None:
        super().__init__(place)
        self.place, self.problems = place, problems


def add(parser: argparse.ArgumentParser) -> None:
    """Name the options of the command."""
    parser.add_argument(
        "folders", type=Path, nargs="*", metavar="OLD NEW", help="โครงการหรือ api/v1 / checkouts or APIs"
    )
    parser.add_argument("--format", choices=("markdown", "json"), default="markdown", help="รูปแบบ / format")
    parser.add_argument("--lang", choices=LANGUAGES, help="ภาษาเดียว (ปกติทั้งสอง) / one language (both without it)")
    parser.add_argument(
        "--release", action="store_true", help="บันทึกการเผยแพร่ใน data/changes/ / record a publication in data/changes/"
    )


def run(options: argparse.Namespace, paths: Paths, today: date) -> int:
    """Print the changes or write a publication; 1 where content has errors, 2 where a folder is neither of the two."""
    try:
        if options.release and not options.folders:
            return _release(paths, today)
        if options.release or len(options.folders) != 2:
            _tell("need_two")
            return 2
        old, new = (_edition(folder, paths, today) for folder in options.folders)
    except NotAnApi as problem:
        _tell("not_api", problem.place)
        return 2
    except ContentHasErrors as problem:
        print(problem.problems)
        _tell("has_errors", problem.place)
        return 1
    languages: tuple[Language, ...] = (options.lang,) if options.lang else LANGUAGES
    changes = compare(old, new)
    json = options.format == "json"
    sys.stdout.write(safe_json(as_json(changes)) if json else safe_lines(markdown(changes, languages)))
    return 0


def _edition(folder: Path, paths: Paths, today: date) -> Edition:
    """The edition of a checkout (it has ``data/`` and ``docs/``) or of a folder of the API."""
    if (folder / "data").is_dir() and (folder / "docs").is_dir():
        return _edition_of_content(Paths.of(folder), paths, today)[1]
    return edition_of_folder(folder)


def _edition_of_content(content: Paths, paths: Paths, today: date) -> tuple[Knowledge, Edition]:
    knowledge, problems = knowledge_or_problems(content, today)
    if knowledge is None:
        raise ContentHasErrors(str(content.root), problems)
    return knowledge, edition_of_files(api_files(knowledge, build_tables(knowledge), site_url(paths.root)))


def _release(paths: Paths, today: date) -> int:
    """Write ``data/changes/<day>.yml``, the state that the next publication is compared with, and frozen copies."""
    knowledge, edition = _edition_of_content(paths, paths, today)
    _freeze(knowledge, paths, today)
    state = paths.data / STATE_FILE
    changes = compare(edition_of_state(state.read_bytes()), edition) if state.exists() else None
    if changes is not None and not changes.records:
        _tell("same_state")
        return 0
    release = release_of(edition, changes, today, knowledge.releases)
    state.parent.mkdir(parents=True, exist_ok=True)
    file = state.parent / f"{release.id}.yml"
    file.write_text(release_file(release, partial(told_name, knowledge)), encoding="utf-8", newline="\n")
    state.write_bytes(state_of(edition))
    remember(check(paths, today), paths)
    _tell("written", f"{file}, {state}")
    return 0


def _freeze(knowledge: Knowledge, paths: Paths, today: date) -> None:
    """Keep a frozen copy of every table that has changed since its last, as long as all of them are light enough."""
    stamp = Stamp(site_url(paths.root), None, last_changes(paths.root))
    tables = build_tables(knowledge).values()
    printed = [{one: printed_table(table, knowledge, one, stamp) for one in LANGUAGES} for table in tables]
    done = freeze_all(printed, paths.data / "frozen", today)
    if done.left_out:
        _tell("frozen_full", str(done.left_out), _megabytes(done.bytes + done.more), _megabytes(MOST_BYTES))
    else:
        _tell("frozen", str(len(done.paths)), _megabytes(done.bytes), _megabytes(MOST_BYTES))


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}"


def _tell(name: str, *values: str) -> None:
    """A label in Thai, then in English: the result to the terminal, a fault to the error stream."""
    out = sys.stdout if name in ("written", "same_state", "frozen") else sys.stderr
    for language in LANGUAGES:
        print(label(name, language).format(*values), file=out)
