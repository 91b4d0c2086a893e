"""What kinds say of themselves agrees with itself, with the menu, and with who makes their pages."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from botrian.addresses import Stamp
from botrian.check import check
from botrian.kinds import Kind, kinds
from botrian.knowledge.store import STORED
from botrian.pages import Frame, frame_of
from botrian.pages.makers import INDEXES, MADE_ELSEWHERE, PAGES
from botrian.pages.stage import told_at
from botrian.read import kind_of
from botrian.records import LANGUAGES
from botrian.search.record_documents import MAKERS, PARTED
from botrian.site.generate import generate
from botrian.tables import build_tables
from tests.kinds.made_up import TODAY
from tests.kinds.whole_tree import ROOT, whole_tree

NAMES = tuple(kind.id for kind in kinds())
LISTED = [kind for kind in kinds() if kind.index]


@pytest.fixture(scope="module")
def frame(tmp_path_factory: pytest.TempPathFactory) -> Frame:
    """The frame of a tree with a record of every kind."""
    knowledge = check(whole_tree(tmp_path_factory.mktemp("whole")), TODAY).knowledge
    assert knowledge is not None
    return frame_of(knowledge, build_tables(knowledge), "th", Stamp("https://example.org/"))


def name_of(kind: Kind) -> str:
    return kind.id


def test_no_two_kinds_share_a_name_a_collection_or_a_place_among_changes() -> None:
    for names in (NAMES, [kind.collection for kind in kinds()], [kind.told for kind in kinds() if kind.told]):
        assert [name for name, times in Counter(names).items() if times > 1] == []


@pytest.mark.parametrize("kind", kinds(), ids=name_of)
def test_the_file_that_people_are_told_of_is_one_of_the_kind(kind: Kind) -> None:
    found = kind_of(re.sub(r"<[a-z]+>", "x", kind.files.example))

    assert found is not None
    assert kind.id == found[0].kind or kind.id in [item for _, item, _ in found[0].lists]


@pytest.mark.parametrize("kind", kinds(), ids=name_of)
def test_the_whole_tree_has_a_record_of_every_kind_and_each_has_a_name(kind: Kind, frame: Frame) -> None:
    records = frame.knowledge.of(kind.id)

    assert records
    assert all(kind.name_of(id_, frame.knowledge).th for id_ in records)
    assert kind.field in STORED


def test_every_page_and_index_of_a_kind_is_made(frame: Frame) -> None:
    made = {page.address for page in generate(frame.knowledge, "th", frame.stamp).pages}
    pages = {
        kind.address_of(id_, frame.knowledge) for kind in kinds() if kind.page for id_ in frame.knowledge.of(kind.id)
    }
    indexes = {kind.index.address for kind in kinds() if kind.index}

    assert (pages | indexes) - made == set()


def test_makers_are_of_kinds_that_there_are(frame: Frame) -> None:
    named = {*PAGES, *INDEXES, *MADE_ELSEWHERE, *MAKERS, *PARTED}

    assert named - set(NAMES) == set()
    assert {*MAKERS, *PARTED} == {kind.id for kind in kinds() if kind.search}


@pytest.mark.parametrize("settings", ["mkdocs.yml", "mkdocs.en.yml"])
@pytest.mark.parametrize("kind", LISTED, ids=name_of)
def test_the_menu_leads_to_every_index(kind: Kind, settings: str) -> None:
    nav = yaml.safe_load((ROOT / settings).read_text(encoding="utf-8"))["nav"]
    assert kind.index is not None

    assert f"{kind.index.address}index.md" in _files_in(nav)


def _files_in(nav: object) -> list[str]:
    if isinstance(nav, str):
        return [nav]
    inner = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ()
    return [file for one in inner for file in _files_in(one)]


def test_what_people_write_about_a_list_stands_above_it(frame: Frame) -> None:
    knowledge = frame.knowledge
    for language in LANGUAGES:
        pages = [page for page in generate(knowledge, language, frame.stamp).pages if page.address == "lessons/"]
        assert len(pages) == 1

        content = re.sub(r'<span lang="th">(.*?)</span>', r"\1", pages[0].content)
        assert 'href="../kits/first-data/">ชุดอบรม</a>' in content
        assert content.index("อ่านบทเรียนทีละข้อ") < content.index('href="../lessons/data-first/"')
        assert ("kb-note" in content) == (language == "en")


@pytest.mark.parametrize(
    ("kind", "shown_at"),
    [
        ("lesson", {"lessons/data-first/"}),
        ("term", {"terms/"}),
        ("event", {"timeline/", "provinces/krabi/", "cases/krabi/krabi-data-centre/"}),
        ("fact", {"provinces/krabi/", "cases/krabi/krabi-data-centre/"}),
    ],
)
def test_a_record_is_told_of_on_its_page_or_on_those_of_what_it_is_about(
    kind: str, shown_at: set[str], frame: Frame
) -> None:
    library = frame.knowledge
    one = next(kind_ for kind_ in kinds() if kind_.id == kind)
    found = {page for id_, record in library.of(kind).items() for page in told_at(one, id_, record, library)}

    assert found <= shown_at
    assert found >= shown_at - {"cases/krabi/krabi-data-centre/"}


def test_the_docs_say_how_a_kind_is_added() -> None:
    assert "**add a kind of record.**" in Path(ROOT / "hooks" / "README.md").read_text(encoding="utf-8")
