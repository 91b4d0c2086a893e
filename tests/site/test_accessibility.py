"""No kind of page breaks a rule that axe knows (WCAG 2.2 AA and good practice), light and dark, small and wide."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ViewportSize

from botrian.addresses import fixed
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ASKED = f"axe.run(document, {{ runOnly: {json.dumps(RULES)}, resultTypes: ['violations'] }})"
SIZES = {"phone": ViewportSize(width=360, height=740), "wide": ViewportSize(width=1280, height=900)}
#: Folders with many pages of one kind: so many of each are looked at.
OF_EACH = 1
#: So that the time stays within bounds whatever kinds are added.
MOST = 60


def of_each_kind(site: Path) -> list[str]:
    """Addresses of pages of every kind, of both languages' front, and of a page that is missing."""
    folders: dict[str, list[str]] = {}
    for file in sorted(site.rglob("index.html")):
        place = file.parent.relative_to(site).as_posix() + "/"
        # The page that puts kits together is looked at with a kit in it (tests/kits).
        elsewhere = place.startswith(("en/", "embed/", "./", fixed.KIT_BUILDER))
        if elsewhere or 'http-equiv="refresh"' in file.read_text(encoding="utf-8"):
            continue
        folders.setdefault(place.rstrip("/").rpartition("/")[0], []).append(place)
    chosen = [place for folder, places in folders.items() for place in places[: len(places) if not folder else OF_EACH]]
    return ["", "en/", "404.html", *chosen][:MOST]


@pytest.fixture(scope="module")
def kinds_of_pages(library_site: Path) -> Iterator[list[str]]:
    if not AXE.is_file():
        pytest.skip("the tools of package.json are not installed: kb.py test installs them")
    yield of_each_kind(library_site)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing(
    browser: Browser, served_library: str, kinds_of_pages: list[str], size: str, scheme: Any
) -> None:
    found = []
    with browser.new_context(viewport=SIZES[size], color_scheme=scheme, bypass_csp=True) as context:
        page = context.new_page()
        for place in kinds_of_pages:
            page.goto(f"{served_library}/{place}")
            page.evaluate(AXE.read_text(encoding="utf-8"))
            for broken in page.evaluate(ASKED)["violations"]:
                found += [f"{place}: {broken['id']}: {node['html'][:200]}" for node in broken["nodes"]]

    assert len(kinds_of_pages) > 15
    assert found == []
