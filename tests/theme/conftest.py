"""A tiny site in both languages, built once per run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.theme.tiny_site import SETTINGS, Elements, build_site, write_docs


@pytest.fixture(scope="session")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("theme") / "docs"
    folder.mkdir()
    write_docs(folder)
    return folder


@pytest.fixture(scope="session")
def tiny_site(docs: Path) -> Path:
    """Thai at the root, English under en/."""
    site = docs.with_name("site")
    for language in SETTINGS:
        build_site(docs, site, language)
    return site


@pytest.fixture(scope="session")
def pages(tiny_site: Path) -> dict[str, Elements]:
    """Every built page by its path inside the site."""
    return {
        path.relative_to(tiny_site).as_posix(): Elements(path.read_text(encoding="utf-8"))
        for path in sorted(tiny_site.rglob("*.html"))
    }
