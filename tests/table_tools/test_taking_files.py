"""Slides, documents and workbooks of what a table shows, made in Chromium under the site's policy, and read back."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml.etree import fromstring
from PIL import Image
from playwright.sync_api import expect

from tests.exports import readers
from tests.table_tools.conftest import Opened

pytestmark = pytest.mark.browser

TABLE = "numbers"
OFFICE = ("pptx", "docx", "xlsx")


def taken(one: Opened, ending: str) -> bytes:
    """What the button of a format saves."""
    with one.page.expect_download() as download:
        # On phones the tools for looking are folded away.
        one.page.eval_on_selector(f'[data-tool="download"][data-ending="{ending}"]', "button => button.click()")
    expect(one.page.locator("[data-status]")).to_contain_text("ทำไฟล์แล้ว")
    return Path(download.value.path()).read_bytes()


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


@pytest.mark.parametrize("ending", OFFICE)
def test_a_whole_table_is_the_file_that_the_build_wrote(
    wide: Opened, served_library: str, library_site: Path, ending: str
) -> None:
    wide.page.goto(f"{served_library}/tables/{TABLE}/", wait_until="networkidle")
    made = parts(taken(wide, ending))
    built = parts((library_site / "tables" / f"{TABLE}.{ending}").read_bytes())

    assert list(made) == list(built)
    assert [name for name in made if made[name] != built[name]] == []
    assert wide.complaints == []


@pytest.mark.parametrize("ending", OFFICE)
@pytest.mark.parametrize("root", ["", "en/"])
def test_what_is_shown_goes_into_the_file_from_a_folder_too(
    wide: Opened, library_site: Path, ending: str, root: str
) -> None:
    page = wide.page
    page.goto((library_site / root / "tables" / TABLE / "index.html").as_uri(), wait_until="load")
    column = page.locator("thead th[data-column]").nth(1).get_attribute("data-column")
    address = f"{page.url}?rows=krabi,trat,yala&cols={column}&sort=-name"
    page.goto(address, wait_until="load")
    names, cells, head = wide.row_names(), wide.column(1), wide.heads()
    with page.expect_download() as download:
        page.click(f'[data-tool="download"][data-ending="{ending}"]')
    content = Path(download.value.path()).read_bytes()
    read = {"pptx": readers.from_pptx, "docx": readers.from_docx, "xlsx": readers.from_xlsx}[ending]
    grid = read(content, "en" if root else "th")

    assert download.value.suggested_filename == f"{TABLE}-selection.{ending}"
    assert [row[0] for row in grid[1:]] == names and len(names) == 3
    assert [row[1] for row in grid[1:]] == cells
    assert grid[0] == head
    assert wide.complaints == []


def test_a_turned_table_has_its_rows_as_columns(wide: Opened, served_library: str) -> None:
    wide.page.goto(f"{served_library}/tables/{TABLE}/?rows=krabi,trat&turn=1", wait_until="networkidle")
    grid = readers.from_xlsx(taken(wide, "xlsx"), "th")

    assert [name.split(" [")[0] for name in grid[0][1:]] == [head.split("\n")[0] for head in wide.heads()[1:]]
    assert [row[0] for row in grid[1:]] == wide.row_names()


def test_a_writer_that_cannot_come_is_told(wide: Opened, served_library: str) -> None:
    wide.page.goto(f"{served_library}/tables/{TABLE}/", wait_until="networkidle")
    wide.page.eval_on_selector("[data-table-tools]", "tools => { tools.dataset.home = './nowhere/'; }")
    wide.page.click('[data-tool="download"][data-ending="pptx"]')

    expect(wide.page.locator("[data-status]")).to_contain_text("ลองใหม่")


def test_a_view_without_rows_makes_no_file(wide: Opened, served_library: str) -> None:
    wide.page.goto(f"{served_library}/tables/{TABLE}/?q=zzzz", wait_until="networkidle")
    wide.page.click('[data-tool="download"][data-ending="docx"]')

    assert wide.status() == wide.page.get_attribute("[data-table-tools]", "data-say-no-rows")


def test_a_picture_of_what_is_shown_is_the_one_that_the_build_draws(
    wide: Opened, served_library: str, library_site: Path
) -> None:
    wide.page.goto(f"{served_library}/tables/{TABLE}/", wait_until="networkidle")

    assert taken(wide, "svg") == (library_site / "tables" / f"{TABLE}.svg").read_bytes()
    assert wide.complaints == []


def test_a_png_of_what_is_shown_has_its_letters_and_grounds(wide: Opened, library_site: Path) -> None:
    """From a folder, where a canvas that took anything from beside it could not be read."""
    page = (library_site / "tables" / TABLE / "index.html").as_uri()
    wide.page.goto(f"{page}?rows=krabi,trat", wait_until="load")
    drawn = fromstring(taken(wide, "svg"))
    picture = Image.open(io.BytesIO(taken(wide, "png"))).convert("L")
    ink = sum(picture.resize((100, 100)).histogram()[:200])

    assert picture.size == (1080, round(int(drawn.get("height", "0")) * 1.08))
    assert picture.getpixel((4, 4)) == 255
    assert 300 < ink < 6000
    assert wide.complaints == []
