"""What was made before is taken only where it is what would be made now: the same bytes after two hundred edits."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from botrian.addresses import Stamp
from botrian.kept import Ledger, Store, cache_of
from botrian.knowledge import Knowledge
from botrian.pages import Frame, frame_of
from botrian.records import LANGUAGES
from botrian.site.generate import Kept
from botrian.site.memory import Memory
from tests.library import library_knowledge
from tests.site.edits import EDITS, Edited, different


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Edited:
    """The tests' library after two hundred edits, its site built after every fortieth."""
    return Edited(tmp_path_factory.mktemp("edited"), seed=2569)


def test_after_two_hundred_edits_the_site_is_what_a_build_from_nothing_makes(edited: Edited) -> None:
    wrong: dict[int, list[str]] = {}
    for number in range(40, 201, 40):
        knowledge = edited.edit(40)
        site = edited.built(knowledge, files=number == 200)
        if number in (80, 160, 200):
            wrong[number] = different(site, edited.built_anew(knowledge, files=number == 200))

    assert wrong == {80: [], 160: [], 200: []}
    assert set(edited.made) == {one.__name__ for one in EDITS}


def test_a_damaged_store_is_only_slow(edited: Edited) -> None:
    """Some entries hold other bytes, some are cut off, some are empty; the next build makes what it cannot take."""
    knowledge, days = edited.edit(), edited.stamp
    right = edited.built_anew(knowledge, files=False)
    edited.built(knowledge, files=False)
    entries = sorted(one for one in (edited.cache / "kept").rglob("*") if one.is_file())
    assert len(entries) > 200
    for at, entry in enumerate(entries):
        damage = at % 4
        data = entry.read_bytes()
        if damage == 0:
            entry.write_bytes(edited.random.randbytes(len(data)))
        elif damage == 1:
            entry.write_bytes(data[: edited.random.randrange(len(data))])
        elif damage == 2:
            entry.write_bytes(b"")
    other = edited.edit()

    assert different(edited.built(other, files=False), edited.built_anew(other, files=False)) == []
    # The other edit may have changed the day of a file's last change as well.
    edited.stamp = days
    assert different(edited.built(knowledge, files=False), right) == []
    assert _entries(edited.cache) and different(edited.built(knowledge, files=False), right) == []


def test_pages_above_what_is_held_are_read_from_the_store(edited: Edited, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a large library not all pages are in memory at once."""
    monkeypatch.setattr("botrian.site.memory.MOST_HELD", 0)
    knowledge = edited.edit()

    assert different(edited.built(knowledge, files=False), edited.built_anew(knowledge, files=False)) == []


def test_what_somebody_proposes_as_made_before_is_not_taken(tmp_path: Path) -> None:
    """A proposal may hold files below ``.cache``, which git takes when it is forced to."""
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / ".cache" / "kept").mkdir(parents=True)
    (tmp_path / ".cache" / "kept" / "entry").write_bytes(b"other")
    assert Kept.of(tmp_path, tmp_path / "data").cache == tmp_path / ".cache" / "kept"
    subprocess.run(["git", "add", "-f", ".cache"], cwd=tmp_path, check=True)

    assert cache_of(tmp_path) is None
    assert Kept.of(tmp_path, tmp_path / "data").cache is None


def test_a_store_above_its_bound_lets_go_of_what_was_not_taken_for_longest(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for number in range(10):
        store.put(f"{number:02}", bytes(1000))
        os.utime(tmp_path / f"{number:02}" / f"{number:02}", (number, number))
    assert store.get("00") == bytes(1000)  # taken: the newest now
    store.sweep(most=5500)

    assert [number for number in range(10) if store.get(f"{number:02}") is not None] == [0, 7, 8, 9]
    assert Store(None).get("00") is None


def test_a_ledger_makes_what_it_does_not_know_and_lets_go_of_what_nobody_asked_for(tmp_path: Path) -> None:
    made: list[str] = []

    def asked(*names: str) -> list[str]:
        made.clear()
        ledger = Ledger(Store(tmp_path), "name")
        found = [ledger.get(name, partial(_noted, made, name)) for name in (*names, *names)]
        ledger.save()
        assert found == [f"of {name}" for name in (*names, *names)]
        return list(made)

    assert asked("a", "b") == ["a", "b"]
    assert asked("b", "c") == ["c"]
    assert asked("a", "b") == ["a"]


def test_a_ledger_holds_the_rest_as_long_as_it_is_not_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def known(*names: str) -> list[str]:
        ledger = Ledger(Store(tmp_path), "name")
        made: list[str] = []
        for name in names:
            ledger.get(name, partial(_noted, made, name))
        ledger.save(rest=True)
        return made

    assert (known("a", "b"), known("c"), known("a", "b", "d")) == (["a", "b"], ["c"], ["d"])
    monkeypatch.setattr("botrian.kept.MOST_NOTES", 6)
    assert (known("a", "e"), known("a", "b", "e")) == (["e"], ["b"])


def test_what_is_the_same_in_both_languages_is_made_once(tmp_path: Path) -> None:
    """By one process; the other language's memory tells what it rests on, too."""
    knowledge = library_knowledge(tmp_path / "library")
    made: list[str] = []

    def make(frame: Frame) -> dict[str, bytes]:
        made.append(frame.language)
        return {"lines.csv": "".join(one.title.th for one in frame.knowledge.lessons.values()).encode()}

    def built(knowledge: Knowledge) -> list[bytes]:
        made.clear()
        found = []
        for language in LANGUAGES:
            memory = Memory(Store(tmp_path / "kept"), language)
            memory.look_at(frame_of(knowledge, {}, language, Stamp("https://example.org/")))
            found.append(memory.files("lines", make, both=True)["lines.csv"])
            memory.save()
        return found

    first = built(knowledge)
    assert (first[0] == first[1] != b"", made) == (True, ["th"])
    fewer = replace(knowledge, lessons=dict(list(knowledge.lessons.items())[1:]))
    assert (built(replace(knowledge)), made) == (first, [])
    other = built(fewer)
    assert (other[0] == other[1] != first[0], made) == (True, ["th"])


def test_other_code_takes_nothing_from_a_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Ledger(Store(tmp_path), "name")
    first.get("a", lambda: "old")
    first.save()
    monkeypatch.setattr("botrian.kept.code_key", lambda: "other")

    assert Ledger(Store(tmp_path), "name").get("a", lambda: "new") == "new"


def _noted(made: list[str], name: str) -> str:
    made.append(name)
    return f"of {name}"


def _entries(cache: Path) -> int:
    return sum(one.is_file() for one in (cache / "kept").rglob("*"))
