"""Embeds in real Chromium: on a page of another origin, in a sandbox, without scripts, and frozen beside live data."""

from __future__ import annotations

import copy
import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Page, ViewportSize

from botrian.embeds import embeds, freeze
from botrian.exports import exports
from botrian.site.scripts import script_files
from tests.conftest import tidied
from tests.exports import made

pytestmark = pytest.mark.browser

ASSETS = Path(__file__).resolve().parents[2] / "hooks" / "theme" / "assets"
DESKTOP = ViewportSize(width=900, height=700)


class OpenHandler(SimpleHTTPRequestHandler):
    """Serves a folder as GitHub Pages does: to every origin."""

    def end_headers(self) -> None:
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the base class names it so
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(OpenHandler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The embeds of the everyday table, its frozen copy, and its live data, which differ from the copy in 3 cells."""
    root = tmp_path_factory.mktemp("embeds")
    both = {"th": made.printed(made.everyday()), "en": made.printed(made.everyday(), "en")}
    freeze(both, root / "frozen", date(2026, 10, 30))  # type: ignore[arg-type]
    tables = [made.printed(made.everyday()), made.printed(made.sized(30, 3))]
    files = {**dict(exports(tables)), **embeds(tables, "th", frozen=root / "frozen")}
    for path, content in files.items():
        if path.endswith((".html", ".json")):
            (root / "site" / path).parent.mkdir(parents=True, exist_ok=True)
            (root / "site" / path).write_bytes(content)
    shutil.copytree(ASSETS, root / "site" / "assets")
    for name, content in script_files().items():
        (root / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "site" / name).write_bytes(content)
    return root / "site"


@pytest.fixture(scope="module")
def desktop(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=DESKTOP)
    yield context
    context.close()


@pytest.fixture
def page(desktop: BrowserContext) -> Iterator[Page]:
    with tidied(desktop) as context:
        yield context.new_page()


def frozen_address(site: Path) -> str:
    return next(site.glob("embed/frozen/everyday/*/index.html")).parent.relative_to(site).as_posix() + "/"


def host_page(folder: Path, base: str, frames: list[str]) -> None:
    """A foreign page with these frames and our script for heights."""
    body = "".join(
        f'<iframe src="{base}/{address}" {more}></iframe>' for address, _, more in (f.partition(" ") for f in frames)
    )
    page = f'<!doctype html><meta charset="utf-8"><script src="{base}/assets/embed-host.js"></script>{body}'
    folder.mkdir(exist_ok=True)
    (folder / "index.html").write_text(page, encoding="utf-8")


def test_three_embeds_on_a_foreign_page_get_the_height_of_their_content(site: Path, page: Page, tmp_path: Path) -> None:
    with served(site) as base:
        sandbox = 'sandbox="allow-scripts"'
        host_page(
            tmp_path, base, ["embed/tables/everyday/", f"embed/tables/sized-30-3/ {sandbox}", frozen_address(site)]
        )
        with served(tmp_path) as foreign:
            page.goto(foreign, wait_until="networkidle")
            page.wait_for_function("() => [...document.querySelectorAll('iframe')].every((f) => f.style.height)")
            frames = [frame for frame in page.frames if frame != page.main_frame]
            heights = [frame.evaluate("Math.ceil(document.body.getBoundingClientRect().height)") for frame in frames]
            given = page.evaluate("[...document.querySelectorAll('iframe')].map((f) => parseInt(f.style.height, 10))")

    assert len(frames) == 3
    assert heights == given
    assert heights[1] > 900  # thirty rows, far more than the 150 pixels of a frame that nobody told


#: A page of somebody else, such as an advertisement, that speaks as our tables do; and one that asks for too much.
SHOUTS = """<!doctype html><script>
const shout = () => parent.postMessage({type: "botrian-embed-height", table: "x", height: HEIGHT}, "*");
shout(); setInterval(shout, 50); addEventListener("load", shout);
</script>"""


def test_a_frame_of_somebody_else_is_not_obeyed(site: Path, page: Page, tmp_path: Path) -> None:
    """Nor one that shares the beginning of our address, or writes its content itself."""
    (tmp_path / "evil").mkdir()
    (tmp_path / "evil" / "index.html").write_text(SHOUTS.replace("HEIGHT", "20009"), encoding="utf-8")
    with served(tmp_path / "evil") as evil, served(site) as base:
        (tmp_path / "host").mkdir()
        frames = [f'src="{evil}/"', f'src="{evil}/" sandbox="allow-scripts"']
        frames += [f'src="{base}.evil.example/"', f"srcdoc='{SHOUTS.replace('HEIGHT', '20009')}'"]
        inside = "".join(f"<iframe {one}></iframe>" for one in (*frames, f'src="{base}/embed/tables/everyday/"'))
        (tmp_path / "host" / "index.html").write_text(
            f'<!doctype html><meta charset="utf-8"><script src="{base}/assets/embed-host.js"></script>{inside}',
            encoding="utf-8",
        )
        with served(tmp_path / "host") as foreign:
            page.goto(foreign)
            page.wait_for_function("() => [...document.querySelectorAll('iframe')].at(-1).style.height")
            page.wait_for_timeout(300)
            given = page.evaluate("[...document.querySelectorAll('iframe')].map((f) => f.style.height)")

    assert given[:-1] == [""] * len(frames)


@pytest.mark.parametrize(
    ("height", "expected"),
    [("20009", "10000px"), ("1e300", "10000px"), ("Infinity", "10000px"), ("NaN", ""), ("-5", ""), ("'9'", "")],
)
def test_a_page_of_ours_gets_no_more_than_the_cap(
    site: Path, page: Page, tmp_path: Path, height: str, expected: str
) -> None:
    (site / "embed" / "loud").mkdir(exist_ok=True)
    (site / "embed" / "loud" / "index.html").write_text(SHOUTS.replace("HEIGHT", height), encoding="utf-8")
    with served(site) as base:
        host_page(tmp_path, base, ["embed/loud/"])
        with served(tmp_path) as foreign:
            page.goto(foreign, wait_until="networkidle")
            page.wait_for_timeout(200)
            given = page.evaluate("document.querySelector('iframe').style.height")

    assert expected == given


def test_a_sandboxed_frame_without_scripts_shows_the_table_in_its_look(site: Path, page: Page, tmp_path: Path) -> None:
    with served(site) as base:
        host_page(tmp_path, base, ['embed/tables/everyday/ sandbox=""'])
        with served(tmp_path) as foreign:
            page.goto(foreign, wait_until="networkidle")
            frame = page.frames[1]
            edge = frame.eval_on_selector("td", "(cell) => getComputedStyle(cell).borderBottomStyle")
            text = frame.inner_text("table")

    assert "กระบี่" in text
    assert edge == "solid"


def test_a_page_breaks_no_rule_of_its_own_policy(site: Path, page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    with served(site) as base:
        for address in ("embed/tables/everyday/", frozen_address(site)):
            page.goto(f"{base}/{address}", wait_until="networkidle")

    assert [words for words in said if "favicon" not in words and "404" not in words] == []


@pytest.mark.parametrize(
    ("asked", "device", "expected"),
    [
        ("", "light", "rgb(255, 255, 255)"),
        ("", "dark", "rgb(255, 255, 255)"),
        ("?theme=light", "dark", "rgb(255, 255, 255)"),
        ("?theme=dark", "light", "rgb(24, 35, 34)"),
        ("?theme=auto", "dark", "rgb(24, 35, 34)"),
        ("?theme=auto", "light", "rgb(255, 255, 255)"),
        ("?theme=transparent", "dark", "rgba(0, 0, 0, 0)"),
    ],
)
def test_a_table_is_light_unless_the_address_asks_otherwise(
    site: Path, page: Page, asked: str, device: str, expected: str
) -> None:
    page.emulate_media(color_scheme=device)  # type: ignore[arg-type]
    with served(site) as base:
        page.goto(f"{base}/embed/tables/everyday/{asked}")
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")

    assert ground == expected


def test_the_address_chooses_columns(site: Path, page: Page) -> None:
    with served(site) as base:
        page.goto(f"{base}/embed/tables/everyday/?columns=councils,nothing", wait_until="networkidle")
        heads = page.locator("thead th:visible").all_inner_texts()
        cells = page.locator("tr[data-row=krabi] > :visible").count()

    assert heads == ["จังหวัด", "สภาองค์กรชุมชน"]
    assert cells == 2


@pytest.mark.parametrize(
    ("table", "asked", "expected"),
    [
        ("everyday", "?rows=yala,nothing,krabi", ["yala", "krabi"]),
        ("everyday", "?rows=nothing", ["krabi", "trat", "yala"]),
        ("everyday", "?columns=signed&full=1", ["krabi", "yala"]),
        ("everyday", "?full=1", ["krabi", "trat", "yala"]),
        ("sized-30-3", "?rows=r7,r3,r5&first=2", ["r7", "r3"]),
    ],
)
def test_the_address_chooses_rows_their_order_and_those_that_say_something(
    site: Path, page: Page, table: str, asked: str, expected: list[str]
) -> None:
    with served(site) as base:
        page.goto(f"{base}/embed/tables/{table}/{asked}", wait_until="networkidle")
        shown = page.eval_on_selector_all(
            "tr[data-row]", "rows => rows.filter((row) => !row.hidden).map((row) => row.dataset.row)"
        )

    assert shown == expected


GRID = """() => [...document.querySelectorAll("tr")].filter((row) => !row.hidden && !row.classList.contains("group"))
  .map((row) => [...row.children].filter((cell) => !cell.hidden).map((cell) => cell.textContent))"""


@pytest.mark.parametrize("asked", ["", "rows=yala,krabi&columns=signed", "rows=trat&full=1"])
def test_a_turned_embed_has_the_same_cells_the_other_way_round(site: Path, page: Page, asked: str) -> None:
    with served(site) as base:
        page.goto(f"{base}/embed/tables/everyday/?{asked}", wait_until="networkidle")
        upright = page.evaluate(GRID)
        page.goto(f"{base}/embed/tables/everyday/?{asked}&turn=1", wait_until="networkidle")
        turned = page.evaluate(GRID)

    assert turned == [
        ["" if (row, at) == (0, 0) else upright[at][row] for at in range(len(upright))]
        for row in range(len(upright[0]))
    ]
    assert page.locator("thead th[scope=col]").count() == len(upright) - 1
    assert page.locator("tbody th[scope=row]").count() == len(upright[0]) - 1


def test_all_rows_shown_are_still_those_that_the_address_chose(site: Path, page: Page) -> None:
    with served(site) as base:
        page.goto(f"{base}/embed/tables/sized-30-3/?rows=r7,r3,r5&first=2", wait_until="networkidle")
        page.get_by_role("button", name="แสดงทั้งหมด 3 แถว").press("Enter")

    assert page.locator("tr[data-row]:visible").count() == 3


def test_the_address_chooses_the_first_rows_and_a_button_shows_the_others(site: Path, page: Page) -> None:
    with served(site) as base:
        page.goto(f"{base}/embed/tables/sized-30-3/?first=5", wait_until="networkidle")
        before = page.locator("tr[data-row]:visible").count()
        page.get_by_role("button", name="แสดงทั้งหมด 30 แถว").press("Enter")
        after = page.locator("tr[data-row]:visible").count()
        at = page.evaluate("document.activeElement.dataset.row")

    assert (before, after, at) == (5, 30, "r5")
    assert page.get_by_role("button").count() == 0


@pytest.mark.parametrize("first", ["30", "0", "-1", "x", "1e9", ""])
def test_an_address_that_asks_for_no_fewer_rows_gets_all_and_no_button(site: Path, page: Page, first: str) -> None:
    with served(site) as base:
        page.goto(f"{base}/embed/tables/sized-30-3/?first={first}", wait_until="networkidle")

    assert page.locator("tr[data-row]:visible").count() == 30
    assert page.get_by_role("button").count() == 0


def changed_live_data(site: Path) -> str:
    """The live data with three other cells, one new row and one column less."""
    table = json.loads((site / "tables/everyday.json").read_text(encoding="utf-8"))
    table["rows"][0]["cells"][0]["text"] = "พ.ศ. 2545"
    table["rows"][1]["cells"][3]["text"] = "น้ำ <b>"
    table["rows"][2]["cells"][1]["text"] = "7"
    table["rows"].append({**copy.deepcopy(table["rows"][0]), "id": "satun", "name": "สตูล"})
    del table["columns"][2]
    for row in table["rows"]:
        del row["cells"][2]
    return json.dumps(table, ensure_ascii=False)


def frozen_with(site: Path, page: Page, live: str | None) -> Frame:
    """The frozen page with this live data; None: they are gone."""

    def answer(route: object) -> None:
        if live is None:
            route.fulfill(status=404, body="gone")  # type: ignore[attr-defined]
        else:
            route.fulfill(status=200, content_type="application/json", body=live)  # type: ignore[attr-defined]

    page.route("**/tables/everyday.json", answer)
    with served(site) as base:
        page.goto(f"{base}/{frozen_address(site)}")
        page.wait_for_selector("html[data-ready]", state="attached")
    return page.main_frame


def test_a_frozen_copy_tells_in_words_what_has_changed(site: Path, page: Page) -> None:
    frame = frozen_with(site, page, changed_live_data(site))
    told = frame.inner_text(".changes").split("\n")

    assert told[0] == "ข้อมูลเปลี่ยนแล้ว 3 ช่อง"
    assert "กระบี่ · ปีที่เริ่ม: เดิม “พ.ศ. 2543” ตอนนี้ “พ.ศ. 2545”" in told
    assert "ตราด · เรื่องที่ทำ: เดิม “ไม่มี” ตอนนี้ “น้ำ <b>”" in told
    assert "แถวใหม่: สตูล" in told
    assert "คอลัมน์ที่ไม่มีแล้ว: วันลงนาม" in told
    assert frame.locator("td.changed").count() == 3
    assert frame.inner_text("tr[data-row=krabi] td >> nth=0") == "พ.ศ. 2543"


def test_a_frozen_copy_tells_that_its_sentence_reads_otherwise_now(site: Path, page: Page) -> None:
    table = json.loads((site / "tables/everyday.json").read_text(encoding="utf-8"))
    was, table["answer"] = table["answer"], "คำตอบใหม่"
    frame = frozen_with(site, page, json.dumps(table, ensure_ascii=False))

    assert frame.inner_text(".changes").strip() == f"เดิม “{was}” ตอนนี้ “คำตอบใหม่”"
    assert "ยังเหมือนสำเนานี้" not in frame.inner_text(".frozen")


def test_a_frozen_copy_of_unchanged_data_says_so(site: Path, page: Page) -> None:
    frame = frozen_with(site, page, (site / "tables/everyday.json").read_text(encoding="utf-8"))

    assert "ยังเหมือนสำเนานี้" in frame.inner_text(".frozen")
    assert frame.inner_text(".changes") == ""


@pytest.mark.parametrize("live", [None, "not json", "{}"])
def test_a_frozen_copy_stays_whole_when_the_live_data_are_gone_or_broken(
    site: Path, page: Page, live: str | None
) -> None:
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    frame = frozen_with(site, page, live)

    assert frame.locator("tr[data-row]").count() == 3
    assert frame.inner_text(".changes") == ""
    assert failures == []


def test_on_a_phone_each_row_is_a_card_with_the_column_names(site: Path, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    with served(site) as base:
        page.goto(f"{base}/embed/tables/everyday/")
        wide = page.evaluate("document.documentElement.scrollWidth")
        label = page.eval_on_selector("td", "(cell) => getComputedStyle(cell, '::before').content")

    assert wide <= 360
    assert label == '"ปีที่เริ่ม"'
