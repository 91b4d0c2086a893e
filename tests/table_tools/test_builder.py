"""The builder: its data, and the page in real Chromium."""

from __future__ import annotations

import csv
import gzip
import io
import json
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from botrian.words import say
from tests.conftest import QuietHandler
from tests.exports import readers
from tests.table_tools.conftest import Opened, tree_of

DIMENSIONS = ("council-count", "vision", "founded")
VIEW = "?rows=krabi,chai-nat&cols=council-count,vision,founded"
#: The facts come when a place is ticked.
BUILT = "[data-built] tr[data-row]"
in_browser = pytest.mark.browser


def data_of(library_site: Path, language: str) -> dict[str, Any]:
    folder = library_site if language == "th" else library_site / "en"
    text = (folder / f"assets/facts-{language}.js").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text.split("window.botrianFacts=", 1)[1].rstrip().removesuffix(";"))
    return found


def go(one: Opened, base: str, query: str = "", language: str = "") -> None:
    one.page.goto(f"{base}/{language}tables/build/{query}", wait_until="networkidle")
    if query:
        one.page.wait_for_selector(BUILT)


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_data_hold_every_place_and_dimension_that_has_a_fact(library_site: Path, language: str) -> None:
    facts = json.loads((library_site / "api/v1/facts.json").read_text(encoding="utf-8"))["items"]
    cells = data_of(library_site, language)["cells"]

    of_places = {(fact["province"], fact["dimension"]) for fact in facts}
    of_cases = {(fact["case"], fact["dimension"]) for fact in facts if fact["case"]}

    assert of_cases
    assert {(row, dimension) for row in cells for dimension in cells[row]} == of_places | of_cases


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_data_are_small_enough_for_a_slow_line(library_site: Path, language: str) -> None:
    """A limit for each filled cell: five hundred of them are 40 KB, whatever there is to tell of them."""
    folder = library_site if language == "th" else library_site / "en"
    sent = len(gzip.compress((folder / f"assets/facts-{language}.js").read_bytes()))
    cells = sum(map(len, data_of(library_site, language)["cells"].values()))

    assert sent < 80 * cells


@in_browser
def test_two_provinces_and_three_dimensions_make_a_table_by_mouse(wide: Opened, served_library: str) -> None:
    go(wide, served_library)
    empty = wide.page.locator("[data-built-empty]").is_visible()
    for place in ("krabi", "chai-nat"):
        wide.page.check(f"input[name=rows][value={place}]")
    for dimension in DIMENSIONS:
        box = wide.page.locator(f"input[name=cols][value={dimension}]")
        if not box.is_visible():
            wide.page.locator("details", has=box).locator("summary").click()
        box.check()
    wide.page.wait_for_selector(BUILT)

    assert empty
    assert (wide.row_ids(), len(wide.heads()), wide.query()) == (["krabi", "chai-nat"], 4, VIEW)
    assert wide.complaints == []


@in_browser
def test_a_topic_says_of_how_many_of_the_chosen_places_it_is_known(
    wide: Opened, served_library: str, library_site: Path
) -> None:
    cells = data_of(library_site, "th")["cells"]
    known = next(one for one in cells["krabi"] if "a" not in cells["krabi"][one] and one not in cells["chai-nat"])
    none = next(one for one in cells["yala"] if cells["yala"][one].get("a") == "none")
    go(wide, served_library)
    for place in ("krabi", "chai-nat", "yala"):
        wide.page.check(f"input[name=rows][value={place}]")

    def told(topic: str) -> str:
        return str(wide.page.locator(f"input[name=cols][value={topic}] + span [data-known-of]").text_content())

    wide.page.wait_for_function("() => document.querySelector('[data-known-of]').textContent.includes('3')")
    say_known = say("tools.known_of", "th")
    counts = {
        one: sum("a" not in row[one] or row[one]["a"] == "none" for row in rows(cells, one)) for one in (known, none)
    }

    assert {one: told(one) for one in counts} == {one: say_known.format(number, 3) for one, number in counts.items()}
    assert 0 < counts[known] < 3
    wide.page.click("[data-pick-rows] [data-none]")
    assert (told(known), told(none)) == ("", "")


def rows(cells: dict[str, Any], dimension: str) -> list[dict[str, Any]]:
    """The rows of three places that have a cell of this topic."""
    return [cells[place] for place in ("krabi", "chai-nat", "yala") if dimension in cells[place]]


@in_browser
def test_a_case_is_compared_with_provinces(wide: Opened, served_library: str, library_site: Path) -> None:
    facts = json.loads((library_site / "api/v1/facts.json").read_text(encoding="utf-8"))["items"]
    fact = next(one for one in facts if one["case"] and one["text"])
    go(wide, served_library, f"?rows=krabi,{fact['case']}&cols={fact['dimension']}")

    assert wide.row_ids() == ["krabi", fact["case"]]
    assert fact["text"]["th"] in wide.column(1)[1]
    assert wide.page.locator(f"input[name=rows][value={fact['case']}]").is_visible()


@in_browser
def test_all_chooses_the_provinces_and_none_gives_up_everything(wide: Opened, served_library: str) -> None:
    go(wide, served_library, "?rows=krabi-data-centre&cols=founded")
    wide.page.click("[data-pick-rows] [data-all]")
    everything = wide.row_ids()
    wide.page.click("[data-pick-rows] [data-none]")

    assert "krabi-data-centre" in everything and "krabi" in everything and "trat-savings-bank" not in everything
    assert wide.page.locator("input[name=rows]:checked").count() == 0


@in_browser
@pytest.mark.parametrize("language", ["", "en/"])
def test_a_link_shows_the_built_table_again_from_a_server_and_from_a_folder(
    wide: Opened, served_library: str, library_site: Path, language: str
) -> None:
    go(wide, served_library, VIEW, language)
    served = wide.page.inner_text("[data-built]")
    wide.page.goto(f"{library_site.as_uri()}/{language}tables/build/index.html{VIEW}", wait_until="networkidle")
    wide.page.wait_for_selector(BUILT)

    assert (wide.page.inner_text("[data-built]"), wide.complaints) == (served, [])
    assert len(wide.row_ids()) == 2


@in_browser
@pytest.mark.parametrize("language", ["th", "en"])
def test_a_built_cell_reads_as_the_same_cell_of_the_published_table(
    wide: Opened, served_library: str, library_site: Path, language: str
) -> None:
    """Comparison tables of dimensions only, cell by cell."""
    folder = "" if language == "th" else "en/"
    tables = json.loads((library_site / "api/v1/tables.json").read_text(encoding="utf-8"))["items"]
    known = {one["id"] for one in data_of(library_site, language)["dimensions"]}
    compared = 0
    for table in tables:
        columns = [column["id"] for column in table["columns"]]
        rows = [row["id"] for row in table["rows"]]
        if not set(columns) <= known or "krabi" not in rows:
            continue
        wide.page.goto(f"{served_library}/{folder}tables/{table['id']}/?sort=name", wait_until="domcontentloaded")
        order = wide.page.eval_on_selector_all(
            "thead th[data-column]", "heads => heads.map((one) => one.dataset.column)"
        )
        published = {order[at]: wide.column(at + 1) for at in range(len(columns))}
        query = f"?rows={','.join(rows)}&cols={','.join(columns)}&sort=name"
        wide.page.goto(f"{served_library}/{folder}tables/build/{query}", wait_until="domcontentloaded")
        wide.page.wait_for_selector(BUILT)
        order = wide.page.eval_on_selector_all(
            "thead th[data-column]", "heads => heads.map((one) => one.dataset.column)"
        )

        assert {order[at]: wide.column(at + 1) for at in range(len(columns))} == published
        compared += 1

    assert compared == 3


@in_browser
@pytest.mark.parametrize(
    ("place", "dimension", "word"),
    [("yala", "tambon-count", "absent.not-looked-up"), ("satun", "founded", "absent.unknown")],
)
def test_an_empty_cell_says_whether_somebody_looked(
    wide: Opened, served_library: str, place: str, dimension: str, word: str
) -> None:
    go(wide, served_library, f"?rows={place}&cols={dimension}")

    assert wide.column(1) == [say(word, "th")]


@in_browser
def test_markers_lead_to_the_cited_lines(wide: Opened, served_library: str, library_site: Path) -> None:
    go(wide, served_library, VIEW)
    marker = wide.page.locator("[data-built] td .kb-cite").first
    link = str(marker.evaluate("link => link.href"))
    page, anchor = link.removeprefix(f"{served_library}/").split("#")
    tree = tree_of((library_site / page / "index.html").read_bytes().decode("utf-8"))

    assert tree.xpath("//*[@id=$anchor]", anchor=anchor) != []
    assert marker.get_attribute("title") == wide.page.inner_text("[data-built] .kb-citations li:first-child")


def row_names_in(ending: str, text: str) -> list[str]:
    """The headings of the two rows of a file that the browser made."""
    if ending == "csv":
        rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
        return [row[1] for row in rows[1:3]]
    if ending == "json":
        return [row[0] for row in json.loads(text)["rows"]]
    return [head.text_content() for head in tree_of(text).xpath("//tbody//th")]


@in_browser
@pytest.mark.parametrize("ending", ["csv", "json", "html"])
def test_the_built_table_is_a_file_in_the_browser(
    wide: Opened, served_library: str, ending: str, tmp_path: Path
) -> None:
    go(wide, served_library, VIEW)
    with wide.page.expect_download() as coming:
        wide.page.click(f'[data-ending="{ending}"]')
    coming.value.save_as(tmp_path / "file")
    text = (tmp_path / "file").read_text(encoding="utf-8")
    names = wide.row_names()
    found = row_names_in(ending, text)

    assert (found, coming.value.suggested_filename) == (names, f"table.{ending}")
    assert ending != "csv" or text.startswith("\ufeff")


@in_browser
def test_the_built_table_can_be_embedded_as_a_page_of_its_own(wide: Opened, served_library: str) -> None:
    go(wide, served_library, VIEW)
    wide.page.click('[data-tool="embed"]')
    wide.page.wait_for_selector("[data-embed][open]")
    code = wide.page.input_value("[data-embed-code]")
    go(wide, served_library, f"{VIEW}&embed=1")

    assert f"tables/build/{VIEW.replace('&', '&#38;')}&#38;embed=1" in code
    assert [
        wide.page.locator(part).is_visible() for part in (".md-header", ".kb-build", ".kb-tools", ".md-footer")
    ] == [False] * 4
    assert wide.row_ids() == ["krabi", "chai-nat"]
    assert wide.page.locator("[data-embedded-from]").is_visible()


@in_browser
@pytest.mark.parametrize("sandbox", ["", 'sandbox="allow-scripts"'])
def test_a_built_table_in_a_frame_of_another_origin_gets_the_height_of_its_content(
    wide: Opened, served_library: str, tmp_path: Path, sandbox: str
) -> None:
    foreign = (
        f'<!doctype html><title>foreign</title><script src="{served_library}/assets/embed-host.js" async></script>'
        f'<iframe src="{served_library}/tables/build/{VIEW}&amp;embed=1" width="600" height="120" {sandbox}></iframe>'
    )
    (tmp_path / "index.html").write_text(foreign, encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(tmp_path))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        wide.page.goto(f"http://127.0.0.1:{server.server_port}/", wait_until="networkidle")
        server.shutdown()
    frame = wide.page.frames[1]
    frame.wait_for_selector(BUILT)
    frame.locator("table.kb-table > tbody > tr[data-row]").nth(1).wait_for()
    # Faces and cells may still come after the table: both heights are asked until they agree.
    for _ in range(300):
        inside = frame.evaluate("document.body.getBoundingClientRect().height")
        outside = wide.page.evaluate("document.querySelector('iframe').getBoundingClientRect().height")
        if inside > 150 and abs(outside - inside) <= 5:
            break
        wide.page.wait_for_timeout(100)

    assert abs(outside - inside) <= 5
    assert inside > 150
    assert frame.locator("table.kb-table > tbody > tr[data-row]").count() == 2


@in_browser
def test_back_gives_the_ticks_of_before(wide: Opened, served_library: str) -> None:
    go(wide, served_library, VIEW)
    wide.page.uncheck("input[name=rows][value=krabi]")
    without = wide.row_ids()
    wide.page.go_back()

    assert (without, wide.row_ids()) == (["chai-nat"], ["krabi", "chai-nat"])
    assert wide.page.is_checked("input[name=rows][value=krabi]")


@in_browser
def test_the_facts_come_when_a_place_is_ticked_and_are_asked_for_again_where_they_did_not(
    wide: Opened, served_library: str
) -> None:
    asked: list[str] = []
    wide.page.on("request", lambda request: asked.append(request.url) if "/facts-th" in request.url else None)
    wide.page.route("**/assets/facts-th.js", lambda route: route.abort())
    go(wide, served_library)
    before = list(asked)
    wide.page.check("input[name=rows][value=krabi]")
    wide.page.click("[data-pick-cols] summary")
    wide.page.locator("input[name=cols]").first.check()
    wide.page.wait_for_function(
        "words => document.querySelector('[data-built-empty]').textContent === words", arg=say("alike.failed", "th")
    )
    wide.page.unroute("**/assets/facts-th.js")
    wide.page.check("input[name=rows][value=chai-nat]")
    wide.page.wait_for_selector(BUILT)

    assert before == [] and len(asked) > 1
    assert wide.row_ids() == ["krabi", "chai-nat"]
    assert not wide.page.locator("[data-built-empty]").is_visible()


@in_browser
def test_without_scripts_the_builder_leads_to_the_ready_tables(browser: Browser, served_library: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{served_library}/tables/build/")
        page.click("noscript a")

        assert page.url == f"{served_library}/tables/"


@in_browser
@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_what_was_put_together_is_taken_as_a_file(wide: Opened, served_library: str, ending: str) -> None:
    go(wide, served_library, VIEW)
    names, cells = wide.row_names(), wide.column(1)
    with wide.page.expect_download() as download:
        wide.page.click(f'[data-tool="download"][data-ending="{ending}"]')
    content = Path(download.value.path()).read_bytes()
    grid = {"xlsx": readers.from_xlsx, "docx": readers.from_docx}[ending](content, "th")

    assert [row[0] for row in grid[1:]] == names
    assert [row[1] for row in grid[1:]] == cells
    assert wide.complaints == []
