"""The tools over a table in real Chromium: sort, filter, choose, compare, turn, and the address that keeps it all."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from lxml import html
from playwright.sync_api import Browser

from botrian.exports import FORMATS
from botrian.thai import collation_key
from tests.table_tools.conftest import PHONE, STATE, Opened

pytestmark = pytest.mark.browser

#: Tables of the tests' library. Five provinces, numbers with gaps; dates; groups of rows.
NUMBERS, DATES, GROUPED = "numbers", "beginnings", "contested"
PROVINCES = 5


@pytest.fixture(scope="session")
def published(library_site: Path) -> dict[str, Any]:
    """Every table as the API publishes it, by id."""
    items = json.loads((library_site / "api/v1/tables.json").read_text(encoding="utf-8"))["items"]
    return {table["id"]: table for table in items}


def go(one: Opened, base: str, table: str, query: str = "", language: str = "") -> None:
    one.page.goto(f"{base}/{language}tables/{table}/{query}", wait_until="networkidle")


def press_sort(one: Opened, column: str) -> None:
    one.page.click(f'[data-sort="{column}"]')


def number_of(row: Any, column: int) -> Decimal | None:
    values = row["cells"][column]["values"]
    return Decimal(values[0]["number"]) if values and values[0]["number"] is not None else None


def test_numbers_sort_by_size_both_ways_with_the_unknown_last(
    wide: Opened, served_library: str, published: dict[str, Any]
) -> None:
    table = published[NUMBERS]
    column = next(
        at for at, one in enumerate(table["columns"]) if any(row["cells"][at]["absent"] for row in table["rows"])
    )
    known = {row["id"]: number_of(row, column) for row in table["rows"]}
    sizes = sorted(size for size in known.values() if size is not None)
    go(wide, served_library, NUMBERS)

    shown = []
    for _ in range(2):
        press_sort(wide, table["columns"][column]["id"])
        shown.append([known[id_] for id_ in wide.row_ids()])
    gaps: list[Decimal | None] = [None] * (len(known) - len(sizes))

    assert shown == [[*sizes, *gaps], [*reversed(sizes), *gaps]]


def test_numbers_with_words_stand_at_the_left_and_stay_in_their_column(wide: Opened, served_library: str) -> None:
    go(wide, served_library, NUMBERS)
    look = """() => [...document.querySelectorAll("td[data-type=number]")].map((cell) =>
      [getComputedStyle(cell).textAlign, cell.scrollWidth <= cell.clientWidth])"""
    worded = "td[data-type=number] :is(ul, .kb-cell-note)"
    wide.page.eval_on_selector_all(worded, "found => found.forEach((one) => one.remove())")
    before = wide.page.evaluate(look)
    wide.page.evaluate(
        "words => { document.querySelector('td[data-type=number]').innerHTML ="
        " `<ul><li>144 ${words}</li><li>61 <span class='kb-cell-note'>${words}</span></li></ul>`; }",
        "องค์กรปกครองส่วนท้องถิ่น " * 9,
    )

    assert {align for align, _ in before} == {"right"}
    assert {tuple(one) for one in wide.page.evaluate(look)} == {("left", True)}


def test_dates_sort_by_time_not_by_their_words(wide: Opened, served_library: str, published: dict[str, Any]) -> None:
    table = published[DATES]
    column = next(at for at, one in enumerate(table["columns"]) if one["type"] == "date")
    go(wide, served_library, DATES, f"?sort={table['columns'][column]['id']}")
    values = wide.page.eval_on_selector_all(
        f"table.kb-table tbody td:nth-of-type({column + 1})",
        "cells => cells.map((cell) => cell.dataset.sortValue ?? '')",
    )
    known = [value for value in values if value]

    assert known == sorted(known) and len(known) > 2


def test_thai_names_sort_as_in_the_dictionary(wide: Opened, served_library: str, published: dict[str, Any]) -> None:
    go(wide, served_library, NUMBERS)
    press_sort(wide, "name")
    names = [row["name"]["th"] for row in published[NUMBERS]["rows"]]

    assert wide.row_names() == sorted(names, key=collation_key)


def test_a_sorted_header_says_so_and_a_third_press_gives_the_first_order_back(
    wide: Opened, served_library: str
) -> None:
    go(wide, served_library, NUMBERS)
    before = wide.row_ids()
    said = []
    for _ in range(3):
        press_sort(wide, "name")
        said.append(wide.page.locator("thead th").first.get_attribute("aria-sort"))

    assert (said, wide.row_ids()) == (["ascending", "descending", None], before)


def test_sorting_by_keyboard_keeps_the_focus_on_the_header(wide: Opened, served_library: str) -> None:
    go(wide, served_library, NUMBERS)
    wide.page.focus('[data-sort="name"]')
    wide.page.keyboard.press("Enter")
    wide.page.keyboard.press("Enter")

    assert wide.page.evaluate("document.activeElement.dataset.sort") == "name"
    assert "sort=-name" in wide.query()


def test_a_grouped_table_is_sorted_within_its_groups(
    wide: Opened, served_library: str, published: dict[str, Any]
) -> None:
    groups = {row["id"]: row["group"]["th"] for row in published[GROUPED]["rows"]}
    before = [groups[row["id"]] for row in published[GROUPED]["rows"]]
    go(wide, served_library, GROUPED, "?sort=-name")

    assert [groups[id_] for id_ in wide.row_ids()] == before


def test_the_filter_shows_the_rows_with_the_word_and_tells_how_many(wide: Opened, served_library: str) -> None:
    go(wide, served_library, NUMBERS)
    wide.page.fill('[data-tool="filter"]', "กระบี่")
    wide.page.wait_for_url("**q=*")

    assert wide.row_ids() == ["krabi"]
    assert "1" in wide.status() and str(PROVINCES) in wide.status()


def test_the_filter_finds_words_typed_in_another_byte_form(wide: Opened, served_library: str) -> None:
    """The filter folds words as the search does."""
    shown = []
    for typed in ("น้ำ", "น\u0e49\u0e4d\u0e32", "น\u0e4d\u0e49\u0e32", "นำ"):
        go(wide, served_library, GROUPED, f"?q={quote(typed)}")
        shown.append(wide.row_ids())

    assert shown[0] and shown == [shown[0]] * 4


def test_a_filter_that_fits_nothing_says_so(wide: Opened, served_library: str) -> None:
    go(wide, served_library, NUMBERS, "?q=xyzzy")

    assert (wide.row_ids(), "ไม่มีแถว" in wide.status()) == ([], True)


def test_chosen_rows_and_columns_are_all_that_is_shown(
    wide: Opened, served_library: str, published: dict[str, Any]
) -> None:
    columns = [column["id"] for column in published[NUMBERS]["columns"]]
    go(wide, served_library, NUMBERS)
    wide.page.click("[data-pick=cols] summary")
    wide.page.uncheck(f"[data-pick=cols] input[value={columns[0]}]")
    wide.page.click("[data-pick=rows] summary")
    wide.page.click("[data-pick=rows] [data-none]")
    wide.page.check("[data-pick=rows] input[value=krabi]")
    wide.page.check("[data-pick=rows] input[value=trat]")
    shown = wide.page.eval_on_selector_all("thead th[data-column]", "heads => heads.map((one) => one.dataset.column)")

    assert (shown, set(wide.row_ids())) == (columns[1:], {"krabi", "trat"})


def test_one_link_shows_the_whole_view_again(wide: Opened, served_library: str, published: dict[str, Any]) -> None:
    columns = [column["id"] for column in published[NUMBERS]["columns"]]
    query = f"?rows=krabi,trat,yala&cols={columns[1]},{columns[2]}&sort=-name&q=%E0%B8%81&diff=1"
    go(wide, served_library, NUMBERS, query)
    first = (wide.heads(), wide.row_ids(), wide.page.inner_text("table.kb-table"))
    given = wide.page.evaluate(f"(({{ queryOf, stateOf }}) => queryOf(stateOf(location.search)))({STATE})")
    go(wide, served_library, NUMBERS, given)
    again = (wide.heads(), wide.row_ids(), wide.page.inner_text("table.kb-table"))

    assert (again, len(first[0])) == (first, 3)


def test_back_and_forward_lead_through_the_views(wide: Opened, served_library: str) -> None:
    go(wide, served_library, NUMBERS)
    start = wide.row_ids()
    press_sort(wide, "name")
    up = wide.row_ids()
    press_sort(wide, "name")
    wide.page.go_back()
    back = wide.row_ids()
    wide.page.go_back()
    whole = wide.row_ids()
    wide.page.go_forward()

    assert (back, whole, wide.row_ids()) == (up, start, up)


def test_a_link_to_rows_and_columns_that_are_gone_shows_the_table(wide: Opened, served_library: str) -> None:
    go(wide, served_library, NUMBERS, "?rows=atlantis&cols=nothing,%3Cb%3E&sort=gone")

    assert (len(wide.row_ids()), wide.complaints) == (PROVINCES, [])


def test_reset_gives_back_the_table_as_it_was_published(wide: Opened, served_library: str) -> None:
    go(wide, served_library, NUMBERS)
    before = wide.page.inner_text("table.kb-table")
    go(wide, served_library, NUMBERS, "?rows=krabi,trat&sort=name&diff=1&turn=1&q=a")
    wide.page.click('[data-tool="reset"]')

    assert (wide.page.inner_text("table.kb-table"), wide.query()) == (before, "")


def test_a_turned_table_has_each_value_under_its_row_and_beside_its_column(
    wide: Opened, served_library: str, published: dict[str, Any]
) -> None:
    go(wide, served_library, NUMBERS)
    upright = [wide.row_names(), *(wide.column(at + 1) for at in range(len(published[NUMBERS]["columns"])))]
    heads = wide.heads()
    wide.page.click('[data-tool="turn"]')
    turned = [wide.row_names(), *(wide.column(at + 1) for at in range(len(upright[0])))]

    assert wide.heads()[1:] == upright[0]
    assert turned[0] == heads[1:]
    assert [list(row) for row in zip(*turned[1:], strict=True)] == upright[1:]
    assert wide.page.locator("tbody th[scope=row]").count() == len(heads) - 1


def test_differences_are_said_in_words_against_the_first_row(wide: Opened, served_library: str) -> None:
    go(wide, served_library, NUMBERS, "?diff=1")
    marks = wide.page.eval_on_selector_all(
        "tbody tr[data-row]",
        "rows => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => [cell.cloneNode(true), cell])"
        ".map(([copy, cell]) => { const mark = copy.querySelector('.kb-mark'); mark?.remove();"
        " return [copy.textContent.replace(/\\[\\d+\\]/g, '').trim(), mark?.textContent ?? '']; }))",
    )
    base = [text for text, _ in marks[0]]
    expected = [["เหมือน" if text == base[at] else "ต่าง" for at, (text, _) in enumerate(row)] for row in marks[1:]]

    assert [mark for _, mark in marks[0]] == [""] * len(base)
    assert [[mark for _, mark in row] for row in marks[1:]] == expected
    assert {"เหมือน", "ต่าง"} == {mark for row in expected for mark in row}


def test_the_other_language_shows_the_same_view(wide: Opened, served_library: str, published: dict[str, Any]) -> None:
    in_order = [row["id"] for row in published[NUMBERS]["rows"] if row["id"] in ("trat", "krabi")]
    go(wide, served_library, NUMBERS, "?rows=trat,krabi&sort=-name")
    wide.page.click(".kb-languages a")
    wide.page.wait_for_url("**/en/tables/**")

    assert set(wide.row_ids()) == {"krabi", "trat"}
    assert wide.query() == f"?rows={','.join(in_order)}&sort=-name"


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("table", [NUMBERS, DATES, GROUPED])
def test_the_tools_make_no_complaint_from_a_server_or_from_a_folder(
    wide: Opened, served_library: str, library_site: Path, table: str, language: str
) -> None:
    for base in (served_library, library_site.as_uri()):
        file = "index.html" if base.startswith("file:") else ""
        wide.page.goto(f"{base}/{language}tables/{table}/{file}", wait_until="networkidle")
        for tool in ("turn", "diff", "turn", "copy", "link", "reset"):
            wide.page.click(f'[data-tool="{tool}"]')
        press_sort(wide, "name")
        assert "sort=name" in wide.query()

    assert wide.complaints == []


def test_on_a_phone_the_table_comes_first_and_the_list_sorts(phone: Opened, served_library: str) -> None:
    go(phone, served_library, NUMBERS)
    folded = phone.page.locator('[data-tool="filter"]').is_visible()
    top = phone.page.locator("table.kb-table").bounding_box()
    phone.page.tap('[data-tool="more"]')
    phone.page.select_option('[data-tool="sort"]', "-name")
    width = phone.page.evaluate("document.documentElement.scrollWidth")

    assert (folded, width, phone.query()) == (False, PHONE["width"], "?sort=-name")
    assert top is not None and top["y"] < PHONE["height"] * 1.2


def test_without_scripts_the_table_stands_whole_and_every_file_is_offered(
    browser: Browser, served_library: str, library_site: Path, published: dict[str, Any]
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{served_library}/tables/{NUMBERS}/")
        rows = page.locator("table.kb-table tbody tr[data-row]").count()
        tools = page.locator("[data-table-tools]").is_visible()
        links = [link.get_attribute("href") or "" for link in page.locator("#downloads ~ .kb-downloads a").all()]

    assert (rows, tools) == (len(published[NUMBERS]["rows"]), False)
    assert links == [f"../../tables/{NUMBERS}.{ending}" for ending in FORMATS]
    assert [link for link in links if not (library_site / link.removeprefix("../../")).is_file()] == []


@pytest.fixture(scope="session")
def gallery(library_site: Path) -> Any:
    """The gallery's page, as a tree."""
    return html.fromstring((library_site / "tables/index.html").read_bytes())


def test_the_gallery_tells_of_every_table_what_it_answers_its_size_and_its_last_change(
    gallery: Any, published: dict[str, Any]
) -> None:
    cards = {card.find(".//h3/a").get("href").split("/")[-2]: card for card in gallery.find_class("kb-card")}

    assert set(cards) == set(published)
    for id_, table in published.items():
        words = " ".join(cards[id_].text_content().split())
        size = f"{len(table['rows'])} แถว {len(table['columns']) + 1} ช่อง"
        assert [one for one in (table["answer"]["th"], size, "แก้ไขล่าสุด") if one not in words] == [], id_


def test_a_card_of_the_gallery_says_what_is_in_the_table_and_leads_to_its_files(
    gallery: Any, library_site: Path, published: dict[str, Any]
) -> None:
    cards = {card.get("data-entry"): card for card in gallery.find_class("kb-card")}
    assert cards.keys() == published.keys()
    for name, card in cards.items():
        heads = [column["name"]["th"] for column in published[name]["columns"]][:4]
        files = [link.get("href") for link in card.xpath(".//*[@class='kb-card__files']/a")]

        assert all(head in card.text_content() for head in heads), name
        assert [Path(file).suffix for file in files] == [".pptx", ".docx", ".xlsx", ".png", ".csv"]
        assert [file for file in files if not (library_site / "tables" / file).is_file()] == []


def test_every_question_of_a_table_leads_to_it(gallery: Any, published: dict[str, Any]) -> None:
    asked = {link.text_content(): link.get("href") for link in gallery.xpath("//details[@class='kb-questions']//a")}

    assert asked == {
        (table["question"] or table["title"])["th"]: f"../tables/{id_}/" for id_, table in published.items()
    }


def test_only_pages_with_a_table_load_the_tools(library_site: Path) -> None:
    with_tools = {
        page.relative_to(library_site).as_posix()
        for page in library_site.rglob("index.html")
        if "assets/tables.js" in page.read_text(encoding="utf-8")
    }

    assert with_tools
    assert {page for page in with_tools if not page.removeprefix("en/").startswith("tables/")} == set()
    assert "tables/index.html" not in with_tools
