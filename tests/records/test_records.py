"""Records refuse what cannot be, and say each text in the language that is asked for."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from botrian.records import Event, Fact, Lesson, Text
from botrian.records.values import Period

CITED = [{"source": "book", "lines": [1, 2]}]


def event(**more: Any) -> dict[str, Any]:
    return {
        "id": "e",
        "title": {"th": "ก", "en": "a"},
        "date": "2551-08 BE",
        "province": "krabi",
        "citations": CITED,
        **more,
    }


def types_of(model: type[Any], raw: dict[str, Any]) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(raw)
    return [one["type"] for one in caught.value.errors()]


def test_a_text_is_said_in_the_language_that_is_asked_for() -> None:
    text = Text(th="น้ำ", en="Water")

    assert (text.in_("th"), text.in_("en")) == ("น้ำ", "Water")


def test_a_text_of_blanks_is_no_text() -> None:
    assert types_of(Text, {"th": "  ", "en": "Water"}) == ["string_too_short"]


def test_a_key_that_no_model_knows_is_refused() -> None:
    assert types_of(Event, event(tilte="x")) == ["extra_forbidden"]


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        setattr(Text(th="ก", en="a"), "th", "ข")  # noqa: B010 -- the checker of types would refuse it too


@pytest.mark.parametrize(
    "values", [{}, {"number": "1", "date": "2551 BE"}, {"text": {"th": "ก", "en": "a"}, "absent": "none"}]
)
def test_a_fact_has_one_value_no_less_and_no_more(values: dict[str, Any]) -> None:
    assert types_of(Fact, {"dimension": "d", "citations": CITED, **values}) == ["fact_value"]


@pytest.mark.parametrize(("absent", "wanted"), [("none", "fact_citation"), ("unknown", "fact_silence")])
def test_that_there_is_none_needs_a_source_and_a_silence_where_somebody_looked(absent: str, wanted: str) -> None:
    assert types_of(Fact, {"dimension": "d", "absent": absent}) == [wanted]


def test_what_does_not_apply_needs_no_source() -> None:
    assert Fact.model_validate({"dimension": "d", "absent": "not-applicable"}).absent == "not-applicable"


@pytest.mark.parametrize("end", ["2551-08 BE", "2551 BE", "2008-08-31 CE", "2560 BE"])
def test_an_end_in_the_month_of_the_beginning_is_in_order(end: str) -> None:
    assert str(Event.model_validate(event(end=end)).end) == end


@pytest.mark.parametrize("end", ["2551-07 BE", "2550 BE"])
def test_nothing_ends_before_it_begins(end: str) -> None:
    assert types_of(Event, event(end=end)) == ["period_order"]
    assert types_of(Period, {"start": "2551-08 BE", "end": end}) == ["period_order"]


def test_a_lesson_without_a_voice_is_none() -> None:
    told = {name: {"th": "ก", "en": "a"} for name in ("title", "when", "do", "because")}

    assert types_of(Lesson, {"id": "l", "type": "practice", "themes": ["t"], "evidence": [], **told}) == ["too_short"]
