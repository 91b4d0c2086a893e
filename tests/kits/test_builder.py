"""The kit that people put together: its data are those of the built kits, and its words are all there and all used."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping

import pytest

from botrian.browser import MODULES
from botrian.exports import printed_tables
from botrian.kits import builder_files, kit_contents
from botrian.kits.builder import FRAME_PARTS, MOST_PARTS, USUAL, parts_of
from botrian.kits.builder_data import kit_words
from botrian.kits.facilitator import expectations, questions_of
from botrian.kits.guide import STEPS
from botrian.kits.handout import voice_lines
from botrian.kits.labels import label
from botrian.kits.timing import FORMS, HALF_DAY, agenda, placed, stretched
from botrian.knowledge import Knowledge
from botrian.pages.makers import KIT_PARTS
from botrian.pages.templates import environment
from botrian.records import LANGUAGES, Language
from botrian.tables import Table
from botrian.words import word
from tests.kits.conftest import STAMP
from tests.kits.write_vectors import AGENDA, KIT, agenda_vectors, as_text, handed_over, kit_vectors

#: A label that a module asks for by its whole name.
_ASKED = re.compile(r'\bsay\((?:this\.)?(?:kit\.)?words, "([a-z_]+)"')


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def files(knowledge: Knowledge, tables: Mapping[str, Table], language: Language) -> dict[str, bytes]:
    printed = printed_tables(tables.values(), knowledge, language, STAMP)
    return builder_files(knowledge, tables, printed, language, STAMP)


def modules() -> str:
    """All code of the page."""
    return "\n".join(one.read_text(encoding="utf-8") for one in MODULES.joinpath("kits").iterdir())


@pytest.mark.parametrize("name", ["agenda.json", "kit.json"])
def test_the_vectors_are_what_python_says(name: str, knowledge: Knowledge) -> None:
    """Where this fails the rule, a word or the library changed: ``python -m tests.kits.write_vectors``."""
    made = agenda_vectors() if name == AGENDA.name else kit_vectors(knowledge)

    assert (AGENDA if name == AGENDA.name else KIT).read_text(encoding="utf-8") == as_text(made)


def test_every_lesson_table_and_path_has_a_file_and_a_name(
    files: dict[str, bytes], knowledge: Knowledge, tables: Mapping[str, Table], language: Language
) -> None:
    records = {"lesson": knowledge.lessons, "table": tables, "path": knowledge.paths}
    wanted = {f"assets/kit-{language}/{kind}-{id_}.js" for kind, ids in records.items() for id_ in ids}
    names = handed_over(files[f"assets/kit-{language}/names.js"])

    assert {*files} == {*wanted, f"assets/kit-{language}/names.js", f"assets/kit-{language}/words.js"}
    assert {kind: {id_ for id_, _ in named} for kind, named in names.items()} == {
        kind: set(ids) for kind, ids in records.items()
    }


def test_a_lesson_says_what_it_says_in_built_kits(
    files: dict[str, bytes], knowledge: Knowledge, tables: Mapping[str, Table], language: Language
) -> None:
    for kit in knowledge.kits.values():
        for lesson in kit_contents(kit, knowledge, tables, language, STAMP).lessons:
            found = handed_over(files[f"assets/kit-{language}/lesson-{lesson.id}.js"])

            assert [found[name] for name in ("title", "when", "do", "because")] == [
                lesson.title,
                lesson.when,
                lesson.do,
                lesson.because,
            ]
            assert found["questions"] == [*questions_of(lesson, language)]
            assert found["expect"] == [*expectations(lesson, language)]
            assert found["voices"] == [[*line] for line in voice_lines(lesson, language)]


def test_a_table_to_fill_in_has_an_empty_row_or_column_of_ours(
    files: dict[str, bytes], tables: Mapping[str, Table], language: Language
) -> None:
    found = {id_: handed_over(files[f"assets/kit-{language}/table-{id_}.js"]) for id_ in tables}
    sheets = [one["ours"] for one in found.values() if "ours" in one]
    ours = label("our_area", language)

    assert sheets
    for sheet in sheets:
        assert {len(row) for row in sheet["rows"]} == {len(sheet["head"])}
        row, column = sheet["rows"][-1], [row[-1] for row in sheet["rows"]]
        assert (row[0] == ours and not any(row[1:])) or (sheet["head"][-1] == ours and not any(column))


def test_a_record_is_light_enough_for_a_slow_line(files: dict[str, bytes]) -> None:
    weights = {path: len(gzip.compress(data)) for path, data in files.items()}

    assert max(weight for path, weight in weights.items() if "words" not in path) < 3_000
    assert max(weights.values()) < 10_000


def test_every_ready_kit_can_be_begun_with(knowledge: Knowledge) -> None:
    for kit in knowledge.kits.values():
        parts = parts_of(kit)

        assert len(parts) == len(set(parts)) <= MOST_PARTS
        assert [part for part in parts if ":" not in part] == ["open", "make", "close"]
        assert {f"lesson:{id_}" for id_ in kit.lessons} <= set(parts)


def test_every_kind_of_part_has_minutes_words_and_steps(language: Language) -> None:
    words = kit_words(language)
    for kind in (*FRAME_PARTS, *KIT_PARTS):
        assert USUAL[kind] >= 5
        assert words["labels"][f"task_{kind}"]
        assert kind in KIT_PARTS or words["labels"][f"part_{kind}"]
        assert [*words["guide"]["parts"]["tables" if kind == "table" else kind]] == [*STEPS]


def test_every_label_that_the_page_asks_for_is_there(language: Language) -> None:
    labels = kit_words(language)["labels"]
    asked = set(_ASKED.findall(modules()))

    assert len(asked) > 50
    assert asked - set(labels) == set()


def test_every_label_of_the_page_is_used() -> None:
    loader = environment().loader
    assert loader is not None
    sources = [loader.get_source(environment(), f"{name}.html")[0] for name in ("kit-builder", "kit", "kits")]
    everything = modules() + "".join(sources)

    own = [name for name in kit_words("th")["labels"] if name.startswith("build_")]
    assert [name for name in own if f'"{name}"' not in everything and name != "build_title"] == []
    assert all(word(name).th for name in ("export.slide_key", "export.alt"))


def test_half_a_day_without_a_kit_is_stretched_and_breaks_stand_as_in_every_agenda() -> None:
    parts = (20, 25, 20, 50, 15)
    work = stretched(parts, HALF_DAY)

    assert sum(work) == HALF_DAY
    assert placed(work, "half_day") == agenda(work, "half_day")
    assert all(placed(stretched(parts, 90), form) for form in FORMS)


def test_the_data_end_no_script_early(files: dict[str, bytes]) -> None:
    for data in files.values():
        text = data.decode("utf-8")
        assert text.count("\n") == 2
        assert json.loads(text.split(",", 1)[1].rsplit(");", 1)[0])
