"""The preview holds the pages that changed and no others, and its links lead somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from PIL import Image

from botrian.commands.browser import installed_browser
from botrian.commands.line import main as kb
from botrian.commands.page_pictures import pictures
from tests.review.proposal import GOOD, simulated
from tests.review.test_comment import TODAY


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("preview")
    made = simulated(folder, GOOD[2])
    assert kb(["review", str(made.before), str(made.after), "--pages", "--out", str(folder / "out")], TODAY) == 0
    return folder / "out" / "pages"


def test_only_what_changed_is_there_in_both_languages(pages: Path) -> None:
    found = {file.parent.relative_to(pages).as_posix() for file in pages.rglob("index.html")}

    assert found == {"provinces/krabi", "tables/numbers", "en/provinces/krabi", "en/tables/numbers"}


def test_links_lead_to_a_page_that_is_here_or_to_the_public_site(pages: Path) -> None:
    file = pages / "provinces/krabi/index.html"
    here: list[Path] = []
    out: list[str] = []
    for target in [str(a.get("href")) for a in html.document_fromstring(file.read_bytes()).iter("a") if a.get("href")]:
        if target.startswith("https://"):
            out.append(target)
        elif not target.startswith("#"):
            here.append((file.parent / target.partition("#")[0]).resolve())

    assert [one for one in here if not (one.is_file() or (one / "index.html").is_file())] == []
    assert (pages / "tables/numbers").resolve() in here
    assert [one for one in out if "/provinces/" in one]
    assert [one for one in out if ".." in one] == []


@pytest.mark.browser
def test_each_page_is_taken_as_a_phone_and_a_desk_show_it(pages: Path, tmp_path: Path) -> None:
    if installed_browser() is None:
        pytest.skip("no browser is installed; the workflow's machine has one")
    only = tmp_path / "pages"
    (only / "provinces").mkdir(parents=True)
    (pages / "provinces/krabi").rename(only / "provinces/krabi")
    taken = pictures(only, tmp_path / "pictures")
    (only / "provinces/krabi").rename(pages / "provinces/krabi")

    sizes = {file.name: Image.open(file).size for file in sorted((tmp_path / "pictures").iterdir())}
    assert taken == 2
    assert {name: width for name, (width, _) in sizes.items()} == {
        "provinces-krabi.desk.webp": 1280,
        "provinces-krabi.phone.webp": 412,
    }
