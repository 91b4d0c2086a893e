"""Builds a tiny site with the theme and the real settings but without the hook, and reads its pages."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

from botrian.addresses import fixed
from botrian.sharing import manifest
from botrian.site.adapter import lighten
from botrian.site.scripts import script_files

ROOT = Path(__file__).resolve().parents[2]
LESSON = Path(__file__).with_name("lesson.md")
SETTINGS = {"th": "mkdocs.yml", "en": "mkdocs.en.yml"}


def nav_pages(nav: list[Any]) -> Iterator[str]:
    """Every page that a nav of mkdocs.yml names, sections included."""
    for item in nav:
        for target in item.values():
            if isinstance(target, str):
                yield target
            else:
                yield from nav_pages(target)


def write_docs(docs: Path) -> None:
    """One stub for each page of the nav, and the lesson that holds every component."""
    for name in nav_pages(load_config(str(ROOT / "mkdocs.yml"), hooks=[], docs_dir=str(docs)).nav or []):
        page = docs / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"# {name} {{#top}}\n\n## หนึ่ง {{#one}}\n\n## สอง {{#two}}\n", encoding="utf-8")
    # The search script is made by the real build; the frame only has to find a file in its place.
    (docs / "assets").mkdir()
    (docs / "assets" / "search.js").write_text('"use strict";\n', encoding="utf-8")
    (docs / fixed.MANIFEST).write_bytes(manifest("th"))
    for name, content in script_files().items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_bytes(content)
    (docs / "lessons" / "water.md").write_text(LESSON.read_text(encoding="utf-8"), encoding="utf-8")


def build_site(docs: Path, site: Path, language: str, **settings: Any) -> Path:
    """Build one language strictly; gives the folder that holds its index.html."""
    folder = site if language == "th" else site / language
    config = load_config(
        str(ROOT / SETTINGS[language]),
        hooks=[],
        docs_dir=str(docs),
        site_dir=str(folder),
        strict=True,
        **settings,
    )
    build(config)
    lighten(folder)
    return folder


class Elements(HTMLParser):
    """All elements of a page in order, each as (tag, attributes, the text directly in it)."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str], list[str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}, []))

    def handle_data(self, data: str) -> None:
        if self.found:
            self.found[-1][2].append(data)

    def named(self, tag: str) -> list[tuple[dict[str, str], str]]:
        """Attributes and text of each element of one name."""
        return [(attributes, "".join(text)) for name, attributes, text in self.found if name == tag]
