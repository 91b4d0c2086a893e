"""What a table's page and the gallery tell programs is true: files are there, licence and sources are told."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from botrian.site.settings import site_url
from tests.kinds.whole_tree import ROOT


def linked(page: Path) -> Any:
    (text,) = html.parse(str(page)).xpath("//script[@type='application/ld+json']/text()")
    return json.loads(text)[0]


def catalogue(site: Path, language: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = linked(site / language / "tables/index.html")
    return found


def page_of(dataset: Mapping[str, Any]) -> str:
    """The address of the page that tells a data set in full."""
    return str(dataset["@id"]).removesuffix("#dataset")


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_gallery_is_a_catalogue_of_every_table(library_site: Path, language: str) -> None:
    told, base = catalogue(library_site, language), f"{site_url(ROOT)}{language}"
    pages = {f"{base}tables/{page.parent.name}/" for page in (library_site / language / "tables").glob("*/index.html")}

    assert told["@type"] == "DataCatalog"
    assert {page_of(one) for one in told["dataset"]} == pages - {f"{base}tables/build/"}


@pytest.mark.parametrize("language", ["", "en/"])
def test_a_table_names_files_that_are_there_and_all_that_a_search_engine_asks(
    library_site: Path, language: str
) -> None:
    base = site_url(ROOT)
    for one in catalogue(library_site, language)["dataset"]:
        told = linked(library_site / page_of(one).removeprefix(base) / "index.html")
        files = [file["contentUrl"].removeprefix(base) for file in told["distribution"]]

        assert told["@id"] == one["@id"]
        assert [file for file in files if not (library_site / file).is_file()] == []
        assert {Path(file).suffix for file in files} == {".csv", ".json", ".xlsx"}
        assert told["license"].startswith("https://creativecommons.org/licenses/")
        assert told["version"] in (library_site / language / f"tables/{told['identifier']}.json").read_text(
            encoding="utf-8"
        )
        assert told["dateModified"] == "2026-06-01"
        assert told["keywords"] and all(variable["name"] for variable in told["variableMeasured"])
        sources = json.loads(
            (library_site / language / f"tables/{told['identifier']}.json").read_text(encoding="utf-8")
        )
        assert len(told["isBasedOn"]) == len(sources["sources"])


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_link_of_a_table_leads_to_the_table_to_show(library_site: Path, language: str) -> None:
    """oEmbed: who pastes the address of the page finds the frame."""
    base = site_url(ROOT)
    for one in catalogue(library_site, language)["dataset"]:
        page = html.parse(str(library_site / page_of(one).removeprefix(base) / "index.html"))
        (found,) = page.xpath("//head/link[@type='application/json+oembed']/@href")
        told = json.loads((library_site / found.removeprefix(base)).read_text(encoding="utf-8"))
        frame = html.fragment_fromstring(told["html"]).get("src").partition("?")[0]

        assert told["author_url"] == page_of(one)
        assert (library_site / frame.removeprefix(base) / "index.html").is_file()
        assert (library_site / told["thumbnail_url"].removeprefix(base)).is_file()
