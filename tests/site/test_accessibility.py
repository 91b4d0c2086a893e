"""No kind of page breaks a rule that axe knows (WCAG 2.2 AA and good practice), light and dark, small and wide."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from botrian.addresses import fixed
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: What axe finds by rules of these tags; of those of colours alone where the page was looked at in another scheme
#: before: all other rules read what both schemes share.
ASKED = f"""async (colours) => {{
  const tags = {json.dumps(RULES)};
  const known = axe.getRules(colours ? ["cat.color"] : tags);
  const values = known.filter((one) => one.tags.some((tag) => tags.includes(tag))).map((one) => one.ruleId);
  if (!values.length) throw new Error("axe knows none of these rules");
  return (await axe.run(document, {{ runOnly: {{ type: "rule", values }}, resultTypes: ["violations"] }})).violations;
}}"""
SIZES = {"phone": ViewportSize(width=360, height=740), "wide": ViewportSize(width=1280, height=900)}
SCHEMES: dict[Literal["light", "dark"], str] = {"light": "default", "dark": "slate"}
#: Folders with many pages of one kind: so many of each are looked at.
OF_EACH = 3
#: So many in all, those first that are the first of their kind: the time stays within bounds whatever kinds are added.
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
    alone = folders.pop("", [])
    rounds = [places[at] for at in range(OF_EACH) for places in folders.values() if at < len(places)]
    return ["", "en/", "404.html", *alone, *rounds][:MOST]


@pytest.fixture(scope="module")
def kinds_of_pages(library_site: Path) -> Iterator[list[str]]:
    if not AXE.is_file():
        pytest.skip("the tools of package.json are not installed: kb.py test installs them")
    yield of_each_kind(library_site)


@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing(browser: Browser, served_library: str, kinds_of_pages: list[str], size: str) -> None:
    found, axe = [], AXE.read_text(encoding="utf-8")
    with browser.new_context(viewport=SIZES[size], bypass_csp=True) as context:
        page = context.new_page()
        for place in kinds_of_pages:
            page.goto(f"{served_library}/{place}")
            page.evaluate(axe)
            if (over := page.evaluate("document.documentElement.scrollWidth - innerWidth")) > 0:
                found.append(f"{place}: {over} pixels wider than the screen")
            for scheme in SCHEMES:
                show(page, scheme)
                for broken in page.evaluate(ASKED, scheme != "light"):
                    found += [f"{place} {scheme}: {broken['id']}: {node['html'][:200]}" for node in broken["nodes"]]

    assert len(kinds_of_pages) == MOST
    assert found == []


def show(page: Page, scheme: Literal["light", "dark"]) -> None:
    """The page in the colours of a device that is set so, without loading it again."""
    page.emulate_media(color_scheme=scheme)
    page.evaluate("scheme => { document.body.dataset.mdColorScheme = scheme; }", SCHEMES[scheme])
    page.wait_for_function("() => document.getAnimations().every((one) => one.playState !== 'running')")


def test_both_schemes_are_really_shown(browser: Browser, served_library: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        for place in ("lessons/", "404.html"):
            page.goto(f"{served_library}/{place}")
            grounds = []
            for scheme in SCHEMES:
                show(page, scheme)
                grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
            assert grounds[0] != grounds[1], place
