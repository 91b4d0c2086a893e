"""A view of the knowledge says the same as the store, and writes down all that it was asked for."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

import pytest

from botrian.knowledge import Knowledge
from botrian.knowledge.watched import ALL, KEYS, ONE, THERE, WATCHED, Answers, Asked, digests_of, watched
from botrian.records import Text
from tests.library import library_knowledge


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """The tests' library."""
    return library_knowledge(tmp_path_factory.mktemp("library"))


def test_a_view_says_the_same_as_the_store(library: Knowledge) -> None:
    view = watched(library, set())
    for name in WATCHED:
        assert getattr(view, name) == getattr(library, name), name
    lesson = next(iter(library.lessons))
    assert view.name_of("lesson", lesson) == library.name_of("lesson", lesson)
    assert view.body("lesson", lesson) == library.body("lesson", lesson)
    assert view.of("fact").keys() == library.of("fact").keys()


LESSON = "data-first"
ASKING: dict[str, tuple[Callable[[Knowledge], object], Asked]] = {
    "by key": (lambda view: view.lessons[LESSON], ("lessons", ONE, LESSON)),
    "by get": (lambda view: view.lessons.get(LESSON), ("lessons", ONE, LESSON)),
    "by in": (lambda view: "nowhere" in view.lessons, ("lessons", THERE, "nowhere")),
    "how many": (lambda view: len(view.lessons), ("lessons", KEYS, None)),
    "in a loop": (lambda view: list(view.lessons), ("lessons", KEYS, None)),
    "keys": (lambda view: list(view.lessons.keys()), ("lessons", KEYS, None)),
    "values": (lambda view: list(view.lessons.values()), ("lessons", ALL, None)),
    "items": (lambda view: list(view.lessons.items()), ("lessons", ALL, None)),
    "an index": (lambda view: view.lessons_by_theme.get("none"), ("lessons_by_theme", ONE, "none")),
    "what is no mapping": (lambda view: view.facts, ("facts", ALL, None)),
    "by a method": (lambda view: view.body("lesson", LESSON), ("bodies", ONE, ("lesson", LESSON))),
    "of a kind": (lambda view: view.of("lesson")[LESSON], ("lessons", ONE, LESSON)),
    "a fact": (lambda view: view.of("fact").get("nowhere"), ("_facts_by_id", ONE, "nowhere")),
}


@pytest.mark.parametrize("way", ASKING)
def test_whatever_way_it_is_asked_for_it_is_written_down(library: Knowledge, way: str) -> None:
    ask, expected = ASKING[way]
    asked: set[Asked] = set()
    ask(watched(library, asked))

    assert expected in asked


def test_whether_a_record_is_there_is_another_answer_only_when_it_comes_or_goes(library: Knowledge) -> None:
    lesson = library.lessons[LESSON]
    other = replace(library, lessons={**library.lessons, LESSON: lesson.model_copy(update={"title": Text(th="อื่น")})})
    gone = replace(library, lessons={id_: one for id_, one in library.lessons.items() if id_ != LESSON})
    there: Asked = ("lessons", THERE, LESSON)
    before, changed, without = (Answers(partial(getattr, one)).digest(there) for one in (library, other, gone))

    assert before == changed != without


def test_another_record_is_another_answer_and_only_where_it_is_in(library: Knowledge) -> None:
    lesson = library.lessons[LESSON]
    other_lesson = lesson.model_copy(update={"title": Text(th="ชื่ออื่น", en="Another title")})
    other = replace(library, lessons={**library.lessons, LESSON: other_lesson})
    before, after = _answers(library), _answers(other)

    def same(*asked: object) -> bool:
        name, what, key = asked
        one: Asked = (str(name), str(what), key)
        return before.digest(one) == after.digest(one)

    assert not same("lessons", ONE, LESSON)
    assert not same("lessons", ALL, None)
    assert same("lessons", KEYS, None)
    assert same("cases", ALL, None)
    others = [id_ for id_ in library.lessons if id_ != LESSON]
    assert others and all(same("lessons", ONE, id_) for id_ in others)
    for theme, lessons in library.lessons_by_theme.items():
        assert same("lessons_by_theme", ONE, theme) == (lesson not in lessons)


def test_what_comes_and_goes_is_another_answer(library: Knowledge) -> None:
    fewer = replace(library, lessons={id_: one for id_, one in library.lessons.items() if id_ != LESSON})
    turned = replace(library, lessons=dict(reversed(list(library.lessons.items()))))
    before = _answers(library)
    for other, what, key in ((fewer, ONE, LESSON), (fewer, KEYS, None), (turned, KEYS, None), (turned, ALL, None)):
        assert _answers(other).digest(("lessons", what, key)) != before.digest(("lessons", what, key))


def _answers(knowledge: Knowledge) -> Answers:
    named: Mapping[str, object] = {name: getattr(knowledge, name) for name in WATCHED}
    return Answers(lambda name: named[name])


def _titles(knowledge: Knowledge) -> list[str]:
    return [lesson.title.th for lesson in knowledge.lessons.values()]


def test_what_is_made_once_is_made_of_this_store_and_by_a_view_of_what_it_is_asked_for(library: Knowledge) -> None:
    first = library.once(_titles)
    asked: set[Asked] = set()
    lesson = library.lessons[LESSON].model_copy(update={"title": Text(th="อื่น", en="Other")})
    other = replace(library, lessons={**library.lessons, LESSON: lesson})

    assert library.once(_titles) is first
    assert watched(library, asked).once(_titles) == first and ("lessons", ALL, None) in asked
    assert "อื่น" in other.once(_titles) and "อื่น" not in first


def test_a_record_is_written_out_once_for_both_languages(library: Knowledge) -> None:
    """What is held of it goes to no other process, also while it is filled."""
    held = library.once(digests_of)
    asked = ("lessons", ALL, None)
    first = Answers(partial(getattr, library), held).digest(asked)
    known = dict(held)
    assert set(map(id, library.lessons.values())) <= known.keys()

    held.update({number: (record, "other") for number, (record, _) in known.items()})
    assert (
        Answers(partial(getattr, library), held).digest(asked)
        != first
        == Answers(partial(getattr, library)).digest(asked)
    )
    assert pickle.loads(pickle.dumps(held)) == {} != held  # noqa: S301 - our own
    held.clear()
