"""A page is read by the device's own voice, piece by piece, marked as it goes; no button where there is no voice."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

#: A device that speaks: each piece waits until the test says that it was spoken.
VOICE = """
window.spoken = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
const voices = VOICES;
const device = new EventTarget();
let now = null;
Object.assign(device, {
  getVoices: () => voices,
  speak: (one) => { now = one; window.spoken.push(one.text); },
  cancel: () => { const old = now; now = null; old?.onend?.(); },
});
window.finish = () => { const old = now; now = null; old.onend(); };
Object.defineProperty(window, "speechSynthesis", { value: device });
"""
THAI = [{"lang": "th-TH", "localService": True}]
OTHERS = [[], [{"lang": "en-US", "localService": True}], [{"lang": "th", "localService": False}]]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 360, "height": 740})
    yield made
    made.close()


def opened(context: BrowserContext, base: str, site: Path, voices: object, folder: str = "lessons") -> Page:
    context.add_init_script(VOICE.replace("VOICES", json.dumps(voices)))
    page = context.new_page()
    found = sorted(path for path in (site / folder).glob("**/index.html") if "data-aloud" in path.read_text("utf-8"))
    page.goto(f"{base}/{found[0].parent.relative_to(site).as_posix()}/")
    return page


def begun(page: Page) -> None:
    """Wait for the first piece; the page's policy lets nothing evaluate in it for long."""
    for _ in range(200):
        if page.evaluate("spoken.length") == 1:
            return
        page.wait_for_timeout(50)
    pytest.fail("nothing is spoken")


@pytest.mark.parametrize("folder", ["lessons", "cases", "paths"])
def test_a_page_is_read_piece_by_piece_and_marked(
    context: BrowserContext, served_library: str, library_site: Path, folder: str
) -> None:
    page = opened(context, served_library, library_site, THAI, folder)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    assert page.query_selector("script[src$='aloud.js']") is None
    page.evaluate("document.querySelector('article h1').append(' เจ้า\\u2060หน้าที่')")

    page.click("[data-aloud]")
    begun(page)

    assert [address.rsplit("/", 1)[1] for address in asked if address.endswith(".js")] == ["aloud.js"]
    assert page.evaluate("spoken[0]") in page.inner_text("h1").replace("\n", " ").replace("\u2060", "")
    while page.evaluate("!document.querySelector('[data-aloud-stop]').parentElement.hidden"):
        marked = page.evaluate("[...CSS.highlights.get('kb-aloud')].map(String).join('').replace(/\\s+/g, ' ')")
        marked = re.sub("[\u2060\u200b]", "", marked)
        assert marked == page.evaluate("spoken.at(-1)")
        assert page.locator(".kb-aloud").count() == 1
        assert page.locator(".kb-in-paths .kb-aloud, .kb-chips.kb-aloud").count() == 0
        page.evaluate("finish()")
    said = page.evaluate("spoken")
    assert len(said) > 3 and not [one for one in said if "[1]" in one or "\u2060" in one]
    assert "เจ้าหน้าที่" in " ".join(said)
    assert "พิมพ์เป็นเล่ม" not in said
    assert page.locator(".kb-aloud").count() == 0


def test_it_pauses_goes_on_where_it_was_and_stops(
    context: BrowserContext, served_library: str, library_site: Path
) -> None:
    page = opened(context, served_library, library_site, THAI)
    page.click("[data-aloud]")
    begun(page)
    page.evaluate("finish()")

    page.click("[data-aloud]")
    assert page.evaluate("spoken.length") == 2
    page.click("[data-aloud]")
    first, second, again = page.evaluate("spoken")
    assert again == second != first
    page.click("[data-aloud-stop]")
    assert page.is_hidden("[data-aloud-stop]") and page.evaluate("spoken.length") == 3


@pytest.mark.parametrize(
    "voices", [[], [{"lang": "en-US", "localService": True}], [{"lang": "th", "localService": False}]]
)
def test_there_is_no_button_without_a_thai_voice_of_the_device(
    context: BrowserContext, served_library: str, library_site: Path, voices: object
) -> None:
    page = opened(context, served_library, library_site, voices)

    assert page.is_hidden("[data-aloud]") and page.is_visible(".kb-actions a")
