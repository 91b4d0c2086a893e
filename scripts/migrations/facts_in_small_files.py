"""Move the facts of each province into a file for each dimension, so that two people who add to it merge cleanly.

    python scripts/migrations/facts_in_small_files.py FACTS

FACTS is ``data/facts``. ``krabi.yml`` becomes ``krabi/<dimension>.yml``; every fact keeps its letters and its place
among those of its dimension, so its number (``krabi.council-count.2``) stays. Comments between facts go with the fact
below them. Nothing is written where a file does not begin with its province and list, or holds other keys.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

SCHEMA = "# yaml-language-server: $schema=../../../schemas/facts.json\n"
_HEAD = re.compile(r"(?P<top>(?:#[^\n]*\n)*)province: (?P<province>[a-z0-9-]+)\nfacts:\n")
_DIMENSION = re.compile(r"^ *(?:- )?dimension: *([a-z0-9-]+) *(?:#.*)?$", re.MULTILINE)


class Unfit(ValueError):
    """A file of facts that is written otherwise than all others; the text says what was found."""


def parted(text: str) -> Mapping[str, str]:
    """The texts of the small files, by dimension, in the order in which the dimensions first stand."""
    head = _HEAD.match(text)
    if head is None:
        raise Unfit("it does not begin with province: and facts:")
    found: dict[str, list[str]] = {}
    for item in _items(text[head.end() :]):
        named = _DIMENSION.findall(item)
        if len(named) != 1:
            raise Unfit(f"a fact with {len(named)} dimensions: {item[:60]!r}")
        found.setdefault(named[0], []).append(item)
    return {
        dimension: f"{SCHEMA}province: {head['province']}\nfacts:\n{''.join(items)}"
        for dimension, items in found.items()
    }


def _items(text: str) -> list[str]:
    """The facts, each with the comments above it."""
    items: list[str] = []
    above = ""
    for line in text.rstrip("\n").split("\n"):
        if line.startswith("  - "):
            items.append(f"{above}{line}\n")
            above = ""
        elif line.lstrip().startswith("#") and not line.startswith("    "):
            above += f"{line}\n"
        elif line.startswith("    ") and items:
            items[-1] += f"{line}\n"
        elif line.strip():
            raise Unfit(f"a line that is of no fact: {line[:60]!r}")
    if above and items:
        items[-1] += above
    return items


def migrate(folder: Path) -> int:
    """Write the small files and delete the large ones; how many were written. Raises Unfit before any writing."""
    files = sorted(folder.glob("*.yml"))
    made = {file: parted(file.read_text(encoding="utf-8")) for file in files}
    for file, texts in made.items():
        home = folder / file.stem
        home.mkdir(exist_ok=True)
        for dimension, text in texts.items():
            (home / f"{dimension}.yml").write_text(text, encoding="utf-8", newline="\n")
        file.unlink()
    return sum(map(len, made.values()))


if __name__ == "__main__":
    print(f"{migrate(Path(sys.argv[1]))} files written")
