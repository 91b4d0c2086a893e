"""Every mutation of the list can still be made, and every room has some: else the list would be a thing of the past."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import mutations
from mutations import DoesNotApply, Mutation
from tests.rooms.test_rooms import LIBRARY, drawn_rooms

ROOT = Path(__file__).resolve().parents[2]
LIST = mutations.mutations()


@pytest.mark.parametrize("one", LIST, ids=lambda one: f"{one.room}: {one.harm}")
def test_a_mutation_applies_to_its_room_and_asks_tests_that_there_are(one: Mutation) -> None:
    changed = one.put_into((ROOT / one.file).read_text(encoding="utf-8"))

    compile(changed, one.file, "exec")
    # A room that is a single file is tried by those that use it.
    assert one.file.startswith(f"hooks/botrian/{one.room}/") or one.file.count("/") == 2
    assert [name for name in one.tests if not (ROOT / name).exists()] == []


def test_every_room_with_code_of_its_own_has_mutations() -> None:
    rooms = {room for room in drawn_rooms() if (LIBRARY / room).is_dir()}

    assert rooms - {one.room for one in LIST} == set()


def test_an_old_text_that_stands_nowhere_or_twice_is_an_error() -> None:
    one = Mutation("a.py", "x = 1", "x = 2", "thai", "none", ())

    assert one.put_into("x = 1\n") == "x = 2\n"
    for text in ("x = 3\n", "x = 1\nx = 1\n"):
        with pytest.raises(DoesNotApply):
            one.put_into(text)


def test_the_first_test_that_fails_is_told_and_what_is_dear_comes_last(tmp_path: Path) -> None:
    (tmp_path / "scripts").mkdir()
    shutil.copy(ROOT / "scripts" / "mutations.py", tmp_path / "scripts")
    (tmp_path / "value.py").write_text("VALUE = 1\n", encoding="utf-8")
    test = (
        "import pytest, value\n"
        "@pytest.fixture\n"
        "def browser(): return 2\n"
        "def test_dear(browser): assert value.VALUE == 1\n"
        "def test_other(): assert value.VALUE < 3\n"
        "def test_cheap(): assert value.VALUE == 1\n"
    )
    (tmp_path / "test_a.py").write_text(test, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\npythonpath = .\n", encoding="utf-8")
    answers = {
        new: mutations.tried(Mutation("value.py", "VALUE = 1", new, "room", "none", ("test_a.py",)), tmp_path).noticed
        for new in ("VALUE = 1.0", "VALUE = 2", "VALUE=  1", "VALUE =")
    }

    # What follows a wrong line of its own size is not taken for it.
    assert answers == {
        "VALUE = 1.0": None,
        "VALUE = 2": "test_a.py::test_cheap",
        "VALUE=  1": None,
        "VALUE =": "test_a.py",
    }
    assert (tmp_path / "value.py").read_text(encoding="utf-8") == "VALUE = 1\n"
    assert mutations.failing_anyway([mutations.Tried(LIST[0], None, 0.0)], tmp_path) == []
