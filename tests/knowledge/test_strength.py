"""How strong a lesson is: places and documents are counted, never entries."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from botrian.knowledge.strength import Level, Strength, strength
from botrian.records import Citation, Evidence, Lesson, Repeat, Source, Stance, Text, VoiceKind

Entry = tuple[str, VoiceKind, str, tuple[int, int]]


def text(words: str) -> Text:
    return Text(th=words, en=words)


def book(id_: str, *repeats: Repeat) -> Source:
    about = {name: text("x") for name in ("title", "short", "cite_as", "about")}
    return Source.model_validate({"id": id_, "kind": "book", "lines": 900, "repeats": repeats, **about})


def told(id_: str, kind: str) -> Source:
    """What one person tells."""
    about = {name: text("x") for name in ("title", "short", "cite_as", "about")}
    speaker = {
        "speaks_as": text("x"),
        "province": "krabi",
        "date": "2569 BE",
        "recorded_by": text("x"),
        "consent": "spoken",
    }
    return Source.model_validate({"id": id_, "kind": kind, "speaker": speaker, **about})


SOURCES: Mapping[str, Source] = {
    "elder": told("elder", "testimony"),
    "nurse": told("nurse", "field-note"),
    "radio": told("radio", "recording"),
    "one": book("one", Repeat(lines=(100, 110), again=(300, 310))),
    "two": book("two", Repeat(lines=(50, 60), again=(700, 710), source="one")),
}


def entry(place: str, voice: VoiceKind, source: str, lines: tuple[int, int], stance: Stance = "supports") -> Evidence:
    citation = Citation(source=source, lines=lines)
    return Evidence(province=place, stance=stance, voice=voice, text=text("x"), citations=(citation,))


def heard(place: str, voice: VoiceKind, source: str, time: tuple[str, str] | None = None) -> Evidence:
    citation = Citation(source=source, time=time)
    return Evidence(province=place, stance="supports", voice=voice, text=text("x"), citations=(citation,))


def of(*entries: Evidence) -> Strength:
    lesson = Lesson(
        id="x",
        title=text("x"),
        type="practice",
        themes=("t",),
        when=text("x"),
        do=text("x"),
        because=text("x"),
        evidence=entries,
    )
    return strength(lesson, SOURCES)


def test_two_entries_of_one_passage_are_one_witness() -> None:
    found = of(entry("krabi", "did", "one", (10, 14)), entry("krabi", "did", "one", (12, 20)))

    assert found.witnesses == 1


def test_two_passages_of_one_place_are_one_place() -> None:
    found = of(entry("krabi", "did", "one", (10, 14)), entry("krabi", "did", "one", (80, 81)))

    assert (found.witnesses, found.places["did"], found.level) == (2, ("krabi",), "single")


def test_a_paragraph_that_a_book_prints_for_two_provinces_is_one_voice() -> None:
    found = of(entry("saraburi", "did", "one", (100, 108)), entry("trat", "did", "one", (300, 308)))

    assert (found.witnesses, found.places["did"]) == (1, ("saraburi",))


@pytest.mark.parametrize("turned", [False, True])
def test_a_paragraph_that_another_document_copies_is_one_voice(turned: bool) -> None:
    pair = [entry("krabi", "did", "two", (52, 53)), entry("trat", "did", "one", (702, 703))]

    assert of(*(pair[::-1] if turned else pair)).witnesses == 1


def test_a_place_speaks_with_its_best_voice() -> None:
    found = of(entry("krabi", "says", "one", (10, 14)), entry("krabi", "result", "one", (80, 81)))

    assert (found.places["result"], found.places["says"]) == (("krabi",), ())


def test_voices_that_limit_or_contradict_do_not_confirm() -> None:
    found = of(
        entry("krabi", "did", "one", (10, 14)),
        entry("trat", "result", "one", (20, 24), "contradicts"),
        entry("yala", "result", "two", (20, 24), "qualifies"),
    )

    assert (found.places["result"], found.contradicted, found.qualified) == ((), ("trat",), ("yala",))
    assert not found.unopposed


def places(*voices: tuple[VoiceKind, str]) -> tuple[Evidence, ...]:
    return tuple(entry(f"p{at}", voice, source, (at * 40, at * 40 + 2)) for at, (voice, source) in enumerate(voices, 9))


@pytest.mark.parametrize(
    ("entries", "level"),
    [
        (places(("result", "one"), ("did", "one"), ("did", "one")), "strong"),
        (places(("did", "one"), ("did", "one"), ("did", "one")), "fair"),
        (places(("result", "one"), ("result", "two")), "strong"),
        (places(("result", "one"), ("result", "one")), "fair"),
        (places(("did", "one"), ("says", "two"), ("says", "two")), "single"),
        (places(("says", "one"), ("plans", "two")), "opinion"),
    ],
)
def test_the_level_comes_from_places_that_did_it(entries: tuple[Evidence, ...], level: Level) -> None:
    assert of(*entries).level == level


def test_one_place_in_one_document_is_told_as_such() -> None:
    assert of(*places(("did", "one"))).one_source
    assert not of(*places(("did", "one"), ("did", "two"))).one_source


def test_the_strongest_stands_first() -> None:
    strong, fair = of(*places(("result", "one"), ("result", "two"))), of(*places(("did", "one"), ("did", "two")))
    opposed = of(*places(("did", "one"), ("did", "two")), entry("z", "did", "one", (800, 801), "contradicts"))

    assert sorted([opposed, fair, strong], key=Strength.order) == [strong, fair, opposed]


@pytest.mark.parametrize("source", ["elder", "nurse", "radio"])
def test_one_persons_word_of_a_result_tells_that_it_was_done(source: str) -> None:
    found = of(heard("krabi", "result", source))

    assert (found.places["result"], found.places["did"], found.level) == ((), ("krabi",), "single")
    assert (found.documents, found.accounts, found.one_source) == ((), (source,), True)


@pytest.mark.parametrize(
    "second", [heard("krabi", "result", "nurse"), entry("krabi", "result", "one", (10, 12))], ids=["person", "document"]
)
def test_a_result_that_a_second_source_tells_is_a_result(second: Evidence) -> None:
    assert of(heard("krabi", "result", "elder"), second).places["result"] == ("krabi",)


def test_the_same_person_twice_is_one_person() -> None:
    found = of(heard("krabi", "result", "radio", ("1:00", "2:00")), heard("krabi", "result", "radio", ("5:00", "6:00")))

    assert found.places["result"] == ()


def test_a_second_source_must_tell_of_the_same_place() -> None:
    found = of(heard("krabi", "result", "elder"), heard("trat", "result", "nurse"))

    assert (found.places["result"], found.level) == ((), "fair")


def test_a_document_that_tells_no_result_does_not_make_one() -> None:
    found = of(heard("krabi", "result", "elder"), entry("krabi", "did", "one", (10, 12)))

    assert (found.places["result"], found.documents, found.accounts) == ((), ("one",), ("elder",))


def test_two_places_with_a_result_are_strong_only_where_it_weighs_as_one() -> None:
    words = [heard("krabi", "result", "elder"), heard("trat", "result", "nurse")]
    books = [entry("krabi", "result", "one", (10, 12)), entry("trat", "result", "two", (10, 12))]

    assert (of(*words).level, of(*books).level) == ("fair", "strong")
