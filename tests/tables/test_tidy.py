"""Tidy frames hold every record once, every value as it is, and nothing that pandas guessed."""

from __future__ import annotations

import io

import pandas as pd
import pytest

from botrian.knowledge import Knowledge
from botrian.tables import build_tables
from botrian.tables.tidy import LINES, tidy_columns, tidy_frame
from tests.pages.sample import sample_knowledge
from tests.tables import made


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    facts = [
        made.fact("krabi", 1, number="1250000.50", qualifier="about", year="2564 BE"),
        made.fact("yala", 1, absent="none"),
    ]
    period = {"start": "2551-08 BE"}
    return made.store(
        cases=[
            made.case("00501", part_of=["whole", "other"], period=period),
            made.case("whole", title=made.two("nan")),
        ],
        lessons=[made.lesson("one", "data", ("krabi", "supports"), ("yala", "contradicts"))],
        facts=facts,
        events=[made.event("late", "2012 CE"), made.event("early", "2543 BE", turning_point=True)],
        terms=[made.term("word", "concept")],
    )


@pytest.fixture(scope="module")
def frames(knowledge: Knowledge) -> dict[str, pd.DataFrame]:
    tables = build_tables(knowledge)
    return {name: tidy_frame(name, knowledge, tables) for name in tidy_columns()}


def test_a_frame_has_the_columns_and_types_that_are_written_down(frames: dict[str, pd.DataFrame]) -> None:
    for name, columns in tidy_columns().items():
        assert [(column, frames[name][column].dtype) for column in frames[name]] == [
            (one.name, one.dtype) for one in columns
        ]


def test_an_empty_knowledge_gives_the_same_columns_and_types(frames: dict[str, pd.DataFrame]) -> None:
    for name, frame in frames.items():
        assert tidy_frame(name, Knowledge(), {}).dtypes.equals(frame.dtypes), name


@pytest.mark.parametrize("name", sorted(tidy_columns()))
def test_a_line_holds_the_columns_of_its_frame_and_no_others(name: str) -> None:
    names = {one.name for one in tidy_columns()[name]}

    knowledge = sample_knowledge()

    assert all(set(line) == names for line in LINES[name](knowledge, build_tables(knowledge)))


def test_ids_stand_once_and_evidence_names_its_lesson(frames: dict[str, pd.DataFrame]) -> None:
    assert all(frame["id"].is_unique and not frame["id"].isna().any() for frame in frames.values())
    assert frames["evidence"][["id", "lesson", "number", "stance"]].values.tolist() == [
        ["one.1", "one", 1, "supports"],
        ["one.2", "one", 2, "contradicts"],
    ]


def test_a_text_of_digits_or_letters_like_nan_stays_a_text(frames: dict[str, pd.DataFrame]) -> None:
    cases = frames["cases"].set_index("id")

    assert cases.loc["00501", "part_of"] == "whole;other"
    assert cases.loc["whole", "title_en"] == "nan"
    assert cases.loc["whole", "part_of"] is pd.NA


def test_a_number_keeps_its_digits_and_an_absent_value_is_missing(frames: dict[str, pd.DataFrame]) -> None:
    facts = frames["facts"]

    assert facts["number"].tolist() == ["1250000.50", pd.NA]
    assert facts["value_th"].tolist() == ["1,250,000.50", pd.NA]
    assert facts["year"].tolist() == ["2564 BE", pd.NA]
    assert facts["year_ce"].tolist() == ["2021", pd.NA]
    assert facts["absent"].tolist() == [pd.NA, "none"]


def test_dates_are_as_written_and_in_c_e_no_more_exact(frames: dict[str, pd.DataFrame]) -> None:
    assert frames["cases"]["start"].tolist() == ["2551-08 BE", pd.NA]
    assert frames["cases"]["start_ce"].tolist() == ["2008-08", pd.NA]
    assert frames["events"]["id"].tolist() == ["early", "late"]
    assert frames["events"]["turning_point"].tolist() == [True, False]


def test_a_citation_is_its_source_and_lines(frames: dict[str, pd.DataFrame]) -> None:
    assert frames["evidence"].loc[0, "citations"] == "book:1-2"


def test_a_frame_written_as_csv_and_read_back_is_the_same(frames: dict[str, pd.DataFrame]) -> None:
    for name, frame in frames.items():
        types = {one.name: one.dtype for one in tidy_columns()[name]}
        again = pd.read_csv(io.StringIO(frame.to_csv(index=False)), dtype=types, keep_default_na=False, na_values=[""])
        pd.testing.assert_frame_equal(again, frame)
