"""Generated sites go in; a plain tree on disk comes out that any generator of Markdown sites can build."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from botrian.own import values_of
from botrian.read import Paths
from botrian.site.adapter import menu_of
from botrian.site.generate import Generated
from botrian.site.rendering import SETTINGS

#: The tree keeps its own copy of the frame, so that it needs nothing of this project.
THEME = "theme"


def write_stage(paths: Paths, generated: Generated, folder: Path, assets: tuple[str, ...]) -> int:
    """Write one language's tree below ``folder`` (settings, theme, ``docs/``); returns how many pages it holds.

    ``assets`` are the files under ``docs/`` that are no text (pictures); they are copied as they are.
    """
    docs = folder / "docs"
    for page in generated.pages:
        _write(docs / page.path, page.text().encode("utf-8"))
    for name, data in generated.files.items():
        # A table's own Markdown file would be taken for a page, in the place of the table's page.
        if not name.endswith(".md"):
            _write(docs / name, data)
    for name in assets:
        if name.startswith("docs/"):
            _write(docs / name.removeprefix("docs/"), (paths.docs / name.removeprefix("docs/")).read_bytes())
    settings = plain_settings(paths.root, SETTINGS[generated.language])
    settings["nav"] = menu_of(settings["nav"], {page.path for page in generated.pages})
    source = paths.root / settings["theme"].pop("custom_dir")
    settings["theme"]["custom_dir"] = THEME
    shutil.copytree(source, folder / THEME, dirs_exist_ok=True)
    text = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=1000)
    _write(folder / "mkdocs.yml", text.encode("utf-8"))
    return len(generated.pages)


def plain_settings(root: Path, file: str) -> dict[str, Any]:
    """The settings of a site with what it inherits, without hooks and folders of this project."""
    own: dict[str, Any] = values_of((root / file).read_text(encoding="utf-8"))
    parent = own.pop("INHERIT", None)
    settings = _merged(plain_settings(root, parent), own) if parent else own
    for name in ("hooks", "docs_dir", "site_dir"):
        settings.pop(name, None)
    return settings


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Settings as MkDocs inherits them: mappings are joined, everything else is replaced."""
    both = dict(below)
    for name, value in above.items():
        old = both.get(name)
        both[name] = _merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return both


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
