"""What one machine made, another takes from the place that they share; where that fails, a build is only slower."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import fsspec  # type: ignore[import-untyped]
import pytest

from botrian.kept import Store, sealed
from botrian.shared import SharedStore, UnknownPlace
from tests.conftest import kb
from tests.library import TODAY, library_project

NAMES = [f"{number:040x}" for number in (0xA1, 0xB2, 0xC3)]


@pytest.fixture(params=["memory", "file"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty place of each kind that needs no server."""
    kind = str(request.param)
    place = f"{kind}://{tmp_path.as_posix()}/shared/kept"
    files, path = fsspec.core.url_to_fs(place)
    if files.exists(path):
        files.rm(path, recursive=True)
    return place


def entries(address: str) -> dict[str, str]:
    """The path of each entry in a place by its name."""
    files, path = fsspec.core.url_to_fs(address)
    return {one.rpartition("/")[2]: one for one in files.find(path)}


def filled(folder: Path) -> Store:
    """A machine's store with three results."""
    store = Store(folder)
    for name in NAMES:
        store.put(name, name.encode())
    return store


def test_what_one_machine_made_another_takes(address: str, tmp_path: Path) -> None:
    first, second = filled(tmp_path / "first"), Store(tmp_path / "second")
    assert "0 of 0 results" in SharedStore(address).bring(Store(tmp_path / "first"))
    told = SharedStore(address).hand_over(first, first.taken, first.made)
    brought = SharedStore(address).bring(second)

    assert "3 of 3 results handed over" in told and "ส่ง 3 จาก 3 ชิ้น" in told
    assert "3 of 3 results fetched" in brought and "ได้มา 3 จาก 3 ชิ้น" in brought
    assert [second.get(name) for name in NAMES] == [name.encode() for name in NAMES]
    assert second.made == set()


def test_only_what_is_not_there_goes_over_the_line(address: str, tmp_path: Path) -> None:
    first = filled(tmp_path / "first")
    SharedStore(address).hand_over(first, [], NAMES[:2])
    second = Store(tmp_path / "second")
    second.put(NAMES[0], b"mine")
    shared = SharedStore(address)

    assert "1 of 2 results fetched" in shared.bring(second)
    assert second.get(NAMES[0]) == b"mine"
    # Of what was taken only the third is not there yet; what was made goes there in any case.
    assert "1 of 1 results" in shared.hand_over(first, NAMES, [])
    assert "2 of 2 results" in shared.hand_over(first, NAMES[:1], NAMES[1:])
    assert sorted(entries(address)) == NAMES


def test_other_code_has_entries_of_its_own(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = filled(tmp_path / "first")
    SharedStore(address).hand_over(first, NAMES, NAMES)
    monkeypatch.setattr("botrian.shared.code_key", lambda: "another")

    assert "0 of 0 results" in SharedStore(address).bring(Store(tmp_path / "second"))


def test_a_damaged_entry_is_left_and_made_again(address: str, tmp_path: Path) -> None:
    first, second = filled(tmp_path / "first"), Store(tmp_path / "second")
    SharedStore(address).hand_over(first, [], NAMES)
    files, _ = fsspec.core.url_to_fs(address)
    there = entries(address)
    files.pipe_file(there[NAMES[0]], b"cut")
    files.pipe_file(there[NAMES[1]], sealed(b"right")[:-1] + b"?")
    shared = SharedStore(address)
    told = shared.bring(second)

    assert "1 of 3 results fetched, 2 damaged" in told and "เสีย 2" in told
    assert [second.has(name) for name in NAMES] == [False, False, True]
    # Made again and taken, they take the place of the damaged ones.
    assert "2 of 2 results" in shared.hand_over(first, NAMES, [])
    assert "3 of 3 results fetched" in SharedStore(address).bring(Store(tmp_path / "third"))


def test_a_name_that_is_none_of_ours_is_never_written_here(address: str, tmp_path: Path) -> None:
    first, second = filled(tmp_path / "first"), Store(tmp_path / "second")
    SharedStore(address).hand_over(first, [], NAMES[:1])
    files, _ = fsspec.core.url_to_fs(address)
    beside = entries(address)[NAMES[0]].rpartition("/")[0]
    for name in ("index.html", "..%2fx", "A" * 40, NAMES[1][:-1]):
        files.pipe_file(f"{beside}/{name}", sealed(b"other"))
    SharedStore(address).bring(second)

    assert sorted(one.name for one in (tmp_path / "second").rglob("*") if one.is_file()) == [NAMES[0]]


def test_the_place_has_a_bound_too(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = filled(tmp_path / "first")
    SharedStore(address).hand_over(first, [], NAMES[:1])
    files, _ = fsspec.core.url_to_fs(address)
    if "file" in files.protocol:
        os.utime(entries(address)[NAMES[0]], (1, 1))
    monkeypatch.setattr("botrian.shared._MOST_SHARED", 2.5 * len(sealed(NAMES[0].encode())))
    SharedStore(address).hand_over(first, [], NAMES[1:])

    assert sorted(entries(address)) == NAMES[1:]


def test_a_place_that_does_not_answer_is_told_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file where the folder should be; and an object store at a port of this machine that nobody listens at."""
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    monkeypatch.setenv("AWS_ENDPOINT", "http://127.0.0.1:9")
    for name, value in (("AWS_ACCESS_KEY_ID", "x"), ("AWS_SECRET_ACCESS_KEY", "x"), ("AWS_REGION", "x")):
        monkeypatch.setenv(name, value)
    first = filled(tmp_path / "first")
    places = (f"file://{tmp_path.as_posix()}/taken/kept", "s3://bucket/kept")
    told = [SharedStore(place).hand_over(first, NAMES, NAMES) for place in places]
    told.append(SharedStore("s3://bucket/kept").bring(first))

    assert [one for one in told if "ใช้ที่เก็บร่วมไม่ได้" not in one or "only slower" not in one] == []
    assert [first.get(name) for name in NAMES] == [name.encode() for name in NAMES]


@pytest.mark.parametrize("word", ["", "s3", "bucket/folder", "s3://", "nowhere://x/y", "file:// x"])
def test_a_word_that_names_no_place_is_told(word: str) -> None:
    with pytest.raises(UnknownPlace) as unknown:
        SharedStore(word)

    assert "ไม่รู้จักที่เก็บ" in unknown.value.words
    assert "--store s3://bucket/folder" in unknown.value.words


def test_two_machines_build_the_same_and_the_second_makes_little(tmp_path: Path, library_site: Path) -> None:
    """The first made the site that all tests question, the second has nothing of its own: it takes what the first
    handed over, of which some is damaged. Without a store the site is the same, too (``test_executors.py``).
    """
    shutil.copytree(library_site.parent / "shared", tmp_path / "shared")
    for at, entry in enumerate(sorted(one for one in (tmp_path / "shared").rglob("*") if one.is_file())):
        if at % 50 == 0:
            entry.write_bytes(entry.read_bytes()[:-1])
    library_project(tmp_path / "second")
    options = ("--store", f"file://{(tmp_path / 'shared').as_posix()}", "--site", str(tmp_path / "site"))
    built = kb("--root", str(tmp_path / "second"), "build", *options, today=TODAY)

    assert built.returncode == 0, built.stdout + built.stderr
    assert different(tmp_path / "site", library_site) == []
    assert "0 of 0 results fetched" in (library_site.parent / "said.txt").read_text(encoding="utf-8")
    assert "damaged" in built.stdout


def different(one: Path, other: Path) -> list[str]:
    """The paths at which two sites differ."""
    sites = [
        {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}
        for site in (one, other)
    ]
    return sorted(path for path in sites[0].keys() | sites[1].keys() if sites[0].get(path) != sites[1].get(path))


def test_a_wrong_address_ends_the_command_before_anything_is_made(tmp_path: Path) -> None:
    library_project(tmp_path / "library")
    words = ("build", "--store", "bucket/kept", "--site", str(tmp_path / "site"))
    refused = kb("--root", str(tmp_path / "library"), *words, today=TODAY)

    assert refused.returncode == 2
    assert "ไม่รู้จักที่เก็บ" in refused.stderr
    assert not (tmp_path / "site").exists()
