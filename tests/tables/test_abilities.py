"""What tables say that they can do is what they do: for every kind of rows and every name."""

from __future__ import annotations

import subprocess
import sys

import pytest

from botrian.knowledge import Knowledge
from botrian.records import RowFilter
from botrian.tables import ROWS, Ability
from botrian.tables.keys import standings
from tests.tables import made
from tests.tables.made import table_of

WITH_ROWS = [name for name, rows in ROWS.items() if rows.fields]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """One of everything, so that every key has a value."""
    entries = [{"province": "krabi", "case": "part", "stance": "supports"}]
    return made.store(
        cases=[made.case("whole"), made.case("part", part_of=["whole"])],
        lessons=[made.lesson_of("one", "practice", ["maps"], entries)],
        facts=[made.fact("krabi", 1, number="1", case="part")],
        events=[made.event("founded", "2543 BE", case="part")],
        terms=[made.term("word", "concept")],
    )


def abilities() -> list[tuple[str, str, Ability]]:
    parts = ("fields", "counts", "groups", "filters", "pivots")
    return [(name, part, one) for name, rows in ROWS.items() for part in parts for one in getattr(rows, part).values()]


@pytest.mark.parametrize(("rows", "part", "ability"), abilities())
def test_every_name_has_words_in_both_languages(rows: str, part: str, ability: Ability) -> None:
    assert ability.name.th and ability.name.en


@pytest.mark.parametrize(("rows", "part", "ability"), [one for one in abilities() if one[1] != "fields"])
def test_every_key_is_one_that_the_records_have(rows: str, part: str, ability: Ability, knowledge: Knowledge) -> None:
    asked = ability.id if part == "counts" else rows

    assert any(ability.key in one.keys for one in standings(asked, knowledge))


@pytest.mark.parametrize(("rows", "part", "ability"), [one for one in abilities() if one[1] == "filters"])
def test_the_values_of_a_filter_are_those_that_the_records_have(
    rows: str, part: str, ability: Ability, knowledge: Knowledge
) -> None:
    values = {value for one in standings(rows, knowledge) for value in one.keys.get(ability.key, ())}

    assert values <= set(ability.answers) if ability.answers else ability.records or ability.type == "yes-no"


def test_every_filter_of_a_definition_serves_some_rows() -> None:
    assert {name for rows in ROWS.values() for name in rows.filters} == set(RowFilter.model_fields)


@pytest.mark.parametrize("rows", WITH_ROWS)
def test_every_field_count_and_group_makes_a_table(rows: str, knowledge: Knowledge) -> None:
    can = ROWS[rows]
    columns = [*({"field": name} for name in can.fields), *({"count": name} for name in can.counts)]
    for group in (None, *can.groups):
        table = table_of(knowledge, rows=rows, columns=columns, group_by=group)
        assert len(table.rows) == len(standings(rows, knowledge))
        assert {len(row.cells) for row in table.rows} == {len(columns)}
        assert all(row.group is not None for row in table.rows) is (group is not None)


@pytest.mark.parametrize("of", [name for name, rows in ROWS.items() if rows.pivots])
def test_every_two_keys_make_a_pivot(of: str, knowledge: Knowledge) -> None:
    for rows in ROWS[of].pivots:
        for columns in ROWS[of].pivots:
            table = table_of(knowledge, pivot={"of": of, "rows": rows, "columns": columns})
            assert sum(int(cell.values[0].number or 0) for row in table.rows for cell in row.cells) > 0


def test_checking_and_new_files_do_without_pandas() -> None:
    asked = "import sys, botrian.commands.check, botrian.commands.new; print('pandas' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", asked],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )

    assert done.stdout.strip() == "False"
