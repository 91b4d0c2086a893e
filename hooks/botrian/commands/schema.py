"""``kb.py schema``: the JSON Schemas of the content files, written again from the models."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path

from botrian.read import Paths
from botrian.schemas import editor_settings, schema_files


def add(parser: argparse.ArgumentParser) -> None:
    """The command takes no options."""


def run(options: argparse.Namespace, paths: Paths, today: date) -> int:
    """Write ``schemas/*.json`` and the part of VS Code's settings that names them."""
    folder = paths.root / "schemas"
    folder.mkdir(exist_ok=True)
    wanted = schema_files()
    for old in sorted(folder.glob("*.json")):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        _write(folder / name, text)
    settings = paths.root / ".vscode" / "settings.json"
    settings.parent.mkdir(exist_ok=True)
    before = json.loads(settings.read_text(encoding="utf-8")) if settings.exists() else {}
    _write(settings, json.dumps(editor_settings(before), ensure_ascii=False, indent=2) + "\n")
    print(f"เขียน {len(wanted)} ไฟล์ไว้ใน schemas/\n{len(wanted)} files written to schemas/")
    return 0


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")
