"""A table taken along: the clipboard and the embed dialog, in real Chromium."""

from __future__ import annotations

import csv
import html as entities
import io
import re
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import expect

from tests.table_tools.conftest import FORMATS, Opened, tree_of

pytestmark = pytest.mark.browser

#: A table of the tests' library, and how many rows it has.
TABLE, ROWS = "numbers", 5
SITE = "https://self-managing-provinces.github.io/botrian/"
CLIPBOARD = """async () => {
  const [item] = await navigator.clipboard.read();
  const texts = {};
  for (const type of item.types) texts[type] = await (await item.getType(type)).text();
  return texts;
}"""


def copied(one: Opened, address: str) -> dict[str, str]:
    """What the copy button of a page puts on the clipboard, by type."""
    one.page.goto(address, wait_until="networkidle")
    one.page.click('[data-tool="copy"]')
    expect(one.page.locator("[data-status]")).to_contain_text("Excel")
    found: dict[str, str] = one.page.evaluate(CLIPBOARD)
    return found


def cells_of(text: str) -> list[list[str]]:
    """The cells of a copied text: they stand between its title and its sources, with an empty line on both sides."""
    _, cells, _ = text.split("\r\n\r\n")
    return list(csv.reader(io.StringIO(cells, newline=""), delimiter="\t"))


def test_copying_gives_cells_for_excel_and_a_table_with_its_look_for_word(wide: Opened, served_library: str) -> None:
    parts = copied(wide, f"{served_library}/tables/{TABLE}/")
    cells = cells_of(parts["text/plain"])
    table = tree_of(parts["text/html"]).xpath("//table")[0]

    assert cells[0] == [head.replace("\n", " ") for head in wide.heads()]
    assert [row[0] for row in cells[1:]] == wide.row_names()
    assert [row[1] for row in cells[1:]] == wide.column(1)
    assert [row.xpath("./th | ./td")[0].text_content() for row in table.xpath(".//tr")] == [row[0] for row in cells]
    assert all("border" in (cell.get("style") or "") for cell in table.xpath(".//th | .//td"))


def test_copying_takes_the_view_as_it_is_chosen_sorted_and_turned(wide: Opened, served_library: str) -> None:
    wide.page.goto(f"{served_library}/tables/{TABLE}/", wait_until="networkidle")
    column = wide.page.locator("thead th[data-column]").nth(1).get_attribute("data-column")
    view = f"?rows=krabi,trat,yala&cols={column}&sort=-name"
    upright = cells_of(copied(wide, f"{served_library}/tables/{TABLE}/{view}")["text/plain"])
    names = wide.row_names()
    turned = cells_of(copied(wide, f"{served_library}/tables/{TABLE}/{view}&turn=1")["text/plain"])

    assert [row[0] for row in upright[1:]] == names and len(names) == 3
    assert turned == [list(row) for row in zip(*upright, strict=True)]


@pytest.mark.parametrize("type_", ["text/html", "text/plain"])
def test_a_copied_table_says_what_it_is_and_where_it_comes_from(wide: Opened, served_library: str, type_: str) -> None:
    whole = copied(wide, f"{served_library}/tables/{TABLE}/?rows=krabi")[type_]
    text = tree_of(f"<div>{whole}</div>").text_content() if type_ == "text/html" else whole
    marker = wide.page.locator("tbody .kb-cite").first
    source, place = marker.get_attribute("data-source") or "", marker.get_attribute("data-place") or ""

    assert wide.page.inner_text("caption") in text
    assert (marker.get_attribute("title") or "").startswith(f"{source}, ")
    assert source and source in text and place and place in text
    assert f"{SITE}tables/{TABLE}/?rows=krabi" in text


def test_a_copied_table_says_its_language_when_it_was_changed_and_whose_a_number_is(
    wide: Opened, served_library: str
) -> None:
    parts = copied(wide, f"{served_library}/tables/{TABLE}/")
    changed = wide.page.locator("li > time[datetime]").locator("..").inner_text()
    wide.page.evaluate(
        "document.querySelector('table.kb-table td').innerHTML ="
        ' \'61 <span class="kb-basis"><a href="/">ศูนย์ข้อมูล</a></span>\''
    )
    wide.page.click('[data-tool="copy"]')
    cell = cells_of(wide.page.evaluate(CLIPBOARD)["text/plain"])[1][1]

    assert tree_of(parts["text/html"]).xpath("//div/@lang") == ["th"]
    assert changed and all(changed in tree_of(f"<div>{text}</div>").text_content() for text in parts.values())
    assert cell == "61 — ศูนย์ข้อมูล"


def test_short_row_headings_of_a_copied_table_are_never_broken(wide: Opened, served_library: str) -> None:
    whole = copied(wide, f"{served_library}/tables/{TABLE}/")["text/html"]
    heads = tree_of(whole).xpath("//tbody//th[@scope='row']")

    assert heads and all("white-space:nowrap" in (head.get("style") or "") for head in heads)


def test_markers_and_tools_are_not_copied_as_words(wide: Opened, served_library: str) -> None:
    parts = copied(wide, f"{served_library}/tables/{TABLE}/?diff=1")

    assert [sign for sign in ("[1]", "✎", "↕", "ต่าง") if sign in parts["text/plain"]] == []


def test_a_cell_never_becomes_a_formula(wide: Opened, served_library: str) -> None:
    wide.page.goto(f"{served_library}/tables/{TABLE}/", wait_until="networkidle")
    attacks = ["=1+1", "+66", "-x", "@SUM(A1)", "\t=1", "＝1", " =1", "-5", "-1,200.50", "ปกติ"]
    given = wide.page.evaluate(f"(texts) => texts.map({FORMATS}.harmless)", attacks)

    assert given == ["'=1+1", "+66", "'-x", "'@SUM(A1)", "\t'=1", "'＝1", "' =1", "-5", "-1,200.50", "ปกติ"]


def test_text_that_looks_like_html_is_copied_as_text(wide: Opened, served_library: str) -> None:
    wide.page.goto(f"{served_library}/tables/{TABLE}/", wait_until="networkidle")
    attack = '<img src=x onerror="alert(1)">&amp;'
    made = wide.page.evaluate(
        f"(attack) => {FORMATS}.asHtml({{caption: attack, grid: [[[attack]], [[attack]]], groups: [attack],"
        " places: new Map([[attack, new Set()]])}, {say: (name) => name, library: attack, link: 'https://x.example/'})",
        attack,
    )
    tree = tree_of(f"<div>{made}</div>")

    assert tree.xpath("//img") == []
    assert tree.text_content().count(attack) == 6


@pytest.mark.parametrize(
    "refused",
    ["document.execCommand = () => false", "navigator.clipboard.write = () => Promise.reject(new Error('refused'))"],
)
def test_where_one_way_to_the_clipboard_is_refused_the_other_copies(
    wide: Opened, served_library: str, refused: str
) -> None:
    wide.page.add_init_script(refused)
    parts = copied(wide, f"{served_library}/tables/{TABLE}/")

    assert "<table" in parts["text/html"] and "\t" in parts["text/plain"]


def open_dialog(one: Opened, address: str) -> None:
    one.page.goto(address, wait_until="networkidle")
    one.page.click('[data-tool="embed"]')
    one.page.wait_for_selector("[data-embed][open]")


def code(one: Opened) -> str:
    return one.page.input_value("[data-embed-code]")


def frame_of(one: Opened) -> html.HtmlElement:
    return tree_of(f"<div>{code(one)}</div>").xpath("//iframe")[0]


def test_the_embed_code_follows_language_columns_height_and_theme(wide: Opened, served_library: str) -> None:
    open_dialog(wide, f"{served_library}/tables/{TABLE}/")
    first = frame_of(wide)
    columns = [box.get_attribute("value") for box in wide.page.locator("[data-embed-columns] input").all()]
    wide.page.click("[data-embed-columns] summary")
    for column in columns[2:]:
        wide.page.uncheck(f"[data-embed-columns] input[value={column}]")
    wide.page.select_option('[data-embed-field="language"]', "en")
    wide.page.select_option('[data-embed-field="theme"]', "dark")
    wide.page.fill('[data-embed-field="height"]', "620")
    wide.page.press('[data-embed-field="height"]', "Tab")
    second = frame_of(wide)

    assert (first.get("src"), first.get("height")) == (f"{SITE}embed/tables/{TABLE}/", "480")
    assert first.get("title") == wide.page.inner_text("caption")
    assert second.get("src") == f"{SITE}en/embed/tables/{TABLE}/?columns={columns[0]},{columns[1]}&theme=dark"
    assert second.get("height") == "620"


def test_a_turned_table_is_embedded_turned(wide: Opened, served_library: str) -> None:
    open_dialog(wide, f"{served_library}/tables/{TABLE}/?turn=1")
    heads = wide.page.frame_locator("[data-embed-preview]").locator("thead th[data-column]")
    heads.first.wait_for()

    assert frame_of(wide).get("src") == f"{SITE}embed/tables/{TABLE}/?turn=1"
    assert heads.count() == ROWS


@pytest.mark.parametrize("folder", [False, True])
def test_the_preview_shows_the_embedded_table(
    wide: Opened, served_library: str, library_site: Path, folder: bool
) -> None:
    base = library_site.as_uri() if folder else served_library
    open_dialog(wide, f"{base}/tables/{TABLE}/{'index.html' if folder else ''}")
    rows = wide.page.frame_locator("[data-embed-preview]").locator("tbody tr[data-row]")
    rows.first.wait_for()

    assert (rows.count(), wide.complaints) == (ROWS, [])


def test_the_plain_link_leads_to_the_view_that_is_shown(wide: Opened, served_library: str) -> None:
    open_dialog(wide, f"{served_library}/en/tables/{TABLE}/?rows=krabi")

    assert wide.page.input_value("[data-embed-link]") == f"{SITE}en/tables/{TABLE}/?rows=krabi"


def test_the_dialog_copies_its_code_and_gives_the_focus_back(wide: Opened, served_library: str) -> None:
    open_dialog(wide, f"{served_library}/tables/{TABLE}/")
    wide.page.click("[data-copy-of=embed-code]")
    expect(wide.page.locator("[data-embed-status]")).not_to_be_empty()
    taken = wide.page.evaluate("navigator.clipboard.readText()")
    expected = code(wide)
    wide.page.keyboard.press("Escape")

    assert taken.replace("\r\n", "\n") == expected
    assert wide.page.evaluate("document.activeElement.dataset.tool") == "embed"


def test_frozen_is_offered_only_where_a_frozen_copy_exists(wide: Opened, served_library: str) -> None:
    open_dialog(wide, f"{served_library}/tables/{TABLE}/")
    without = wide.page.locator("[data-when-frozen]").is_visible()
    wide.page.route(
        f"**/tables/{TABLE}/",
        lambda route: route.fulfill(
            response=(answer := route.fetch()),
            body=re.sub(
                r'data-frozen="[^"]*"',
                f'data-frozen="{entities.escape(chr(91) + chr(34) + "0123456789ab" + chr(34) + chr(93))}"',
                answer.text(),
            ),
        ),
    )
    open_dialog(wide, f"{served_library}/tables/{TABLE}/")
    wide.page.route("**/embed/frozen/**", lambda route: route.fulfill(body="frozen", content_type="text/html"))
    wide.page.check("[name=embed-kind][value=frozen]")

    assert without is (wide.page.get_attribute("[data-table-tools]", "data-frozen") == "[]") is False
    assert frame_of(wide).get("src") == f"{SITE}embed/frozen/{TABLE}/0123456789ab/"
    assert wide.page.input_value("[data-embed-link]") == f"{SITE}embed/frozen/{TABLE}/0123456789ab/"


def records(text: str) -> list[dict[str, str]]:
    """The rows of a CSV file by the names of its columns."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_what_is_shown_is_a_csv_file_that_says_the_same_as_the_whole_one(
    wide: Opened, served_library: str, library_site: Path, tmp_path: Path
) -> None:
    whole = {row["id"]: row for row in records((library_site / "tables" / f"{TABLE}.csv").read_bytes().decode("utf-8"))}
    wide.page.goto(f"{served_library}/tables/{TABLE}/", wait_until="networkidle")
    ids = [str(head.get_attribute("data-column")) for head in wide.page.locator("thead th[data-column]").all()]
    wide.page.goto(
        f"{served_library}/tables/{TABLE}/?rows=krabi,trat,yala&cols={','.join(ids[:3])}&sort=-name&turn=1",
        wait_until="networkidle",
    )
    with wide.page.expect_download() as coming:
        wide.page.click('[data-ending="csv"]')
    coming.value.save_as(tmp_path / "file")
    shown = records((tmp_path / "file").read_bytes().decode("utf-8"))

    assert coming.value.suggested_filename == f"{TABLE}-selection.csv"
    assert sorted(row["id"] for row in shown) == sorted({"krabi", "trat", "yala"} & set(whole))
    assert [row["id"] for row in shown] != sorted(row["id"] for row in shown)
    different = [
        (row["id"], name, value, whole[row["id"]].get(name))
        for row in shown
        for name, value in row.items()
        if whole[row["id"]].get(name) != value
    ]
    assert different == []
    assert {name for name in shown[0] if name.startswith(ids[0].replace("-", "_"))}
    assert not {name for name in shown[0] if name.startswith(ids[3].replace("-", "_"))}
