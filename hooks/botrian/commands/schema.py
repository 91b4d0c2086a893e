"""``kb.py schema``: the JSON Schemas of the content files and of the API, written again from the models."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from botrian.api.schema_changes import REASON_TO_WRITE, with_entry
from botrian.api.schemas import api_schemas
from botrian.read import Paths
from botrian.schemas import editor_settings, schema_files

CHANGELOG = "CHANGELOG.md"


def add(parser: argparse.ArgumentParser) -> None:
    """The command takes no options."""


def run(options: argparse.Namespace, paths: Paths, today: date) -> int:
    """Write ``schemas/*.json``, the part of VS Code's settings that names them, and ``schemas/api/``."""
    wanted = schema_files()
    _write_all(paths.root / "schemas", wanted)
    settings = paths.root / ".vscode" / "settings.json"
    settings.parent.mkdir(exist_ok=True)
    before = json.loads(settings.read_text(encoding="utf-8")) if settings.exists() else {}
    _write(settings, json.dumps(editor_settings(before), ensure_ascii=False, indent=2) + "\n")
    published = _api(paths.root / "schemas" / "api", today)
    number = len(wanted) + published
    print(f"เขียน {number} ไฟล์ไว้ใน schemas/\n{number} files written to schemas/")
    return 0


def _api(folder: Path, today: date) -> int:
    """The schemas of the API, and in their changelog what is new for those who read it. Returns how many there are."""
    before = {file.stem: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.json"))}
    after = api_schemas()
    file = folder / CHANGELOG
    old = file.read_text(encoding="utf-8") if file.exists() else "# Changes of the API\n"
    new = with_entry(old, after, before, today)
    _write_all(folder, {f"{name}.json": text for name, text in after.items()})
    _write(file, new)
    if new != old:
        print(f"เพิ่มรายการใน {CHANGELOG} ของ API ช่วยอ่านทวน\nThe API's {CHANGELOG} has a new entry: read it over")
    if f"why: {REASON_TO_WRITE}" in new:
        print(f"มีการเปลี่ยนที่หัก v1 เขียนเหตุผลแทน {REASON_TO_WRITE}\nA change breaks v1: write why at {REASON_TO_WRITE}")
    return len(after)


def _write_all(folder: Path, wanted: Mapping[str, str]) -> None:
    """Write these files; schemas that are no longer wanted go."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in sorted(folder.glob("*.json")):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        _write(folder / name, text)


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")
