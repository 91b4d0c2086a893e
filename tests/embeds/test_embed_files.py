"""The pages for iframes as files: light, without inline script; frozen ones with the same bytes for good."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html

from botrian.check.frozen import canonical, digest_of
from botrian.embeds import FrozenDamaged, embed_files, embeds, freeze, freeze_all, frozen_copies, frozen_embeds
from botrian.exports import FORMATS, PrintedTable, exports
from botrian.kept import Store
from botrian.records import LANGUAGES, Language
from botrian.site.scripts import script_files
from botrian.words import words
from tests.exports import made, readers

GOLDEN = Path(__file__).parent / "golden"
DAY = date(2026, 10, 30)
ASSETS = Path(__file__).resolve().parents[2] / "hooks" / "theme" / "assets"


def _everything(tables: Sequence[PrintedTable], cache: Path) -> Mapping[str, bytes]:
    return {**dict(exports(tables, store=Store(cache))), **embeds(tables, "th", store=Store(cache))}


def live_page() -> Any:
    return readers.page_of(embed_files(made.printed(made.everyday()))["embed/tables/everyday/index.html"])


def test_twenty_rows_weigh_less_than_thirty_kilobytes_with_style_and_script() -> None:
    page = next(iter(embed_files(made.printed(made.sized(20, 8))).values()))
    whole = page + (ASSETS / "embed.css").read_bytes() + script_files()["assets/embed.js"]

    assert len(gzip.compress(whole)) < 30_000


def test_a_page_has_no_inline_script_or_style_and_asks_no_other_host() -> None:
    page = live_page()

    assert [script.text for script in page.iter("script") if script.text] == []
    assert list(page.iter("style")) == []
    assert [element for element in page.iter() if "style" in element.attrib] == []
    fetched = [*page.xpath("//script/@src"), *page.xpath("//link[not(@rel='canonical' or @rel='alternate')]/@href")]
    assert fetched == ["../../../assets/embed.js", "../../../assets/embed.css"]
    policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert "unsafe" not in policy and "default-src 'none'" in policy


def test_a_page_leads_to_the_table_and_its_sources() -> None:
    page = live_page()

    assert "https://example.org/kb/tables/everyday/" in page.xpath("//footer//a/@href")
    assert "หนังสือ (2567), น. 5" in page.text_content()


def test_cells_of_a_page_are_those_of_the_table() -> None:
    table = made.printed(made.nasty())
    page = readers.page_of(next(iter(embed_files(table).values())))
    for line_end in page.iter("br"):
        line_end.tail = "\n" + (line_end.tail or "")
    cells = [[cell.text_content() for cell in row.iter("td")] for row in page.xpath("//tr[@data-row]")]

    assert [[cell.text for cell in row.cells] for row in table.rows] == cells


def test_a_long_table_shows_two_hundred_rows_and_says_where_the_rest_is() -> None:
    page = next(iter(embed_files(made.printed(made.sized(300, 2))).values())).decode("utf-8")

    assert page.count("data-row=") == 200
    assert "200 จาก 300 แถว" in page


def test_a_frozen_page_keeps_its_bytes() -> None:
    """Golden: the file was frozen once; neither later code nor later words may change its page."""
    made_now = dict(frozen_embeds(GOLDEN / "frozen", "th"))
    made_now |= {f"en/{path}": page for path, page in frozen_embeds(GOLDEN / "frozen", "en").items()}
    pages = GOLDEN / "pages"
    expected = {path.relative_to(pages).as_posix(): path.read_bytes() for path in pages.glob("**/*.html")}

    assert len(expected) == 2
    assert expected == made_now


def test_a_frozen_page_does_not_read_the_words_of_today(monkeypatch: pytest.MonkeyPatch) -> None:
    before = frozen_embeds(GOLDEN / "frozen", "th")
    monkeypatch.setattr("botrian.embeds.frozen.say", lambda name, language: "changed")
    words.cache_clear()

    assert before == frozen_embeds(GOLDEN / "frozen", "th")


def test_freezing_the_same_table_twice_gives_one_file(tmp_path: Path) -> None:
    tables = {language: made.printed(made.everyday(), language) for language in LANGUAGES}
    first = freeze(tables, tmp_path, DAY)

    assert first == freeze(tables, tmp_path, DAY)
    assert re.fullmatch(r"everyday/[0-9a-f]{12}\.json", first.relative_to(tmp_path).as_posix())
    assert first.read_bytes() == first.read_text(encoding="utf-8").encode("utf-8")


def test_a_copy_carries_its_whole_digest_and_stands_once_in_the_log(tmp_path: Path) -> None:
    tables = {language: made.printed(made.everyday(), language) for language in LANGUAGES}
    path = freeze(tables, tmp_path, DAY)
    freeze(tables, tmp_path, DAY)
    digest = json.loads(path.read_text(encoding="utf-8"))["sha256"]
    log = yaml.safe_load((tmp_path / "log.yml").read_text(encoding="utf-8"))

    edition = tables["th"].provenance.version.partition(" ")[0]
    assert re.fullmatch("[0-9a-f]{10}", edition)
    assert digest[:12] == path.stem
    assert log == {"copies": [{"table": "everyday", "date": "2026-10-30 CE", "edition": edition, "sha256": digest}]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_of_an_attribute_never_comes_from_a_copy(tmp_path: Path, language: Language) -> None:
    """Also where checking was passed by: a forged copy with a right digest is refused in both languages."""
    tables = {one: made.printed(made.everyday(), one) for one in LANGUAGES}
    path = freeze(tables, tmp_path, DAY)
    content = json.loads(path.read_text(encoding="utf-8"))
    content["th"]["words"]["x onload=alert(1) y"] = "z"
    content["sha256"] = digest_of(content)
    forged = path.with_name(f"{content['sha256'][:12]}.json")
    forged.write_text(canonical(content), encoding="utf-8", newline="\n")

    with pytest.raises(FrozenDamaged) as caught:
        frozen_embeds(tmp_path, language)
    assert "สำเนาคงที่" in str(caught.value)
    assert "frozen copy" in str(caught.value)


def test_a_frozen_file_that_was_edited_is_refused_by_name(tmp_path: Path) -> None:
    path = freeze({"th": made.printed(made.everyday())}, tmp_path, DAY)
    path.write_text(path.read_text(encoding="utf-8").replace("กระบี่", "ตรัง"), encoding="utf-8")

    with pytest.raises(FrozenDamaged) as caught:
        frozen_embeds(tmp_path, "th")
    assert caught.value.path == path


def test_a_frozen_file_of_another_table_is_refused(tmp_path: Path) -> None:
    path = freeze({"th": made.printed(made.everyday())}, tmp_path, DAY)
    moved = tmp_path / "other" / path.name
    moved.parent.mkdir()
    path.rename(moved)

    with pytest.raises(FrozenDamaged):
        frozen_embeds(tmp_path, "th")


def test_a_pasted_link_finds_the_table_to_show() -> None:
    """oEmbed: the page names the file, the file holds the frame, and the frame's address is the page of the embed."""
    table = made.printed(made.everyday())
    files = embeds([table], "th")
    links = readers.page_of(files["embed/tables/everyday/index.html"]).xpath("//link[@rel='alternate']")
    told = json.loads(files[links[0].get("href").removeprefix("https://example.org/kb/")])
    frame = html.fragment_fromstring(told["html"])

    assert [link.get("type") for link in links] == ["application/json+oembed"]
    assert (told["version"], told["type"], told["title"]) == ("1.0", "rich", table.title)
    assert frame.get("src") == "https://example.org/kb/embed/tables/everyday/?first=5"
    assert frame.get("title") == table.title
    assert told["thumbnail_url"] == "https://example.org/kb/tables/everyday.thumb.webp"
    assert (frame.get("width"), frame.get("height")) == (str(told["width"]), str(told["height"]))


def test_a_publication_freezes_what_has_changed_and_nothing_else(tmp_path: Path) -> None:
    both = [{"th": made.printed(one), "en": made.printed(one, "en")} for one in (made.everyday(), made.grouped())]
    first = freeze_all(both, tmp_path, DAY)  # type: ignore[arg-type]
    again = freeze_all(both, tmp_path, DAY)  # type: ignore[arg-type]
    other = replace(made.grouped(), title=made.both("ชื่อใหม่", "A new title"))
    both[1] = {"th": made.printed(other), "en": made.printed(other, "en")}
    later = freeze_all(both, tmp_path, DAY)  # type: ignore[arg-type]

    assert [path.parent.name for path in first.paths] == ["everyday", "grouped"]
    assert (again.paths, again.bytes) == ((), first.bytes)
    assert [path.parent.name for path in later.paths] == ["grouped"]
    assert later.bytes == sum(path.stat().st_size for path in tmp_path.glob("*/*.json")) > first.bytes
    kept = frozen_copies(tmp_path)
    assert [one.hash for one in kept["grouped"]] == [first.paths[1].stem, later.paths[0].stem]
    assert [one.day for one in kept["everyday"]] == ["2026-10-30 CE"]


def test_copies_that_would_weigh_too_much_are_not_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    both = [{"th": made.printed(made.everyday())}, {"th": made.printed(made.grouped())}]
    monkeypatch.setattr("botrian.embeds.frozen.MOST_BYTES", 5_000)
    done = freeze_all(both, tmp_path, DAY)  # type: ignore[arg-type]

    assert (done.paths, done.left_out, done.bytes) == ((), 2, 0)
    assert done.more > 5_000
    assert list(tmp_path.iterdir()) == []


def test_exports_hold_every_format_and_embed_of_every_table(tmp_path: Path) -> None:
    tables = {"everyday": made.printed(made.everyday()), "grouped": made.printed(made.grouped())}
    freeze({"th": made.printed(made.everyday())}, tmp_path / "frozen", DAY)
    files = {**dict(exports(tables.values())), **embeds(tables.values(), "th", frozen=tmp_path / "frozen")}
    endings = (*FORMATS, "thumb.webp", "csv-metadata.json", "js")
    expected = {f"tables/{id_}.{ending}" for id_ in tables for ending in endings}
    expected |= {f"embed/tables/{id_}/{name}" for id_ in tables for name in ("index.html", "oembed.json")}
    expected |= {"tables/table.schema.json"}
    pictures = {path for path in files if re.fullmatch(r"tables/(everyday|grouped)\.([1-9]\.png|pictures\.html)", path)}
    assert {f"tables/{id_}.{ending}" for id_ in tables for ending in ("1.png", "pictures.html")} <= pictures
    expected |= pictures

    assert expected < set(files)
    assert [path for path in files if path.startswith("embed/frozen/everyday/")] == list(set(files) - expected)


def test_what_was_made_before_is_taken_from_the_cache_and_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = [made.printed(made.everyday())]
    first = _everything(tables, tmp_path)
    monkeypatch.setattr("botrian.exports.site_files_of", lambda table: pytest.fail("made again"))

    assert first == _everything(tables, tmp_path)


def test_another_content_is_made_again(tmp_path: Path) -> None:
    one = made.everyday()
    _everything([made.printed(one)], tmp_path)
    kept = {path for path in tmp_path.rglob("*") if path.is_file()}
    changed = replace(one, title=made.both("ชื่อใหม่", "New"))
    files = _everything([made.printed(changed)], tmp_path)

    assert "ชื่อใหม่" in json.loads(files["tables/everyday.json"])["title"]
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 2 * len(kept)


def test_a_damaged_file_of_the_cache_is_made_again(tmp_path: Path) -> None:
    tables = [made.printed(made.everyday())]
    first = _everything(tables, tmp_path)
    for path in filter(Path.is_file, tmp_path.rglob("*")):
        path.write_bytes(path.read_bytes()[:100])

    assert first == _everything(tables, tmp_path)
