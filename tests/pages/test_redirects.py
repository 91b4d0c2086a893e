"""What was published keeps its address: the old page leads on, old files are the heir's, in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import html

from botrian.check import check
from botrian.pages.redirects import redirect_files
from tests.check.trees import TODAY, base_tree, codes

REDIRECTS = """redirects:
  - {old: "lesson:old-lesson", new: "lesson:data-first", since: 2026-06-01 CE}
  - old: "case:krabi/old-centre"
    new: "case:krabi/krabi-data-centre"
    since: 2026-06-01 CE
    why: {th: รวมกัน, en: Joined}
  - {old: "table:old-table", new: "table:TABLE", since: 2026-06-01 CE}
"""
PATH = '  - {old: "path:old-path", new: "path:HEIR", since: 2026-06-01 CE}\n'
SITE = "https://example.org/kb/"


def made(folder: Path) -> tuple[str, dict[str, bytes]]:
    paths = base_tree(folder)
    table = next((folder / "data" / "tables").glob("*.yml")).stem
    (folder / "data" / "redirects.yml").write_text(REDIRECTS.replace("TABLE", table), encoding="utf-8")
    checked = check(paths, TODAY)
    assert codes(checked) == []
    assert checked.knowledge is not None
    files = {
        f"tables/{table}.csv": b"cells",
        f"tables/{table}-two.csv": b"another",
        f"tables/{table}.png": b"card",
        f"tables/{table}.1.png": b"page",
        f"tables/{table}.pictures.html": b"album",
        f"embed/tables/{table}/index.html": b"x",
    }
    return table, dict(redirect_files(checked.knowledge, files, "en", SITE))


def parsed(page: bytes) -> Any:
    """The page as a tree. Any: the stubs of lxml know too many results of a path."""
    return html.document_fromstring(page.decode("utf-8"))


def leads_to(page: bytes) -> str:
    tree = parsed(page)
    (refresh,) = tree.xpath("//meta[@http-equiv='refresh']/@content")
    (link,) = tree.xpath("//a/@href")
    assert str(refresh) == f"0; url={link}"
    return str(link)


def test_the_old_page_leads_to_the_new_one_relative_and_by_a_link(tmp_path: Path) -> None:
    _, files = made(tmp_path)

    assert leads_to(files["lessons/old-lesson/index.html"]) == "../../lessons/data-first/"
    assert leads_to(files["cases/krabi/old-centre/index.html"]) == "../../../cases/krabi/krabi-data-centre/"


def test_the_old_page_names_the_public_address_of_the_new_one_and_why(tmp_path: Path) -> None:
    _, files = made(tmp_path)
    page = parsed(files["cases/krabi/old-centre/index.html"])

    assert page.xpath("//link[@rel='canonical']/@href") == [f"{SITE}en/cases/krabi/krabi-data-centre/"]
    assert page.xpath("//p/text()")[0] == "Joined"


def test_old_files_of_a_table_are_the_heirs_and_no_others(tmp_path: Path) -> None:
    table, files = made(tmp_path)

    assert files["tables/old-table.csv"] == b"cells"
    assert [name for name in files if name.startswith("tables/") and name.endswith(".csv")] == ["tables/old-table.csv"]
    assert leads_to(files["embed/tables/old-table/index.html"]) == f"../../../embed/tables/{table}/"


def test_of_a_table_in_pictures_the_page_leads_on_and_no_picture_is_there_twice(tmp_path: Path) -> None:
    table, files = made(tmp_path)

    assert files["tables/old-table.png"] == b"card"
    assert "tables/old-table.1.png" not in files
    assert leads_to(files["tables/old-table.pictures.html"]) == f"../tables/{table}.pictures.html"


def test_the_page_that_leads_on_runs_nothing_and_asks_nothing(tmp_path: Path) -> None:
    _, files = made(tmp_path)
    page = parsed(files["lessons/old-lesson/index.html"])

    assert page.xpath("//script|//style|//img|//iframe") == []
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]


def test_what_was_published_and_has_a_redirect_is_no_problem(tmp_path: Path) -> None:
    paths = base_tree(tmp_path)
    state = tmp_path / "data" / "changes" / ".state.json"
    state.parent.mkdir(parents=True, exist_ok=True)
    state.write_text('[["lesson","old-lesson","ก","a",{}],["case","old-centre","ก","a",{}]]', encoding="utf-8")

    assert codes(check(paths, TODAY)) == ["published-gone", "published-gone"]

    lines = REDIRECTS.splitlines(keepends=True)
    (tmp_path / "data" / "redirects.yml").write_text("".join(lines[:6]), encoding="utf-8")

    assert codes(check(paths, TODAY)) == []


def test_the_booklet_of_an_old_path_leads_to_that_of_its_heir(tmp_path: Path) -> None:
    paths = base_tree(tmp_path)
    heir = next((tmp_path / "docs" / "paths").glob("[!_i]*.md")).stem
    (tmp_path / "data" / "redirects.yml").write_text("redirects:\n" + PATH.replace("HEIR", heir), encoding="utf-8")
    checked = check(paths, TODAY)
    assert checked.knowledge is not None, checked.problems
    files = redirect_files(checked.knowledge, {}, "th", SITE)

    assert leads_to(files["paths/old-path/booklet/index.html"]) == f"../../../paths/{heir}/booklet/"
