"""What a build holds at once: one process for each language and none beside, and no files that are laid already."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any, ClassVar

import pytest

from botrian.addresses import Stamp
from botrian.exports import glyphs
from botrian.kept import Store
from botrian.knowledge import Knowledge
from botrian.read import Paths
from botrian.site import build
from botrian.site.build import Made, Work, build_languages
from botrian.site.generate import generate
from botrian.site.laying import Laid, Laying, digest_of
from botrian.spread import IN_TURN, kept_or_made
from tests.library import library_knowledge

STAMP = Stamp("https://example.org/")


def test_what_is_laid_is_held_no_more_and_can_be_read_again(tmp_path: Path) -> None:
    laying = Laying(tmp_path / "new", tmp_path / "old", {})
    laid = Laid(laying, below="en/")
    data = b"slides of a table" * 1_000
    held = sys.getrefcount(data)
    laid.update({"tables/a.pptx": data})

    assert sys.getrefcount(data) == held
    assert laid["tables/a.pptx"] == data == (tmp_path / "new" / "tables" / "a.pptx").read_bytes()
    assert (list(laid), "tables/b.pptx" in laid, len(laid)) == (["tables/a.pptx"], False, 1)
    assert laying.digests == {"en/tables/a.pptx": digest_of(data)}
    with pytest.raises(KeyError):
        laid["../old"]


def test_all_files_beside_the_pages_are_laid_as_they_are_made(tmp_path: Path) -> None:
    """Were some gathered first, a large library's would be in memory all at once."""
    knowledge = library_knowledge(tmp_path / "library")
    laid = Laid(Laying(tmp_path / "new", tmp_path / "old", {}), below="")
    made = generate(knowledge, "th", STAMP, files=laid)

    assert made.files is laid
    on_disk = {
        file.relative_to(tmp_path / "new").as_posix() for file in (tmp_path / "new").rglob("*") if file.is_file()
    }
    assert on_disk == set(laid) == set(generate(knowledge, "th", STAMP).files)


def test_what_was_kept_is_taken_when_it_is_its_turn(tmp_path: Path) -> None:
    """Of a site of which hardly anything changed nearly all is kept: taken first, it would be held all at once."""
    store = Store(tmp_path)
    items = [(f"{number:040}", number) for number in range(4)]
    taken: list[str] = []

    def take(key: str) -> bytes | None:
        taken.append(key)
        return store.get(key)

    def make(number: int) -> bytes:
        return b"%d" % number

    store.put(items[0][0], b"kept")
    store.put(items[2][0], b"kept, then damaged")
    for file in tmp_path.rglob(items[2][0]):
        file.write_bytes(b"no result")
    found = kept_or_made(items, store.has, take, store.put, make, IN_TURN)

    assert (next(found), taken) == (b"kept", [items[0][0]])
    assert (list(found), taken) == ([b"1", b"2", b"3"], [items[0][0], items[2][0]])
    assert [store.get(key) for key, _ in items] == [b"kept", b"1", b"2", b"3"]


class _Noted(Executor):
    """An executor that does the work at once, and notes what it was given."""

    given: ClassVar[list[tuple[Any, ...]]] = []
    workers: ClassVar[list[int]] = []

    def __init__(self, max_workers: int, **_: object) -> None:
        self.workers.append(max_workers)

    def submit(self, work: Callable[..., Any], /, *given: Any, **_: Any) -> Future[Any]:
        self.given.append(given)
        done: Future[Any] = Future()
        done.set_result(Made(given[1], 0, 0, 0, {}, 0, 0, {}))
        return done


def test_the_process_that_checked_builds_one_language_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One that only waited would hold all of the knowledge a third time."""
    here: list[str] = []

    def noted(work: Work, language: Any, folder: Path, *_: object) -> Made:
        here.append(language)
        return Made(language, 0, 0, 0, {}, 0, 0, {})

    monkeypatch.setattr(build, "ProcessPoolExecutor", _Noted)
    monkeypatch.setattr(build, "build_language", noted)
    work = Work(Paths(tmp_path, tmp_path, tmp_path), Knowledge(), STAMP, None)
    made = build_languages(work, tmp_path, alone=False)

    assert [one.language for one in made] == ["th", "en"]
    assert (here, _Noted.workers, [given[1] for given in _Noted.given]) == (["th"], [1], ["en"])


def test_of_texts_that_are_only_measured_no_glyphs_are_held() -> None:
    before = glyphs.shape.cache_info().currsize
    wide = glyphs.width("ตำบลที่วัดความกว้างเท่านั้น", "Regular")

    assert glyphs.shape.cache_info().currsize == before
    assert wide == glyphs.shape("ตำบลที่วัดความกว้างเท่านั้น", "Regular").width / glyphs.UNITS
