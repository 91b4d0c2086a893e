"""A lesson is told on a phone without a line, sent, and received into files that `check` passes: the whole way."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize

from botrian.check import check
from botrian.messages import read_message
from botrian.receive import Library, planned, write
from tests.library import TODAY, library_tree
from tests.receive.test_receive import picture

PHONE = ViewportSize(width=360, height=740)
#: What is typed or chosen on each screen, by the id of its question.
TOLD = {
    "province": "ตราด",
    "place": "ตำบลห้วงน้ำขาว",
    "year": "พ.ศ. ๒๕๖๓",
    "when": "มีแผนของตำบลแล้ว แต่จังหวัดไม่เคยนำไปใช้",
    "do": "ชวนปลัดอำเภอมานั่งประชุมทำแผนด้วยตั้งแต่ครั้งแรก",
    "because": "ปี 2564 โครงการ 3 เรื่องเข้าแผนจังหวัด แต่เรื่องน้ำยังไม่ได้งบ",
    "type": "วิธีทำ",
    "lesson_title": "ชวนปลัดอำเภอร่วมทำแผนตั้งแต่ต้น",
    "themes": "ระบบข้อมูล",
    "papers": "",
    "pictures": "",
    "speaks_as": "เลขานุการสภาองค์กรชุมชนตำบล",
    "body": "สภาองค์กรชุมชนตำบลห้วงน้ำขาว",
    "show_name": "เอ่ยชื่อได้",
    "name": "สมศรี ใจดี",
    "contact": "081-234-5678",
    "consent": "",
}


@dataclass
class Form:
    """The form on a phone, and everything that its page complained of."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def question(self) -> str:
        """The id of the question on the screen; an address that just changed is shown a moment later."""
        shown = "new Promise((resolve) => setTimeout(() => resolve(location.hash.slice(1)), 60))"
        return str(self.page.evaluate(shown))

    def begin(self, kind: str) -> None:
        """Choose what to tell; its first question is shown a moment later."""
        self.page.get_by_role("button", name=kind).click()
        self.page.wait_for_selector(".kb-form__one")

    def answer(self, words: str) -> None:
        """Answer the question on the screen; a choice by its words, all of them where nothing is said."""
        boxes = self.page.locator("[data-form] :is(input[type=radio], input[type=checkbox])")
        if boxes.count():
            for box in boxes.all() if not words else [self.page.get_by_label(words, exact=True)]:
                box.check()
        elif words:
            self.page.fill("#answer", words)

    def next(self) -> None:
        self.page.locator("[data-form] button[type=submit]").click()

    def tell(self, told: dict[str, str]) -> None:
        """Answer question after question, up to the review."""
        asked = []
        while (here := self.question()) != "review":
            asked.append(here)
            assert len(asked) <= len(told), asked
            self.answer(told[here])
            self.next()
        assert asked == list(told)

    def wide(self) -> int:
        """How much wider than the screen the page is, in pixels."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - innerWidth"))

    def sent_to(self, link: str) -> str:
        """Where a way to send leads."""
        return self.page.get_by_role("link", name=link).get_attribute("href") or ""

    def downloaded(self, button: str, file: Path) -> Path:
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name=button).click()
        download.value.save_as(file)
        return file


@pytest.fixture
def form(browser: Browser) -> Iterator[Callable[[str], Form]]:
    """Opens the form at an address, on a phone; nothing on it may be refused or fail."""
    with browser.new_context(viewport=PHONE, has_touch=True, accept_downloads=True) as context:

        def opened(address: str) -> Form:
            one = Form(context.new_page())
            # Chromium asks for the icon again at each new address of a page, also where there is no line.
            one.page.on(
                "console",
                lambda message: None if "favicon" in message.location["url"] else one.complaints.append(message.text),
            )
            one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
            one.page.goto(address)
            if address.startswith("http"):  # The line may be cut only once the browser has fetched what keeps pages.
                one.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
                one.page.wait_for_selector("[data-form][data-whole]")
            one.page.wait_for_selector("[data-form] h2")
            return one

        yield opened


def test_a_lesson_told_offline_on_a_phone_is_received_and_passes_check(
    form: Callable[[str], Form], served_library: str, tmp_path: Path
) -> None:
    phone = form(f"{served_library}/contribute/")
    phone.page.context.set_offline(True)
    phone.begin("เล่าบทเรียน")
    phone.tell(TOLD)
    assert phone.wide() <= 0
    assert phone.sent_to("คัดลอกแล้วเปิดไลน์ สำนักงานเครือข่ายตราด") == "https://line.me/R/ti/p/@example"
    assert phone.sent_to("เปิดอีเมล").startswith("mailto:office@example.org?subject=")
    arrived = phone.downloaded(".json", tmp_path / "sent.json").read_text(encoding="utf-8")
    copied = phone.page.locator("[data-form] pre").text_content() or ""
    phone.page.get_by_role("button", name="แสดงคิวอาร์").click()
    phone.page.wait_for_selector(".kb-form__qr")

    message = read_message(arrived)
    assert read_message("\n".join(f"> {line}" for line in copied.split("\n"))) == message
    assert not message.changed and message.words("contact") == "081-234-5678"
    paths = library_tree(tmp_path / "tree")
    plan = planned(message, Library(paths), {"id": ("officer-from-the-start",)}, TODAY.replace(year=2030))
    assert plan.ready, (plan.refused, plan.missing)
    write(plan, paths)
    checked = check(paths, TODAY.replace(year=2030))
    assert checked.knowledge is not None, checked.problems
    assert checked.knowledge.lessons["officer-from-the-start"].do.th == TOLD["do"]
    assert not any(b"081-234" in file.read_bytes() for file in (tmp_path / "tree").rglob("*.*"))
    assert phone.complaints == []


def test_it_works_from_a_folder_and_a_link_fills_it_in(
    form: Callable[[str], Form], library_site: Path, tmp_path: Path
) -> None:
    address = (library_site / "contribute" / "index.html").as_uri()
    phone = form(f"{address}?lesson=save-first&province=nan")
    phone.tell(
        {
            "place": "",
            "year": "2565",
            "outcome": "ได้ผลบางส่วน",
            "told": "ตั้งกลุ่มออมแล้ว ปีที่สองคนหยุดออม",
            "papers": "",
            "pictures": "",
            "speaks_as": "กรรมการกลุ่ม",
            "body": "",
            "show_name": "ไม่ต้องเอ่ยชื่อ",
            "contact": "",
            "consent": "",
        }
    )
    assert phone.sent_to("ทีมงานคลัง 075-611-999") == "tel:075611999"
    message = read_message(phone.downloaded(".txt", tmp_path / "sent.txt").read_text(encoding="utf-8"))

    assert (message.kind, message.words("lesson"), message.words("province")) == ("tried", "save-first", "nan")
    assert message.words("outcome") == "partly"
    assert phone.complaints == []


def test_what_must_not_be_published_keeps_the_reader_on_the_question(
    form: Callable[[str], Form], served_library: str
) -> None:
    phone = form(f"{served_library}/contribute/?about=fact:trat.council-count&name=%3Cimg%20src=x%3E")
    assert phone.question() == "right"
    phone.next()
    assert phone.question() == "right" and phone.page.locator("#faults p").count() == 1
    phone.answer("61 โทร 081-234-5678")
    phone.next()
    assert phone.question() == "right"
    assert "โทรศัพท์" in phone.page.inner_text("#faults")
    phone.answer("61")
    phone.next()
    assert phone.question() == "reason"
    assert phone.page.locator("[data-form] img").count() == 0


def drafts(one: Form) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(one.page.evaluate("localStorage['botrian.contribute'] ?? '[]'"))
    return found


def test_a_draft_is_kept_gone_on_with_deleted_and_brought_back(
    form: Callable[[str], Form], served_library: str
) -> None:
    phone = form(f"{served_library}/contribute/")
    phone.begin("เล่าบทเรียน")
    phone.answer("ตราด")
    phone.next()
    again = form(f"{served_library}/contribute/")
    again.page.get_by_role("button", name="ทำต่อ").click()
    assert again.question() == "when"
    assert drafts(again)[0]["answers"]["province"] == "trat"
    anew = form(f"{served_library}/contribute/")
    anew.page.get_by_role("button", name="ลบร่าง").click()
    assert drafts(anew) == []
    anew.page.get_by_role("button", name="เอากลับคืน").click()
    assert drafts(anew)[0]["answers"]["province"] == "trat"


def test_another_message_and_a_link_leave_every_draft_as_it_is(
    form: Callable[[str], Form], served_library: str
) -> None:
    phone = form(f"{served_library}/contribute/?kind=question")
    phone.answer("กองทุนเริ่มอย่างไร")
    linked = form(f"{served_library}/contribute/?about=fact:trat.council-count")
    assert linked.question() == "right"
    assert "จำนวน" in linked.page.inner_text(".kb-form__about") and "ตอนนี้" in linked.page.inner_text(".kb-form__about")
    linked.answer("58 แห่ง")
    linked.page.get_by_role("button", name="ย้อนกลับ").click()
    linked.page.wait_for_selector("text=ไม่ใช่ข้อนี้")
    assert "fact:" not in linked.page.inner_text("[data-form]")
    assert [one["kind"] for one in drafts(linked)] == ["correction", "question"]
    other = form(f"{served_library}/contribute/?about=fact:krabi.tambon-count")
    assert other.question() == "right" and other.page.input_value("#answer") == ""
    again = form(f"{served_library}/contribute/?about=fact:trat.council-count#right")
    assert again.question() == "right" and again.page.input_value("#answer") == "58 แห่ง"
    start = form(f"{served_library}/contribute/")
    boxes = [start.page.get_by_role("button", name=name).first.bounding_box() for name in ("ทำต่อ", "ลบร่าง")]
    assert boxes[0] and boxes[1]
    assert boxes[1]["x"] - boxes[0]["x"] - boxes[0]["width"] >= 8 or boxes[1]["y"] > boxes[0]["y"] + 8


def test_a_link_to_what_there_is_not_says_so(form: Callable[[str], Form], served_library: str) -> None:
    phone = form(f"{served_library}/contribute/?about=fact:krabi.tambons")

    assert phone.question() == "about"
    assert "ไม่มีในคลัง" in phone.page.inner_text("[data-form]")
    assert phone.page.input_value("#answer") == ""


def test_a_picture_leaves_the_phone_without_what_its_maker_wrote(
    form: Callable[[str], Form], served_library: str, tmp_path: Path
) -> None:
    exif = Image.Exif()
    exif[0x010F] = "MakerOfPhone"
    (tmp_path / "photo.jpg").write_bytes(picture(exif=exif))
    phone = form(f"{served_library}/contribute/")
    phone.begin("เล่าบทเรียน")
    phone.page.evaluate("location.hash = 'pictures'")
    phone.page.set_input_files("#answer", tmp_path / "photo.jpg")
    phone.page.wait_for_selector(".kb-form__pictures img")
    phone.next()
    assert phone.question() == "pictures", "alternative text is asked for"
    phone.page.fill("#alt-0", "ป้ายหน้าศาลา")
    phone.next()
    assert phone.question() == "speaks_as"
    kept = json.loads(phone.page.evaluate("localStorage['botrian.contribute']"))[0]["pictures"][0]
    sent = {"botrian": 1, "kind": "lesson", "sent": "2026-06-30", "answers": {}, "pictures": [kept]}
    data = read_message(json.dumps(sent)).pictures[0].data

    assert data[:2] == b"\xff\xd8" and b"MakerOfPhone" not in data and b"Exif" not in data
    assert phone.complaints == []


def test_without_scripts_the_page_shows_the_paper_and_the_ways(browser: Browser, served_library: str) -> None:
    with browser.new_context(viewport=PHONE, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{served_library}/contribute/")

        assert page.locator("[data-paper]").count() == 6
        assert page.is_visible("[data-without-script]") and not page.is_visible("[data-form]")


def test_the_names_of_lessons_come_when_they_are_needed_and_are_asked_for_again_where_they_did_not(
    browser: Browser, served_library: str
) -> None:
    with browser.new_context(viewport=PHONE, service_workers="block") as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url) if "/contribute-" in request.url else None)
        page.goto(f"{served_library}/contribute/", wait_until="networkidle")
        first = {one.rpartition("/")[2] for one in asked}
        page.route("**/contribute-names-th.js", lambda route: route.abort())
        page.get_by_role("button", name="เราเคยลองแล้ว").click()
        page.wait_for_selector("[data-form] [role=alert]")
        page.unroute("**/contribute-names-th.js")
        page.get_by_role("button", name="เราเคยลองแล้ว").click()
        page.wait_for_selector("input[value=save-first]")

        assert first == {"contribute-form.js", "contribute-th.js"}
        assert page.evaluate("location.hash") == "#lesson"


def ask_a_question(page: Page, site: str) -> Form:
    """Go from a link that asks something to the review, with what must be answered."""
    page.goto(f"{site}/contribute/?kind=question")
    form = Form(page)
    page.wait_for_selector(".kb-form__one")
    asks = {"question": "กองทุนเริ่มอย่างไร", "show_name": "ไม่ต้องเอ่ยชื่อ", "consent": ""}
    while (here := form.question()) != "review":
        form.answer(asks[here]) if here in asks else None
        form.next()
    return form


def test_what_sends_comes_with_a_whole_message_and_is_asked_for_again_where_it_did_not(
    browser: Browser, served_library: str
) -> None:
    with browser.new_context(viewport=PHONE, service_workers="block") as context:
        page = context.new_page()
        page.route("**/contribute-send.js", lambda route: route.abort())
        ask_a_question(page, served_library)
        page.wait_for_selector("[data-form] [role=alert]")
        page.unroute("**/contribute-send.js")
        page.get_by_role("button", name="ลองอีกครั้ง").click()
        page.wait_for_selector(".kb-form__ways")

        assert page.locator("[data-form] [role=alert]").count() == 0


def test_the_form_costs_a_slow_line_less_than_forty_kilobytes(library_site: Path) -> None:
    files = ("contribute/index.html", "assets/contribute.css", "assets/contribute-form.js", "assets/contribute-th.js")
    assert sum(len(gzip.compress((library_site / name).read_bytes())) for name in files) < 40_000
    pages = library_site.rglob("*.html")
    loading = [file.parent for file in pages if "contribute-form.js" in file.read_text(encoding="utf-8")]
    assert sorted(page.relative_to(library_site).as_posix() for page in loading) == ["contribute", "en/contribute"]


def test_where_nobody_takes_it_in_no_way_is_said_to_lead_to_a_coordinator(
    browser: Browser, served_library: str, library_site: Path
) -> None:
    data = (library_site / "assets" / "contribute-th.js").read_text(encoding="utf-8")
    nobody = re.sub(r'"coordinators":\[.*?\](?=,"say")', '"coordinators":[]', data)
    assert nobody != data
    with browser.new_context(viewport=PHONE, service_workers="block") as context:
        page = context.new_page()
        page.route("**/contribute-th.js", lambda route: route.fulfill(body=nobody, content_type="text/javascript"))
        form = ask_a_question(page, served_library)
        page.wait_for_selector(".kb-form__ways .kb-form__way a")
        ways = page.locator(".kb-form__way")

        assert "GitHub" in ways.first.inner_text()
        assert "ผู้ประสานงาน" not in "\n".join(ways.all_inner_texts())
        assert page.locator(".kb-form__ways [data-nobody]").count() == 1
        assert form.sent_to("เปิดอีเมล").startswith("mailto:?subject=") and "ยังไม่มีผู้รับ" in ways.nth(2).inner_text()
