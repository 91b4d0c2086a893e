"""A kind of record that is written in one place only is taken up everywhere."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import Any

import pytest

from botrian.search.letters import swapped
from tests.kinds.whole_tree import ROOT

PAGE = "songs/our-river/"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a site with the made-up kind holds; see ``made_up.py``."""
    folder = tmp_path_factory.mktemp("made-up")
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "hooks"), str(ROOT))), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "tests.kinds.made_up", str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads((folder / "made.json").read_text(encoding="utf-8"))
    return found


def test_it_has_a_page_at_its_address_with_what_it_says(made: dict[str, Any]) -> None:
    page = made["pages"][PAGE]

    assert "น้ำใสไหลเย็น" in page
    assert "พ.ศ.\u00a02551" in page
    assert 'href="../../sources/krabi-book/#L60-61"' in page


def test_it_stands_in_an_index_of_its_own(made: dict[str, Any]) -> None:
    assert "เพลงที่เครือข่ายร้อง" in made["pages"]["songs/"]
    assert f'href="../{PAGE}"' in made["pages"]["songs/"]


def test_it_is_an_item_of_the_api(made: dict[str, Any]) -> None:
    (item,) = json.loads(made["files"]["api/v1/songs.json"])["items"]

    assert (item["id"], item["title"]["en"]) == ("our-river", "Our river")
    assert item["url"] == {"th": f"https://example.org/{PAGE}", "en": f"https://example.org/en/{PAGE}"}
    (cited,) = item["citations"]
    assert (cited["source"], cited["lines"]) == ("krabi-book", [60, 61])
    assert "songs" in {one["id"] for one in json.loads(made["files"]["api/v1/index.json"])["items"]}


def test_it_is_found_by_its_name_and_its_texts_and_has_a_weight(made: dict[str, Any]) -> None:
    texts = "".join(text for name, text in made["files"].items() if "/t/" in name)
    about = next(text for text in made["files"].values() if '"kinds":[' in text)
    known = {name: json.loads(re.search(rf'"{name}":(\[[^\]]*\])', about)[1]) for name in ("kinds", "weights")}  # type: ignore[index]

    assert f'["{PAGE}","","{swapped("แม่น้ำของเรา")}"' in texts
    assert swapped("น้ำใสไหลเย็น") in texts
    assert known["weights"][known["kinds"].index("song")] == 1
    assert '"kind-song":"เพลง"' in made["files"]["assets/search.js"]


def test_it_stands_in_the_index_of_titles(made: dict[str, Any]) -> None:
    assert f'href="../../{PAGE}">แม่น้ำของเรา</a>' in made["pages"]["search/a-z/"]


def test_it_is_told_among_the_changes(made: dict[str, Any]) -> None:
    assert "## เพลงของเครือข่าย (เพิ่ม 1)" in made["changes"]
    assert "แม่น้ำของเรา" in made["changes"]


def test_it_is_in_the_sitemap(made: dict[str, Any]) -> None:
    assert f"<loc>https://example.org/{PAGE}</loc>" in made["files"]["sitemap.xml"]
    assert f"<loc>https://example.org/en/{PAGE}</loc>" in made["files"]["sitemap.xml"]


def test_it_is_counted(made: dict[str, Any]) -> None:
    before, after = made["records"]

    assert after == before + 1


def test_it_is_linked_from_texts(made: dict[str, Any]) -> None:
    assert f'<a href="../../{PAGE}">เพลง</a>' in made["link"]


def test_what_it_cites_leads_back_to_it(made: dict[str, Any]) -> None:
    assert f'href="../../{PAGE}">แม่น้ำของเรา</a>' in made["pages"]["sources/krabi-book/"]


def test_its_address_is_kept_free(made: dict[str, Any]) -> None:
    taken = [one for one in made["taken"] if one[0] == "address-taken"]

    assert taken == [["address-taken", "docs/songs/our-river.md", PAGE]]
