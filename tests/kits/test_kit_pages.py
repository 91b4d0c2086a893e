"""The pages of the training kits, and the command that writes one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from botrian.commands.line import main
from botrian.kits import kit_contents, kit_index, kit_page, kits, own_kit_page
from botrian.kits.facilitator import facilitator
from botrian.kits.labels import duration
from botrian.knowledge import Knowledge
from botrian.pages import Frame, StagedPage
from botrian.pages.glossary import glossary
from botrian.records import LANGUAGES, Language
from botrian.tables import Table
from tests.kits.conftest import STAMP
from tests.kits.test_kit_files import FILE_NAMES, _paragraphs, _shown, _slides, _word
from tests.library import TODAY, library_tree


@pytest.fixture(params=LANGUAGES)
def frame(request: pytest.FixtureRequest, knowledge: Knowledge, tables: Mapping[str, Table]) -> Frame:
    language: Language = request.param
    return Frame(knowledge, tables, language, glossary(knowledge, language), STAMP)


def kit_pages(frame: Frame) -> list[StagedPage]:
    """``/kits/``, ``/kits/<id>/`` and ``/kits/build/``."""
    return [kit_index(frame), *(kit_page(id_, frame) for id_ in frame.knowledge.kits), own_kit_page(frame)]


def test_there_is_an_index_a_page_for_each_kit_and_one_for_kits_of_ones_own(frame: Frame) -> None:
    addresses = [page.address for page in kit_pages(frame)]

    assert addresses == ["kits/", *(f"kits/{id_}/" for id_ in frame.knowledge.kits), "kits/build/"]


def test_list_page_slides_and_facilitator_tell_one_length_with_the_break(frame: Frame) -> None:
    pages = {page.address: page.content.replace("\xa0", " ") for page in kit_pages(frame)}

    for id_, kit in frame.knowledge.kits.items():
        contents = kit_contents(kit, frame.knowledge, frame.tables, frame.language, STAMP)
        last = contents.agenda()[-1]
        length = duration(last.start + last.minutes, frame.language)
        assert last.start + last.minutes > sum(part.minutes for part in kit.parts)
        assert length in pages["kits/"]
        assert length in pages[f"kits/{id_}/"]
        assert length in _shown(_slides(contents).slides[0])
        assert f"({length})" in _paragraphs(_word(facilitator, contents))


def test_each_kits_page_offers_exactly_the_files_that_the_build_makes(frame: Frame) -> None:
    files = kits(frame.knowledge, frame.tables, frame.language, STAMP)
    pages = {page.address: page.content for page in kit_pages(frame)}

    for path in files:
        folder = path.rpartition("/")[0]
        assert f'href="../../{path}"' in pages[f"{folder}/"]
    assert sum(content.count(" download>") for content in pages.values()) == len(files)


def test_each_kits_page_leads_to_its_lessons_and_tables(frame: Frame) -> None:
    pages = {page.address: page.content for page in kit_pages(frame)}

    for kit in frame.knowledge.kits.values():
        content = pages[f"kits/{kit.id}/"]
        assert all(f'href="../../lessons/{id_}/"' in content for id_ in kit.lessons)
        assert all(f'href="../../tables/{id_}/"' in content for id_ in kit.tables)


def test_an_unknown_kit_is_named_with_the_one_that_was_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = library_tree(tmp_path / "library")
    words = ["--data", str(paths.data), "--docs", str(paths.docs), "kit", "first-dat", "--out", str(tmp_path / "out")]

    assert main(words, TODAY) == 2
    assert "first-data" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_kit_is_written_whole_into_a_folder(tmp_path: Path) -> None:
    paths = library_tree(tmp_path / "library")
    words = ["--data", str(paths.data), "--docs", str(paths.docs), "kit", "first-data", "--out", str(tmp_path / "out")]

    assert main(words, TODAY) == 0
    names = sorted(file.name for file in (tmp_path / "out").rglob("*") if file.is_file())
    assert names == [f"first-data-{name}" for name in FILE_NAMES]


@pytest.mark.parametrize("words", ["25:00", "nine", "9:5", "09:00:00"])
def test_a_start_that_is_no_time_of_day_is_told_with_an_example(
    words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = library_tree(tmp_path / "library")
    line = ["--data", str(paths.data), "--docs", str(paths.docs), "kit", "first-data", "--start", words]

    assert main([*line, "--out", str(tmp_path / "out")], TODAY) == 2
    assert f"“{words}”" in (told := capsys.readouterr().err)
    assert "13:00" in told
