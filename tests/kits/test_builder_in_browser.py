"""A trainer's way in real Chromium, on a phone: she adds, orders, chooses, takes both files, and shares the link."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import docx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect
from pptx import Presentation

from botrian.kits.builder_data import kit_words
from botrian.knowledge import Knowledge
from tests.conftest import ROOT
from tests.exports.readers import unbound

pytestmark = pytest.mark.browser

PHONE = ViewportSize(width=360, height=740)
LESSON, TABLE, PATH = "lesson:share-data", "table:numbers", "path:start-with-data"
PAGES = {LESSON: "lessons/share-data/", TABLE: "tables/numbers/", PATH: "paths/start-with-data/"}
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Trainer:
    """A phone with its own storage, and every complaint that its pages made."""

    def __init__(self, context: BrowserContext, site: str, index: str = "") -> None:
        self.page: Page = context.new_page()
        self.site, self.index = site, index
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on(
            "console", lambda one: self.complaints.append(one.text) if one.type in ("error", "warning") else None
        )

    def go(self, place: str, behind: str = "", language: str = "") -> None:
        """Open a page of the site."""
        self.page.goto(f"{self.site}/{language}{place}{self.index}{behind}")

    def build(self, behind: str = "", language: str = "") -> None:
        """Open the page that puts kits together, and wait until it shows what was asked."""
        # A change behind # alone opens no page anew.
        self.page.goto("about:blank")
        self.go("kits/build/", behind, language)
        self.page.wait_for_selector("[data-kit-builder][data-ready]:not([hidden])")

    def add(self, key: str) -> None:
        """Add the record of its page."""
        self.go(PAGES[key])
        self.page.click("[data-kit-add]")

    def parts(self) -> list[str]:
        """The keys of the parts, in their order."""
        found: list[str] = self.page.eval_on_selector_all(
            "[data-kit-parts] > li", "(all) => all.map((one) => one.dataset.key)"
        )
        return found

    def take(self, ending: str) -> tuple[str, bytes]:
        """Press for a file: its name and its bytes."""
        with self.page.expect_download() as waiting:
            self.page.click(f"[data-do={ending}]")
        return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()

    def part(self, key: str, what: str) -> None:
        """Press a button of a part."""
        self.page.click(f'[data-key="{key}"] [data-part="{what}"]')


@pytest.fixture
def trainer(browser: Browser, served_library: str) -> Iterator[Trainer]:
    with browser.new_context(viewport=PHONE, permissions=["clipboard-read", "clipboard-write"]) as context:
        yield Trainer(context, served_library)


@pytest.fixture
def reader(browser: Browser, served_library: str) -> Iterator[Trainer]:
    """Somebody else, on another phone."""
    with browser.new_context(viewport=PHONE) as context:
        yield Trainer(context, served_library)


def texts_of_slides(data: bytes) -> list[list[str]]:
    """The texts of each slide, its table's among them."""
    slides = []
    for slide in unbound(Presentation(io.BytesIO(data))).slides:
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        for shape in slide.shapes:
            if shape.has_table:
                texts += [cell.text for row in shape.table.rows for cell in row.cells]
        slides.append(texts)
    return slides


def texts_of_document(data: bytes) -> str:
    """All text of a document, its tables' behind it."""
    document = unbound(docx.Document(io.BytesIO(data)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_a_lesson_a_table_and_a_path_become_a_half_day_with_guide_and_slides(
    trainer: Trainer, knowledge: Knowledge
) -> None:
    for key in PAGES:
        trainer.add(key)
    assert trainer.page.inner_text("[data-kit-add]").endswith("(3)")
    trainer.page.click("[data-kit-add]")
    trainer.page.wait_for_selector("[data-ready]")
    assert trainer.parts() == ["open", LESSON, TABLE, PATH, "make", "close"]

    trainer.page.check("[name=length][value=one_day]")
    expect(trainer.page.locator("[data-kit-agenda]")).to_contain_text("พักกลางวัน")
    trainer.page.check("[name=length][value=half_day]")
    trainer.page.fill("[name=start]", "13:00")
    trainer.page.fill("[name=title]", "อบรมแกนนำ")
    trainer.page.press("[name=title]", "Tab")
    expect(trainer.page.locator("[data-kit-agenda] > li").first).to_contain_text("13.00 น.")
    agenda = trainer.page.eval_on_selector_all("[data-kit-agenda] > li", "(all) => all.map((one) => one.innerText)")
    assert len(agenda) == 7
    assert "16.30 น." in agenda[-1]

    name, document = trainer.take("docx")
    assert name == "ชุดอบรม.docx"
    guide = texts_of_document(document)
    lesson = knowledge.lessons["share-data"]
    assert "อบรมแกนนำ: คู่มือวิทยากร" in guide
    assert lesson.questions
    assert all(question.th in guide for question in lesson.questions)
    assert all(one.text.th in guide for one in knowledge.paths["start-with-data"].steps)
    assert "13.00 น.–" in guide
    assert "พื้นที่ของเรา" in guide
    for label in ("first_work", "follow_up", "evaluation", "sources", "no_screen"):
        assert kit_words("th")["labels"][label] in guide

    _, deck = trainer.take("pptx")
    slides = texts_of_slides(deck)
    assert slides[0][0] == "อบรมแกนนำ"
    assert any("กำหนดการ" in slide[0] and "13.00 น." in slide[1] for slide in slides)
    assert any("กระบี่" in slide and "จังหวัด" in slide for slide in slides), "the rows that matter"
    whens, dos = (
        [at for at, slide in enumerate(slides) if any(said in one for one in slide)]
        for said in (lesson.when.th, lesson.do.th)
    )
    assert whens[0] < dos[0]
    assert trainer.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert trainer.complaints == []


def test_the_same_kit_gives_the_same_bytes(trainer: Trainer) -> None:
    trainer.build(f"#parts=open,{LESSON},{TABLE},close")
    once = [trainer.take(ending)[1] for ending in ("docx", "pptx")]

    assert [trainer.take(ending)[1] for ending in ("docx", "pptx")] == once


def test_the_link_shows_the_same_kit_to_others_and_leaves_their_own_alone(trainer: Trainer, reader: Trainer) -> None:
    trainer.build(f"#parts={LESSON}@45,{TABLE},close&length=one_day&screen=no&start=0830")
    trainer.page.click("[data-do=link]")
    link = trainer.page.evaluate("navigator.clipboard.readText()")
    behind = "#" + link.partition("#")[2]
    reader.build(f"#parts={PATH}")
    reader.build(behind)

    assert link.startswith("http")
    assert reader.parts() == [LESSON, TABLE, "close"]
    assert reader.page.input_value(f'[data-key="{LESSON}"] input') == "45"
    assert reader.page.is_checked("[name=length][value=one_day]")
    assert reader.page.is_checked("[name=screen][value=no]")
    assert reader.page.input_value("[name=start]") == "08:30"
    expect(reader.page.locator("[data-kit-borrowed]")).to_be_visible()
    reader.part(TABLE, "remove")
    reader.page.click("[data-do=back]")
    expect(reader.page.locator("[data-kit-borrowed]")).to_be_hidden()
    assert reader.parts() == [PATH]
    reader.build(behind)
    reader.page.click("[data-do=keep]")
    reader.build()
    assert reader.parts() == [LESSON, TABLE, "close"]


def test_from_files_a_record_is_added_and_both_files_are_made(browser: Browser, library_site: Path) -> None:
    with browser.new_context(viewport=PHONE) as context:
        stick = Trainer(context, library_site.as_uri(), "index.html")
        stick.go(PAGES[LESSON])
        stick.page.click("[data-kit-add]")
        stick.page.wait_for_selector("[data-ready]")

        assert stick.parts() == ["open", LESSON, "make", "close"]
        assert len(Presentation(io.BytesIO(stick.take("pptx")[1])).slides) > 8
        assert "คู่มือวิทยากร" in texts_of_document(stick.take("docx")[1])
        stick.build()
        assert stick.parts() == ["open", LESSON, "make", "close"]
        assert stick.complaints == []


def test_everything_is_done_by_keyboard(trainer: Trainer) -> None:
    trainer.build()
    page = trainer.page
    page.focus("[data-kit-search]")
    page.keyboard.type("แผน")
    page.wait_for_selector("[data-kit-matches] button")
    page.keyboard.press("Tab")
    added = page.evaluate("document.activeElement.dataset.add")
    page.keyboard.press("Enter")
    page.wait_for_selector(f'[data-key="{added}"]')
    page.focus(f'[data-key="{added}"] [data-part=up]')
    page.keyboard.press("Enter")
    expect(page.locator("[data-kit-status]")).to_contain_text("ลำดับที่ 1")
    assert trainer.parts()[0] == added
    # First now, it cannot go up: the keyboard stands at the way down.
    assert page.evaluate("document.activeElement.dataset.part") == "down"
    page.keyboard.press("Space")
    expect(page.locator("[data-kit-status]")).to_contain_text("ลำดับที่ 2")
    assert page.evaluate("document.activeElement.dataset.part") == "down"
    page.focus(f'[data-key="{added}"] input')
    page.keyboard.press("Control+A")
    page.keyboard.type("60")
    page.keyboard.press("Tab")
    expect(page.locator("[data-kit-agenda]")).to_contain_text("60 นาที")
    page.focus(f'[data-key="{added}"] [data-part=remove]')
    page.keyboard.press("Enter")
    expect(page.locator(f'[data-key="{added}"]')).to_have_count(0)
    assert page.evaluate("document.activeElement.dataset.part") == "remove"


def test_a_press_right_after_typing_minutes_is_not_lost(trainer: Trainer) -> None:
    trainer.build(f"#parts=open,{LESSON},{TABLE},close")
    trainer.page.fill(f'[data-key="{LESSON}"] input', "70")
    trainer.part(TABLE, "up")
    expect(trainer.page.locator("[data-kit-parts] > li").nth(1)).to_have_attribute("data-key", TABLE)

    assert trainer.page.input_value(f'[data-key="{LESSON}"] input') == "70"
    assert f"{LESSON}@70" in unquote(trainer.page.url)
    trainer.page.click("[data-do=share-time]")
    expect(trainer.page.locator(f'[data-key="{LESSON}"] input')).not_to_have_value("70")


def test_a_path_is_unfolded_into_its_records(trainer: Trainer, knowledge: Knowledge) -> None:
    trainer.build(f"#parts=open,{PATH},close")
    trainer.part(PATH, "unfold")
    trainer.page.wait_for_selector('[data-key^="lesson:"]')
    steps = knowledge.paths["start-with-data"].steps
    wanted = [
        key
        for step in steps
        for kind, ids in (("lesson", step.lessons), ("case", step.cases), ("table", step.tables))
        for key in [f"{kind}:{id_}" for id_ in ids]
    ]

    assert trainer.parts() == ["open", *dict.fromkeys(wanted), "close"]
    assert trainer.page.locator("[data-missing]").count() == 0


@pytest.mark.parametrize("language", ["", "en/"])
def test_a_hostile_address_is_told_in_words_and_becomes_no_html(trainer: Trainer, language: str) -> None:
    evil = "%3Cimg src=x onerror=alert(1)%3E"
    trainer.page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    trainer.build(f"#parts=open,{evil},lesson:gone-for-good,constructor,{LESSON},close&start=99:99", language)
    told = trainer.page.locator("[data-kit-told]")

    expect(told).to_contain_text("<img src=x onerror=alert(1)>")
    assert told.locator("*").count() == 0
    assert trainer.page.locator("[data-kit-builder] img").count() == 0
    assert trainer.parts() == ["open", "lesson:gone-for-good", LESSON, "close"]
    expect(trainer.page.locator('[data-key="lesson:gone-for-good"]')).to_contain_text("lesson:gone-for-good")
    assert trainer.page.locator("[data-kit-agenda] > li").count() == 4
    assert "%3C" not in trainer.page.url and "<" not in unquote(trainer.page.url)
    trainer.build("#add=evil:<b>", language)
    expect(told).to_contain_text("evil:<b>")
    assert trainer.parts() == ["open", "lesson:gone-for-good", LESSON, "close"]


def test_what_was_kept_by_a_stranger_or_an_older_page_breaks_nothing(trainer: Trainer) -> None:
    trainer.go(PAGES[LESSON])
    for kept in ('"x"', "{}", "[", "null", json.dumps({"address": 3}), json.dumps({"address": "parts=<b>,make"})):
        trainer.page.evaluate("(kept) => localStorage.setItem('botrian.kit', kept)", kept)
        trainer.build()
        assert set(trainer.parts()) <= {"make"}
    assert trainer.complaints == []


def test_emptying_asks_twice(trainer: Trainer) -> None:
    trainer.build(f"#parts=open,{LESSON},close")
    trainer.page.click("[data-do=clear]")
    assert len(trainer.parts()) == 3
    trainer.page.click("[data-do=clear]")
    expect(trainer.page.locator("[data-kit-empty]")).to_be_visible()
    assert trainer.page.is_disabled("[data-do=docx]")
    trainer.build()
    assert trainer.parts() == []


def test_without_a_projector_there_are_sheets_for_the_wall(trainer: Trainer, knowledge: Knowledge) -> None:
    trainer.build(f"#parts=open,{LESSON},close&screen=no", "en/")
    labels = kit_words("en")["labels"]
    guide = texts_of_document(trainer.take("docx")[1])

    assert not trainer.page.is_visible("[data-do=pptx]")
    assert guide.count(f"{labels['wall']}:") == 4
    assert knowledge.lessons["share-data"].when.en and guide.count(knowledge.lessons["share-data"].when.in_("en")) > 2


def test_without_scripts_the_page_leads_to_the_ready_kits(browser: Browser, served_library: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{served_library}/lessons/share-data/")
        page.click("[data-kit-add]")

        assert page.url.endswith(f"/kits/build/#add={LESSON}")
        assert page.locator("[data-kit-builder]:visible").count() == 0
        assert page.locator("noscript a[href*='kits/']").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["", "en/"])
def test_axe_finds_nothing_on_a_page_with_a_kit(
    browser: Browser, served_library: str, language: str, scheme: Any
) -> None:
    if not AXE.is_file():
        pytest.skip("the tools of package.json are not installed: kb.py test installs them")
    with browser.new_context(viewport=PHONE, color_scheme=scheme, bypass_csp=True) as context:
        one = Trainer(context, served_library)
        one.build(f"#parts=open,{LESSON},{TABLE},{PATH},lesson:none,close", language)
        one.page.fill("[data-kit-search]", "a")
        one.page.click("[data-kit-preview] > summary")
        one.page.wait_for_selector("[data-kit-guide] > *")
        one.page.evaluate(AXE.read_text(encoding="utf-8"))
        asked = f"axe.run(document, {{ runOnly: {json.dumps(RULES)}, resultTypes: ['violations'] }})"
        found = [
            f"{broken['id']}: {node['html'][:160]}"
            for broken in one.page.evaluate(asked)["violations"]
            for node in broken["nodes"]
        ]

        assert found == []
