"""What a reader meets at the search box and on the results page, in real Chromium."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, expect

from tests.search.conftest import SearchSite

pytestmark = pytest.mark.browser

RESULT = "[data-search-result]"
STATUS = "[data-search-status]"
BIG = "#kb-search-page-input"
HEADER = "#kb-search-input"
OPTION = ".kb-suggestions [role=option]"


def opened(context: BrowserContext, site: SearchSite, query: str = "", language: str = "th") -> Page:
    """The results page for a query."""
    page = context.new_page()
    root = site.address + ("/en" if language == "en" else "")
    page.goto(f"{root}/search/" + (f"?q={quote(query)}" if query else ""))
    return page


def titles(page: Page) -> list[str]:
    """The titles of the results, once they are there."""
    page.wait_for_selector(RESULT)
    return page.locator(f"{RESULT} > a").all_inner_texts()


def test_suggestions_come_while_typing_also_from_the_middle_of_a_word(
    context: BrowserContext, search_site: SearchSite
) -> None:
    page = opened(context, search_site)
    page.locator(HEADER).press_sequentially("จัดการทางสัง")
    page.wait_for_selector(OPTION)

    assert any("นักจัดการทางสังคม" in text for text in page.locator(OPTION).all_inner_texts())
    expect(page.locator(HEADER)).to_have_attribute("aria-expanded", "true")


def test_suggestions_come_while_an_input_method_composes(context: BrowserContext, search_site: SearchSite) -> None:
    page = opened(context, search_site)
    page.focus(HEADER)
    session = context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "กระบี่", "selectionStart": 6, "selectionEnd": 6})

    page.wait_for_selector(OPTION)


def test_arrows_choose_a_suggestion_and_enter_opens_it(context: BrowserContext, search_site: SearchSite) -> None:
    page = opened(context, search_site)
    page.locator(HEADER).press_sequentially("กระบี่")
    page.wait_for_selector(OPTION)
    page.keyboard.press("ArrowDown")
    active = page.locator(HEADER).get_attribute("aria-activedescendant")
    wanted = page.locator(f"#{active} a").get_attribute("href")
    with page.expect_request(lambda request: request.is_navigation_request()) as request:
        page.keyboard.press("Enter")

    assert request.value.url == wanted


def test_escape_closes_the_suggestions_and_keeps_what_was_typed(
    context: BrowserContext, search_site: SearchSite
) -> None:
    page = opened(context, search_site)
    page.locator(HEADER).press_sequentially("กองทุน")
    page.wait_for_selector(OPTION)
    page.keyboard.press("Escape")

    expect(page.locator(".kb-suggestions:not([hidden])")).to_have_count(0)
    expect(page.locator(HEADER)).to_have_value("กองทุน")
    expect(page.locator(HEADER)).to_have_attribute("aria-expanded", "false")


def test_a_slash_brings_the_reader_to_the_box(context: BrowserContext, search_site: SearchSite) -> None:
    page = opened(context, search_site)
    page.keyboard.press("/")

    expect(page.locator(BIG)).to_be_focused()
    expect(page.locator(BIG)).to_have_value("")


def test_the_number_of_results_is_announced(context: BrowserContext, search_site: SearchSite) -> None:
    page = opened(context, search_site, "กองทุนสวัสดิการ")
    titles(page)

    expect(page.locator(STATUS)).to_have_attribute("aria-live", "polite")
    expect(page.locator(STATUS)).to_contain_text("พบ")


def test_back_shows_as_many_results_as_there_were(context: BrowserContext, search_site: SearchSite) -> None:
    page = opened(context, search_site, "กองทุน")
    titles(page)
    page.locator("[data-search-more]").click()
    expect(page.locator(RESULT)).to_have_count(20)
    last = titles(page)[19]
    page.goto("about:blank")
    page.go_back()

    expect(page.locator(RESULT)).to_have_count(20)
    assert titles(page)[19] == last


def test_one_step_leads_from_the_box_to_the_results(context: BrowserContext, search_site: SearchSite) -> None:
    page = opened(context, search_site, "กองทุน")
    titles(page)
    page.locator("#kb-search-page-input").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("[data-search-skip]")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    expect(page.locator(f"{RESULT} > a").first).to_be_focused()


def test_a_question_about_other_matters_is_told_so_and_led_to_the_form(
    context: BrowserContext, search_site: SearchSite
) -> None:
    page = opened(context, search_site, "วิธีทำเค้กช็อกโกแลต")
    expect(page.locator(STATUS)).to_contain_text("ไม่พบเรื่องที่ตรง")

    expect(page.locator("[data-search-weak] a")).to_be_visible()
    assert titles(page)


def test_a_question_with_two_provinces_leads_to_the_two_side_by_side(
    context: BrowserContext, search_site: SearchSite
) -> None:
    page = opened(context, search_site, "กระบี่ต่างกับตราดยังไง")
    link = page.locator("[data-search-compare] a")

    expect(link).to_have_text("เทียบ กระบี่ กับ ตราด")
    expect(link).to_have_attribute("href", re.compile(r"/compare/\?a=krabi&b=trat$"))


def test_a_question_that_pages_answer_is_not_doubted(context: BrowserContext, search_site: SearchSite) -> None:
    page = opened(context, search_site, "สวัสดีค่ะ ขอสอบถามเรื่องธรรมนูญประชาชนหน่อยค่ะ")
    expect(page.locator(STATUS)).to_contain_text("พบ")

    expect(page.locator("[data-search-weak]")).to_be_hidden()
    assert "ธรรมนูญประชาชน" in titles(page)[0]


def test_marks_never_cut_a_thai_cluster(context: BrowserContext, search_site: SearchSite) -> None:
    page = opened(context, search_site, "น้ำ ผู้นำ ที่ดิน กระบี")
    titles(page)
    torn = page.evaluate(
        """() => [...document.querySelectorAll('[data-search-result] mark')].flatMap((mark) =>
          [mark.textContent, mark.nextSibling?.textContent ?? ''])
          .filter((text) => /^[\\u0e31\\u0e33-\\u0e3a\\u0e47-\\u0e4e]/.test(text))"""
    )

    assert page.locator(f"{RESULT} mark").count() > 0
    assert torn == []


@pytest.mark.parametrize("query", ["หน่วยงานไม่เอาด้วยทำอย่างไร", "ชาวบ้านลงแรงซ่อมบ้าน", "แผนสิบปีกระบี่ใครรับรอง"])
def test_marks_begin_and_end_where_words_do(query: str, context: BrowserContext, search_site: SearchSite) -> None:
    page = opened(context, search_site, query)
    titles(page)
    marks: list[tuple[str, bool]] = page.evaluate(
        """() => [...document.querySelectorAll('[data-search-result] mark')].map((mark) => {
          const text = mark.parentElement.textContent;
          const range = document.createRange();
          range.setStart(mark.parentElement, 0);
          range.setEndBefore(mark);
          const from = range.toString().length;
          const words = [...new Intl.Segmenter("th", { granularity: "word" }).segment(text)];
          const edges = new Set(words.flatMap(({ index, segment }) => [index, index + segment.length]));
          // A word of the mark by itself that reaches over an edge: there the dictionary cut the whole text wrongly.
          const own = [...new Intl.Segmenter("th", { granularity: "word" }).segment(mark.textContent)];
          const wrong = own.some(({ index, segment }) =>
            [...edges].some((edge) => from + index < edge && edge < from + index + segment.length));
          return [mark.textContent, wrong || (edges.has(from) && edges.has(from + mark.textContent.length))];
        })"""
    )
    inside = [text for text, whole in marks if not whole]

    assert marks
    # The dictionary may cut a snippet otherwise than the whole text that it was taken from.
    assert len(inside) <= 0.05 * len(marks), inside


def test_filters_stand_in_the_address_and_their_counts_are_kept(
    context: BrowserContext, search_site: SearchSite
) -> None:
    page = opened(context, search_site, "กองทุนสวัสดิการ")
    titles(page)
    page.locator("[data-search-filters] summary").click()
    label = page.locator("[data-facet=province] label").first
    count = label.inner_text().rsplit("(", 1)[1].rstrip(")")
    label.click()
    expect(page.locator(STATUS)).to_have_text(f"พบ {count} รายการ")

    assert "province=" in page.url


def test_back_and_forward_restore_what_was_shown(context: BrowserContext, search_site: SearchSite) -> None:
    page = opened(context, search_site, "กระบี่")
    first = titles(page)
    page.locator(BIG).fill("ตราด")
    page.keyboard.press("Enter")
    expect(page.locator(f"{RESULT} > a").first).not_to_have_text(first[0])
    second = titles(page)
    page.go_back()
    expect(page.locator(f"{RESULT} > a").first).to_have_text(first[0])
    expect(page.locator(BIG)).to_have_value("กระบี่")
    page.go_forward()
    expect(page.locator(f"{RESULT} > a").first).to_have_text(second[0])

    expect(page.locator(BIG)).to_have_value("ตราด")


def test_a_misspelling_offers_the_right_word(context: BrowserContext, search_site: SearchSite) -> None:
    page = opened(context, search_site, "กระบี")
    titles(page)

    expect(page.locator("[data-search-meant] a")).to_have_text("กระบี่")


def test_the_right_spelling_offers_nothing(context: BrowserContext, search_site: SearchSite) -> None:
    page = opened(context, search_site, "กระบี่")
    titles(page)

    expect(page.locator("[data-search-meant]")).to_be_hidden()


def test_a_search_without_result_offers_provinces_themes_and_the_form(
    context: BrowserContext, search_site: SearchSite
) -> None:
    page = opened(context, search_site, "ฮฮฮฮฮฮ zzzzqqqq")
    expect(page.locator(STATUS)).to_contain_text("ไม่พบ")
    page.locator("#picture_known svg g[data-of] > a").first.click()

    assert titles(page)
    assert "province=" in page.url and "theme=" in page.url
    assert page.locator("[data-search-empty] a[href*='issues/new']").count() == 1


def test_recent_searches_stay_on_the_device_and_can_be_forgotten(
    context: BrowserContext, search_site: SearchSite
) -> None:
    page = opened(context, search_site, "ธนาคารขยะ")
    titles(page)
    other = opened(context, search_site)
    other.focus(HEADER)
    expect(other.locator(OPTION).first).to_have_text("ธนาคารขยะ")
    other.locator(".kb-forget").click()

    assert other.evaluate("Object.keys(localStorage)") == []


def test_query_text_is_never_read_as_html(context: BrowserContext, search_site: SearchSite) -> None:
    page = opened(context, search_site, "<img src=x onerror=\"document.title='hit'\"><b>กระบี่</b>")
    expect(page.locator(STATUS)).to_have_text(re.compile("พบ"))
    page.focus(HEADER)
    page.wait_for_timeout(300)

    assert (
        page.locator("[data-search-page] img, .kb-suggestions img, [data-search-page] b:not(.kb-legend b)").count() == 0
    )
    assert page.title() != "hit"


@pytest.mark.parametrize(
    "query",
    ["ก" * 10_000, "   ", ".*+?^${}()|[]\\", "🙏🏽👨‍👩‍👧", "abc \u202eกระบี่ שלום", "\u0e49\u0e49\u0e49", "\0", "%E0%B8"],
)
def test_strange_queries_are_answered(query: str, context: BrowserContext, search_site: SearchSite) -> None:
    errors: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{search_site.address}/search/")
    page.evaluate("(query) => { history.pushState(null, '', '?' + new URLSearchParams({ q: query })); }", query[:3000])
    page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")
    expect(page.locator(STATUS)).not_to_have_text("กำลังค้นหา…")
    page.locator(BIG).fill(query)
    page.wait_for_timeout(300)

    assert errors == []


def test_a_missing_piece_is_told_and_the_rest_still_answers(context: BrowserContext, search_site: SearchSite) -> None:
    page = context.new_page()
    dropped: list[str] = []

    def drop_one(route: object) -> None:
        url = route.request.url  # type: ignore[attr-defined]
        if not dropped or dropped[0] == url:
            dropped[:] = [url]
            route.abort()  # type: ignore[attr-defined]
        else:
            route.continue_()  # type: ignore[attr-defined]

    page.route("**/p/*.js", drop_one)
    page.goto(f"{search_site.address}/search/?q={quote('กองทุนสวัสดิการชุมชน เก็บเงินวันละหนึ่งบาทได้อย่างไรกัน')}")

    assert titles(page)
    expect(page.locator("[data-search-trouble]")).to_be_visible()
    page.unroute("**/p/*.js")
    page.locator("[data-search-trouble] button").click()
    expect(page.locator("[data-search-trouble]")).to_be_hidden()


def test_what_the_file_of_a_known_name_would_tell_is_found_without_it(
    context: BrowserContext, search_site: SearchSite
) -> None:
    page = context.new_page()
    asked: list[str] = []

    def drop(route: object) -> None:
        asked.append(route.request.url)  # type: ignore[attr-defined]
        route.abort()  # type: ignore[attr-defined]

    page.route("**/g/*.js", drop)
    page.goto(f"{search_site.address}/search/?q={quote('กองทุนสวัสดิการชุมชน')}")

    assert titles(page) and asked
    expect(page.locator("[data-search-trouble]")).to_be_hidden()


def test_with_no_data_at_all_the_page_says_so(context: BrowserContext, search_site: SearchSite) -> None:
    page = context.new_page()
    page.route("**/engine.js", lambda route: route.abort())
    page.goto(f"{search_site.address}/search/?q=x")
    expect(page.locator("[data-search-trouble]")).to_be_visible()

    expect(page.locator(STATUS)).to_contain_text("ไม่ได้")


def test_who_opened_a_page_before_a_new_publication_finds_the_new_index(
    context: BrowserContext, search_site: SearchSite
) -> None:
    """The script in the browser's store names a folder that is gone; asked for again, it names the new one."""
    entry = (search_site.folder / "assets" / "search.js").read_text(encoding="utf-8")
    old, told = re.subn('"[0-9a-f]{12}"', '"0123456789ab"', entry)
    assert told == 1
    page = context.new_page()
    page.route("**/assets/search.js", lambda route: route.fulfill(body=old, content_type="text/javascript"))
    page.goto(f"{search_site.address}/search/?q={quote('กองทุนสวัสดิการชุมชน')}")

    assert old != entry
    assert titles(page)


def test_twenty_letters_are_suggested_for_from_the_titles_at_hand(
    context: BrowserContext, search_site: SearchSite
) -> None:
    page = opened(context, search_site)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for letter in "กองทุนสวัสดิการชุมชน":
        page.locator(HEADER).press_sequentially(letter)
        page.wait_for_timeout(120)
    page.wait_for_selector(OPTION)

    assert any("กองทุนสวัสดิการ" in text for text in page.locator(OPTION).all_inner_texts())
    assert len(asked) <= 25, asked


def test_it_works_from_a_usb_stick_with_the_network_off(
    context: BrowserContext, search_site: SearchSite, tmp_path: Path
) -> None:
    copy = tmp_path / "สำเนา USB"
    shutil.copytree(search_site.folder, copy)
    context.set_offline(True)
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto((copy / "search" / "index.html").as_uri())
    page.locator(BIG).fill("ธนาคารขยะ")
    page.keyboard.press("Enter")

    assert any("ธนาคารขยะ" in title for title in titles(page))
    assert all(url.startswith("file:") for url in requests)
    assert "q=" in unquote(page.url)


def test_the_content_security_policy_is_kept(context: BrowserContext, search_site: SearchSite) -> None:
    page = context.new_page()
    said: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            said.append(message.text)

    page.on("console", note)
    page.goto(f"{search_site.address}/search/?q={quote('กระบี่')}")
    titles(page)
    page.locator("[data-search-filters] summary").click()
    page.locator(HEADER).fill("ตราด")
    page.wait_for_selector(OPTION)

    assert said == []


def test_without_javascript_the_page_leads_to_the_index_of_titles(
    search_site: SearchSite, context: BrowserContext
) -> None:
    assert context.browser is not None
    plain = context.browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(f"{search_site.address}/search/")

    expect(page.locator(".kb-note a[href$='search/a-z/']")).to_be_visible()
    plain.close()


def test_an_english_reader_finds_the_english_page_by_either_name(
    context: BrowserContext, search_site: SearchSite
) -> None:
    for query in ("Krabi", "กระบี่"):
        page = opened(context, search_site, query, "en")

        assert titles(page)[0] == "Krabi"
        assert "/en/" in (page.locator(f"{RESULT} > a").first.get_attribute("href") or "")


def test_the_page_of_results_does_not_scroll_sideways_on_a_phone(
    context: BrowserContext, search_site: SearchSite
) -> None:
    page = opened(context, search_site, "กองทุนสวัสดิการ")
    titles(page)
    page.locator("[data-search-filters] summary").click()

    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_on_a_phone_the_first_result_stands_close_below_the_box(
    context: BrowserContext, search_site: SearchSite
) -> None:
    """Who has asked reads no advice first; before that, the advice stands there."""
    page = context.new_page()
    page.goto(f"{search_site.address}/search/")
    expect(page.locator("[data-search-page] > .kb-basis")).to_be_visible()
    page.goto(f"{search_site.address}/search/?q={quote('กองทุนสวัสดิการ')}")
    assert titles(page)
    box, first = page.locator(BIG).bounding_box(), page.locator(RESULT).first.bounding_box()

    assert box and first and first["y"] - box["y"] - box["height"] < 160
