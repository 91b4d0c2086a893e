"""Documents and the words beside them enter; a folder with their search files and two search pages leaves."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import jinja2

from botrian.knowledge import Knowledge
from botrian.pages.desk import Desk
from botrian.pages.glossary import glossary
from botrian.records import LANGUAGES, Language
from botrian.search import SEARCH_PAGE, SearchDocument, documents, search_files, search_page
from botrian.site.scripts import script_files
from botrian.tables import build_tables
from tests.conftest import ROOT

THEME = ROOT / "hooks" / "theme"
PAGE = Path(__file__).with_name("small-site.html")


def write_site_of(knowledge: Knowledge, folder: Path) -> None:
    """The same for all that a library holds."""
    tables = build_tables(knowledge)
    write_small_site({language: documents(knowledge, tables, language) for language in LANGUAGES}, knowledge, folder)


def write_small_site(found: Mapping[Language, Sequence[SearchDocument]], knowledge: Knowledge, folder: Path) -> None:
    """Write the search of both languages below ``folder``, laid out like the site's."""
    for language in LANGUAGES:
        root = folder / "en" if language == "en" else folder
        for name, content in search_files(found[language], knowledge, language).items():
            file = root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        shutil.copy(THEME / "assets" / "botrian.css", root / "assets" / "botrian.css")
        (root / "assets" / "frame.js").write_bytes(script_files()["assets/frame.js"])
        _write_page(knowledge, language, root)


def _write_page(knowledge: Knowledge, language: Language, root: Path) -> None:
    desk = Desk(knowledge, {}, language, SEARCH_PAGE, glossary(Knowledge(), language))
    policy = re.sub(r"\{#-.*?#\}", "", (THEME / "partials" / "csp.html").read_text(encoding="utf-8"), flags=re.DOTALL)
    html = jinja2.Template(PAGE.read_text(encoding="utf-8")).render(
        language=language, csp=policy, up="../", content=search_page(desk)
    )
    (root / SEARCH_PAGE).mkdir(parents=True)
    (root / SEARCH_PAGE / "index.html").write_text(html, encoding="utf-8")
