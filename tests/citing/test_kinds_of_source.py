"""Each kind of source is cited by the place that it has, and told of in the forms of reference managers."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from botrian.addresses import place_address
from botrian.api.citations import published
from botrian.citing import bibtex, citation_ids, citation_words, csl_item, reference, ris
from botrian.citing.words import many_places, order_in_source, short_place
from botrian.records import PLACES, SPOKEN, Citation, Source

SPEAKER = {
    "speaks_as": {"th": "เลขานุการสภา", "en": "Secretary of the council"},
    "body": {"th": "สภาองค์กรชุมชน", "en": "Community council"},
    "province": "krabi",
    "date": "2569-05-12 BE",
    "recorded_by": {"th": "ทีมข้อมูล"},
    "consent": "spoken",
}


def source(kind: str, **more: Any) -> Source:
    known = {
        "id": "told",
        "kind": kind,
        "title": {"th": "เรื่องเล่า", "en": "Account"},
        "short": {"th": "เรื่องเล่า", "en": "Account"},
        "cite_as": {"th": "x"},
        "about": {"th": "x"},
    }
    return Source.model_validate({**known, **({"speaker": SPEAKER} if kind in SPOKEN else {}), **more})


@pytest.mark.parametrize(
    ("kind", "place", "thai", "english", "anchor", "id_"),
    [
        ("testimony", {}, "เรื่องเล่า", "Account", "whole", "told"),
        ("testimony", {"question": 3}, "เรื่องเล่า, คำถามที่ 3", "Account, question 3", "q3", "told:q3"),
        ("recording", {"time": ("9:30", "10:05")}, "เรื่องเล่า, นาทีที่ 9:30–10:05", "", "t9-30", "told:t9:30-10:05"),
        ("law", {"section": "มาตรา 21"}, "เรื่องเล่า, มาตรา 21", "Account, มาตรา 21", "s-มาตรา-21", "told:มาตรา 21"),
        ("plan", {"pages": (12, 13)}, "เรื่องเล่า, น. 12–13", "Account, pp. 12–13", "p12-13", "told:p12-13"),
    ],
)
def test_a_place_has_words_an_anchor_and_a_name(
    kind: str, place: dict[str, Any], thai: str, english: str, anchor: str, id_: str
) -> None:
    one, citation = source(kind), Citation(source="told", **place)

    assert citation_words(citation, {"told": one}, "th").startswith(thai.partition(" 9")[0])
    assert not english or citation_words(citation, {"told": one}, "en") == english
    assert place_address(citation, one) == f"sources/told/#{anchor}"
    assert citation_ids([citation]) == id_


def test_questions_are_told_once_and_in_order() -> None:
    one = source("testimony")
    asked = [Citation(source="told", question=number) for number in (10, 2, 2)]

    assert many_places(asked, one, "en") == "question 2; question 10"
    assert short_place(asked[0], one, "th") == "คำถามที่ 10"


def test_times_stand_in_the_order_of_the_recording() -> None:
    early, late = (Citation(source="told", time=(one, one)) for one in ("9:30", "1:02:00"))

    assert sorted([late, early], key=order_in_source) == [early, late]


def test_the_api_names_the_question() -> None:
    found = published(Citation(source="told", question=3), source("testimony"))

    assert (found.question, found.lines, found.section) == (3, None, None)


@pytest.mark.parametrize("kind", sorted(SPOKEN))
def test_what_somebody_tells_needs_a_speaker_who_agreed(kind: str) -> None:
    with pytest.raises(ValidationError, match="speaks"):
        source(kind, speaker=None)
    without = {name: value for name, value in SPEAKER.items() if name != "consent"}
    with pytest.raises(ValidationError, match="consent"):
        source(kind, speaker=without)


def test_how_a_person_is_reached_has_no_field() -> None:
    with pytest.raises(ValidationError, match="phone"):
        source("testimony", speaker={**SPEAKER, "phone": "0812345678"})


def test_who_speaks_and_when_stand_where_author_and_year_do() -> None:
    one = source("testimony")

    assert reference(one, "th") == "เลขานุการสภา, สภาองค์กรชุมชน. (12 พฤษภาคม พ.ศ. 2569). เรื่องเล่า [คำบอกเล่า]."
    assert reference(one, "en") == "Secretary of the council, Community council. (12 May 2026). Account [Testimony]."
    item = csl_item(one, "en")
    assert (item["type"], item["issued"], item["medium"]) == ("interview", {"date-parts": [[2026, 5, 12]]}, "Testimony")
    assert "howpublished = {Testimony}" in bibtex(one, "en")
    assert "DA  - 2026/05/12\r\n" in ris(one, "en")
    assert ris(one, "en").startswith("TY  - PCOMM\r\n")


def test_a_recording_tells_its_length_and_a_plan_its_pages() -> None:
    assert csl_item(source("recording", length="1:12:30"), "th")["dimensions"] == "1:12:30"
    assert csl_item(source("plan", page_count=120), "th")["number-of-pages"] == "120"


@pytest.mark.parametrize("kind", sorted(PLACES))
def test_every_kind_has_all_four_forms(kind: str) -> None:
    one = source(kind)

    assert "Account" in reference(one, "en")
    assert csl_item(one, "en")["title"] == "Account"
    assert bibtex(one, "en").count("{") == bibtex(one, "en").count("}")
    assert ris(one, "en").endswith("ER  - \r\n")
