"""Put what was found of sources (bibliography, chapters, page starts, repeats) into their records.

    python scripts/migrations/source_places.py FRAGMENTS data/sources

FRAGMENTS is a folder of ``<id>.yml`` with keys of a source's record; each takes the place of that key. Records are
written in one order of keys. Nothing is written when a fragment has no record or a key that a source does not know.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "hooks"))

from botrian.new.yaml_form import written
from botrian.records import Source

HEAD = "# yaml-language-server: $schema=../../schemas/source.json\n"


def plain(file: Path) -> dict[str, Any]:
    """A file's values as plain texts."""
    found: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
    return found


def migrate(fragments: Path, folder: Path) -> int:
    """Write every source that has a fragment; returns how many. Raises ValueError before anything is written."""
    texts: dict[Path, str] = {}
    for fragment in sorted(fragments.glob("*.yml")):
        file = folder / fragment.name
        values = {**plain(file), **plain(fragment)}
        unknown = sorted(values.keys() - Source.model_fields.keys())
        if unknown:
            raise ValueError(f"{fragment.name}: {', '.join(unknown)}")
        texts[file] = HEAD + written(values, Source)
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return len(texts)


if __name__ == "__main__":
    print(f"{migrate(Path(sys.argv[1]), Path(sys.argv[2]))} sources written")
