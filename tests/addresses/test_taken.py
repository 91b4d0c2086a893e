"""Everything in a built site stands at an address that is kept free of what people write, or is what they wrote."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from botrian.addresses import Owner, Stamp, Taken, page_address
from botrian.check import check
from botrian.embeds import freeze
from botrian.exports import printed_tables
from botrian.findings import Place
from botrian.kinds import kinds
from botrian.knowledge import Knowledge
from botrian.records import LANGUAGES, Text
from botrian.site.build import Work, build_language
from botrian.site.generate import Kept
from botrian.tables import build_tables
from tests.kinds.whole_tree import whole_tree

STAMP = Stamp("https://example.org/")
SOMEBODY = Owner(Text(th="ใครบางคน", en="somebody"), Place("docs/x.md"))


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """A tree with a record of every kind."""
    found = check(whole_tree(tmp_path_factory.mktemp("whole")), date(2026, 7, 1)).knowledge
    assert found is not None
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of such a tree with everything that a build makes, a frozen table among it."""
    folder = tmp_path_factory.mktemp("built")
    paths = whole_tree(folder / "content")
    found = check(paths, date(2026, 7, 1)).knowledge
    assert found is not None
    tables = [build_tables(found)["two-steps"]]
    printed = {language: printed_tables(tables, found, language, STAMP)[0] for language in LANGUAGES}
    freeze(printed, folder / "frozen", date(2026, 7, 1))
    work = Work(paths, found, STAMP, Kept(None, folder / "frozen"))
    for language in LANGUAGES:
        out = folder / "site" / "en" if language == "en" else folder / "site"
        build_language(work, language, out)
    return folder / "site"


def taken_by(knowledge: Knowledge) -> Taken:
    """The addresses of the build and of these records."""
    taken = Taken()
    for kind in kinds():
        for id_, record in knowledge.of(kind.id).items() if kind.page else ():
            assert taken.take_record(kind, id_, record, Place(f"{kind.id}/{id_}")) is None
    for redirect in knowledge.redirects.values():
        assert taken.take_gone(redirect, Place("data/redirects.yml")) is None
    for gone in knowledge.withdrawals.values():
        assert taken.take_gone(gone, Place("data/withdrawn.yml")) is None
    return taken


@pytest.mark.parametrize("root", ["", "en"])
def test_every_file_of_a_built_site_has_an_owner(root: str, site: Path, knowledge: Knowledge) -> None:
    taken = taken_by(knowledge)
    written = {page_address(page.path) for page in knowledge.pages} | {"guide/map.png"}
    names = [file.relative_to(site / root).as_posix() for file in (site / root).rglob("*") if file.is_file()]
    addresses = {name.removesuffix("index.html") for name in names}

    assert any(one.startswith("embed/frozen/two-steps/") for one in addresses)
    assert sorted(one for one in addresses - written if taken.owner(one) is None) == []


@pytest.mark.parametrize(
    "address",
    [
        *("sources/krabi-book/", "tables/data-systems/", "tables/data-systems.png", "tables/index/", "terms/"),
        *("tables/build/", "guide/rules/", "guide/rules/id-form/", "api/v1/", "en/about/", "en/x.png", "assets/x.png"),
        *("lessons/by-type/practice/", "cases/krabi/", "cases/krabi/index/", "kits/first-data/x.docx", "search/a-z/"),
        *("changes/2026-01-31/", "embed/tables/x/", "feed.xml", "404.html", ""),
    ],
)
def test_nobody_gets_an_address_of_the_build_or_of_a_record(address: str, knowledge: Knowledge) -> None:
    assert taken_by(knowledge).take(address, SOMEBODY) is not None


@pytest.mark.parametrize("address", ["guide/how/", "sources/how-we-chose/", "tables/map.png", "kits/notes/", "about/"])
def test_a_free_address_is_given_once(address: str, knowledge: Knowledge) -> None:
    taken = taken_by(knowledge)

    assert taken.take(address, SOMEBODY) is None
    assert taken.take(address, Owner(Text(th="ก", en="A"))) == SOMEBODY
