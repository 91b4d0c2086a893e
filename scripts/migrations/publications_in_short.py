"""Write the publications shorter: no name of a record that is still called so, and how many more places as a number.

    python scripts/migrations/publications_in_short.py ROOT

ROOT is a checkout. A publication of a thousand changes had half a megabyte: the names of all records in two languages,
and ``and 3 more`` in two languages eight hundred times. The pages that are made of the files stay the same, letter by
letter; nothing is written where they would not.
"""

from __future__ import annotations

import os
import re
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import yaml

from botrian.changes.release import release_file
from botrian.changes.words import sentences
from botrian.check import check
from botrian.knowledge import Knowledge
from botrian.knowledge.told_names import told_name, with_names
from botrian.read import Paths
from botrian.records import Release, ReleasedChange
from botrian.site.clock import the_day

_MORE = re.compile(r"(?:and (?P<more>\d+) more|places changed: (?P<places>\d+))")


class Differs(ValueError):
    """A publication whose page would not stay the same; the text is its id."""


def shortened(release: Release) -> Release:
    """The publication with the number of further places as a number."""
    return release.model_copy(update={"changes": tuple(_change(one) for one in release.changes)})


def _change(change: ReleasedChange) -> ReleasedChange:
    found = _MORE.fullmatch(change.words[-1].en) if change.words else None
    if found is None:
        return change
    more = int(found["more"] or found["places"])
    return change.model_copy(update={"words": change.words[:-1], "more": more})


def migrate(paths: Paths, day: date) -> int:
    """Rewrite every publication; how many bytes they lost. Raises Differs, before anything is written."""
    knowledge = check(paths, day).knowledge
    if knowledge is None:
        raise Differs("content")
    texts = {id_: _text(release, knowledge) for id_, release in knowledge.releases.items()}
    lost = 0
    for id_, text in texts.items():
        file = paths.data / "changes" / f"{id_}.yml"
        lost += file.stat().st_size - len(text.encode("utf-8"))
        file.write_text(text, encoding="utf-8", newline="\n")
    return lost


def _text(release: Release, knowledge: Knowledge) -> str:
    short = shortened(release)
    before = [(one.happened, one.kind, one.id, one.title, sentences(one)) for one in release.changes]
    text = release_file(short, lambda kind, id_: told_name(knowledge, kind, id_))
    read = Release.model_validate(_read(text))
    (named,) = with_names(_only(knowledge, read)).releases.values()
    after = [(one.happened, one.kind, one.id, one.title, sentences(one)) for one in named.changes]
    if before != after:
        raise Differs(release.id)
    return text


def _read(text: str) -> object:
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 -- texts alone


def _only(knowledge: Knowledge, release: Release) -> Knowledge:
    return replace(knowledge, releases={release.id: release})


if __name__ == "__main__":
    print(f"{migrate(Paths.of(Path(sys.argv[1])), the_day(os.environ)):,} bytes less")
